import CivilTime
import Community
import Content
import Fields
import Templates
import Words

/// An edition of a brand.
struct EditionView: TemplateView {
  let edition: Edition
  let today: CivilDate
  let words: any Words

  static let about = "An edition of a brand."
  static let fields: [Field<EditionView>] = [
    Field("name", "which it is, in words", .text { $0.words.editionNamed($0.edition.name) }),
    Field("title", "what it is called beside that", .optionalText { $0.edition.title }),
    Field("spanLabel", "from when until when, in words", .text { $0.span }),
    Field("firstISO", "its first day, as YYYY-MM-DD", .optionalText { $0.edition.firstDay.map(TimeText.date) }),
    Field("changes", "what it changed, a line each", .texts { $0.edition.changes }),
    Field("hasChanges", "whether it says what it changed", .flag { !$0.edition.changes.isEmpty }),
    Field(
      "standings", "that it is the present one, or coming, by the reader's day",
      .list(DatedTextView.self) { view in view.standings.map { DatedTextView(dated: $0, today: view.today) } }),
  ]

  private var span: String {
    words.span(
      from: edition.from.map { words.date($0) }, to: edition.until.map { words.date($0) }) ?? ""
  }

  private var standings: [DatedText] {
    let coming = edition.firstDay.map { DatedText(words.comingEdition, to: $0 - 1) }
    return [coming, DatedText(words.presentEdition, from: edition.firstDay, to: edition.lastDay)].compactMap { $0 }
  }
}

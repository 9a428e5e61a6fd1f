import CivilTime
import Community
import Fields
import Templates

/// A text that is true from one day to another; the script shows it by the reader's day.
struct DatedTextView: TemplateView {
  let dated: DatedText
  let today: CivilDate

  static let about = "A short text that is true from one day to another; the script shows it by the reader's day."
  static let fields: [Field<DatedTextView>] = [
    Field("text", "the text", .text { $0.dated.text }),
    Field(
      "firstISO", "the first day on which it is true, as YYYY-MM-DD; nothing where it always was",
      .optionalText { $0.dated.first.map(TimeText.date) }),
    Field(
      "lastISO", "the last day on which it is true; nothing where none is known",
      .optionalText { $0.dated.last.map(TimeText.date) }),
    Field("isTrue", "whether it is on the build's day", .flag { $0.dated.holds(on: $0.today) }),
  ]
}

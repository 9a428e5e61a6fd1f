import Activities
import CivilTime
import Community
import Fields
import Templates
import Vocabulary
import Words

/// Something that is not done yet, in a line.
struct OpenMatterView: TemplateView {
  let matter: Matter
  let url: String?
  let words: any Words

  static let about = "Something that is not done yet, in a line."
  static let fields: [Field<OpenMatterView>] = [
    Field("title", "what it is about", .text { $0.matter.record.title }),
    Field("url", "where it is shown", .optionalText { $0.url }),
    Field("phase", "how far it has come, as a code for styles", .text { $0.matter.record.phase.rawValue }),
    Field("phaseLabel", "the same in words", .text { $0.matter.phaseText($0.words) }),
    Field("owner", "who has it: a role or an organisation", .optionalText { $0.matter.ownerName }),
    Field("unitName", "the unit whose it is", .text { $0.matter.unit.name }),
    Field("listTitle", "the list on which it stands", .text { $0.matter.list.title }),
    Field(
      "waitsSince",
      "of what waits to be taken, the day on which it was raised, as YYYY-MM-DD: the script counts the days",
      .optionalText { $0.matter.record.phase == .raised ? $0.matter.record.raisedOn.map(TimeText.date) : nil }),
    Field(
      "dueISO", "the last day on which it is in time, as YYYY-MM-DD: the script says what is overdue",
      .optionalText { $0.matter.openDueDay.map(TimeText.date) }),
    Field(
      "dueLabel", "the same in words",
      .optionalText { view in view.matter.openDueDay.map { view.words.doneBefore(view.words.monthDay($0)) } }),
  ]
}

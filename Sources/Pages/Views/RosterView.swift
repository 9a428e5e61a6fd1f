import Activities
import CivilTime
import Community
import Fields
import PublicText
import Templates
import Vocabulary
import Words

/// A duty that goes round, with its turns from the running one on.
struct RosterView: TemplateView {
  let roster: Roster
  let words: any Words

  static let about = "A duty that goes round."
  static let fields: [Field<RosterView>] = [
    Field("title", "the duty", .text { $0.roster.record.title }),
    Field("note", "what else to know of it", .optionalText { $0.roster.record.note }),
    Field("unitName", "the unit whose duty it is", .text { $0.roster.unit.name }),
    Field("periodLabel", "how long a turn is, in words", .text { $0.words.label($0.roster.record.period) }),
    Field(
      "rotationText", "how often it goes round and whose it is, to stand behind the title",
      .text { $0.words.rotation($0.roster.record.period, of: $0.roster.unit.name) }),
    Field(
      "turns", "its turns, from the running one on",
      .list(TurnView.self) { view in view.roster.turns.map { TurnView(turn: $0, words: view.words) } }),
  ]
}

struct TurnView: TemplateView {
  let turn: RosterTurn
  let words: any Words

  static let about = "One turn of a duty."
  static let fields: [Field<TurnView>] = [
    Field("firstISO", "its first day, as YYYY-MM-DD", .text { TimeText.date($0.turn.days.lowerBound) }),
    Field(
      "lastISO", "its last day, which belongs to it, as YYYY-MM-DD", .text { TimeText.date($0.turn.days.upperBound) }),
    Field("daysLabel", "its days, in words", .text { $0.words.days($0.turn.days) }),
    Field("holder", "whose turn it is: an organisation or a role", .text { $0.turn.holder.name }),
    Field("phone", "an office number", .optionalText { $0.turn.holder.phone }),
    Field(
      "phoneURL", "what dials it; nothing where it is no number",
      .optionalText { $0.turn.holder.phone.flatMap(PhoneNumber.init)?.link }),
    Field("isSwapped", "whether it was another's turn", .flag { $0.turn.isSwapped }),
    Field(
      "swapText", "that the turn was swapped, and whose it was",
      .optionalText { $0.turn.isSwapped ? $0.words.swapped(from: $0.turn.planned.name) : nil }),
    Field("planned", "whose turn it was before the swap", .text { $0.turn.planned.name }),
    Field("note", "why it was swapped", .optionalText { $0.turn.note }),
  ]
}

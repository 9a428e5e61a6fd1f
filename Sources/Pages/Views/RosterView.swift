import CivilTime
import Community
import Templates
import Vocabulary
import Words

/// A duty that goes round, with its turns from the running one on.
struct RosterView: TemplateView {
  let roster: Roster
  let words: any Words

  static let fields: [String: TemplateField<RosterView>] = [
    "title": .text { $0.roster.record.title },
    "note": .text { $0.roster.record.note },
    "unitName": .text { $0.roster.unit.name },
    "periodLabel": .text { $0.words.label($0.roster.record.period) },
    "rotationText": .text { $0.words.rotation($0.roster.record.period, of: $0.roster.unit.name) },
    "turns": .list(TurnView.self) { view in view.roster.turns.map { TurnView(turn: $0, words: view.words) } },
  ]
}

struct TurnView: TemplateView {
  let turn: RosterTurn
  let words: any Words

  static let fields: [String: TemplateField<TurnView>] = [
    "firstISO": .text { TimeText.date($0.turn.days.lowerBound) },
    "lastISO": .text { TimeText.date($0.turn.days.upperBound) },
    "daysLabel": .text { $0.words.days($0.turn.days) },
    "holder": .text { $0.turn.holder.name },
    "phone": .text { $0.turn.holder.phone },
    "isSwapped": .flag { $0.turn.isSwapped },
    "swapText": .text { $0.turn.isSwapped ? $0.words.swapped(from: $0.turn.planned.name) : nil },
    "planned": .text { $0.turn.planned.name },
    "note": .text { $0.turn.note },
  ]
}

import CivilTime
import Community
import Templates
import Vocabulary

/// A duty that goes round, with its turns from the running one on.
struct RosterView: TemplateView {
  let roster: Roster

  static let fields: [String: TemplateField<RosterView>] = [
    "title": .text { $0.roster.record.title },
    "note": .text { $0.roster.record.note },
    "unitName": .text { $0.roster.unit.name },
    "periodLabel": .text { $0.roster.record.period.label },
    "turns": .list(TurnView.self) { $0.roster.turns.map(TurnView.init) },
  ]
}

struct TurnView: TemplateView {
  let turn: RosterTurn

  static let fields: [String: TemplateField<TurnView>] = [
    "firstISO": .text { TimeText.date($0.turn.days.lowerBound) },
    "lastISO": .text { TimeText.date($0.turn.days.upperBound) },
    "daysLabel": .text { ChineseTimeText.days($0.turn.days) },
    "holder": .text { $0.turn.holder.name },
    "phone": .text { $0.turn.holder.phone },
    "isSwapped": .flag { $0.turn.isSwapped },
    "planned": .text { $0.turn.planned.name },
    "note": .text { $0.turn.note },
  ]
}

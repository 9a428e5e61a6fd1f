import Activities
import CivilTime
import Community
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/rosters.json`: one object a turn.
enum RostersFeed: Feed {
  struct Record: Sendable {
    let roster: Roster
    let turn: RosterTurn
  }

  static func shape(_: Community) -> FeedShape<Record> {
    FeedShape(
      name: "rosters", about: "Turns of duties that go round, from the running one on; one object a turn.",
      fields: [
        Field(
          "id", "the turn: rosterId and firstDay", .text { "\($0.roster.id)-\(TimeText.date($0.turn.days.lowerBound))" }
        ),
        Field("rosterId", "which roster; stays the same", .text { $0.roster.id.text }),
        Field("title", "the duty", .text { $0.roster.record.title }),
        Field("unitId", "the unit whose duty it is", .text { $0.roster.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.roster.unit.name }),
        Field(
          "period", "how long a turn is",
          .word(RotationPeriod.codes) { $0.roster.record.period.rawValue }),
        Field("firstDay", "the turn's first day", .text(.date) { TimeText.date($0.turn.days.lowerBound) }),
        Field(
          "lastDay", "the turn's last day, which belongs to it", .text(.date) { TimeText.date($0.turn.days.upperBound) }
        ),
        Field("holder", "an organisation or a role", .text { $0.turn.holder.name }),
        Field("phone", "an office number", .optionalText { $0.turn.holder.phone }),
        Field("swapped", "the turn was another holder's", .flag { $0.turn.isSwapped }),
        Field(
          "plannedHolder", "whose turn it was; null without a swap",
          .optionalText {
            $0.turn.isSwapped ? $0.turn.planned.name : nil
          }),
        Field("note", "why it was swapped", .optionalText { $0.turn.note }),
      ])
  }

  static func records(_ community: Community) -> [Record] {
    community.rosters.flatMap { roster in
      roster.turns.filter { $0.days.upperBound >= community.horizon.today }.map { Record(roster: roster, turn: $0) }
    }
  }
}

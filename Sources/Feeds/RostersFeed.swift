import CivilTime
import Community
import FeedFormat
import Vocabulary

/// `/feeds/v1/rosters.json`: one object a turn.
enum RostersFeed {
  struct Record: Sendable {
    let roster: Roster
    let turn: RosterTurn
  }

  static func shape() -> FeedShape<Record> {
    FeedShape(
      name: "rosters", about: "Turns of duties that go round, from the running one on; one object a turn.",
      fields: [
        FeedField(
          "id", "the turn: rosterId and firstDay", .text { "\($0.roster.id)-\(TimeText.date($0.turn.days.lowerBound))" }
        ),
        FeedField("rosterId", "which roster; stays the same", .text { $0.roster.id.text }),
        FeedField("title", "the duty", .text { $0.roster.record.title }),
        FeedField("unitId", "the unit whose duty it is", .text { $0.roster.unit.id.text }),
        FeedField("unitName", "that unit's name", .text { $0.roster.unit.name }),
        FeedField(
          "period", "how long a turn is",
          .word(RotationPeriod.codes, optional: false) { $0.roster.record.period.rawValue }),
        FeedField("firstDay", "the turn's first day", format: .date, .text { TimeText.date($0.turn.days.lowerBound) }),
        FeedField(
          "lastDay", "the turn's last day, which belongs to it", format: .date,
          .text { TimeText.date($0.turn.days.upperBound) }),
        FeedField("holder", "an organisation or a role", .text { $0.turn.holder.name }),
        FeedField("phone", "an office number", .optionalText { $0.turn.holder.phone }),
        FeedField("swapped", "the turn was another holder's", .flag { $0.turn.isSwapped }),
        FeedField(
          "plannedHolder", "whose turn it was; null without a swap",
          .optionalText {
            $0.turn.isSwapped ? $0.turn.planned.name : nil
          }),
        FeedField("note", "why it was swapped", .optionalText { $0.turn.note }),
      ])
  }

  static func records(_ community: Community) -> [Record] {
    community.rosters.flatMap { roster in
      roster.turns.filter { $0.days.upperBound >= community.horizon.today }.map { Record(roster: roster, turn: $0) }
    }
  }
}

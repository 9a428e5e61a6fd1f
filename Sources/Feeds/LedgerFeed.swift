import Activities
import CivilTime
import Community
import FeedFormat
import Fields
import Vocabulary
import Words

/// `/feeds/v1/ledger.json`: figures of cases, one object a unit, figure and group. A case is in none.
enum LedgerFeed: Feed {
  struct Record: Sendable {
    let ledger: Ledger
    let figure: LedgerFigure
    /// nil: of all groups together.
    var part: (grouping: LedgerGrouping, group: LedgerBreakdown.Group)?

    var value: LedgerValue { part?.group.value ?? ledger[figure] }
  }

  static func shape(_ community: Community) -> FeedShape<Record> {
    let (words, zone) = (community.words, community.horizon.zone)
    return FeedShape(
      name: "ledger",
      about:
        "Figures of cases that residents reported, of each unit with the units below it, over the last twelve whole months. Numbers below five are never published, nor numbers from which they could be worked out.",
      fields: [
        Field("id", "the unit, the figure and the group", .text { id($0) }),
        Field(
          "unitId", "the unit whose cases they are, with those of the units below it", .text { $0.ledger.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.ledger.unit.name }),
        Field("figure", "which figure it is", .word(LedgerFigure.codes) { $0.figure.rawValue }),
        Field("label", "the same in words", .text { $0.ledger.label($0.figure, words) }),
        Field("definition", "how it is counted, in words", .text { $0.ledger.definition($0.figure, words) }),
        Field(
          "grouping", "by what the cases are grouped; null: all together",
          .optionalWord(LedgerGrouping.codes) { $0.part?.grouping.rawValue }),
        Field(
          "group", "which of them: a category's name, a code, a month as YYYY-MM; others: small ones together",
          .optionalText { $0.part?.group.key.code }),
        Field("groupLabel", "the same in words", .optionalText { $0.part?.group.key.text(words) }),
        Field("from", "the first day of the months", .text(.date) { TimeText.date(from($0)) }),
        Field("until", "their last day", .text(.date) { TimeText.date(until($0)) }),
        Field(
          "asOf", "when it was counted; what is open is counted then, with its age",
          .text(.dateTime) { TimeText.rfc3339($0.ledger.period.moment, in: zone) }),
        Field(
          "value",
          "a number of cases; of satisfied and on-time percent, rounded down to steps of five cases or more; of median and 90th-percentile minutes, rounded up; null where it is withheld",
          .optionalNumber { $0.value.number }),
        Field("text", "the value as it is written, or why it is withheld", .text { $0.value.text(words) }),
        Field(
          "promisedMinutes", "of on-time: within how long an answer was promised", unit: "minutes",
          .optionalInteger(least: 1) { $0.figure == .onTime ? $0.ledger.promisedMinutes : nil }),
      ])
  }

  static func records(_ community: Community) -> [Record] {
    community.ledgers.all.flatMap { ledger in
      LedgerFigure.allCases.map { Record(ledger: ledger, figure: $0) }
        + ledger.breakdowns.flatMap { breakdown in
          breakdown.groups.map {
            Record(ledger: ledger, figure: breakdown.figure, part: (breakdown.grouping, $0))
          }
        }
    }
  }

  private static func id(_ record: Record) -> String {
    ([record.ledger.unit.id.text, record.figure.rawValue]
      + (record.part.map { [$0.grouping.rawValue, $0.group.key.code] } ?? [])).joined(separator: "/")
  }

  private static func from(_ record: Record) -> CivilDate {
    if case .month(let first)? = record.part?.group.key { return first }
    return record.ledger.period.months.first ?? record.ledger.period.lastDay
  }

  private static func until(_ record: Record) -> CivilDate {
    if case .month(let first)? = record.part?.group.key {
      return first + CivilDate.daysInMonth(year: first.year, month: first.month) - 1
    }
    return record.ledger.period.lastDay
  }
}

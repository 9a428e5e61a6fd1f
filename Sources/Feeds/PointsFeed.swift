import Activities
import Artifacts
import CivilTime
import Community
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/points.json`: what points are given for, then how many were earned and spent, by month and unit.
enum PointsFeed: Feed {
  enum Record: Sendable {
    case rule(PointsRule)
    case total(PointsTotal)

    fileprivate var rule: PointsRuleRecord? { if case .rule(let rule) = self { rule.record } else { nil } }
    fileprivate var total: PointsTotal? { if case .total(let total) = self { total } else { nil } }
    fileprivate var unit: Unit {
      switch self {
      case .rule(let rule): rule.unit
      case .total(let total): total.unit
      }
    }
    fileprivate var id: String {
      switch self {
      case .rule(let rule): rule.id.text
      // A dot stands in no id.
      case .total(let total): "\(total.unit.id).\(total.month)"
      }
    }
  }

  static func shape(_ community: Community) -> FeedShape<Record> {
    FeedShape(
      name: "points",
      about:
        "Rules, then totals by month, the oldest first, and unit. A total counts the unit with all below it, in a month that is over; groups of fewer than five people, and totals from which one would follow, have no numbers. Nothing is a person's.",
      fields: [
        Field("kind", "what the record is", .word(["rule", "total"]) { $0.rule == nil ? "total" : "rule" }),
        Field("id", "stays the same", .text { $0.id }),
        Field(
          "unitId", "of a rule, where it holds, with all units below; of a total, whose it is",
          .text { $0.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.unit.name }),
        Field("title", "for what points are given", .optionalText { $0.rule?.title }),
        Field("points", "how many", unit: "points", .optionalInteger(least: 1) { $0.rule?.points }),
        Field("per", "for each what, in words", .optionalText { $0.rule?.per }),
        Field(
          "cap", "how many somebody gets by the rule at most within capPeriod; null where there is no limit",
          unit: "points", .optionalInteger(least: 1) { $0.rule?.cap?.points }),
        Field(
          "capPeriod", "within what time", .optionalWord(PointsPeriod.codes) { $0.rule?.cap?.period.rawValue }),
        Field("note", "under which condition points are given", .optionalText { $0.rule?.note }),
        Field("month", "of a total, the month: 2026-10", .optionalText { $0.total?.month.description }),
        Field(
          "told", "of a total, whether its numbers may be published; true of rules",
          .flag { $0.total?.isPublished ?? true }),
        Field("earned", "what was earned in it", unit: "points", .optionalInteger(least: 0) { $0.total?.earned }),
        Field("spent", "what was spent in it", unit: "points", .optionalInteger(least: 0) { $0.total?.spent }),
        Field(
          "people", "how many earned or spent any", unit: "people", .optionalInteger(least: 5) { $0.total?.people }),
      ])
  }

  static func records(_ community: Community) -> [Record] {
    community.points.rules.map(Record.rule) + community.points.totals.map(Record.total)
  }
}

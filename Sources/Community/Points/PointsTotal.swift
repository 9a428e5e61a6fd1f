package import Activities
package import CivilTime
import Content
package import Vocabulary

/// What points are given for, and where it holds.
package struct PointsRule: Sendable {
  package let record: PointsRuleRecord
  package let unit: Unit

  package var id: PointsRuleID { record.id }
}

/// What may be published of the points of a unit and of all units below it, in a month.
package struct PointsTotal: Sendable {
  package enum Value: Sendable, Hashable {
    case published(earned: Int, spent: Int, people: Int)
    /// Too few people had a part in it, or too few are left when it is taken from another.
    case withheld
  }

  package let unit: Unit
  package let month: CivilPeriod
  package let value: Value

  package var isPublished: Bool { if case .published = value { true } else { false } }
  package var earned: Int? { if case .published(let earned, _, _) = value { earned } else { nil } }
  package var spent: Int? { if case .published(_, let spent, _) = value { spent } else { nil } }
  package var people: Int? { if case .published(_, _, let people) = value { people } else { nil } }
}

/// The rules of a community and what was earned and spent by them.
package struct CommunityPoints: Sendable {
  /// In the tree's order, those of a unit by position.
  package let rules: [PointsRule]
  /// Month by month, the oldest first; those of a month in the tree's order, without units in which nobody had a part.
  package let totals: [PointsTotal]
  private let byUnit: [UnitID: [PointsTotal]]

  init(rules: [PointsRule], totals: [PointsTotal]) {
    self.rules = rules
    self.totals = totals
    byUnit = Dictionary(grouping: totals, by: \.unit.id)
  }

  /// The oldest month first.
  package func totals(of unit: UnitID) -> [PointsTotal] { byUnit[unit] ?? [] }
}

extension Community {
  /// The rules that hold in a unit: its own and those of the units above it, the whole before the part.
  package func pointsRules(of unit: UnitID?) -> [PointsRule] {
    guard let unit = unit ?? site.unit else { return points.rules }
    return points.rules.filter { units.contains(unit, in: $0.unit.id) }
  }
}

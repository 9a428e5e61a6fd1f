import CivilTime
package import Vocabulary

@testable package import Activities

// MARK: Teams and points

extension CommunityFixture {
  package mutating func addTeam(
    _ id: String, _ type: TeamType = .lecture, of unit: String = "fudong", name: String? = nil, members: Int? = nil,
    summary: String? = nil, page: String? = nil
  ) {
    data[TeamRecord.self].append(
      TeamRecord(
        id: .init(id)!, unit: .init(unit)!, type: type, name: name ?? id, members: members, summary: summary, page: page
      ))
  }

  /// - Parameter cap: how many points at most within what time.
  package mutating func addPointsRule(
    _ id: String, _ points: Int, per unit: String = "次", of owner: String = "fudong", title: String? = nil,
    cap: (Int, PointsPeriod)? = nil, position: Int = 1, note: String? = nil
  ) {
    data[PointsRuleRecord.self].append(
      PointsRuleRecord(
        id: .init(id)!, unit: .init(owner)!, title: title ?? id, points: points, per: unit,
        cap: cap.map { PointsCap(points: $0.0, period: $0.1) }, position: position, note: note))
  }

  /// - Parameter month: `2026-10`.
  package mutating func addPoints(
    _ unit: String, in month: String, earned: Int, spent: Int = 0, people: Int
  ) {
    data[PointsTotalRecord.self].append(
      PointsTotalRecord(
        unit: .init(unit)!, month: CivilPeriod(month)!, earned: earned, spent: spent, people: people))
  }
}

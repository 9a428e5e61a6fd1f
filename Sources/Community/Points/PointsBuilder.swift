import Activities
import CivilTime
import Vocabulary

/// The rows of points → what may be published of them: groups of fewer than five people, and what they would follow from, are held back
/// month by month (docs/decisions/0040). Past this nothing holds a row of totals.
struct PointsBuilder {
  /// How many months that are over are published.
  static let monthCount = 12

  private let rules: [PointsRuleRecord]
  private let totals: [PointsTotalRecord]
  private let units: UnitTree
  private let today: CivilDate

  init(_ data: ActivityData, units: UnitTree, today: CivilDate) {
    rules = data[PointsRuleRecord.self]
    totals = data[PointsTotalRecord.self]
    self.units = units
    self.today = today
  }

  func points() -> CommunityPoints {
    let ordered = rules.compactMap { record in units[record.unit].map { PointsRule(record: record, unit: $0) } }
      .sorted { a, b in
        (units.place(of: a.unit.id), a.record.position, a.id) < (units.place(of: b.unit.id), b.record.position, b.id)
      }
    return CommunityPoints(rules: ordered, totals: months().flatMap(totals))
  }

  /// Those that are over: a figure that grows from one day to the next reveals one person.
  private func months() -> [CivilPeriod] {
    var months: [CivilPeriod] = []
    var month = CivilPeriod(.month, containing: today).previous
    while let last = month, months.count < Self.monthCount {
      months.append(last)
      month = last.previous
    }
    return months.reversed()
  }

  private struct Sum {
    var earned = 0
    var spent = 0
    var people = 0

    mutating func add(_ other: Sum) {
      earned += other.earned
      spent += other.spent
      people += other.people
    }
  }

  private func totals(in month: CivilPeriod) -> [PointsTotal] {
    let all = units.all
    let index = Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let parents = all.map { unit in unit.parent.flatMap { index[$0] } }
    var sums = all.map { _ in Sum() }
    for row in totals where row.month == month {
      if let unit = index[row.unit] { sums[unit].add(Sum(earned: row.earned, spent: row.spent, people: row.people)) }
    }
    // Each stands before those below it.
    for unit in all.indices.reversed() { if let parent = parents[unit] { sums[parent].add(sums[unit]) } }
    guard sums.contains(where: { $0.people > 0 }) else { return [] }
    let published = SmallGroups.published(parents: parents, counts: sums.map { [$0.people] })
    return all.indices.filter { sums[$0].people > 0 }.map { unit in
      let sum = sums[unit]
      return PointsTotal(
        unit: all[unit], month: month,
        value: published[unit] ? .published(earned: sum.earned, spent: sum.spent, people: sum.people) : .withheld)
    }
  }
}

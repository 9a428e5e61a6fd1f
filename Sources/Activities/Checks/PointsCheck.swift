import CivilTime
import Diagnostics
import Vocabulary

/// Nobody spends what was never earned, and an activity gives as many points as some rule does.
struct PointsCheck {
  private let data: ActivityData
  private let database: String
  private let names: [UnitID: String]
  private let parents: [UnitID: UnitID]
  private let rules: [UnitID: [PointsRuleRecord]]

  init(_ data: ActivityData, database: String) {
    self.data = data
    self.database = database
    names = Dictionary(data.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    parents = Dictionary(
      data.units.compactMap { unit in unit.parent.map { (unit.id, $0) } }, uniquingKeysWith: { first, _ in first })
    rules = Dictionary(grouping: data[PointsRuleRecord.self], by: \.unit)
  }

  func problems() -> [Diagnostic] { overspent() + data.activities.compactMap(unruled) }

  // MARK: Totals

  /// Month by month: the first in which more was spent than had been earned until then.
  private func overspent() -> [Diagnostic] {
    let rows = Dictionary(grouping: data[PointsTotalRecord.self], by: \.unit)
    return rows.keys.sorted().compactMap { unit in
      var (earned, spent) = (0, 0)
      for row in rows[unit, default: []].sorted(by: { $0.month.first < $1.month.first }) {
        earned += row.earned
        spent += row.spent
        if spent > earned { return overspent(row, earned: earned, spent: spent) }
      }
      return nil
    }
  }

  private func overspent(_ row: PointsTotalRecord, earned: Int, spent: Int) -> Diagnostic {
    let name = names[row.unit] ?? row.unit.text
    return .error(
      "data.points-overspent",
      zh: "\(name)到 \(row.month) 累计兑换 \(spent) 分，可累计只发出 \(earned) 分",
      en: "until \(row.month) \(name) spent \(spent) points, and only \(earned) were earned",
      hint: Message(
        zh: "改正数字；开始记录以前攒下的分，记在第一个月的“发出积分”里",
        en: "mend the figures; what was earned before the first row belongs to its `earned`"),
      at: .row(
        database: database, table: "points_total", key: "unit_id=\(row.unit),month=\(row.month)", column: "spent"))
  }

  // MARK: Activities

  private func unruled(_ activity: ActivityRecord) -> Diagnostic? {
    guard let points = activity.points, points > 0 else { return nil }
    let rules = rules(in: activity.unit)
    guard !rules.isEmpty, !rules.contains(where: { gives($0, points, for: activity) }) else { return nil }
    let known = rules.prefix(6).map { "\($0.title) \($0.points)/\($0.per)" }
    return .error(
      "data.points-no-rule", zh: "活动“\(activity.title)”参加一次记 \(points) 分，没有哪条积分规则给这么多",
      en: "the activity “\(activity.title)” gives \(points) points, which no rule does",
      hint: Message(
        zh: "按规则改正分数，或加一条规则；这里适用的：\(known.joined(separator: "、"))",
        en: "mend it, or add a rule; those that hold here: \(known.joined(separator: ", "))"),
      at: .row(database: database, table: "activity", key: "id=\(activity.id)", column: "points"))
  }

  private func gives(_ rule: PointsRuleRecord, _ points: Int, for activity: ActivityRecord) -> Bool {
    if let cap = rule.cap, points > cap.points { return false }
    if points == rule.points { return true }
    // What is given by the hour may be given for a part of an activity.
    guard rule.isByTheHour else { return false }
    let minutes = activity.end - activity.start
    return points <= (rule.points * minutes + 59) / 60
  }

  /// Those of the unit and of the units above it.
  private func rules(in unit: UnitID) -> [PointsRuleRecord] {
    var found: [PointsRuleRecord] = []
    var seen: Set<UnitID> = []
    var next: UnitID? = unit
    while let unit = next, seen.insert(unit).inserted {
      found += rules[unit] ?? []
      next = parents[unit]
    }
    return found.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
  }
}

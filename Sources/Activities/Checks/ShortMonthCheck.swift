import CivilTime
import Diagnostics

/// A series on the 29th, 30th or 31st: months without that day have no occurrence (RFC 5545 §3.3.10), which whoever wrote 每月31日 for “at the end
/// of the month” does not see.
struct ShortMonthCheck {
  private let data: ActivityData
  private let database: String

  init(_ data: ActivityData, database: String) {
    self.data = data
    self.database = database
  }

  func problems() -> [Diagnostic] {
    data.activities.compactMap { activity in
      guard let rule = activity.rule, let days = Self.days(rule, activity.start.date) else { return nil }
      let gaps = Self.gaps(rule, days, from: activity.start)
      guard !gaps.isEmpty else { return nil }
      return Self.diagnostic(
        rule, days: days, gaps: gaps,
        at: .row(database: database, table: "activity", key: "id=\(activity.id)", column: "rrule"))
    }
  }

  /// The days of the month that the rule names, itself or by its start; nil where each of its months has some.
  private static func days(_ rule: RecurrenceRule, _ start: CivilDate) -> [Int]? {
    // Which of several days is kept is said by position: the last of 28, 29, 30, 31.
    guard rule.byDay.isEmpty, rule.bySetPosition.isEmpty else { return nil }
    let isByMonth = rule.frequency == .monthly || rule.frequency == .yearly || !rule.byMonthDay.isEmpty
    let days = rule.byMonthDay.isEmpty ? [start.day] : rule.byMonthDay
    return isByMonth && days.contains { abs($0) > 28 } ? days : nil
  }

  /// How far ahead months are looked at: from one leap year over 2100 to the next.
  private static let span = 9 * 366 * 1440

  /// The months, of the first year that lacks any, in which a named day is missing, while the series lasts.
  private static func gaps(_ rule: RecurrenceRule, _ days: [Int], from start: LocalDateTime) -> [(
    year: Int, month: Int
  )] {
    let last: CivilDate =
      rule.end == .never
      ? start.date + 9 * 366
      : rule.occurrences(from: start, in: start..<start + span).last?.date ?? start.date
    let first = start.date.year * 12 + start.date.month - 1
    let step = rule.frequency == .monthly ? rule.interval : rule.frequency == .yearly ? 12 * rule.interval : 1
    // A rule of years that names months has several of them each.
    let months = rule.frequency == .yearly && !rule.byMonth.isEmpty ? rule.byMonth : nil
    var gaps: [(year: Int, month: Int)] = []
    for place in stride(from: first, through: last.year * 12 + last.month - 1, by: step) {
      for month in months ?? [place % 12 + 1] {
        let year = place / 12
        if months == nil, !rule.byMonth.isEmpty, !rule.byMonth.contains(month) { continue }
        guard (year, month) <= (last.year, last.month) else { continue }
        let length = CivilDate.daysInMonth(year: year, month: month)
        if days.contains(where: { abs($0) > length }) { gaps.append((year, month)) }
      }
    }
    return gaps
  }

  private static func diagnostic(
    _ rule: RecurrenceRule, days: [Int], gaps: [(year: Int, month: Int)], at place: Location
  ) -> Diagnostic {
    let long = days.filter { abs($0) > 28 }.map { abs($0) }.sorted()
    let months = Set(gaps.map(\.month)).sorted()
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let day = Message(
      zh: long.map(String.init).joined(separator: "、"), en: long.map(String.init).joined(separator: ", "))
    var lacking = Message(
      zh: months.map(String.init).joined(separator: "、"), en: months.map { names[$0 - 1] }.joined(separator: ", "))
    if months == [2], long == [29] { lacking = Message(zh: "平年的2", en: "Feb of common years") }
    let month = months.first ?? 2
    let isYearly = rule.frequency == .yearly
    let code = isYearly ? "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=-1" : "FREQ=MONTHLY;BYMONTHDAY=-1"
    let written =
      isYearly
      ? Message(zh: "“每年\(month)月最后一天”（\(code)）", en: "\(code)")
      : Message(zh: "“每月最后一天”（\(code)）", en: "\(code)")
    return .warning(
      "data.short-month", zh: "\(lacking.zh)月没有\(day.zh)日，那时没有这一场",
      en: "\(lacking.en) has no day \(day.en): nothing takes place then",
      hint: Message(
        zh: "要月底那天，写\(written.zh)；就是要这样，不用改",
        en: "for the month's last day, write \(written.en); if it is meant, leave it"), at: place)
  }
}

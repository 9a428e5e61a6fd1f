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
        rule, days, gaps,
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
    _ rule: RecurrenceRule, _ days: [Int], _ gaps: [(year: Int, month: Int)], at place: Location
  ) -> Diagnostic {
    let long = days.filter { abs($0) > 28 }.map { abs($0) }.sorted()
    let day = long.map { "\($0)" }.joined(separator: "、")
    let months = Set(gaps.map(\.month)).sorted()
    let isLeapDay = months == [2] && long == [29]
    let zh = isLeapDay ? "平年的2" : months.map { "\($0)" }.joined(separator: "、")
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let en = (isLeapDay ? "Feb of common years" : months.map { names[$0 - 1] }.joined(separator: ", "))
    let isYearly = rule.frequency == .yearly
    let (phrase, code) =
      isYearly
      ? ("每年\(months.first ?? 2)月最后一天", "FREQ=YEARLY;BYMONTH=\(months.first ?? 2);BYMONTHDAY=-1")
      : ("每月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1")
    return .warning(
      "data.short-month", zh: "\(zh)月没有\(day)日，那时没有这一场", en: "\(en) has no day \(day): nothing takes place then",
      hint: Message(
        zh: "要月底那天，写“\(phrase)”（\(code)）；就是要这样，不用改",
        en: "for the month's last day, write \(code) (\(phrase)); if it is meant, leave it"), at: place)
  }
}

/// Dates and times as an English reader expects them on a wall: day before month, 24 hours.
package enum EnglishTimeText: TimePhrases {
  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  package static let comma = ", "

  /// `25 Nov 2026`.
  package static func date(_ date: CivilDate) -> String { "\(monthDay(date)) \(date.year)" }

  /// `25 Nov`.
  package static func monthDay(_ date: CivilDate) -> String { "\(date.day) \(month(date.month))" }

  /// `Nov 2026`.
  package static func month(_ month: Int, of year: Int) -> String { "\(Self.month(month)) \(year)" }

  /// `Nov`.
  package static func month(_ month: Int) -> String { months[month - 1] }

  /// `2026`.
  package static func year(_ year: Int) -> String { String(year) }

  /// `Wed 25 Nov`.
  package static func day(_ date: CivilDate) -> String { "\(weekdays[date.weekday.rawValue]) \(monthDay(date))" }

  /// `1–30 Nov`, `30 Nov – 6 Dec`.
  package static func days(_ days: ClosedRange<CivilDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return monthDay(first) }
    let isOneMonth = first.month == last.month && first.year == last.year
    return isOneMonth ? "\(first.day)–\(monthDay(last))" : "\(monthDay(first)) – \(monthDay(last))"
  }

  /// `14:30–16:00`, `25 Nov 22:00 – 26 Nov 06:00`, `All day`, `25–27 Nov, all day`.
  package static func range(from start: LocalDateTime, to end: LocalDateTime) -> String {
    if ChineseTimeText.isAllDay(from: start, to: end) {
      let last = (end + -1).date
      return last == start.date ? "All day" : "\(days(start.date...last)), all day"
    }
    if start.date == end.date { return TimeText.time(start) + "–" + TimeText.time(end) }
    return "\(monthDay(start.date)) \(TimeText.time(start)) – \(monthDay(end.date)) \(TimeText.time(end))"
  }

  /// `Wed 25 Nov 14:30–16:00`.
  package static func dayAndTime(from start: LocalDateTime, to end: LocalDateTime) -> String {
    let range = range(from: start, to: end)
    // Ranges over several days name them already.
    return (end + -1).date == start.date ? "\(day(start.date)) \(range)" : range
  }
}

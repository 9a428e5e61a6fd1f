/// Dates and times as a Chinese reader expects them (GB/T 15835: Arabic figures for dates and times).
package enum ChineseTimeText: TimePhrases {
  package static let comma = "，"

  /// `2026年11月25日`.
  package static func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.parts
    return "\(year)年\(month)月\(day)日"
  }

  /// `11月25日`.
  package static func monthDay(_ date: CivilDate) -> String {
    let (_, month, day) = date.parts
    return "\(month)月\(day)日"
  }

  /// `2026年11月`.
  package static func month(_ month: Int, of year: Int) -> String { "\(year)年\(month)月" }

  /// `11月`.
  package static func month(_ month: Int) -> String { "\(month)月" }

  /// `2026年`.
  package static func year(_ year: Int) -> String { "\(year)年" }

  /// `周三`.
  package static func weekday(_ weekday: Weekday) -> String {
    "周" + ["一", "二", "三", "四", "五", "六", "日"][weekday.rawValue]
  }

  /// `11月25日 周三`.
  package static func day(_ date: CivilDate) -> String {
    monthDay(date) + " " + weekday(date.weekday)
  }

  /// `14:30–16:00`; with days where it runs over midnight: `11月25日 22:00 – 11月26日 06:00`.
  package static func range(from start: LocalDateTime, to end: LocalDateTime) -> String {
    if isAllDay(from: start, to: end) {
      let last = (end + -1).date
      return last == start.date ? "全天" : "\(monthDay(start.date))–\(monthDay(last)) 全天"
    }
    if start.date == end.date { return TimeText.time(start) + "–" + TimeText.time(end) }
    return "\(monthDay(start.date)) \(TimeText.time(start)) – \(monthDay(end.date)) \(TimeText.time(end))"
  }

  /// Whole days: from midnight to a midnight.
  package static func isAllDay(from start: LocalDateTime, to end: LocalDateTime) -> Bool {
    start.minuteOfDay == 0 && end.minuteOfDay == 0 && start < end
  }
}

extension ChineseTimeText {
  /// The last moment before `time`, as people say it: `2026年11月30日` where it is a midnight, else with the time.
  package static func until(_ time: LocalDateTime) -> String {
    time.minuteOfDay == 0 ? date((time + -1).date) : "\(date(time.date)) \(TimeText.time(time))"
  }
}

extension ChineseTimeText {
  /// The times of a series, without dates: `14:30–16:00`, `22:00–次日 06:00`, `09:00–第3天 17:00`, `全天`, `3天`.
  package static func times(from start: LocalDateTime, to end: LocalDateTime) -> String {
    if isAllDay(from: start, to: end) {
      let days = end.date - start.date
      return days == 1 ? "全天" : "\(days)天"
    }
    let days = end.date - start.date
    if days == 0 { return TimeText.time(start) + "–" + TimeText.time(end) }
    return TimeText.time(start) + "–" + (days == 1 ? "次日 " : "第\(days + 1)天 ") + TimeText.time(end)
  }

  /// `11月25日 周三 14:30–16:00`.
  package static func dayAndTime(from start: LocalDateTime, to end: LocalDateTime) -> String {
    let range = range(from: start, to: end)
    // Ranges over several days name them already.
    return (end + -1).date == start.date ? "\(day(start.date)) \(range)" : range
  }

  /// `11月1日–30日`, `11月30日–12月6日`.
  package static func days(_ days: ClosedRange<CivilDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return monthDay(first) }
    return monthDay(first) + "–"
      + (first.month == last.month && first.year == last.year ? "\(last.day)日" : monthDay(last))
  }
}

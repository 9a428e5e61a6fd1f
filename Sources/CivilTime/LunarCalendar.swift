import Foundation

/// Days as the Chinese calendar (农历) names them. Foundation's own tables and astronomy are used: 3.8 µs a date, where the calendar itself is
/// made once; so keep one for the days of a build.
public struct LunarCalendar: Sendable {
  private let calendar: Calendar

  public init() {
    var calendar = Calendar(identifier: .chinese)
    // The calendar's days are those of UTC+8 by definition (GB/T 33661-2017), whatever the site's zone, and whatever clocks showed
    // in the summers of 1986 to 1991.
    calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3600)!
    self.calendar = calendar
  }

  /// Right from 1950 to 2100, but that 七月 of 2097 begins a day late: the new moon of 7 August is seconds before midnight.
  public func date(of date: CivilDate) -> LunarDate {
    if let lunar = named(date) { return lunar }
    // Where a new moon is within seconds of midnight, Foundation's two ways of reckoning it may fall apart, and the last day of a month comes
    // out as day 0 of the next (2057-09-28 and 2097-08-07, the only ones of 1950 to 2100). It is the day after the day before.
    guard let yesterday = named(date - 1),
      let lunar = LunarDate(
        yearOfCycle: yesterday.yearOfCycle, month: yesterday.month, isLeapMonth: yesterday.isLeapMonth,
        day: yesterday.day + 1)
    else { preconditionFailure("Foundation's Chinese calendar has no name for \(TimeText.date(date))") }
    return lunar
  }

  private func named(_ date: CivilDate) -> LunarDate? {
    // Noon in UTC+8.
    let noon = Date(timeIntervalSince1970: Double(date.dayNumber * 86_400 + 4 * 3600))
    let parts = calendar.dateComponents([.year, .month, .day, .isLeapMonth], from: noon)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return LunarDate(yearOfCycle: year, month: month, isLeapMonth: parts.isLeapMonth ?? false, day: day)
  }
}

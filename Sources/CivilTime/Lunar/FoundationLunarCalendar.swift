import Foundation

/// The Chinese calendar as Foundation has it: for the years outside the table, and to judge the table by. It is made in 1 ms (20 where ICU's data
/// have to come from the disk) and names a day in 4 µs.
struct FoundationLunarCalendar {
  private let calendar: Calendar

  init() {
    var calendar = Calendar(identifier: .chinese)
    // Not Asia/Shanghai, whose clocks showed another time in the summers of 1986 to 1991.
    calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3600)!
    self.calendar = calendar
  }

  func date(of date: CivilDate) -> LunarDate {
    if let lunar = named(date) { return lunar }
    // Where a new moon is within seconds of midnight, Foundation's two ways of reckoning it may fall apart, and the last day of a month comes
    // out as day 0 of the next (2057-09-28 and 2097-08-07 are so). It is the day after the day before.
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

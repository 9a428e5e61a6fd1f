/// A day of the Chinese calendar (农历).
package struct LunarDate: Sendable, Hashable {
  /// The year's place in the cycle of sixty: 1 (甲子) to 60 (癸亥).
  package let yearOfCycle: Int
  /// 1…12; a leap month has the number of the month that it follows.
  package let month: Int
  package let isLeapMonth: Bool
  /// 1…30.
  package let day: Int

  /// nil when a number is outside its range. Whether that month had a thirtieth day, or was a leap month, is `LunarCalendar`'s to know.
  package init?(yearOfCycle: Int, month: Int, isLeapMonth: Bool = false, day: Int) {
    guard (1...60).contains(yearOfCycle), (1...12).contains(month), (1...30).contains(day) else { return nil }
    self.yearOfCycle = yearOfCycle
    self.month = month
    self.isLeapMonth = isLeapMonth
    self.day = day
  }
}

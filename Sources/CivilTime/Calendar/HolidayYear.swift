/// The days that one announcement of the State Council ("国务院办公厅关于2026年部分节假日安排的通知") names. Its year is that of the title: the
/// New Year holiday and the weekend worked for it may lie in the December before.
package struct HolidayYear: Sendable, Hashable {
  /// Why a day can't be listed.
  package enum Refusal: Error, Hashable {
    /// Neither in the year nor in the last week of the year before.
    case outsideYear
    case listedTwice
    /// A holiday that is listed as a make-up workday, or the other way round.
    case listedAsTheOther
    /// A make-up workday that is a Monday to Friday.
    case notAtWeekend
  }

  package let year: Int
  /// By day, `.holiday` or `.makeUpWorkday` only.
  package private(set) var days: [CivilDate: DayKind] = [:]

  package init(year: Int) {
    self.year = year
  }

  /// 25 December of the year before to 31 December: the days that the announcement may name.
  package func covers(_ date: CivilDate) -> Bool {
    let (year, month, day) = date.parts
    return year == self.year || year == self.year - 1 && month == 12 && day >= Self.firstDayShared
  }

  package mutating func add(holiday name: String, on date: CivilDate) throws(Refusal) {
    try add(.holiday(name), on: date)
  }

  package mutating func add(makeUpWorkdayFor name: String, on date: CivilDate) throws(Refusal) {
    guard date.weekday.isWeekend else { throw .notAtWeekend }
    try add(.makeUpWorkday(name), on: date)
  }

  private mutating func add(_ kind: DayKind, on date: CivilDate) throws(Refusal) {
    guard covers(date) else { throw .outsideYear }
    if let other = days[date] { throw other.isWorkday == kind.isWorkday ? .listedTwice : .listedAsTheOther }
    days[date] = kind
  }

  /// From this day of December on, two announcements speak of a day.
  static let firstDayShared = 25
}

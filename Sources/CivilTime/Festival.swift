/// A festival or day of remembrance as a community's calendar names it, and on which day it falls.
package struct Festival: Sendable, Hashable {
  /// How its day is found.
  package enum Rule: Sendable, Hashable {
    /// A day of the Gregorian calendar.
    case day(month: Int, day: Int)
    /// The nth such weekday of a month.
    case weekday(Weekday, ordinal: Int, month: Int)
    /// A day of the Chinese calendar; never in a leap month.
    case lunar(month: Int, day: Int)
    /// The last day of the Chinese calendar's year, be it the 29th or the 30th.
    case lastOfLunarYear
    case solarTerm(SolarTerm)
  }

  package let name: String
  package let englishName: String
  package let rule: Rule
  /// A day off for all citizens by law (《全国年节及纪念日放假办法》2024, art. 2).
  package let isPublicHoliday: Bool

  init(_ name: String, _ englishName: String, _ rule: Rule, isPublicHoliday: Bool = false) {
    self.name = name
    self.englishName = englishName
    self.rule = rule
    self.isPublicHoliday = isPublicHoliday
  }

  /// A festival of the Chinese calendar: its leaf shows the day of that calendar too.
  package var isLunar: Bool {
    switch rule {
    case .lunar, .lastOfLunarYear: true
    case .day, .weekday, .solarTerm: false
    }
  }

  /// Those of a day, the weightier first.
  ///
  /// - Parameters:
  ///   - lunar: the day in the Chinese calendar.
  ///   - tomorrow: the day after, which tells whether the lunar year ends.
  ///   - term: the solar term that falls on the day.
  static func falling(
    on date: CivilDate, lunar: LunarDate, tomorrow: @autoclosure () -> LunarDate, term: SolarTerm?
  ) -> [Festival] {
    let (_, month, day) = date.parts
    return all.filter { festival in
      switch festival.rule {
      case .day(let m, let d): (m, d) == (month, day)
      case .weekday(let weekday, let ordinal, let m): m == month && date.weekday == weekday && (day + 6) / 7 == ordinal
      case .lunar(let m, let d): !lunar.isLeapMonth && (m, d) == (lunar.month, lunar.day)
      case .lastOfLunarYear: lunar.month == 12 && lunar.day >= 29 && tomorrow().month == 1
      case .solarTerm(let expected): term == expected
      }
    }
  }
}

/// Days as the Chinese calendar (农历) names them. Its days are those of UTC+8 by definition (GB/T 33661-2017), whatever the site's zone.
///
/// From 1950 to 2100 by a table, exactly, in less than 1 µs; make it once for the days of a build. Other years are asked of Foundation, which is right but
/// where a new moon is seconds from midnight, and whose calendar costs a millisecond to make.
package struct LunarCalendar: Sendable {
  /// By year of the table, the day number of its first day; and the day after the last.
  private let newYears: [Int]

  package init() {
    newYears = LunarMonthTable.years.reduce(into: [LunarMonthTable.firstDay]) { days, year in
      days.append(days.last! + LunarMonthTable.length(year))
    }
  }

  package func date(of date: CivilDate) -> LunarDate {
    guard let next = newYears.firstIndex(where: { $0 > date.dayNumber }), next > 0 else {
      return FoundationLunarCalendar().date(of: date)
    }
    var day = date.dayNumber - newYears[next - 1]
    let year = LunarMonthTable.firstYear + next - 1
    for month in LunarMonthTable.months(LunarMonthTable.years[next - 1]) {
      // 1984 was 甲子, the first of a cycle.
      if day < month.days {
        return LunarDate(
          yearOfCycle: (year - 1984 + 60) % 60 + 1, month: month.month, isLeapMonth: month.isLeap, day: day + 1)!
      }
      day -= month.days
    }
    preconditionFailure("a year's months fill it")
  }
}

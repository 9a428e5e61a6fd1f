import Testing

@testable import CivilTime

@Suite struct LunarCalendarTests {
  private let calendar = LunarCalendar()

  @Test(arguments: [
    ("2026-02-17", "正月初一"), ("2033-12-22", "闰十一月初一"), ("2020-05-23", "闰四月初一"), ("2014-10-24", "闰九月初一"),
    ("2026-02-16", "腊月廿九"), ("2025-01-28", "腊月廿九"), ("2024-02-09", "腊月三十"), ("2026-11-21", "十月十三"),
    ("2026-09-25", "八月十五"), ("2026-06-19", "五月初五"), ("2026-12-28", "十一月二十"), ("1987-07-26", "闰六月初一"),
  ])
  func knownDays(text: String, lunar: String) {
    #expect(calendar.date(of: day(text)).text == lunar)
  }

  @Test(arguments: [
    // 乙巳, 丙午, 甲子, 癸亥.
    ("2026-02-16", 42), ("2026-02-17", 43), ("1984-02-02", 1), ("2044-01-29", 60),
  ])
  func years(text: String, ofCycle year: Int) {
    #expect(calendar.date(of: day(text)).yearOfCycle == year)
  }

  /// Every day of the 1,867 months from 1950 to 2100, as JPL's DE423 has them by the rule of the calendar (Fixtures/almanac.py).
  @Test func everyDayIsTheSkys() throws {
    let months = try fixture("lunar-months.csv")
    #expect(months.count == 1868)
    for (row, next) in zip(months, months.dropFirst()) {
      let first = day(row[0])
      for offset in 0..<(day(next[0]) - first) {
        let date = calendar.date(of: first + offset)
        let isRight = date.month == Int(row[1])! && date.isLeapMonth == (row[2] == "leap") && date.day == offset + 1
        #expect(isRight, "\(TimeText.date(first + offset)) \(date.text)")
      }
    }
  }

  /// Foundation's astronomy knows nothing of the table. They differ in one month: its new moon is 18 s before midnight by DE423 if the Earth turns
  /// as ΔT has it (197 s), and Foundation puts it after. lunar_python and sxtwl have 2097-08-07 as 七月初一 too. On the other edge, the new moon of
  /// 2057-09-29, 4 s after midnight, Foundation is with DE423 and lunar_python; sxtwl has it the day before.
  @Test func foundationDiffersInOneMonth() {
    let foundation = FoundationLunarCalendar()
    var differences: [String] = []
    for number in day("1949-01-29").dayNumber...day("2101-01-28").dayNumber {
      let date = CivilDate(dayNumber: number)
      let other = foundation.date(of: date)
      if calendar.date(of: date) != other { differences.append("\(TimeText.date(date)) \(other.text)") }
    }
    #expect(differences.count == 30)
    #expect(differences.first == "2097-08-07 六月三十" && differences.last == "2097-09-05 七月廿九")
  }

  /// The table's first and last day, and those beside them.
  @Test(arguments: [("1949-01-28", "腊月三十"), ("1949-01-29", "正月初一"), ("2101-01-28", "腊月廿九"), ("2101-01-29", "正月初一")])
  func beyondTheTable(text: String, lunar: String) {
    #expect(calendar.date(of: day(text)).text == lunar)
  }

  @Test func noSuchDate() {
    #expect(LunarDate(yearOfCycle: 61, month: 1, day: 1) == nil)
    #expect(LunarDate(yearOfCycle: 1, month: 13, day: 1) == nil)
    #expect(LunarDate(yearOfCycle: 1, month: 1, day: 31) == nil)
  }
}

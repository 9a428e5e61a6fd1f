import Testing

@testable import CivilTime

@Suite struct MonthDayTests {
  @Test func everyDayOfALeapYearComesBack() throws {
    let first = try #require(CivilDate(year: 2024, month: 1, day: 1))
    for offset in 0..<366 {
      let day = MonthDay(first + offset)
      #expect(TimeText.parseMonthDay(TimeText.monthDay(day)) == day)
      #expect(day.date(in: 2024) == first + offset)
    }
    #expect(MonthDay(month: 2, day: 29)?.date(in: 2026) == nil)
  }

  @Test(arguments: ["", "2-29", "02-30", "13-01", "12-04-", "1204", "2026-12-04"])
  func nothingElseIsRead(text: String) {
    #expect(TimeText.parseMonthDay(text) == nil)
  }

  @Test(arguments: ["12-04", "12-4", "12/4", "12月4日", "12 月 4 号", "１２月４日", " 12月4 "])
  func asPeopleWriteIt(phrase: String) {
    #expect(MonthDay(phrase: phrase).map(TimeText.monthDay) == "12-04")
  }

  @Test(arguments: ["", "12月", "12", "2026-12-04", "2026年12月4日", "2月30日", "12.4", "12月4日起", "腊月初八"])
  func whatIsNoDayOfTheYear(phrase: String) {
    #expect(MonthDay(phrase: phrase) == nil)
  }
}

import Testing

@testable import CivilTime

@Suite struct CivilPeriodTests {
  @Test(arguments: [
    (CivilPeriod.Length.month, "2024-02", "2024-02-01", "2024-02-29", "2024-03"),
    (.month, "2026-12", "2026-12-01", "2026-12-31", "2027-01"),
    (.quarter, "2026-Q1", "2026-01-01", "2026-03-31", "2026-Q2"),
    (.quarter, "2026-Q4", "2026-10-01", "2026-12-31", "2027-Q1"),
    (.halfYear, "2026-H1", "2026-01-01", "2026-06-30", "2026-H2"), (.year, "2026", "2026-01-01", "2026-12-31", "2027"),
  ])
  func aPeriodHasItsDays(length: CivilPeriod.Length, name: String, first: String, last: String, next: String) throws {
    let period = try #require(CivilPeriod(name))
    #expect(period.length == length && period.description == name)
    #expect(TimeText.date(period.first) == first && TimeText.date(period.last) == last)
    #expect(period.next?.description == next && period.next?.previous == period)
  }

  /// Periods of a length follow on one another without gap, and each day is in the one that it should be in.
  @Test(arguments: CivilPeriod.Length.allCases) func everyDayIsInOnePeriod(length: CivilPeriod.Length) {
    var period = CivilPeriod(length, containing: CivilDate(year: 1999, month: 6, day: 15)!)
    for number in period.first.dayNumber..<period.first.dayNumber + 1500 {
      let day = CivilDate(dayNumber: number)
      if day > period.last {
        #expect(period.last + 1 == day)
        period = period.next!
      }
      #expect(CivilPeriod(length, containing: day) == period && period.first <= day)
    }
  }

  @Test(arguments: [
    ("2026年第三季度", "2026-Q3"), ("2026年三季度", "2026-Q3"), ("2026年第3季度", "2026-Q3"), ("2026-q3", "2026-Q3"),
    ("2026年上半年", "2026-H1"), ("2026年下半年", "2026-H2"), ("2026年7月", "2026-07"), ("2026年12月", "2026-12"),
    ("2026年", "2026"), ("2026年度", "2026"), ("2026-10", "2026-10"),
  ])
  func itIsReadAsPeopleWriteIt(text: String, name: String) { #expect(CivilPeriod(text)?.description == name) }

  @Test(arguments: [
    "", "2026-", "2026-13", "2026-00", "2026-20", "2026-Q5", "2026-Q0", "2026-H3", "2026-Q", "2026-Q12", "0000",
    "26-Q3",
    "2026年第五季度", "2026年13月", "2026年第季度", "2026年月", "第三季度", "2026/Q3", "2026-07-01", "+026", "2026年-1月",
  ])
  func whatIsNoPeriodIsRefused(text: String) { #expect(CivilPeriod(text) == nil) }

  @Test func theCalendarEnds() {
    #expect(CivilPeriod("9999-12")?.next == nil && CivilPeriod("0001")?.previous == nil)
  }
}

import Testing

@testable import CivilTime

@Suite struct PartialDateTests {
  @Test(arguments: ["2025", "2025-06", "2025-06-01", "0001-01-01"])
  func textsComeBack(text: String) throws {
    #expect(TimeText.partialDate(try #require(TimeText.parsePartialDate(text))) == text)
  }

  @Test(arguments: [
    "", "25", "0000", "2025-", "2025-6", "2025-13", "2025-06-", "2025-06-31", "2025-06-01T", "20250601",
  ])
  func nothingElseIsRead(text: String) {
    #expect(TimeText.parsePartialDate(text) == nil)
  }

  @Test(arguments: [
    ("2025", "2025"), ("2025年", "2025"), ("２０２５ 年", "2025"), ("2025-6", "2025-06"), ("2025/06", "2025-06"),
    ("2025年6月", "2025-06"), ("2025 年 6 月", "2025-06"), ("2025年6月1日", "2025-06-01"),
    ("2025.6.1", "2025-06-01"), ("20250601", "2025-06-01"),
  ])
  func asPeopleWriteIt(phrase: String, expected: String) {
    #expect(PartialDate(phrase: phrase).map(TimeText.partialDate) == expected)
  }

  @Test(arguments: [
    "", "去年", "25年", "6月1日", "2025年13月", "2025年6", "2025-", "2025年2月30日", "2025年度", "2025.6", "2025-06 上旬",
  ])
  func whatIsNoDate(phrase: String) {
    #expect(PartialDate(phrase: phrase) == nil)
  }

  @Test func theLessExactGoesBefore() {
    let dates = ["2025-06-01", "2024-12-31", "2025", "2025-06"].compactMap { TimeText.parsePartialDate($0) }
    #expect(dates.sorted().map(TimeText.partialDate) == ["2024-12-31", "2025", "2025-06", "2025-06-01"])
    #expect(dates[2].firstDay == CivilDate(year: 2025, month: 1, day: 1))
    #expect(PartialDate(year: 2025, day: 1) == nil)
  }
}

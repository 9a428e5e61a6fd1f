import Testing

@testable import CivilTime

@Suite struct LogTimeTextTests {
  @Test(arguments: [
    ("21/Nov/2026:09:00:00 +0800", "2026-11-21T09:00:00+08:00"),
    ("01/Jan/1970:00:00:00 +0000", "1970-01-01T00:00:00Z"),
    ("29/Feb/2028:23:59:59 -0930", "2028-02-29T23:59:59-09:30"),
    ("31/Dec/2026:23:59:59 +0000", "2026-12-31T23:59:59Z"),
  ])
  func timesAreRead(text: String, expected: String) {
    #expect(TimeText.parseLogTime(Array(text.utf8)) == TimeText.parseInstant(expected))
  }

  /// A leap second is the next one's beginning (POSIX).
  @Test func aLeapSecondIsRead() {
    #expect(
      TimeText.parseLogTime(Array("31/Dec/2016:23:59:60 +0000".utf8)) == TimeText.parseInstant("2017-01-01T00:00:00Z"))
  }

  @Test(arguments: [
    "", "21/Nov/2026:09:00:00", "21/nov/2026:09:00:00 +0800", "30/Feb/2026:09:00:00 +0800",
    "21/Nov/2026:24:00:00 +0800",
    "21/Nov/2026:09:60:00 +0800", "21/Nov/2026:09:00:61 +0800", "21/Nov/2026:09:00:00 +2400",
    "21/Nov/2026:09:00:00  0800",
    "2x/Nov/2026:09:00:00 +0800", "21-Nov-2026:09:00:00 +0800", "21/Nov/2026:09:00:00 +0800 ",
    "00/Nov/2026:09:00:00 +0800",
  ])
  func whatIsNoneIsNone(text: String) {
    #expect(TimeText.parseLogTime(Array(text.utf8)) == nil)
  }
}

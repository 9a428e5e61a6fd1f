import CivilTime
import Testing

@testable import Words

@Suite struct EnglishTimeTests {
  private func time(_ text: String) -> LocalDateTime { TimeText.parseLocal(text)! }

  @Test(arguments: [
    ("2026-11-25T14:30", "2026-11-25T16:00", "14:30–16:00", "Wed 25 Nov 14:30–16:00"),
    ("2026-11-25T00:00", "2026-11-26T00:00", "All day", "Wed 25 Nov All day"),
    ("2026-11-25T00:00", "2026-11-28T00:00", "25–27 Nov, all day", "25–27 Nov, all day"),
    ("2026-11-30T00:00", "2026-12-02T00:00", "30 Nov – 1 Dec, all day", "30 Nov – 1 Dec, all day"),
    ("2026-11-25T22:00", "2026-11-26T06:00", "25 Nov 22:00 – 26 Nov 06:00", "25 Nov 22:00 – 26 Nov 06:00"),
  ])
  func ranges(from: String, to: String, range: String, whole: String) {
    #expect(English.words.range(from: time(from), to: time(to)) == range)
    #expect(English.words.dayAndTime(from: time(from), to: time(to)) == whole)
  }

  @Test func days() {
    let first = time("2026-11-01T00:00").date
    #expect(English.words.day(first) == "Sun 1 Nov")
    #expect(English.words.date(first) == "1 Nov 2026")
    #expect([0, 29, 30].map { English.words.days(first...first + $0) } == ["1 Nov", "1–30 Nov", "1 Nov – 1 Dec"])
  }

  @Test(arguments: [
    ("Mo-Fr 08:30-17:30; Sa 09:00-12:00", "Mon–Fri 08:30–17:30; Sat 09:00–12:00"),
    ("Tu,Th 09:00-11:00,14:00-16:00", "Tue, Thu 09:00–11:00, 14:00–16:00"), ("24/7", "always"),
    ("PH off", "public holidays closed"),
  ])
  func openingHours(text: String, expected: String) {
    #expect(English.words.openingHours(text) == expected)
  }
}

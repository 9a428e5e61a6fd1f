import Foundation
import Testing

@testable import CivilTime

@Suite struct CivilDateTests {
  @Test func agreesWithFoundationOverFourCenturies() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0)!
    for number in stride(from: -140_000, through: 60_000, by: 37) {
      let date = CivilDate(dayNumber: number)
      let other = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let parts = date.parts
      // Foundation's weeks begin on Sunday with 1, and its calendar is Julian before 1582.
      #expect(parts.year == other.year! && parts.month == other.month! && parts.day == other.day!)
      #expect((date.weekday.rawValue + 1) % 7 + 1 == other.weekday!)
      #expect(CivilDate(year: parts.year, month: parts.month, day: parts.day) == date)
    }
  }

  @Test(arguments: [(2026, 2, 29), (2100, 2, 29), (2026, 13, 1), (2026, 4, 31), (2026, 1, 0), (0, 1, 1)])
  func noSuchDay(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func weeksBeginOnMonday() {
    let saturday = CivilDate(year: 2026, month: 11, day: 21)!
    #expect(saturday.weekday == .saturday)
    #expect(TimeText.date(saturday.startOfWeek()) == "2026-11-16")
    #expect(saturday.startOfWeek(.saturday) == saturday)
  }
}

@Suite struct TimeTextTests {
  @Test(arguments: ["2026-11-21T09:00:00+08:00", "2026-11-21T01:00:00Z", "2026-11-20 20:00:00.75-05:00"])
  func readsInstants(text: String) {
    #expect(TimeText.parseInstant(text)?.seconds == 1_795_222_800)
  }

  @Test(arguments: [
    "2026-11-21", "2026-11-21T09:00:00", "2026-11-21T24:00:00Z", "2026-02-30T09:00:00Z", "2026-11-21T09:00:00+0800",
    "x2026-11-21T09:00:00Z", "2026-11-21T09:00:00Zx", "0001-01-01T00:00:00+08:00", "9999-12-31T20:00:00-08:00",
  ])
  func refusesWhatIsNoInstant(text: String) {
    #expect(TimeText.parseInstant(text) == nil)
  }

  @Test func writesEachForm() {
    let time = TimeText.parseLocal("2026-11-25T14:30")!
    #expect(TimeText.rfc3339(time, in: .shanghai) == "2026-11-25T14:30:00+08:00")
    #expect(TimeText.localSeconds(time) == "2026-11-25 14:30:00")
    #expect(TimeText.basic(time) == "20261125T143000")
    #expect(TimeText.basicUTC(Zone.shanghai.instant(of: time)) == "20261125T063000Z")
  }

  @Test func localTimesBeforeTheEpochKeepTheirDay() {
    let time = TimeText.parseLocal("1969-12-31T23:59")!
    #expect(TimeText.local(time) == "1969-12-31T23:59")
  }

  @Test(arguments: ["2026-11-25T25:00", "2026-11-25", "2026-11-31T10:00", "2026-11-25T10:00:30", "25/11/2026 10:00"])
  func refusesWhatIsNoLocalTime(text: String) {
    #expect(TimeText.parseLocal(text) == nil)
  }
}

@Suite struct ZoneTests {
  @Test func daylightSavingIsRefused() {
    #expect(throws: Zone.LookupError.changesOffset) { try Zone.named("Europe/Berlin") }
    for name in ["Asia/Quanxi", "GMT+08:00", "GMT+8", "+08:00", "CST", "PRC", "Asia/../Shanghai", "", "北京"] {
      #expect(throws: Zone.LookupError.unknown, "\(name)") { try Zone.named(name) }
    }
  }

  @Test func zonesWithoutItAreFine() throws {
    #expect(try Zone.named("Asia/Shanghai").offsetMinutes == 480)
    #expect(try Zone.named("Asia/Kolkata").offsetMinutes == 330)
    #expect(try Zone.named("UTC").offsetMinutes == 0)
  }
}

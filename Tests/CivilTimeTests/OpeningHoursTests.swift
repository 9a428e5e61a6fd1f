import CivilTime
import Testing

@Suite struct OpeningHoursTests {
  private let calendar: WorkCalendar

  init() throws {
    var year = HolidayYear(year: 2026)
    try year.add(holiday: "国庆节", on: TimeText.parseDate("2026-10-01")!)
    calendar = WorkCalendar([year])
  }

  private func day(_ hours: String, _ date: String, in calendar: WorkCalendar? = nil) throws -> OpeningHours.Day {
    try #require(OpeningHours(hours)).day(TimeText.parseDate(date)!, calendar ?? self.calendar)
  }

  @Test(arguments: [
    // 2026-11-20 is a Friday.
    ("Mo-Fr 08:30-17:30", "2026-11-20", [510..<1050]), ("Mo-Fr 08:30-17:30", "2026-11-21", []),
    ("Mo-Fr 09:00-12:00,14:00-21:00", "2026-11-20", [540..<720, 840..<1260]),
    ("Sa-Mo 09:00-12:00", "2026-11-22", [540..<720]), ("Sa,Su 9:00-12:00", "2026-11-22", [540..<720]),
    ("24/7", "2026-11-22", [0..<1440]), ("Mo-Su 22:00-02:00", "2026-11-22", [1320..<1560]),
    ("Mo-Su 18:00-26:00", "2026-11-22", [1080..<1560]), ("08:00-12:00,12:00-18:00", "2026-11-22", [480..<1080]),
    // The last rule that names a day holds.
    ("Mo-Su 08:00-20:00; Fr off", "2026-11-20", []), ("Mo-Fr 08:00-20:00; PH off", "2026-10-01", []),
    ("Mo-Fr 08:00-20:00", "2026-10-01", [480..<1200]), ("Mo-Fr 08:00-20:00; PH 10:00-16:00", "2026-10-01", [600..<960]),
    ("Sa,Su,PH 10:00-16:00", "2026-10-01", [600..<960]),
    ("Apr-Sep Mo-Su 06:00-22:00; Oct-Mar Mo-Su 07:00-20:00", "2026-11-20", [420..<1200]),
    ("Apr-Sep 06:00-22:00; Oct-Mar 07:00-20:00", "2026-09-30", [360..<1320]),
    ("Mo-Su 08:00-20:00; Nov 20 off", "2026-11-20", []),
    ("Mo-Su 08:00-20:00; 2027 Nov 20 off", "2026-11-20", [480..<1200]),
    ("Mo-Su 08:00-20:00; 2026 Nov 18-21 09:00-10:00", "2026-11-20", [540..<600]),
    ("Mo-Su 08:00-20:00; Jan 01,Nov 20 closed", "2026-11-20", []), ("Mo-Su 08:00-20:00; Nov off", "2026-11-30", []),
  ])
  func aDaysHours(_ hours: String, _ date: String, _ expected: [Range<Int>]) throws {
    #expect(try day(hours, date) == .open(expected))
  }

  @Test(arguments: [
    "", "open", "周一至周五", "Mo-Fr", "Mo-Fr 8-17", "Mo-Fr 08:30", "Mo-Fr 25:00-26:00", "Mo-Xx 08:00-09:00",
    "Mo-Fr 08:00-17:00 PH off",
    "sunrise-sunset", "Mo-Fr 08:61-09:00", "week 1-10 08:00-09:00", "Mo[1] 08:00-09:00", "SH off", "Nov 31-40 off",
    "2026 Mo off", "Mo-Fr 08:00-17:00 \"by appointment\"", "Mo-Fr -08:00-09:00", "Mo-Fr 08:00-", "2026 Oct-Feb off",
  ])
  func whatIsNotUnderstoodIsNotGuessed(_ hours: String) {
    #expect(OpeningHours(hours) == nil)
  }

  /// The year's holidays are not known: nothing is said of days on which it depends on them.
  @Test func anUnknownYear() throws {
    #expect(try day("Mo-Fr 08:00-17:00; PH off", "2027-03-03") == .unknown)
    #expect(try day("Mo-Fr 08:00-17:00; PH off", "2027-03-06") == .open([]))
    #expect(try day("Mo-Fr 08:00-17:00", "2027-03-03") == .open([480..<1020]))
  }

  // MARK: Over days

  private func times(_ hours: String, _ first: String, _ last: String) throws -> OpeningTimes {
    OpeningTimes(
      try #require(OpeningHours(hours)), from: TimeText.parseDate(first)!, through: TimeText.parseDate(last)!, calendar)
  }

  private func state(_ hours: String, at time: String) throws -> OpeningTimes.State {
    try times(hours, "2026-11-20", "2026-11-26").state(
      at: TimeText.parseLocal(time)!, knownUntil: TimeText.parseLocal("2026-11-27T00:00")!)
  }

  private func at(_ time: String) -> LocalDateTime { TimeText.parseLocal(time)! }

  @Test func acrossMidnight() throws {
    #expect(try state("Fr 22:00-02:00", at: "2026-11-20T23:59") == .open(until: at("2026-11-21T02:00")))
    #expect(try state("Fr 22:00-02:00", at: "2026-11-21T01:59") == .open(until: at("2026-11-21T02:00")))
    #expect(try state("Fr 22:00-02:00", at: "2026-11-21T02:00") == .closed(until: nil))
    // Begun on the day before all that is known.
    #expect(try state("Th 22:00-02:00", at: "2026-11-20T01:00") == .open(until: at("2026-11-20T02:00")))
  }

  @Test func nextOpening() throws {
    #expect(try state("Mo-Fr 08:30-17:30", at: "2026-11-20T08:29") == .closed(until: at("2026-11-20T08:30")))
    #expect(try state("Mo-Fr 08:30-17:30", at: "2026-11-20T17:30") == .closed(until: at("2026-11-23T08:30")))
    #expect(try state("24/7", at: "2026-11-20T17:30") == .open(until: nil))
  }

  /// From each change to the next the state stays what it was at its beginning, but for the day that a text names.
  @Test(arguments: [
    "24/7", "Mo-Fr 08:30-17:30; Sa off", "Mo-Su 22:00-02:00", "Mo-Fr 09:00-12:00,14:00-21:00; Sa 09:00-12:00",
  ])
  func statesHoldFromChangeToChange(_ hours: String) throws {
    let times = try times(hours, "2026-11-20", "2026-11-26")
    let (begin, end) = (at("2026-11-20T00:00"), at("2026-11-27T00:00"))
    let changes = times.changes(from: begin, until: end)
    #expect(changes.first == begin)
    var minute = begin
    while minute < end {
      let last = try #require(changes.last { $0 <= minute })
      #expect(times.state(at: minute, knownUntil: end) == times.state(at: last, knownUntil: end))
      minute = minute + 7
    }
  }
}

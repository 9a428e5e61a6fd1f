import Foundation
import Testing

@testable import CivilTime

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

  @Test(
    arguments: [
      ("", 1, .empty), (" ", 2, .empty), ("周一至周五", 1, .unexpected), ("Mo-Fr 8-17", 7, .unexpected),
      ("Mo-Fr 08:30", 7, .unsupported), ("Mo-Fr 25:00-26:00", 7, .outOfRange), ("Mo-Xx 08:00-09:00", 4, .unexpected),
      ("Mo-Fr 08:00-17:00 PH off", 19, .unexpected), ("sunrise-sunset", 1, .unsupported),
      ("Mo-Fr 08:61-09:00", 7, .outOfRange), ("SH off", 1, .unsupported), ("Nov 31 off", 5, .outOfRange),
      ("Mo-Fr -08:00-09:00", 7, .unexpected), ("Mo-Fr 08:00-", 13, .unexpected), ("2026 Oct-Feb off", 1, .outOfRange),
      ("Mo-Fr 08:00-12:00; Sa 08:00+", 23, .unsupported), ("08:00-12:00/30", 1, .unsupported),
      ("Mo-Fr 08:00-12:00 || \"预约\"", 19, .unsupported), ("easter off", 1, .unsupported),
      ("Oct Su[-1]-Mar Su[1] off", 11, .unsupported), ("Mo[6] off", 4, .outOfRange), ("Mo[1 off", 6, .unexpected),
      ("week 54 off", 6, .outOfRange), ("Mo-Fr 08:00-17:00 \"预约", 19, .unexpected), ("Mo,08:00-09:00", 3, .unexpected),
      ("Mo-Fr 08：30-17：30", 7, .unexpected), ("Mo-Fr 08:00-12:00；Sa off", 18, .unexpected),
      ("Nov 20-Dec off", 1, .unexpected),
      (";Mo off", 1, .unexpected), ("Mo-Fr 08:00-12:00;;Sa off", 19, .unexpected),
    ] as [(String, Int, OpeningHoursProblem.Reason)])
  func whatIsNotUnderstoodIsNotGuessed(_ hours: String, _ column: Int, _ reason: OpeningHoursProblem.Reason) {
    #expect(OpeningHours(hours) == nil)
    let problem = #expect(throws: OpeningHoursProblem.self) { try OpeningHours.read(hours) }
    #expect(problem?.column == column && problem?.reason == reason)
  }

  private static let oracle: [(text: String, isNight: Bool, days: [(date: CivilDate, said: String)])] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/opening-hours.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "\t").map(String.init)
      let isNight = parts[0].hasPrefix("night ")
      let days = parts.dropFirst().map { part in
        let words = part.split(separator: " ").map(String.init)
        return (TimeText.parseDate(words[0])!, words[1])
      }
      return (isNight ? String(parts[0].dropFirst(6)) : parts[0], isNight, days)
    }
  }()

  /// 6,000 days of 1,000 texts, as another program reads them (Fixtures/opening_hours_oracle.py): 400 of weekdays, months, weeks and states, 400 with
  /// public holidays and hours to midnight, 200 over midnight.
  @Test func anotherProgramAgrees() throws {
    try #require(Self.oracle.count == 1000)
    for (text, isNight, days) in Self.oracle {
      let hours = try #require(OpeningHours(text), "\(text)")
      for (date, said) in days {
        guard case .open(var spans) = hours.day(date, calendar), case .open(let before) = hours.day(date - 1, calendar)
        else {
          Issue.record("\(text) on \(TimeText.date(date)): unknown")
          continue
        }
        if isNight {
          let over = before.filter { $0.upperBound > 1440 }.map {
            max(0, $0.lowerBound - 1440)..<($0.upperBound - 1440)
          }
          spans = OpeningHours.joined((spans + over).map { $0.clamped(to: 0..<1440) }.filter { !$0.isEmpty })
        }
        let shown = spans.isEmpty ? "0" : spans.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
        #expect(shown == said, "\(text) on \(TimeText.date(date))")
      }
    }
  }

  /// What a calendar can't tell is refused wherever it stands, and never read as something else.
  @Test(arguments: [
    "SH off", "SH 08:00-12:00", "Mo,SH 08:00-12:00", "easter off", "easter -2 days off", "Mo 08:00", "Mo 08:00+",
    "Mo 08:00-12:00+", "Mo sunrise-sunset", "Mo 08:00-sunset", "Mo (sunrise+01:00)-20:00", "dusk-24:00",
    "Mo 08:00-12:00/00:30", "Oct Su[-1]-Mar Su[1] off", "Mo 08:00-12:00 || \"预约\"", "Jan 01+ off",
  ])
  func whatACalendarCantTellIsRefusedAnywhere(_ part: String) throws {
    for (text, _, _) in Self.oracle {
      #expect(OpeningHours("\(text); \(part)") == nil, "\(text); \(part)")
      #expect(OpeningHours("\(part); \(text)") == nil, "\(part); \(text)")
    }
  }

  @Test(arguments: [
    // Of rules with a comma, a state, a comment.
    ("Mo-Fr 08:00-12:00, Fr 14:00-16:00", "2026-11-20", [480..<720, 840..<960]),
    ("Mo-Fr 08:00-12:00, 14:00-16:00", "2026-11-20", [480..<720, 840..<960]),
    ("Mo-Fr 08:00-17:00; 12:00-13:00 off", "2026-11-20", [480..<720, 780..<1020]),
    ("Mo-Fr 08:00-17:00 \"需预约\"", "2026-11-20", [480..<1020]), ("Mo-Fr", "2026-11-20", [0..<1440]),
    ("mo-fr 8:00 - 17:00;", "2026-11-20", [480..<1020]), ("Fr[-2] 08:00-09:00", "2026-11-20", [480..<540]),
    ("Th[3] +1 day 08:00-09:00", "2026-11-20", [480..<540]), ("week 47 Fr 08:00-09:00", "2026-11-20", [480..<540]),
    ("2026 Oct 25-2027 Jan 05 08:00-09:00", "2026-11-20", [480..<540]),
    ("08:00-09:00; Dec 25-Jan 02 off", "2027-01-02", []), ("PH Mo-We 08:00-09:00", "2026-10-01", []),
    ("PH Th 08:00-09:00", "2026-10-01", [480..<540]), ("PH -1 day 08:00-12:00", "2026-09-30", [480..<720]),
    ("PH +1 day off; 08:00-09:00", "2026-10-02", [480..<540]), ("08:00-09:00; PH +1 day off", "2026-10-02", []),
    // What runs into a day of which a later rule speaks ends at its midnight.
    ("Fr 22:00-02:00; Sa 10:00-12:00", "2026-11-20", [1320..<1440]),
    ("Fr 22:00-02:00, Sa 10:00-12:00", "2026-11-20", [1320..<1560]),
    ("Sa 10:00-12:00; Fr 22:00-02:00", "2026-11-20", [1320..<1560]),
    ("18:00-02:00; 01:00-02:00 off", "2026-11-20", [1080..<1500]),
  ])
  func theGrammar(_ hours: String, _ date: String, _ expected: [Range<Int>]) throws {
    #expect(try day(hours, date) == .open(expected))
  }

  @Test(arguments: ["unknown", "Mo-Fr unknown \"电话询问\"", "08:00-12:00, 14:00-16:00 unknown"])
  func whatIsNotCertainIsUnknown(_ hours: String) throws {
    #expect(try day(hours, "2026-11-20") == .unknown)
  }

  /// A weekend that is worked has a working day's hours where these go by the State Council's calendar.
  @Test(arguments: [
    ("Mo-Fr 08:30-17:30; PH off", OpeningHours.Day.open([510..<1050])),
    ("Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off", .open([510..<1050])), ("Mo-Fr 08:30-17:30", .open([])),
    ("Mo-Th 08:30-17:30; Fr 08:30-16:00; PH off", .unknown),
    ("Mo-Fr 08:30-17:30; PH off; Oct 10 10:00-11:00", .open([600..<660])),
  ])
  func aWeekendThatIsWorked(_ hours: String, _ expected: OpeningHours.Day) throws {
    var year = HolidayYear(year: 2026)
    try year.add(holiday: "国庆节", on: TimeText.parseDate("2026-10-01")!)
    try year.add(makeUpWorkdayFor: "国庆节", on: TimeText.parseDate("2026-10-10")!)
    #expect(try day(hours, "2026-10-10", in: WorkCalendar([year])) == expected)
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

import Testing

@testable import CivilTime

@Suite struct HolidayYearTests {
  private var year = HolidayYear(year: 2026)

  @Test func takesTheLastWeekOfTheDecemberBefore() throws {
    var year = year
    try year.add(holiday: "元旦", on: day("2025-12-31"))
    try year.add(makeUpWorkdayFor: "元旦", on: day("2025-12-27"))
    #expect(year.days.count == 2)
  }

  @Test(arguments: ["2025-12-24", "2027-01-01", "2024-12-31"])
  func refusesOtherYears(text: String) {
    var year = year
    #expect(throws: HolidayYear.Refusal.outsideYear) { try year.add(holiday: "元旦", on: day(text)) }
  }

  @Test func refusesADayTwice() throws {
    var year = year
    try year.add(holiday: "国庆节", on: day("2026-10-03"))
    #expect(throws: HolidayYear.Refusal.listedTwice) { try year.add(holiday: "中秋节", on: day("2026-10-03")) }
    #expect(throws: HolidayYear.Refusal.listedAsTheOther) {
      try year.add(makeUpWorkdayFor: "国庆节", on: day("2026-10-03"))
    }
    #expect(year.days == [day("2026-10-03"): .holiday("国庆节")])
  }

  @Test func workIsMadeUpAtWeekends() {
    var year = year
    #expect(throws: HolidayYear.Refusal.notAtWeekend) { try year.add(makeUpWorkdayFor: "国庆节", on: day("2026-10-09")) }
  }
}

@Suite struct WorkCalendarTests {
  /// The second half of 2026 as announced (国办发明电〔2025〕7号).
  private let calendar: WorkCalendar

  init() throws {
    var year = HolidayYear(year: 2026)
    for date in ["2026-09-25", "2026-09-26", "2026-09-27"] { try year.add(holiday: "中秋节", on: day(date)) }
    for offset in 0..<7 { try year.add(holiday: "国庆节", on: day("2026-10-01") + offset) }
    for date in ["2026-09-20", "2026-10-10"] { try year.add(makeUpWorkdayFor: "国庆节", on: day(date)) }
    calendar = WorkCalendar([year])
  }

  @Test(arguments: [
    ("2026-09-20", DayKind.makeUpWorkday("国庆节")), ("2026-09-24", .workday), ("2026-09-26", .holiday("中秋节")),
    ("2026-10-07", .holiday("国庆节")), ("2026-10-11", .weekend), ("2026-12-24", .workday),
    ("2026-12-25", .unknown(year: 2027)), ("2026-12-31", .unknown(year: 2027)), ("2027-01-01", .unknown(year: 2027)),
    ("2025-12-31", .unknown(year: 2025)),
  ])
  func kinds(text: String, kind: DayKind) {
    #expect(calendar.kind(of: day(text)) == kind)
    #expect(calendar.isWorkday(day(text)) == kind.isWorkday)
  }

  @Test func theFollowingYearMakesLateDecemberKnown() throws {
    var next = HolidayYear(year: 2027)
    try next.add(holiday: "元旦", on: day("2026-12-31"))
    let both = WorkCalendar([next, HolidayYear(year: 2026)])
    #expect(both.kind(of: day("2026-12-25")) == .workday)
    #expect(both.kind(of: day("2026-12-31")) == .holiday("元旦"))
    // What an announcement says of the December before is known without that year's own; the days about it are not.
    #expect(WorkCalendar([next]).kind(of: day("2026-12-31")) == .holiday("元旦"))
    #expect(WorkCalendar([next]).kind(of: day("2026-12-30")) == .unknown(year: 2026))
  }

  @Test func nextWorkday() throws {
    #expect(try calendar.nextWorkday(after: day("2026-09-30")) == day("2026-10-08"))
    #expect(try calendar.nextWorkday(after: day("2026-09-18")) == day("2026-09-20"))
    #expect(throws: UnknownYear(year: 2027)) { try calendar.nextWorkday(after: day("2026-12-24")) }
  }

  /// A public notice of five working days over the National Day.
  @Test func periodsOfWorkingDays() throws {
    let days = try calendar.period(workdays: 5, from: day("2026-09-29"))
    #expect(days.map { TimeText.date($0) } == ["2026-09-29", "2026-09-30", "2026-10-08", "2026-10-09", "2026-10-10"])
    #expect(try calendar.period(workdays: 1, from: day("2026-10-01")) == [day("2026-10-08")])
    #expect(try calendar.period(workdays: 0, from: day("2027-10-01")) == [])
    #expect(throws: UnknownYear(year: 2027)) { try calendar.period(workdays: 5, from: day("2026-12-21")) }
  }

  @Test func workdaysOfARange() throws {
    #expect(try calendar.workdays(from: day("2026-09-25"), through: day("2026-10-09")).count == 5)
    #expect(try calendar.workdays(from: day("2026-10-01"), through: day("2026-10-07")) == [])
    #expect(try calendar.workdays(from: day("2026-10-09"), through: day("2026-10-08")) == [])
    #expect(throws: UnknownYear(year: 2025)) {
      try calendar.workdays(from: day("2025-10-09"), through: day("2026-10-08"))
    }
  }

  @Test func withoutAnnouncementsNothingIsKnown() {
    #expect(WorkCalendar().kind(of: day("2026-05-04")) == .unknown(year: 2026))
    #expect(WorkCalendar().isWorkday(day("2026-05-04")) == nil)
  }

  /// Over 400 calendars made by chance: a period begins on the first working day, holds as many days as asked, each a working day, none left
  /// out between; and the next working day after any day is the first of a period that begins the day after.
  @Test(arguments: 0..<400)
  func periodsHoldTheirPromise(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var year = HolidayYear(year: 2026)
    for _ in 0..<40 {
      let date = day("2026-01-01") + Int.random(in: 0..<365, using: &random)
      if Bool.random(using: &random) {
        try? year.add(holiday: "节", on: date)
      } else {
        try? year.add(makeUpWorkdayFor: "节", on: date)
      }
    }
    let calendar = WorkCalendar([year])
    let first = day("2026-01-01") + Int.random(in: 0..<250, using: &random)
    let count = Int.random(in: 1...30, using: &random)
    let period = try calendar.period(workdays: count, from: first)
    #expect(period.count == count, "seed \(seed)")
    #expect(try calendar.workdays(from: first, through: period.last!) == period, "seed \(seed)")
    #expect(try calendar.nextWorkday(after: first - 1) == period.first, "seed \(seed)")
  }
}

/// SplitMix64 (G. Steele, D. Lea, C. Flood 2014): the same numbers for a seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

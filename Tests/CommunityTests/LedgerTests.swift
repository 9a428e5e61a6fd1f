import Activities
import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// What each figure of a ledger counts, and what of it is told. The fixture's today is November 21, 2026: the months are November 2025 to
/// October 2026, and it is counted at the midnight before.
@Suite struct LedgerTests {
  private func ledger(_ fixture: CommunityFixture, of unit: String = "fudong") throws -> Ledger {
    try #require(try fixture.community().ledgers[UnitID(unit)!])
  }

  // MARK: How many

  @Test func wholeMonthsAreCountedAndNoOthers() throws {
    var fixture = CommunityFixture()
    fixture.addCases(6, "first", reported: "2025-11-01T00:00", closed: "2025-11-01T00:30")
    fixture.addCases(7, "last", reported: "2026-10-31T23:00", closed: "2026-10-31T23:59")
    fixture.addCases(50, "early", reported: "2025-10-31T22:00", closed: "2025-10-31T23:59")
    fixture.addCases(50, "late", reported: "2026-11-01T00:00", closed: "2026-11-01T01:00")
    let ledger = try ledger(fixture)
    #expect(ledger[.accepted] == .count(13) && ledger[.closed] == .count(13))
    #expect(ledger.period.months.count == 12 && TimeText.date(ledger.period.lastDay) == "2026-10-31")
    #expect(TimeText.local(ledger.period.moment) == "2026-11-21T00:00")
  }

  @Test func acceptedAndClosedAreOfTheirOwnMonths() throws {
    var fixture = CommunityFixture()
    for number in 0..<6 {
      fixture.addCase(
        "over-\(number)", reported: "2025-10-31T23:50", accepted: "2025-10-31T23:55", closed: "2025-11-02T09:00")
      fixture.addCase(
        "ahead-\(number)", reported: "2026-10-30T09:00", accepted: "2026-10-30T09:05", closed: "2026-11-02T09:00")
    }
    let ledger = try ledger(fixture)
    #expect(ledger[.accepted] == .count(6) && ledger[.closed] == .count(6))
  }

  /// Whenever it was reported, also this month; what is reported or closed after the midnight is as it was then.
  @Test func openIsWhatWasNotClosedAtTheMidnight() throws {
    var fixture = CommunityFixture()
    for number in 0..<5 {
      fixture.addCase("old-\(number)", reported: "2024-01-05T09:00")
      fixture.addCase("closed-today-\(number)", reported: "2026-11-20T09:00", closed: "2026-11-21T08:00")
      fixture.addCase("new-\(number)", reported: "2026-11-21T07:00")
    }
    #expect(try ledger(fixture)[.open] == .count(10))
  }

  /// Past the last day, or past the promise without an answer.
  @Test func overdueIsLateOrUnanswered() throws {
    var fixture = CommunityFixture()
    for number in 0..<5 {
      fixture.addCase(
        "late-\(number)", reported: "2026-11-01T09:00", accepted: "2026-11-01T09:05", due: "2026-11-19", promised: 15)
      fixture.addCase("unanswered-\(number)", reported: "2026-11-20T23:00", due: "2026-11-30", promised: 15)
      fixture.addCase(
        "last-day-\(number)", reported: "2026-11-01T09:00", accepted: "2026-11-01T09:05", due: "2026-11-21",
        promised: 15)
      fixture.addCase("just-in-\(number)", reported: "2026-11-20T23:50", promised: 15)
    }
    let ledger = try ledger(fixture)
    #expect(ledger[.open] == .count(20) && ledger[.overdue] == .count(10))
  }

  @Test func aUnitCountsThoseBelowIt() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("grid", in: "fudong", level: .grid)
    fixture.addCases(8, "grid", of: "grid")
    fixture.addCases(7, "own")
    fixture.addCases(6, "above", of: "quan")
    #expect(try ledger(fixture, of: "grid")[.accepted] == .count(8))
    #expect(try ledger(fixture)[.accepted] == .count(15))
    #expect(try ledger(fixture, of: "quan")[.accepted] == .count(21))
  }

  // MARK: Shares

  @Test func satisfiedAreThoseWithFourOrFiveOfThoseRated() throws {
    var fixture = CommunityFixture()
    fixture.addCases(500, "five", rating: 5)
    fixture.addCases(300, "four", rating: 4)
    fixture.addCases(200, "three", rating: 3)
    fixture.addCases(700, "unrated")
    #expect(try ledger(fixture)[.satisfied] == .share(tenths: 800))
  }

  /// One that waits past its promise counts as missed; one whose time is not over yet counts not at all.
  @Test func onTimeCountsWhatIsUnanswered() throws {
    var fixture = CommunityFixture()
    fixture.now = "2026-11-01T00:00:00+08:00"
    for number in 0..<100 {
      fixture.addCase("in-\(number)", reported: "2026-10-05T09:00", accepted: "2026-10-05T09:15", promised: 15)
      fixture.addCase("late-\(number)", reported: "2026-10-05T09:00", accepted: "2026-10-05T09:16", promised: 15)
      fixture.addCase("never-\(number)", reported: "2026-10-05T09:00", promised: 15)
      fixture.addCase("again-\(number)", reported: "2026-10-05T09:00", promised: 15)
      fixture.addCase("young-\(number)", reported: "2026-10-31T23:50", promised: 15)
      fixture.addCase("unpromised-\(number)", reported: "2026-10-05T09:00", accepted: "2026-10-05T09:01")
    }
    let ledger = try ledger(fixture)
    // 100 of 400, in steps of 2 %, which are eight of them.
    #expect(ledger[.onTime] == .share(tenths: 240) && ledger.promisedMinutes == 15)
  }

  @Test func aPromiseThatFewHadIsNotTold() throws {
    var fixture = CommunityFixture()
    fixture.addCases(4, "few", promised: 7919)
    #expect(try ledger(fixture).promisedMinutes == nil)
    fixture.addCases(5, "more", promised: 30)
    #expect(try ledger(fixture).promisedMinutes == 30)
  }

  @Test(
    arguments: [
      (0, 0, .nothing), (3, 4, .few), (5, 5, .share(tenths: 1000)), (0, 7, .share(tenths: 0)), (6, 7, .withheld),
      (19, 20, .share(tenths: 750)), (4, 20, .withheld), (95, 100, .share(tenths: 950)), (97, 100, .share(tenths: 950)),
      (965, 1000, .share(tenths: 965)), (4999, 5000, .share(tenths: 999)),
    ] as [(Int, Int, LedgerValue)]) func sharesAreToldInStepsOfFiveCases(part: Int, whole: Int, share: LedgerValue)
  {
    #expect(LedgerValue.share(part, of: whole) == share)
  }

  /// Whatever share is told, five neighbouring numbers of cases or more would give the same, but for all and none.
  @Test func noShareTellsFewerThanFive() {
    for whole in 5...400 {
      var told: [LedgerValue: Int] = [:]
      for part in 1..<whole { told[.share(part, of: whole), default: 0] += 1 }
      for (value, parts) in told where value.number != nil && value != .share(tenths: 1000) {
        // The highest step ends at all of them.
        let isHighest = value.number == told.keys.compactMap(\.number).max()
        #expect(parts >= (isHighest ? 1 : 5), "\(value) of \(whole)")
      }
    }
  }

  // MARK: Times

  /// Leaving the open ones out, half took an hour.
  @Test func openCasesCountWithTheirAge() throws {
    var fixture = CommunityFixture()
    fixture.addCases(20, "quick")
    #expect(try ledger(fixture)[.median] == .minutes(60))
    fixture.addCases(22, "waiting", reported: "2026-11-11T00:00", closed: nil)
    let ledger = try ledger(fixture)
    #expect(ledger[.median] == .minutes(10 * 1440) && ledger[.ninetieth] == .withheld)
  }

  @Test func nineOfTen() throws {
    var fixture = CommunityFixture()
    fixture.addCases(45, "quick")
    fixture.addCases(5, "slow", reported: "2026-10-05T09:00", closed: "2026-10-08T09:01")
    #expect(try ledger(fixture)[.ninetieth] == .minutes(60))
    fixture.addCases(6, "slower", reported: "2026-10-05T09:00", closed: "2026-10-08T09:01")
    // Rounded up to tenths of a day.
    #expect(try ledger(fixture)[.ninetieth] == .minutes(31 * 144))
  }

  /// The time of one case is nobody's business.
  @Test(arguments: [(0, .nothing), (4, .few), (10, .withheld), (11, .minutes(10))] as [(Int, LedgerValue)])
  func aMiddleHasFiveOnEitherSide(count: Int, median: LedgerValue) {
    #expect(LedgerValue.quantile(50, of: Array(repeating: 7, count: count)) == median)
  }

  // MARK: Parts

  private func parts(_ ledger: Ledger, _ figure: LedgerFigure, _ grouping: LedgerGrouping) throws -> [String] {
    let breakdown = try #require(ledger.breakdowns.first { $0.figure == figure && $0.grouping == grouping })
    return breakdown.groups.map { group in "\(group.key.code) \(group.value.number.map { "\(Int($0))" } ?? "–")" }
  }

  private func withPage() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addPage(.list, "ledger", "layout: ledger\nunit: fudong\n")
    return fixture
  }

  @Test func smallCategoriesStandTogetherWithTheNextSmallest() throws {
    var fixture = withPage()
    for (category, count) in [("环境", 20), ("停车", 9), ("噪声", 6), ("井盖", 3)] {
      fixture.addCases(count, "c\(count)", category: category)
    }
    #expect(try parts(ledger(fixture), .accepted, .category) == ["环境 20", "停车 9", "others 9"])
  }

  @Test func channelsDispositionsAndMonths() throws {
    var fixture = withPage()
    fixture.addCases(9, "a", channel: .visit, disposition: .team)
    fixture.addCases(
      8, "b", reported: "2026-01-05T09:00", closed: "2026-01-05T10:00", channel: .online, disposition: .declined)
    fixture.addCases(
      3, "c", reported: "2026-03-05T09:00", closed: "2026-03-05T10:00", channel: .visit, disposition: .team)
    let ledger = try ledger(fixture)
    #expect(try parts(ledger, .accepted, .channel) == ["visit 12", "online 8"])
    #expect(try parts(ledger, .closed, .disposition) == ["team 12", "declined 8"])
    // March is few, January follows from it.
    #expect(
      try parts(ledger, .accepted, .month).filter { !$0.hasSuffix(" 0") } == ["2026-01 –", "2026-03 –", "2026-10 9"])
  }

  /// Those of a unit and of one below it would tell each other's small groups by subtraction.
  @Test func onlyTheUppermostPageHasParts() throws {
    var fixture = withPage()
    fixture.addUnit("grid", in: "fudong", level: .grid)
    fixture.addCases(9, "a", of: "grid")
    fixture.addCases(20, "b", category: "停车")
    fixture.addPage(.list, "grid", "layout: ledger\nunit: grid\n")
    let ledgers = try fixture.community().ledgers
    #expect(ledgers[UnitID("fudong")!]?.breakdowns.isEmpty == false)
    #expect(
      ledgers[UnitID("grid")!]?.breakdowns.isEmpty == true && ledgers[UnitID("quan")!]?.breakdowns.isEmpty == true)
  }

  @Test func aFewCasesAreNoMoreThanThat() throws {
    var fixture = withPage()
    fixture.addCases(4, "a", rating: 5, promised: 15)
    let ledger = try ledger(fixture)
    #expect(LedgerFigure.allCases.filter { ledger[$0] != .few } == [.open, .overdue])
    #expect(ledger.breakdowns.isEmpty && ledger.promisedMinutes == nil)
  }

  // MARK: Stories

  @Test func approvedTextsAreToldAndNoOthers() throws {
    var fixture = withPage()
    fixture.addCases(5, "a")
    fixture.addCase("b", reported: "2026-10-01T09:00", closed: "2026-10-01T10:00", text: "早", approved: "2026-10-10")
    fixture.addCase(
      "c", of: "quan", reported: "2026-10-01T09:00", closed: "2026-10-01T10:00", text: "上级", approved: "2026-10-10")
    fixture.addCase("d", reported: "2026-10-01T09:00", closed: "2026-10-01T10:00", text: "晚", approved: "2026-11-20")
    fixture.addCase("e", reported: "2026-10-01T09:00", closed: "2026-10-01T10:00", text: "将来", approved: "2026-11-22")
    #expect(try ledger(fixture).stories == ["晚", "早"])
    #expect(try ledger(fixture, of: "quan").stories == ["晚", "上级", "早"])
  }

  // MARK: Problems

  @Test func whatIsStillToComeIsTold() throws {
    var fixture = CommunityFixture()
    fixture.addCase("a", reported: "2026-11-21T08:59", accepted: "2026-11-21T09:01")
    fixture.addCase("b", reported: "2026-11-21T09:02")
    let problems = try fixture.make().1
    #expect(problems.map(\.code) == ["data.case-ahead"] && problems[0].severity == .warning)
    #expect("\(problems[0].location!)".contains("help_case[id=a].accepted_at"))
  }

  @Test(arguments: [
    ("layout: ledger\n", "list.ledger-unit"),
    ("layout: ledger\nunit: fudong\nstories: [nothing]\n", "reference.missing"),
  ])
  func aLedgerNamesItsUnitAndItsStories(frontMatter: String, code: String) throws {
    var fixture = CommunityFixture()
    fixture.addPage(.list, "ledger", frontMatter)
    #expect(try fixture.make().1.map(\.code) == [code])
  }

  @Test func aMonthIsCountedAtItsEnd() throws {
    var fixture = CommunityFixture()
    fixture.addCases(6, "in", reported: "2026-09-05T09:00", closed: "2026-09-05T10:00")
    fixture.addCases(7, "after", reported: "2026-09-30T09:00", closed: "2026-10-01T00:00")
    let tree = try fixture.community().units
    let ledgers = LedgerBuilder(
      fixture.data[HelpCaseRecord.self], units: tree, period: try #require(.month(9, of: 2026))
    ).ledgers(pages: [])
    let ledger = try #require(ledgers[UnitID("fudong")!])
    #expect(ledger[.accepted] == .count(13) && ledger[.closed] == .count(6) && ledger[.open] == .count(7))
    #expect(LedgerPeriod.month(13, of: 2026) == nil)
  }

  @Test(arguments: [("2026-11-01", "2025-11-01"), ("2026-01-31", "2025-01-01"), ("2028-02-29", "2027-02-01")])
  func twelveMonthsThatAreOver(today: String, first: String) {
    let period = LedgerPeriod.before(TimeText.parseDate(today)!)
    #expect(period.months.first.map(TimeText.date) == first && period.months.count == 12)
    #expect(period.lastDay < TimeText.parseDate(today)!)
  }
}

import CivilTime
import Diagnostics
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

@Suite struct HolidayTests {
  private static let october = """
    year: 2026
    source: 国务院办公厅关于2026年部分节假日安排的通知
    holidays:
      - name: 国庆节
        days: 2026-10-01 至 2026-10-07
        workdays: [2026-09-20, 2026-10-10]
    """

  private func fixture(at now: String) -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.pages["holidays/2026.yaml"] = Self.october
    fixture.now = now
    return fixture
  }

  @Test func aSeriesThatSkipsHolidaysHasNoOccurrenceThen() throws {
    var fixture = fixture(at: "2026-09-28T09:00:00+08:00")
    try fixture.add(
      "homework", from: "2026-09-01T16:30", to: "2026-09-01T18:00", rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
      onHoliday: .skipped)
    let (community, _) = try fixture.make()
    #expect(
      community.lines.map { String($0.prefix(10)) } == [
        "2026-09-28", "2026-09-29", "2026-09-30", "2026-10-08", "2026-10-09", "2026-10-12",
      ])
    let series = community.exceptions(of: community.activities[0])
    #expect(series.excluded.map(TimeText.local).prefix(2) == ["2026-10-01T16:30", "2026-10-02T16:30"])
    #expect(series.overrides.isEmpty)
  }

  /// The New Year's days off begin in December, and stand in the next year's file alone.
  @Test func decemberOfAYearWithoutAFile() throws {
    var fixture = CommunityFixture()
    fixture.now = "2026-12-28T09:00:00+08:00"
    fixture.pages["holidays/2027.yaml"] =
      "year: 2027\nsource: 通知\nholidays:\n- {name: 元旦, days: 2026-12-31 至 2027-01-02}\n"
    try fixture.add(
      "homework", from: "2026-12-01T16:30", to: "2026-12-01T18:00", rule: "FREQ=DAILY", onHoliday: .skipped)
    let (community, problems) = try fixture.make()
    let days = Set(community.lines.map { String($0.prefix(10)) })
    #expect(days.contains("2026-12-30") && days.isDisjoint(with: ["2026-12-31", "2027-01-01", "2027-01-02"]))
    // Calendars leave out the same days.
    let series = community.exceptions(of: community.activities[0])
    #expect(series.excluded.map(TimeText.local).prefix(2) == ["2026-12-31T16:30", "2027-01-01T16:30"])
    #expect(!problems.hasErrors)
  }

  @Test func aMonthlyDayMovesToTheNextWorkdayAndSaysWhy() throws {
    var fixture = fixture(at: "2026-09-28T09:00:00+08:00")
    try fixture.add(
      "party-day", from: "2026-01-05T15:00", to: "2026-01-05T16:00", rule: "FREQ=MONTHLY;BYMONTHDAY=5",
      onHoliday: .nextWorkday)
    let (community, _) = try fixture.make()
    let moved = try #require(community.occurrences.first)
    #expect(community.lines == ["2026-10-08T15:00 moved hall party-day_20261005T1500"])
    #expect(moved.note(words) == "国庆节放假，顺延至下一个工作日")
    #expect(community.exceptions(of: moved.activity).overrides.contains { $0.id == moved.id })
  }

  @Test func oneOfARunOfDaysOffIsMovedTheOthersFallAway() throws {
    var fixture = fixture(at: "2026-09-28T09:00:00+08:00")
    try fixture.add(
      "daily", from: "2026-09-28T08:00", to: "2026-09-28T09:00", rule: "FREQ=DAILY;UNTIL=20261006",
      onHoliday: .nextWorkday)
    #expect(
      try fixture.make().0.lines.map { String($0.prefix(23)) } == [
        "2026-09-28T08:00 schedu", "2026-09-29T08:00 schedu", "2026-09-30T08:00 schedu", "2026-10-02T08:00 cancel",
        "2026-10-03T08:00 cancel", "2026-10-04T08:00 cancel", "2026-10-05T08:00 cancel", "2026-10-06T08:00 cancel",
        "2026-10-08T08:00 moved ",
      ])
  }

  @Test func whereTheSeriesIsThereAnywayNothingIsMoved() throws {
    var fixture = fixture(at: "2026-09-28T09:00:00+08:00")
    try fixture.add(
      "thursdays", from: "2026-09-03T08:00", to: "2026-09-03T09:00", rule: "FREQ=WEEKLY;BYDAY=TH",
      onHoliday: .nextWorkday)
    // 1 October would move to the 8th, which is a Thursday.
    #expect(
      try fixture.make().0.lines.map { String($0.prefix(26)) } == [
        "2026-10-01T08:00 cancelled", "2026-10-08T08:00 scheduled",
      ])
  }

  @Test func aChangeOfItsOwnGoesBeforeTheHoliday() throws {
    var fixture = fixture(at: "2026-09-28T09:00:00+08:00")
    try fixture.add(
      "weekly", from: "2026-09-03T08:00", to: "2026-09-03T09:00", rule: "FREQ=WEEKLY;BYDAY=TH", onHoliday: .skipped)
    fixture.change("weekly", at: "2026-10-01T08:00", .added(.init()), note: "国庆也开")
    let (community, problems) = try fixture.make()
    #expect(!problems.contains { $0.severity == .error })
    #expect(community.lines.first == "2026-10-01T08:00 scheduled hall weekly_20261001T0800")
  }

  @Test func changesOfTheirOwnNeitherGoThereNorStandInTheWay() throws {
    var fixture = fixture(at: "2026-09-28T09:00:00+08:00")
    try fixture.add(
      "a", from: "2026-09-01T08:00", to: "2026-09-01T09:00", rule: "FREQ=WEEKLY;BYDAY=MO,TU", onHoliday: .nextWorkday)
    fixture.change("a", at: "2026-10-05T08:00", .cancelled)
    // Monday the 5th is cancelled by hand: Tuesday the 6th may have the 8th.
    #expect(
      try fixture.make().0.lines.filter { $0.hasPrefix("2026-10-0") }.map { String($0.prefix(22)) } == [
        "2026-10-05T08:00 cance", "2026-10-08T08:00 moved",
      ])
  }

  @Test func addingOnAnOrdinaryDayOfSuchASeriesIsAnErrorToo() throws {
    var fixture = fixture(at: "2026-09-28T09:00:00+08:00")
    try fixture.add(
      "weekly", from: "2026-09-03T08:00", to: "2026-09-03T09:00", rule: "FREQ=WEEKLY;BYDAY=TH", onHoliday: .skipped)
    fixture.change("weekly", at: "2026-10-08T08:00", .added(.init()))
    #expect(try fixture.make().1.contains { $0.code == "data.occurrence-exists" })
  }

  @Test func aSingleActivityOnAHolidayIsThereAlready() throws {
    var fixture = fixture(at: "2026-09-28T09:00:00+08:00")
    try fixture.add("gala", from: "2026-10-01T19:00", to: "2026-10-01T21:00", onHoliday: .skipped)
    fixture.change("gala", at: "2026-10-01T19:00", .added(.init()))
    #expect(try fixture.make().1.contains { $0.code == "data.occurrence-exists" })
  }

  @Test func aPeriodBeforePublicationIsAnError() throws {
    var fixture = fixture(at: "2026-11-21T09:00:00+08:00")
    fixture.pages["notices/a.md"] = notice("2026-11-20", "publicNoticeDays: 5\npublicNoticeFrom: 2026-11-02")
    #expect(try fixture.make().1.contains { $0.code == "notice.period-before-publication" })
  }

  @Test func aYearWithoutAListIsSaidAndNotGuessed() throws {
    var fixture = fixture(at: "2026-12-28T09:00:00+08:00")
    try fixture.add(
      "weekly", from: "2026-12-04T08:00", to: "2026-12-04T09:00", rule: "FREQ=WEEKLY;BYDAY=FR", onHoliday: .skipped)
    let (community, problems) = try fixture.make()
    let warning = try #require(problems.first { $0.code == "holidays.year-unknown" })
    #expect(warning.severity == .warning && warning.hint?.en.contains("content/holidays/2027.yaml") == true)
    #expect(community.occurrences.map { $0.note(words) } == ["如遇法定节假日，以现场通知为准", "如遇法定节假日，以现场通知为准"])
  }

  // MARK: Public notices

  private func notice(_ date: String, _ more: String = "publicNoticeDays: 5") -> String {
    "---\ntitle: 公示\nkind: notice\ndate: \(date)\n\(more)\n---\n文\n"
  }

  @Test(arguments: [
    ("2026-11-20", "publicNoticeDays: 5", "2026-11-23", "2026-11-27"),
    ("2026-09-28", "publicNoticeDays: 5", "2026-09-29", "2026-10-10"),
    ("2026-09-18", "publicNoticeDays: 3", "2026-09-20", "2026-09-22"),
    ("2026-11-20", "publicNoticeDays: 2\npublicNoticeFrom: 2026-11-20", "2026-11-20", "2026-11-23"),
    ("2026-11-20", "publicNoticeDays: 1\npublishAt: 2026-11-24T08:00", "2026-11-25", "2026-11-25"),
  ])
  func workingDaysAreCountedFromTheDayAfter(date: String, more: String, first: String, last: String) throws {
    var fixture = fixture(at: "2026-09-01T09:00:00+08:00")
    fixture.pages["notices/a.md"] = notice(date, more)
    fixture.now = "2026-11-24T09:00:00+08:00"
    let (community, problems) = try fixture.make()
    #expect(!problems.contains { $0.severity == .error })
    let period = try #require(community.pages[.notice].first?.period)
    #expect(TimeText.date(period.first) == first && TimeText.date(period.last) == last)
  }

  @Test(arguments: [
    ("2026-11-27T23:59:00+08:00", Publication.current), ("2026-11-28T00:00:00+08:00", Publication.expired),
  ])
  func thePeriodEndsAtMidnightAfterItsLastDay(now: String, expected: Publication) throws {
    var fixture = fixture(at: now)
    fixture.pages["notices/a.md"] = notice("2026-11-20")
    #expect(try fixture.make().0.pages[.notice].first?.publication == expected)
  }

  @Test func theCountdownSpeaksOfWorkingDays() throws {
    var fixture = fixture(at: "2026-11-21T09:00:00+08:00")
    fixture.pages["notices/a.md"] = notice("2026-11-20")
    let period = try #require(try fixture.make().0.pages[.notice].first?.period)
    func said(_ day: String) -> String { period.countdown(on: TimeText.parseDate(day)!, words) }
    #expect(said("2026-11-21") == "公示期自11月23日起")
    #expect(said("2026-11-24") == "还剩 4 个工作日，11月27日截止")
    #expect(said("2026-11-27") == "今天是公示最后一天")
    #expect(said("2026-11-28") == "公示期已满")
  }

  /// It is counted as long as it can be, and the site does not stand still.
  @Test func aPeriodIntoAnUnknownYearIsTheLongestItCanBe() throws {
    var fixture = fixture(at: "2026-12-28T09:00:00+08:00")
    fixture.pages["notices/a.md"] = notice("2026-12-24")
    let (community, problems) = try fixture.make()
    let problem = try #require(problems.first { $0.code == "holidays.year-unknown" })
    #expect(problem.severity == .warning && problem.message.zh.contains("2027-01-05"))
    #expect(problem.hint?.zh.contains("content/holidays/2027.yaml") == true)
    #expect(problem.location?.description == "content/notices/a.md:5:19")
    // 25, 28 and 29 December, 4 and 5 January: 30 and 31 December and 1 January may be days off.
    let period = try #require(community.pages[.notice].first?.period)
    #expect(period.workdays.map { TimeText.date($0) }.last == "2027-01-05" && period.workdays.count == 5)
  }

  /// Against the years whose announcements are known: begun on any day, it never ends before the true period.
  @Test(arguments: [1, 5, 7, 20])
  func theLongestPeriodIsNeverTooShort(count: Int) throws {
    var fixture = fixture(at: "2026-01-01T09:00:00+08:00")
    let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../content/holidays")
    for year in 2024...2026 {
      fixture.pages["holidays/\(year).yaml"] = try String(
        contentsOf: repository.appending(path: "\(year).yaml"), encoding: .utf8)
    }
    let known = try fixture.make().0.workdays
    let unknown = WorkCalendar()
    for year in known.years.sorted().dropLast() {
      for number in 0..<330 {
        let first = CivilDate(year: year, month: 1, day: 1)! + number
        guard let real = try? known.period(workdays: count, from: first).last else { continue }
        let longest = unknown.longestPeriod(workdays: count, from: first)
        #expect(
          longest.last! >= real, "\(TimeText.date(first)): \(TimeText.date(longest.last!)) < \(TimeText.date(real))")
      }
    }
  }

  @Test func aPeriodAndAnExpiryContradictEachOther() throws {
    var fixture = fixture(at: "2026-11-21T09:00:00+08:00")
    fixture.pages["notices/a.md"] = notice("2026-11-20", "publicNoticeDays: 5\nexpiresAt: 2026-12-01")
    #expect(try fixture.make().1.contains { $0.code == "notice.two-ends" })
  }
}

import CivilTime
import Diagnostics
import Foundation
import Parallel
import TestSupport
import Testing

@testable import Content

@Suite struct HolidayFileTests {
  private let others = """
      - {name: 春节, days: 2026-02-15..2026-02-23, workdays: [2026-02-14, 2026-02-28]}
      - {name: 清明节, days: 2026-04-04 至 2026-04-06}
      - {name: 劳动节, days: 2026-05-01 至 2026-05-05, workdays: 2026-05-09}
      - {name: 端午节, days: [2026-06-19, 2026-06-20, 2026-06-21]}
      - {name: 国庆节、中秋节, days: [2026-09-25 至 2026-09-27, 2026-10-01至2026-10-07]}

    """

  /// Reads a file whose first holiday begins on line 4; the other six are right.
  private func read(
    _ newYear: String, head: String = "year: 2026\nsource: 通知\nholidays:", file: String = "content/holidays/2026.yaml"
  ) -> (HolidayFile?, [String]) {
    let problems = ProblemList()
    let read = HolidayFile.read("\(head)\n\(newYear)\n\(others)"[...], path: file, problems: problems)
    return (read, problems.diagnostics.inReadingOrder().map { "\($0.location!) \($0.code)" })
  }

  private func day(_ text: String) -> CivilDate { TimeText.parseDate(text)! }

  @Test func readsDaysRangesAndLists() throws {
    let (file, problems) = read("  - {name: 元旦, days: 2025-12-31 至 2026-01-02, workdays: [2025-12-27, 2026-01-04]}")
    #expect(problems == [])
    let days = try #require(file).year.days
    #expect(days[day("2025-12-31")] == .holiday("元旦") && days[day("2026-01-02")] == .holiday("元旦"))
    #expect(days[day("2025-12-27")] == .makeUpWorkday("元旦"))
    #expect(days[day("2026-02-23")] == .holiday("春节") && days[day("2026-02-24")] == nil)
    #expect(days[day("2026-05-09")] == .makeUpWorkday("劳动节"))
    #expect(days[day("2026-06-20")] == .holiday("端午节"))
    #expect(days[day("2026-10-07")] == .holiday("国庆节、中秋节") && days[day("2026-09-28")] == nil)
    #expect(days.count == 3 + 2 + 9 + 2 + 3 + 5 + 1 + 3 + 3 + 7)
  }

  @Test(arguments: [
    ("  - {name: 元旦, days: 2026-01-32}", "4:22 front-matter.wrong-value"),
    ("  - {name: 元旦, days: 2026-01-01 to 2026-01-03}", "4:22 front-matter.wrong-value"),
    ("  - {name: 元旦, days: 2026-01-01至}", "4:22 front-matter.wrong-value"),
    ("  - {name: 元旦, days: 2026-01-01, workdays: [2026-01-04 至 2026-01-05]}", "4:45 front-matter.wrong-value"),
    ("  - {name: 元旦, days: 2026-01-01, workday: 2026-01-04}", "4:34 front-matter.unknown-key"),
    ("  - {name: 元旦, days: []}", "4:22 front-matter.missing-key"),
    ("  - {name: 元旦}", "4:5 front-matter.missing-key"),
    ("  - {name: '', days: 2026-01-01}\n  - {name: 元旦, days: 2026-01-02}", "4:12 front-matter.missing-key"),
    ("  - {name: 元旦, days: 2025-12-24}", "4:22 holidays.outside-year"),
    ("  - {name: 元旦, days: 2026-12-31 至 2027-01-02}", "4:22 holidays.outside-year"),
    ("  - {name: 元旦, days: 2026-01-03 至 2026-01-01}", "4:22 holidays.backwards"),
    ("  - {name: 元旦, days: 2026-01-01 至 2026-01-16}", "4:22 holidays.too-long"),
    ("  - {name: 元旦, days: [2026-01-01, 2026-01-01 至 2026-01-03]}", "4:35 holidays.listed-twice"),
    ("  - {name: 元旦, days: 2026-01-01 至 2026-01-04, workdays: [2026-01-04]}", "4:58 holidays.conflict"),
    ("  - {name: 元旦, days: 2026-01-01, workdays: [2026-01-05]}", "4:45 holidays.not-at-weekend"),
  ])
  func eachProblemHasItsPlace(newYear: String, expected: String) {
    let (file, problems) = read(newYear)
    #expect(problems.contains("content/holidays/2026.yaml:" + expected), "\(problems)")
    #expect(problems.count == 1, "\(problems)")
    // The rest of the file is read.
    #expect(file?.year.days[day("2026-10-01")] == .holiday("国庆节、中秋节"))
  }

  @Test(arguments: [
    ("year: 2026\nholidays:", "1:1 front-matter.missing-key"),
    ("yaer: 2026\nsource: 通知\nholidays:", "1:1 front-matter.missing-key"),
    ("year: 26\nsource: 通知\nholidays:", "1:7 front-matter.wrong-value"),
    ("year: 2027\nsource: 通知\nholidays:", "1:7 holidays.file-name"),
  ])
  func heads(head: String, expected: String) {
    let (_, problems) = read("  - {name: 元旦, days: 2026-01-01}", head: head)
    #expect(problems.contains("content/holidays/2026.yaml:" + expected), "\(problems)")
  }

  @Test func aForgottenHolidayIsAWarning() {
    #expect(read("").1 == ["content/holidays/2026.yaml:5:3 holidays.incomplete"])
    let problems = ProblemList()
    let file = HolidayFile.read(
      "year: 2026\nsource: 通知\nholidays: []"[...], path: "content/holidays/2026.yaml", problems: problems)
    #expect(file?.year.days == [:])
    #expect(problems.diagnostics.map(\.code) == ["front-matter.missing-key", "holidays.incomplete"])
  }

  @Test func lateDecemberBelongsToOneYear() {
    let problems = ProblemList()
    func file(_ year: Int, _ name: String) -> HolidayFile {
      HolidayFile.read(
        "year: \(year)\nsource: 通知\nholidays:\n  - {name: 元旦 春节 清明 劳动 端午 中秋 国庆, days: 2025-12-31}"[...],
        path: "content/holidays/\(name)", problems: problems)!
    }
    let calendar = HolidayFiles.join(
      [file(2025, "2025.yaml"), file(2026, "2026.yaml"), file(2026, "2026.yml")], problems)
    #expect(calendar.years == [2025, 2026])
    #expect(
      problems.diagnostics.inReadingOrder().map { "\($0.location!) \($0.code)" } == [
        "content/holidays/2026.yaml:4:40 holidays.listed-twice",
        "content/holidays/2026.yml:1:7 holidays.duplicate-year",
      ])
  }
}

/// Years that a site has no file of.
@Suite struct BuiltInHolidayTests {
  private func holidays(_ files: [String: String] = [:], zone: String = "Asia/Shanghai") throws -> WorkCalendar {
    let site = try TemporarySite(
      files, site: "title: 示例\nbaseURL: https://a.example\ntimeZone: \(zone)\n")
    return try #require(try site.load().content).holidays
  }
  private let nationalDay = CivilDate(year: 2026, month: 10, day: 1)!

  @Test func theProgramKnowsThem() throws {
    #expect(try holidays().kind(of: nationalDay) == .holiday("国庆节"))
    #expect(HolidayFiles.builtIn.map(\.year) == [2024, 2025, 2026])
    #expect(try holidays().kind(of: CivilDate(year: 2027, month: 5, day: 4)!) == .unknown(year: 2027))
  }

  @Test func aFileOfTheSiteWins() throws {
    let own = try holidays([
      "content/holidays/2026.yaml": "year: 2026\nsource: 通知\nholidays:\n  - {name: 国庆节, days: 2026-10-02}\n"
    ])
    #expect(own.kind(of: nationalDay) == .workday && own.kind(of: nationalDay + 1) == .holiday("国庆节"))
    #expect(own.years == [2024, 2025, 2026])
  }

  /// The State Council's announcements are not those of other places.
  @Test(arguments: ["Asia/Tokyo", "UTC"])
  func elsewhereTheyAreNotKnown(zone: String) throws { #expect(try holidays(zone: zone).years.isEmpty) }
}

/// The sample community's files, which are the State Council's announcements (holiday-cn has the same days).
@Suite struct SampleHolidayTests {
  private let holidays: WorkCalendar

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let (content, problems) = try Content.load(site: root.path, jobs: Jobs(1))
    #expect(problems.filter { $0.location?.path.contains("/holidays/") == true } == [])
    holidays = try #require(content).holidays
  }

  @Test func threeYears() { #expect(holidays.years == [2024, 2025, 2026]) }

  /// As holiday-cn's lists add up; late December of 2026 is left out, being unknown.
  @Test(arguments: [
    ("2024-01-01", "2024-12-31", 251), ("2025-01-01", "2025-12-31", 248), ("2026-01-01", "2026-12-24", 243),
  ])
  func workingDays(from first: String, through last: String, count: Int) throws {
    let days = try holidays.workdays(from: TimeText.parseDate(first)!, through: TimeText.parseDate(last)!)
    #expect(days.count == count)
  }

  @Test(arguments: [
    ("2024-02-09", DayKind.workday), ("2024-02-18", .makeUpWorkday("春节")), ("2024-06-10", .holiday("端午节")),
    ("2024-12-31", .workday), ("2025-01-28", .holiday("春节")), ("2025-05-02", .holiday("劳动节")),
    ("2025-10-08", .holiday("国庆节、中秋节")), ("2025-10-11", .makeUpWorkday("国庆节、中秋节")),
    ("2026-01-04", .makeUpWorkday("元旦")),
    ("2026-02-24", .workday), ("2026-09-20", .makeUpWorkday("国庆节")), ("2026-09-26", .holiday("中秋节")),
    ("2026-12-24", .workday), ("2026-12-31", .unknown(year: 2027)),
  ])
  func days(text: String, kind: DayKind) {
    #expect(holidays.kind(of: TimeText.parseDate(text)!) == kind)
  }
}

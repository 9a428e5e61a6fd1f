import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

/// Duty sheets at a moment: 21 November 2026, 9:00.
@Suite struct ShiftTests {
  private func day(_ text: String) -> CivilDate { TimeText.parseDate(text)! }

  private func fixture(_ shifts: ShiftRecord...) -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.data[ShiftRecord.self] = shifts
    return fixture
  }

  @Test func hoursOfSeveralDaysAreAShiftEach() throws {
    let (community, problems) = try fixture(
      ShiftRecord(
        unit: .init("fudong")!, firstDay: day("2026-11-21"), lastDay: day("2026-11-22"), post: "夜班",
        hours: ShiftHours("17:00-08:00"), holder: "治安岗"),
      ShiftRecord(
        unit: .init("fudong")!, firstDay: day("2026-11-16"), lastDay: day("2026-11-22"), position: 2, post: "带班",
        holder: "副书记"),
      ShiftRecord(unit: .init("fudong")!, firstDay: day("2026-10-01"), post: "值班", holder: "综合办")
    ).make()
    #expect(problems == [])
    #expect(
      community.shifts.map { "\($0.id) \(TimeText.local($0.from)) \(TimeText.local($0.until))" } == [
        "fudong-2026-11-16-2 2026-11-16T00:00 2026-11-23T00:00",
        "fudong-2026-11-21-1 2026-11-21T17:00 2026-11-22T08:00",
        "fudong-2026-11-22-1 2026-11-22T17:00 2026-11-23T08:00",
      ])
  }

  /// Once for a post, unless the site publishes them.
  @Test func namesArePublishedWhereTheSiteSaysSo() throws {
    let records = (1...3).map {
      ShiftRecord(unit: .init("fudong")!, firstDay: day("2026-12-0\($0)"), post: "白班", holder: "王小明")
    }
    var fixture = CommunityFixture()
    fixture.data[ShiftRecord.self] = records
    let problems = try fixture.make().1
    #expect(problems.map(\.code) == ["privacy.person-name"] && problems[0].message.zh.contains("共 3 处"))
    fixture.site += "dutyNames: 公开\n"
    #expect(try fixture.make().1 == [])
  }

  @Test(arguments: [("08:00-17:00", 480, 1020), ("17:00-08:00", 1020, 1920), ("00:00-24:00", 0, 1440)])
  func hours(text: String, start: Int, end: Int) {
    let hours = ShiftHours(text)
    #expect(hours?.start == start && hours?.end == end && hours?.text == text)
  }

  @Test(arguments: ["", "8:00-17:00", "08:00", "25:00-26:00", "08:00-17:60", "08:00-17:00-18:00"])
  func noHours(text: String) { #expect(ShiftHours(text) == nil) }
}

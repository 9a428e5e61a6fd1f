import Activities
import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// Slips of the hand that would be seen nowhere, or always.
@Suite struct SlipTests {
  private func codes(_ fixture: CommunityFixture) throws -> [String] { try fixture.make().1.map(\.code) }

  @Test(arguments: [
    ("date: 2062-11-20", true), ("date: 0226-11-20", true), ("date: 2026-11-20\nexpiresAt: 2062-12-01", true),
    ("date: 2026-11-20\nexpiresAt: 2206-12-31", true), ("date: 2026-11-20\nexpiresAt: 2207-12-31", true),
    ("date: 2026-11-20\nexpiresAt: 2199-12-31", false), ("date: 2026-11-20\nexpiresAt: 长期", false),
    ("date: 2026-11-20\nexpiresAt: 2099-12-31", false), ("date: 2026-11-20\nexpiresAt: 9999-12-31", false),
    ("date: 2027-01-05", false), ("date: 2026-11-20\nexpiresAt: 2031-01-01", false),
  ])
  func yearsOfPages(fields: String, isSlip: Bool) throws {
    var fixture = CommunityFixture()
    fixture.pages["notices/a.md"] = "---\ntitle: 甲\nkind: notice\n\(fields)\n---\n乙。\n"
    #expect(try codes(fixture).contains("date.year") == isSlip)
  }

  @Test(arguments: [("2026-11-22", false), ("2026-11-21", false), ("2026-12-10", true), ("2062-01-01", true)])
  func anUpdateThatIsStillToCome(day: String, isSaid: Bool) throws {
    var fixture = CommunityFixture()
    fixture.now = "2026-11-22T09:00:00+08:00"
    fixture.pages["notices/a.md"] = "---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\nupdated: \(day)\n---\n乙。\n"
    #expect(try codes(fixture).contains("date.updated-ahead") == isSaid)
  }

  @Test func yearsOfRows() throws {
    var fixture = CommunityFixture()
    try fixture.add("far", from: "2062-11-25T10:00", to: "2062-11-25T11:00")
    let problems = try fixture.make().1
    #expect(problems.map(\.code) == ["date.year"])
    #expect(problems.first?.hint?.zh.contains("2026") == true)
  }

  @Test(arguments: [("2026-01-05", true), ("2027-01-05", false), ("2026-12-20", false)])
  func movesToAnotherYear(day: String, isSlip: Bool) throws {
    var fixture = CommunityFixture()
    try fixture.add("last", from: "2026-12-30T10:00", to: "2026-12-30T11:00")
    fixture.change("last", at: "2026-12-30T10:00", .moved(.at("\(day)T10:00", "\(day)T11:00")))
    #expect(try codes(fixture).contains("data.moved-far") == isSlip)
  }

  @Test(arguments: [("FREQ=YEARLY", true), ("FREQ=WEEKLY", false)])
  func seriesThatIsAlwaysLeftOut(rule: String, isSkipped: Bool) throws {
    var fixture = CommunityFixture()
    fixture.addHolidays()
    try fixture.add(
      "class", from: "2026-10-01T10:00", to: "2026-10-01T11:00", rule: rule, onHoliday: .skipped)
    fixture.now = "2026-10-05T09:00:00+08:00"
    #expect(try codes(fixture).contains("data.series-skipped") == isSkipped)
  }
}

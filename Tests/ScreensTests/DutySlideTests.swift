import Activities
import CivilTime
import Community
import TestSupport
import Testing
import Vocabulary

@testable import Screens

/// Slides of what is owed to the public.
@Suite struct DutySlideTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addHolidays()
    fixture.addDisclosure()
    fixture.addDuty("accounts", .quarter, within: 10, title: "收支", category: "财务", startsOn: "2026-04-01")
    fixture.addNotice("q2", "duty: accounts\n", date: "2026-07-10", title: "二季度收支")
    fixture.addNotice("q3", "duty: accounts\n", date: "2026-10-12", title: "三季度收支")
    return fixture
  }

  @Test func itShowsWhatWasPublishedInTheRunningQuarter() throws {
    let shown = try fixture().shown("slide: list, layout: disclosure, unit: fudong")
    #expect(shown.ids == ["duty-accounts-2026-10-12"] && shown.slide.title == "2026年第四季度已公开")
    #expect(shown.items.first?.title == "收支" && shown.items.first?.text == "三季度收支")
    #expect(shown.items.first?.line == "10月12日 · 财务" && shown.items.first?.side == "2026年第三季度")
  }

  /// It leaves with its quarter, also on a screen that has been offline; what is planned comes with its day.
  @Test func itGoesByTheTime() throws {
    var fixture = fixture()
    fixture.now = "2026-12-24T09:00:00+08:00"
    fixture.addDuty("meeting", .month, by: .activity, title: "支部会", startsOn: "2026-12-01")
    try fixture.add("branch", from: "2026-12-28T10:00", to: "2026-12-28T11:00", duty: "meeting")
    let shown = try fixture.shown("slide: list, layout: disclosure")
    #expect(
      shown.stretches == [
        "duty-meeting-2026-12-28 12-28T00:00 01-01T00:00", "duty-accounts-2026-10-12 12-24T00:00 01-01T00:00",
      ])
  }

  /// What is planned takes no place from what was published.
  @Test func aLimitCountsWhatWasPublished() throws {
    var fixture = fixture()
    fixture.addNotice("more", "duty: accounts\n", date: "2026-11-10")
    fixture.addDuty("meeting", .month, by: .activity, startsOn: "2026-11-01")
    try fixture.add("branch", from: "2026-11-25T10:00", to: "2026-11-25T11:00", duty: "meeting")
    let shown = try fixture.shown("slide: list, layout: disclosure, limit: 1")
    #expect(shown.ids == ["duty-meeting-2026-11-25", "duty-accounts-2026-11-10"])
  }

  @Test func anotherUnitsIsNotShown() throws {
    var fixture = fixture()
    fixture.addUnit("other", in: "quan")
    #expect(try fixture.shown("slide: list, layout: disclosure, unit: other").items.isEmpty)
    #expect(try fixture.shown("slide: list, layout: disclosure", "units: [other]\n").items.isEmpty)
  }
}

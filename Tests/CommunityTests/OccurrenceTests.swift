import CivilTime
import TestSupport
import Testing

@testable import Activities
@testable import Community

@Suite struct OccurrenceTests {
  @Test func theWindowIsThisWeekAndTheHorizon() throws {
    var fixture = CommunityFixture()
    try fixture.add("daily", from: "2026-01-01T10:00", to: "2026-01-01T11:00", rule: "FREQ=DAILY")
    let (community, problems) = try fixture.make()
    #expect(problems == [])
    // Monday 16 November up to Saturday 5 December, 14 days after the 21st.
    #expect(community.occurrences.count == 20)
    #expect(community.lines.first == "2026-11-16T10:00 scheduled hall daily_20261116T1000")
    #expect(community.lines.last == "2026-12-05T10:00 scheduled hall daily_20261205T1000")
    #expect(TimeText.rfc3339(community.horizon.validUntil, in: .shanghai) == "2026-12-06T00:00:00+08:00")
  }

  @Test func cancelledAndMovedKeepTheirIdentity() throws {
    var fixture = CommunityFixture()
    try fixture.add("weekly", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY")
    fixture.change("weekly", at: "2026-11-25T10:00", .cancelled, note: "停电")
    fixture.change(
      "weekly", at: "2026-12-02T10:00",
      .moved(
        .init(
          start: TimeText.parseLocal("2026-12-03T15:00"), end: TimeText.parseLocal("2026-12-03T17:00"),
          venue: .init("room"))))
    let (community, problems) = try fixture.make()
    #expect(problems == [])
    #expect(
      community.lines == [
        "2026-11-18T10:00 scheduled hall weekly_20261118T1000", "2026-11-25T10:00 cancelled hall weekly_20261125T1000",
        "2026-12-03T15:00 moved room weekly_20261202T1000",
      ])
    #expect(community.occurrences[1].note(words) == "停电")
    #expect(community.occurrences[2].isMovedInTime && community.occurrences[2].isMovedInPlace)
  }

  @Test func movesIntoAndOutOfTheWindowAreKept() throws {
    var fixture = CommunityFixture()
    try fixture.add("in", from: "2027-03-01T10:00", to: "2027-03-01T11:00")
    try fixture.add("out", from: "2026-11-30T10:00", to: "2026-11-30T11:00")
    try fixture.add("away", from: "2027-03-01T10:00", to: "2027-03-01T11:00")
    func move(_ id: String, _ from: String, _ to: String) {
      let start = TimeText.parseLocal(to)!
      fixture.change(id, at: from, .moved(.init(start: start, end: start + 60)))
    }
    move("in", "2027-03-01T10:00", "2026-11-27T10:00")
    move("out", "2026-11-30T10:00", "2027-01-30T10:00")
    let (community, _) = try fixture.make()
    #expect(
      community.lines == [
        "2026-11-27T10:00 moved hall in_20270301T1000", "2027-01-30T10:00 moved hall out_20261130T1000",
      ])
  }

  @Test func whatBeganBeforeTheWindowAndStillRunsIsInIt() throws {
    var fixture = CommunityFixture()
    try fixture.add("long", from: "2026-11-10T08:00", to: "2026-11-16T00:01")
    try fixture.add("ended", from: "2026-11-10T08:00", to: "2026-11-16T00:00")
    #expect(try fixture.make().0.lines == ["2026-11-10T08:00 scheduled hall long_20261110T0800"])
  }

  @Test func theActivitysOwnStatusCounts() throws {
    var fixture = CommunityFixture()
    try fixture.add("off", from: "2026-11-25T10:00", to: "2026-11-25T11:00", status: .cancelled)
    try fixture.add("later", from: "2026-11-25T10:00", to: "2026-11-25T11:00", status: .postponed)
    try fixture.add("idea", from: "2026-11-25T10:00", to: "2026-11-25T11:00", status: .draft)
    #expect(
      try fixture.make().0.lines == [
        "2026-11-25T10:00 postponed hall later_20261125T1000", "2026-11-25T10:00 cancelled hall off_20261125T1000",
      ])
  }

  @Test func aChangeForNoOccurrenceNamesTheNearest() throws {
    var fixture = CommunityFixture()
    try fixture.add("weekly", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY")
    fixture.change("weekly", at: "2026-11-26T10:00", .cancelled)
    let problem = try #require(try fixture.make().1.first)
    #expect(problem.code == "data.no-such-occurrence")
    #expect(problem.hint?.en == "the nearest is 2026-11-25T10:00")
    #expect(
      problem.location?.description
        == "content/activities.sqlite:activity_change[activity_id=weekly,occurs_at=2026-11-26T10:00].occurs_at")
  }
}

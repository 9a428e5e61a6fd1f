import Activities
import CivilTime
import TestSupport
import Testing

@testable import Community
@testable import Feeds

/// A feed has the number and the moment of the build that made it, as long as it says the same. [0060]
@Suite struct EditionTests {
  private func weekly() throws -> CommunityFixture {
    var fixture = CommunityFixture()
    try fixture.add("weekly", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY")
    try fixture.add("today", from: "2026-11-21T09:30", to: "2026-11-21T10:00")
    return fixture
  }

  private func stamp(_ files: PublishedFiles, _ path: String) throws -> [String] {
    let feed = try files.json(path)
    return try [#require(feed["generation"]), #require(feed["generatedAt"])].map { "\($0)" }
  }

  @Test func itStaysThroughTheDay() throws {
    var fixture = try weekly()
    let first = try fixture.release(at: "2026-11-21T09:00:00+08:00")
    let later = try fixture.release(at: "2026-11-21T16:00:00+08:00")
    for path in ["/feeds/v1/activities.json", "/feeds/v1/units.json", "/feeds/v1/activities/venue/hall.json"] {
      #expect(try first.bytes(path) == later.bytes(path), "\(path)")
    }
    let next = try fixture.release(at: "2026-11-22T00:00:00+08:00")
    #expect(try next.json("/feeds/v1/units.json")["generatedAt"] == .text("2026-11-22T00:00:00+08:00"))
  }

  /// What is over when it is made anew leaves it then: it says what is not over at its own moment.
  @Test func itIsMadeAnewWhereItSaysSomethingElse() throws {
    var fixture = try weekly()
    let first = try fixture.release(at: "2026-11-21T09:00:00+08:00")
    fixture.change("weekly", at: "2026-11-25T10:00", .cancelled, note: "停电")
    let second = try fixture.release(at: "2026-11-21T16:00:00+08:00")
    let path = "/feeds/v1/activities.json"
    #expect(try first.bytes("/feeds/v1/units.json") == second.bytes("/feeds/v1/units.json"))
    #expect(try second.json(path)["generatedAt"] == .text("2026-11-21T16:00:00+08:00"))
    #expect(try first.text(path).contains("today") && !second.text(path).contains("today"))
  }

  /// Made by a clock that was ahead: whoever takes it would wait for its moment.
  @Test func itNeverComesFromTheFuture() throws {
    var fixture = try weekly()
    let ahead = try fixture.release(at: "2026-11-21T11:00:00+08:00")
    let back = try fixture.release(at: "2026-11-21T09:00:00+08:00")
    #expect(try ahead.json("/feeds/v1/units.json")["generatedAt"] == .text("2026-11-21T11:00:00+08:00"))
    #expect(try back.json("/feeds/v1/units.json")["generatedAt"] == .text("2026-11-21T09:00:00+08:00"))
  }
}

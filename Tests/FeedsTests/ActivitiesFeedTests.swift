import Activities
import Community
import TestSupport
import Testing
import Vocabulary

@testable import Feeds

@Suite struct ActivitiesFeedTests {
  private static let url = "/feeds/v1/activities.json"

  private func ids(_ feeds: PublishedFiles, _ url: String = url) throws -> [String?] {
    try #require(try feeds.json(url)["data"]).texts("id")
  }

  @Test func whatBecameOfEachOccurrence() throws {
    let records = try #require(try CommunityFixture.changed().feeds().json(Self.url)["data"]).elements
    #expect(
      records.map { record in
        ["id", "startsAtLocal", "endsAtLocal", "status", "venueId", "originalStartsAt", "note"].map {
          record[$0]?.text ?? "-"
        }
      } == [
        ["weekly_20261125T1000", "2026-11-25 10:00:00", "2026-11-25 11:00:00", "cancelled", "hall", "-", "停电"],
        ["weekly_20261128T0900", "2026-11-28 09:00:00", "2026-11-28 10:00:00", "scheduled", "hall", "-", "-"],
        [
          "weekly_20261202T1000", "2026-12-03 15:00:00", "2026-12-03 16:30:00", "moved", "room",
          "2026-12-02T10:00:00+08:00", "-",
        ],
      ])
    try #require(records.count == 3)
    #expect(records.map { $0["added"]?.flag } == [false, true, false])
    #expect(records[2]["startsAt"]?.text == "2026-12-03T15:00:00+08:00")
    #expect(records[0]["url"]?.text == "https://a.example/activities/weekly/")
    #expect(records[0]["updatedAt"]?.text == "2026-11-01T09:00:00+08:00")
  }

  /// What ends at the moment of the build is over; what runs is not; the last day is the horizon's last.
  @Test func fromNowToTheHorizonByTime() throws {
    var fixture = CommunityFixture()
    try fixture.add("over", from: "2026-11-21T08:00", to: "2026-11-21T09:00")
    try fixture.add("running", from: "2026-11-21T08:30", to: "2026-11-21T09:30")
    try fixture.add("last", from: "2026-12-05T22:00", to: "2026-12-05T23:00")
    try fixture.add("beyond", from: "2026-12-06T00:00", to: "2026-12-06T01:00")
    try fixture.add("draft", from: "2026-11-22T10:00", to: "2026-11-22T11:00", status: .draft)
    try fixture.add("b", from: "2026-11-22T10:00", to: "2026-11-22T11:00")
    try fixture.add("a", from: "2026-11-22T10:00", to: "2026-11-22T11:00")
    #expect(
      try ids(try fixture.feeds()) == [
        "running_20261121T0830", "a_20261122T1000", "b_20261122T1000", "last_20261205T2200",
      ])
  }

  @Test func whatOnesFieldsSay() throws {
    let records = try #require(try CommunityFixture.whole().feeds().json(Self.url)["data"]).elements
    func record(_ id: String) throws -> ParsedJSON { try #require(records.first { $0["id"] == .text(id) }) }
    let added = try record("class_20261128T0900")
    #expect([added["kind"], added["track"]] == [.text("classroom"), .text("practice")])
    #expect([added["capacity"], added["enrolled"], added["remaining"]] == [.number(10), .number(4), .number(6)])
    #expect([added["feeYuan"], added["points"], added["signupUrl"]] == [.number(0), .null, .null])
    #expect([added["unitName"], added["address"]] == [.text("府东"), .text("府东路 1 号")])
    let fair = try record("fair_20261122T0000")
    #expect([fair["allDay"], fair["feeYuan"], fair["track"]] == [.flag(true), .number(12.5), .null])
    #expect(fair["endsAtLocal"] == .text("2026-11-24 00:00:00"))
    #expect(try record("off_20261123T1000")["status"] == .text("cancelled"))
  }

  // MARK: Narrowed down

  private static let narrowed: [String: [String]] = [
    "venue/hall": ["free_", "weekly_20261125", "full_", "weekly_20261128", "weekly_20261202"],
    "venue/room": ["weekly_20261202"], "venue/court": ["court_"],
    "unit/tower": ["court_"],
    "unit/fudong": ["free_", "weekly_20261125", "full_", "weekly_20261128", "weekly_20261202"],
    "unit/quan": ["free_", "court_", "weekly_20261125", "full_", "weekly_20261128", "weekly_20261202"],
    "track/theory": ["free_"], "track/practice": [], "audience/elders": ["free_"], "free": ["free_"],
    "places-left": ["court_", "weekly_20261128"],
  ]

  /// A moved occurrence is found where it is and where its series is at home; a cancelled or a full one has no place left, and
  /// of one that nobody has counted it is not known.
  @Test(arguments: narrowed.keys.sorted())
  func aFilteredFeedIsThatPart(filter: String) throws {
    var fixture = try CommunityFixture.changed()
    fixture.addUnit("tower", in: "quan", level: .building)
    fixture.addVenue("court", of: "tower")
    try fixture.add(
      "free", from: "2026-11-22T10:00", to: "2026-11-22T11:00", kind: .classroom, track: .theory, audience: "老年居民",
      capacity: nil, fee: 0)
    try fixture.add("court", from: "2026-11-23T10:00", to: "2026-11-23T11:00", venue: "court", unit: "tower", fee: 5)
    try fixture.add("full", from: "2026-11-26T10:00", to: "2026-11-26T11:00", capacity: 3)
    fixture.enrol(3, for: "full", at: "2026-11-26T10:00")
    fixture.enrol(0, for: "court", at: "2026-11-23T10:00")
    for time in ["2026-11-25T10:00", "2026-11-28T09:00"] { fixture.enrol(4, for: "weekly", at: time) }
    let community = try fixture.community()
    #expect(Set(community.filters.map { $0.path.joined(separator: "/") }).isSuperset(of: [filter]))
    let feeds = PublishedFiles(Feeds.make(community).artifacts)
    let all = try #require(try feeds.json(Self.url)["data"]).elements
    let part = try #require(try feeds.json("/feeds/v1/activities/\(filter).json")["data"]).elements
    let wanted = try #require(Self.narrowed[filter])
    #expect(part == all.filter { record in wanted.contains { record["id"]?.text?.hasPrefix($0) == true } })
    #expect(part.count == wanted.count)
  }

  @Test func eachFilterHasItsFeed() throws {
    let community = try CommunityFixture.whole().community()
    let urls = Set(PublishedFiles(Feeds.make(community).artifacts).urls)
    for filter in community.filters {
      #expect(urls.contains("/feeds/v1/activities/\(filter.path.joined(separator: "/")).json"))
      #expect(urls.contains("/calendar/\(filter.path.joined(separator: "/")).ics"))
    }
  }
}

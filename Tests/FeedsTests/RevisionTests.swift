import CivilTime
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community
@testable import Feeds

/// Whatever alters an event raises the numbers by which subscribers know that it changed, and nothing else does.
@Suite struct RevisionTests {
  /// One thing that happens to a community, without that anybody touches the activity's row.
  struct Event: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Whether calendars say something else then; records of feeds always do.
    var altersCalendars = true
    let happen: @Sendable (inout CommunityFixture) throws -> Void
  }

  static let events = [
    Event(testDescription: "cancelled") { $0.change("weekly", at: "2026-11-25T10:00", .cancelled, note: "停电") },
    Event(testDescription: "moved") {
      $0.change("weekly", at: "2026-11-25T10:00", .moved(.at("2026-11-25T14:00", "2026-11-25T15:00")))
    },
    Event(testDescription: "a topic") { $0.change("weekly", at: "2026-11-25T10:00", .topic, topic: "防诈骗") },
    Event(testDescription: "the series ends") { $0.change("weekly", at: "2026-11-25T10:00", .ended) },
    Event(testDescription: "the venue is renamed") { fixture in
      fixture.data.venues.removeAll { $0.id.text == "hall" }
      fixture.addVenue("hall", name: "新礼堂")
    },
    Event(testDescription: "the venue's address") { fixture in
      fixture.data.venues.removeAll { $0.id.text == "hall" }
      fixture.addVenue("hall", address: "示例路9号")
    },
    Event(testDescription: "a holiday file") { fixture in
      fixture.pages["holidays/2026.yaml"] =
        "year: 2026\nsource: 通知\nholidays:\n- {name: 国庆节, days: 2026-11-25 至 2026-11-26}\n"
    },
    Event(testDescription: "somebody enrols", altersCalendars: false) {
      $0.enrol(3, for: "weekly", at: "2026-11-25T10:00")
    },
    Event(testDescription: "the unit is renamed", altersCalendars: false) { fixture in
      fixture.data.units.removeAll { $0.id.text == "fudong" }
      fixture.addUnit("fudong", in: "quan", name: "府东新村")
    },
  ]

  private func weekly() throws -> CommunityFixture {
    var fixture = CommunityFixture()
    try fixture.add(
      "weekly", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY", onHoliday: .skipped)
    try fixture.add("other", from: "2026-11-25T08:00", to: "2026-11-25T09:00", venue: "room", unit: "quan")
    return fixture
  }

  private struct Stamps: Equatable {
    let modified: String
    let stamp: String
    let sequence: Int
  }

  private func stamps(_ feeds: PublishedFiles, _ url: String, _ id: String) throws -> [Stamps] {
    try feeds.calendar(url)[id].map { event in
      Stamps(
        modified: try #require(event["LAST-MODIFIED"]), stamp: try #require(event["DTSTAMP"]),
        sequence: try #require(event["SEQUENCE"].flatMap(Int.init)))
    }
  }

  private func updated(_ feeds: PublishedFiles, _ id: String) throws -> String? {
    try feeds.json("/feeds/v1/activities.json")["data"]?.elements.first { $0["id"] == .text(id) }?["updatedAt"]?.text
  }

  @Test(arguments: events)
  func whatAltersAnEventDatesIt(_ event: Event) throws {
    var fixture = try weekly()
    let first = try fixture.release(at: "2026-11-21T09:00:00+08:00")
    try event.happen(&fixture)
    let second = try fixture.release(at: "2026-11-22T10:00:00+08:00")

    let (old, new) = (
      try stamps(first, "/calendar/all.ics", "weekly"), try stamps(second, "/calendar/all.ics", "weekly")
    )
    let before = try #require(old.first)
    #expect(before.modified == "20261101T010000Z")
    if event.altersCalendars {
      #expect(new.allSatisfy { $0.modified == "20261122T020000Z" && $0.stamp == $0.modified })
      #expect(new.allSatisfy { $0.sequence > before.sequence })
    } else {
      #expect(new == old)
    }
    if let time = try updated(second, "weekly_20261125T1000") { #expect(time == "2026-11-22T10:00:00+08:00") }
    // What nobody touched keeps its time.
    #expect(try stamps(second, "/calendar/all.ics", "other") == stamps(first, "/calendar/all.ics", "other"))
    #expect(try updated(second, "other_20261125T0800") == "2026-11-01T09:00:00+08:00")

    // The same again says the same, bytes and all.
    let third = try fixture.release(at: "2026-11-22T18:00:00+08:00")
    for url in ["/calendar/all.ics", "/calendar/expanded/all.ics", "/calendar/activity/weekly.ics"] {
      #expect(try third.text(url) == second.text(url))
    }
    #expect(try updated(third, "weekly_20261202T1000") == updated(second, "weekly_20261202T1000"))
  }

  @Test func aSingleEventIsDatedByItself() throws {
    var fixture = try weekly()
    let first = try fixture.release(at: "2026-11-21T09:00:00+08:00")
    fixture.change("weekly", at: "2026-11-25T10:00", .cancelled)
    let second = try fixture.release(at: "2026-11-22T10:00:00+08:00")
    let url = "/calendar/expanded/all.ics"
    let (old, new) = (
      try #require(try stamps(first, url, "weekly_20261125T1000").first),
      try #require(try stamps(second, url, "weekly_20261125T1000").first)
    )
    #expect(new.modified == "20261122T020000Z" && new.sequence > old.sequence)
    #expect(try stamps(second, url, "weekly_20261202T1000") == stamps(first, url, "weekly_20261202T1000"))
    #expect(try updated(second, "weekly_20261202T1000") == "2026-11-01T09:00:00+08:00")
    let item = try #require(
      try second.xml("/feeds/rss/activities.xml")?.all("channel").first?.all("item").first {
        $0["guid"] == "weekly_20261125T1000"
      })
    #expect(item["pubDate"] == "Sun, 22 Nov 2026 10:00:00 +0800")
  }

  /// A clock that was set back, two releases within a second, a change that is taken back: numbers grow all the same.
  @Test func timesNeverGoBack() throws {
    var fixture = try weekly()
    _ = try fixture.release(at: "2026-11-21T09:00:00+08:00")
    fixture.change("weekly", at: "2026-11-25T10:00", .cancelled)
    let second = try fixture.release(at: "2026-11-22T10:00:00+08:00")
    fixture.data.changes = []
    var last = try #require(try stamps(second, "/calendar/all.ics", "weekly").first).sequence
    for (time, note) in [("2026-11-22T10:00:00+08:00", "甲"), ("2026-11-20T10:00:00+08:00", "乙")] {
      fixture.change("weekly", at: "2026-12-02T10:00", .cancelled, note: note)
      let sequence = try #require(
        try stamps(fixture.release(at: time), "/calendar/all.ics", "weekly").first
      ).sequence
      #expect(sequence > last)
      last = sequence
      fixture.data.changes = []
    }
  }

  /// Who sets `updated_at` says when it was.
  @Test func theRowsOwnTimeHolds() throws {
    var fixture = try weekly()
    _ = try fixture.release(at: "2026-11-21T09:00:00+08:00")
    fixture.data.activities = try fixture.data.activities.map { record in
      var other = CommunityFixture()
      try other.add("weekly", from: "2026-11-04T10:00", to: "2026-11-04T12:00", rule: "FREQ=WEEKLY")
      return record.id.text == "weekly" ? other.data.activities[0].updated(at: "2026-11-21T12:00") : record
    }
    let second = try fixture.release(at: "2026-11-22T10:00:00+08:00")
    #expect(try stamps(second, "/calendar/all.ics", "weekly").first?.modified == "20261121T040000Z")
  }
}

extension ActivityRecord {
  fileprivate func updated(at time: String) -> ActivityRecord {
    ActivityRecord(
      id: id, title: title, kind: kind, track: track, unit: unit, venue: venue, host: host, audience: audience,
      summary: summary, start: start, end: end, rule: rule, capacity: capacity, feeYuan: feeYuan, points: points,
      onlineURL: onlineURL, signupURL: signupURL, status: status, onHoliday: onHoliday, page: page, duty: duty,
      updatedAt: TimeText.parseLocal(time)!)
  }
}

import Artifacts
import CivilTime
import Community
import Encoding
import TestSupport
import Testing
import Vocabulary

@testable import Feeds

/// What is not offered, and what comes in parts, when there is too much. The consumer tests look at a whole large site.
@Suite struct LargeSiteTests {
  /// `count` activities that take place once, in the coming days, and one in September.
  private func site(_ count: Int, rule: String? = nil) throws -> CommunityFixture {
    var fixture = CommunityFixture()
    try fixture.add("past", from: "2026-09-01T14:00", to: "2026-09-01T15:00")
    for number in 1..<count {
      let day = 22 + number % 8
      try fixture.add("a\(number)", from: "2026-11-\(day)T10:00", to: "2026-11-\(day)T11:00", rule: rule)
    }
    return fixture
  }

  private func urls(_ fixture: CommunityFixture) throws -> Set<String> { Set(try fixture.feeds().urls) }

  @Test func upToTheLimitEverythingIsOffered() throws {
    let urls = try urls(site(Subscriptions.activities))
    #expect(urls.isSuperset(of: ["/calendar/all.ics", "/calendar/expanded/all.ics", "/calendar/unit/fudong.ics"]))
    #expect(urls.isSuperset(of: ["/calendar/activity/past.ics", "/calendar/activity/a7.ics"]))
    #expect(!urls.contains { $0.hasPrefix("/feeds/v1/activities/all/") })
  }

  /// One more: what is over has no calendar, so that what takes place still has.
  @Test func whatIsOverHasNoCalendarFirst() throws {
    let urls = try urls(site(Subscriptions.activities + 1))
    #expect(!urls.contains("/calendar/activity/past.ics") && urls.contains("/calendar/activity/a7.ics"))
    #expect(urls.contains("/calendar/all.ics"))
  }

  @Test func thenWhatTakesPlaceOnceThenAll() throws {
    var some = try site(Subscriptions.activities + 2)
    try some.add("weekly", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY")
    let urls = try urls(some)
    #expect(urls.contains("/calendar/activity/weekly.ics") && !urls.contains("/calendar/activity/a7.ics"))
    #expect(!urls.contains("/calendar/all.ics") && !urls.contains("/calendar/unit/fudong.ics"))
    #expect(
      try !self.urls(site(Subscriptions.activities + 2, rule: "FREQ=WEEKLY")).contains {
        $0.hasPrefix("/calendar/activity/")
      })
  }

  @Test func aFeedThatIsTooLargeListsItsParts() throws {
    let fixture = try site(Subscriptions.events + 2)
    let feeds = try fixture.feeds()
    let whole = try feeds.json("/feeds/v1/activities.json")
    #expect(whole["data"] == nil && whole["$schema"] == .text("https://a.example/feeds/v1/schema/parts.json"))
    #expect(!feeds.urls.contains("/feeds/v1/activities/unit/fudong.json"))
    let parts = try #require(whole["parts"]?.elements)
    var ids: [String] = []
    for part in parts {
      let url = try #require(part["url"]?.text)
      #expect(try feeds.bytes(url).count <= 1_000_000)
      let data = try #require(try feeds.json(url)["data"]?.elements)
      #expect(part["count"] == .number(Double(data.count)))
      ids += data.compactMap { $0["id"]?.text }
    }
    #expect(parts.count > 1 && Set(ids).count == Subscriptions.events + 1 && ids.count == Set(ids).count)
    #expect(try feeds.text("/feeds/xibo/activities.json").split(separator: "\n").count < 1_100)
  }

  /// Months that fit are one part, days of others, and pieces of days; in order, each once.
  @Test func partsAreMonthsThenDaysThenPieces() throws {
    let (november, december) = (day(11, 30), day(12, 1))
    let large = OccurrenceParts.bytes / 3
    let parts = OccurrenceParts.parts(
      [(index: 0, day: november, bytes: 100), (index: 1, day: december, bytes: large)]
        + (2..<7).map { (index: $0, day: december + 1, bytes: large) })
    #expect(
      parts.map { [$0.path.file] + $0.indices.map { String($0) } } == [
        ["feeds/v1/activities/all/2026-11.json", "0"], ["feeds/v1/activities/all/2026-12-01.json", "1"],
        ["feeds/v1/activities/all/2026-12-02-1.json", "2", "3"],
        ["feeds/v1/activities/all/2026-12-02-2.json", "4", "5"],
        ["feeds/v1/activities/all/2026-12-02-3.json", "6"],
      ])
  }

  /// 3,000 notices, which one file had 1.4 MB of; and what is added later leaves the older parts as they are.
  @Test func anyFeedThatIsTooLargeListsItsParts() throws {
    var fixture = CommunityFixture()
    func notice(_ number: Int, on day: String) {
      fixture.pages["notices/n\(number).md"] =
        "---\ntitle: 公告\(number)\nkind: notice\ndate: \(day)\nsummary: \(String(repeating: "停水通知", count: 25))\n---\n正文。\n"
    }
    for number in 0..<3_000 { notice(number, on: "2026-10-\(10 + number % 20)") }
    let first = try fixture.release(at: "2026-11-21T09:00:00+08:00")
    let parts = try #require(try first.json("/feeds/v1/notices.json")["parts"]?.elements)
    var ids = Set<String>()
    for part in parts {
      let url = try #require(part["url"]?.text)
      #expect(try first.bytes(url).count <= 1_000_000 && part["firstDay"] == .null)
      let data = try #require(try first.json(url)["data"]?.elements)
      #expect(part["count"] == .number(Double(data.count)))
      for one in data { #expect(ids.insert(try #require(one["id"]?.text)).inserted) }
    }
    #expect(ids.count == 3_000 && parts.count > 1)
    #expect(try first.text("/feeds/xibo/notices.json").split(separator: "\n").count < 1_100)
    notice(4_000, on: "2026-11-20")
    let second = try fixture.release(at: "2026-11-21T09:05:00+08:00")
    let last = try #require(parts.last?["url"]?.text)
    #expect(last.hasSuffix("/1.json"))
    #expect(try first.bytes(last) == second.bytes(last))
  }

  @Test func piecesAreFilledFromTheEnd() {
    let third = OccurrenceParts.bytes / 3
    #expect(RecordParts.pieces(of: [third, third, third, third, third]) == [0..<1, 1..<3, 3..<5])
    #expect(RecordParts.pieces(of: []) == [] && RecordParts.pieces(of: [1]) == [0..<1])
    #expect(RecordParts.pieces(of: [OccurrenceParts.bytes * 2, 1]) == [0..<1, 1..<2])
  }

  /// Found out from the last records alone, and the same.
  @Test(arguments: 0..<40)
  func whetherThereAreSeveralPiecesIsToldByTheLast(seed: Int) {
    let (count, most) = (seed % 8, OccurrenceParts.bytes * (1 + seed % 3) / 2)
    let sizes = (0..<count).map { ($0 + 1) * 7_919 * (seed + 1) * 104_729 % most }
    #expect(RecordParts.areSeveral(of: count) { sizes[$0] } == (RecordParts.pieces(of: sizes).count > 1))
  }

  private func day(_ month: Int, _ day: Int) -> CivilDate {
    guard let date = CivilDate(year: 2026, month: month, day: day) else { preconditionFailure("a day") }
    return date
  }

  // MARK: The index

  @Test func anIndexThatIsTooLargeHasPartsByFolder() throws {
    let community = try CommunityFixture().community()
    let calendars = (0..<3_000).map { SitePath.at("calendar/activity/activity-\($0).ics") }
    let named = [SitePath.feed("activities"), .feed("screens/lobby"), .at("calendar/venue/hall.ics")]
    let entries = (calendars + named).map { FeedIndex.Entry($0, .calendar, Array($0.file.utf8)) }
    let files = FeedIndex.files(community, feeds: entries) { $0 + Array("signed\n".utf8) }
    let index = try ParsedJSON(Bytes(files.index.dropLast("signed\n".count)))
    #expect(files.index.count < 500_000 && files.parts.allSatisfy { $0.bytes.count < 500_000 })
    #expect(
      index["feeds"]?.elements.compactMap { $0["url"]?.text } == [
        "/feeds/v1/activities.json", "/feeds/v1/screens/lobby.json",
      ])
    let parts = try #require(index["parts"]?.elements)
    #expect(
      parts.map { $0["folder"]?.text } == ["/calendar/activity/", "/calendar/activity/", "/calendar/venue/"])
    #expect(parts.compactMap { $0["url"]?.text } == files.parts.map { $0.entry.path.url })
    var listed: [String] = []
    for (part, file) in zip(parts, files.parts) {
      #expect(
        part["sha256"] == .text(FeedIndex.Entry(file.entry.path, .json, file.bytes).digest)
          && file.bytes.suffix(7) == Array("signed\n".utf8)[...])
      listed += try ParsedJSON(Bytes(file.bytes.dropLast(7)))["feeds"]?.elements.compactMap { $0["url"]?.text } ?? []
    }
    #expect(Set(listed) == Set(calendars.map(\.url) + ["/calendar/venue/hall.ics"]) && listed.count == 3_001)
  }

  @Test func aSmallIndexIsOneFile() throws {
    let community = try CommunityFixture().community()
    let entries = [FeedIndex.Entry(.at("calendar/all.ics"), .calendar, [])]
    let files = FeedIndex.files(community, feeds: entries) { $0 }
    #expect(files.parts.isEmpty && files.index == FeedIndex.bytes(community, feeds: entries))
  }
}

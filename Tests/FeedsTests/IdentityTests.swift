import TestSupport
import Testing

@testable import Community
@testable import Feeds

/// A notice is the same one for feed readers, whatever it is called and wherever it stands since.
@Suite struct IdentityTests {
  private func ids(_ feeds: PublishedFiles) throws -> [String?] {
    let json = try feeds.json("/feed.json")["items"]?.elements.map { $0["id"]?.text } ?? []
    let atom = try #require(try feeds.xml("/atom.xml")).all("entry").map { $0["id"] }
    #expect(json == atom)
    let rss = try feeds.xml("/feeds/rss/notices.xml")?.all("channel").first?.all("item").map { $0["guid"] }
    #expect(rss.map(Set.init) == Set(json) || json.isEmpty)
    return json
  }

  private func updated(_ feeds: PublishedFiles) throws -> (feed: String?, entry: String?) {
    let atom = try #require(try feeds.xml("/atom.xml"))
    return (atom["updated"], atom.all("entry").first?["updated"])
  }

  private static let first = "2026-11-21T09:00:00+08:00"
  private static let second = "2026-11-22T10:00:00+08:00"

  @Test func anIDIsNoAddress() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("gate")
    let before = try ids(fixture.release(at: Self.first))
    #expect(before == ["tag:a.example,2026:/notices/gate/"])
    fixture.site = "title: 示例\nbaseURL: http://a.example:8080\n"
    #expect(try ids(fixture.release(at: Self.second)) == before)
  }

  /// - Parameter mark: what the renamed page says of itself beside.
  @Test(arguments: [
    ("", "开门", "正文一"), ("", "新标题", "正文一"), ("", "开门", "正文二"), ("aliases: [/notices/gate/]\n", "新标题", "正文二"),
  ])
  func itSurvivesARenamedFile(_ mark: String, _ title: String, _ text: String) throws {
    var fixture = CommunityFixture()
    fixture.addNotice("gate", title: "开门", text: "正文一")
    let before = try ids(fixture.release(at: Self.first))
    fixture.pages["notices/gate.md"] = nil
    fixture.addNotice("door", mark, title: title, text: text)
    let feeds = try fixture.release(at: Self.second)
    #expect(try ids(feeds) == before)
    #expect(try feeds.json("/feed.json")["items"]?.elements.first?["url"] == .text("https://a.example/notices/door/"))
    // Signage that knows contents by their names, too.
    #expect(try feeds.json("/feeds/v1/notices.json")["data"]?.elements.first?["id"] == .text("gate"))
    #expect(try feeds.json("/feeds/xibo/notices.json")["data"]?.elements.first?["id"] == .text("gate"))
    #expect(try feeds.json("/feeds/concerto/notices.json").elements.first?["name"] == .text("notice-gate"))
    #expect(try ids(fixture.release(at: Self.second)) == before)
  }

  /// Another notice is no renamed one, and no two are one.
  @Test func whatIsAnotherNoticeHasAnotherID() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("october", date: "2026-10-01", title: "抄表", text: "下周抄表。")
    _ = try fixture.release(at: Self.first)
    fixture.pages["notices/october.md"] = nil
    fixture.addNotice("november", title: "抄表", text: "下周抄表。")
    #expect(try ids(fixture.release(at: Self.second)) == ["tag:a.example,2026:/notices/november/"])

    fixture.pages["notices/november.md"] = nil
    fixture.addNotice("moved", title: "抄表", text: "下周抄表。")
    fixture.addNotice("november", date: "2026-11-02", title: "停水", text: "明天停水。")
    let both = try ids(fixture.release(at: Self.second))
    #expect(both.count == 2 && Set(both).count == 2)
  }

  @Test func withoutAMemoryTheAliasTells() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("door", "aliases: [/notices/gate, /old.html]\n")
    #expect(try ids(fixture.release(at: Self.first)) == ["tag:a.example,2026:/notices/gate/"])
  }

  // MARK: Times

  @Test func updatedByItsWriter() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("gate", "updated: 2026-11-20T08:30\n")
    let feeds = try fixture.release(at: Self.first)
    #expect(
      try updated(feeds).entry == "2026-11-20T08:30:00+08:00" && updated(feeds).feed == "2026-11-20T08:30:00+08:00")
    let item = try #require(try feeds.json("/feed.json")["items"]?.elements.first)
    #expect(item["date_published"] == .text("2026-11-01T00:00:00+08:00"))
    #expect(item["date_modified"] == .text("2026-11-20T08:30:00+08:00"))
  }

  @Test func anEditIsSeenWithoutAWordOfIt() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("gate", text: "八点")
    #expect(try updated(fixture.release(at: Self.first)).entry == "2026-11-01T00:00:00+08:00")
    fixture.addNotice("gate", text: "九点")
    let edited = try fixture.release(at: Self.second)
    #expect(try updated(edited).entry == Self.second && updated(edited).feed == Self.second)
    // Nor does it rise by what no reader sees, or by a build.
    fixture.addNotice("gate", "order: 3\naliases: [/old/]\n", text: "九点")
    #expect(try updated(fixture.release(at: "2026-11-23T10:00:00+08:00")).entry == Self.second)
  }

  /// The newest notice is withdrawn: the feed's time does not go back, and an empty feed is no news.
  @Test func theFeedsTimeNeverGoesBack() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("old")
    fixture.addNotice("new", date: "2026-11-20")
    #expect(try updated(fixture.release(at: Self.first)).feed == "2026-11-20T00:00:00+08:00")
    for notice in ["new", "old"] {
      fixture.pages["notices/\(notice).md"] = nil
      #expect(try updated(fixture.release(at: Self.second)).feed == "2026-11-20T00:00:00+08:00")
    }
  }

  // MARK: Dated ahead

  /// What bears the date of a day to come is not public before it, in no output.
  @Test func aNoticeDatedAheadWaitsEverywhere() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("ahead", "severity: severe\nexpiresAt: 2026-11-30\n", date: "2026-11-25", title: "寒潮")
    let feeds = try fixture.release(at: Self.first)
    for url in ["/feed.json", "/atom.xml", "/feeds/rss/notices.xml", "/feeds/xibo/notices.json", "/feeds/cap.xml"] {
      #expect(try !feeds.text(url).contains("寒潮"), "\(url)")
    }
    let concerto = try #require(
      try feeds.json("/feeds/concerto/notices.json").elements.first { $0["name"] == .text("notice-ahead") })
    #expect(concerto["start_time"] == .text("2026-11-25T00:00:00+08:00"))
    let due = try fixture.release(at: "2026-11-25T00:00:00+08:00")
    for url in ["/feed.json", "/atom.xml", "/feeds/rss/notices.xml", "/feeds/xibo/notices.json", "/feeds/cap.xml"] {
      #expect(try due.text(url).contains("寒潮"), "\(url)")
    }
  }
}

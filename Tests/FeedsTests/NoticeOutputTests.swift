import TestSupport
import Testing

@testable import Feeds

/// A feed that hands on the notices that are valid, and the slugs that it names, in its order.
enum NoticeOutput: String, CaseIterable, CustomTestStringConvertible {
  case json, xibo, concerto, rss, atom, jsonFeed

  var testDescription: String { rawValue }

  func slugs(_ feeds: PublishedFiles) throws -> [String?] {
    switch self {
    case .json: try feeds.json("/feeds/v1/notices.json")["data"]?.texts("id") ?? []
    case .xibo: try feeds.json("/feeds/xibo/notices.json")["data"]?.texts("id") ?? []
    case .concerto:
      try feeds.json("/feeds/concerto/notices.json").texts("name").map { $0?.replacing("notice-", with: "") }
    case .rss:
      try (feeds.xml("/feeds/rss/notices.xml")?.all("channel").first?.all("item") ?? []).map { Self.slug($0["link"]) }
    case .atom: try (feeds.xml("/atom.xml")?.all("entry") ?? []).map { Self.slug($0["id"]) }
    case .jsonFeed: try (feeds.json("/feed.json")["items"]?.texts("url") ?? []).map(Self.slug)
    }
  }

  /// `a` of `https://a.example/notices/a/`.
  private static func slug(_ url: String?) -> String? { url?.split(separator: "/").last.map(String.init) }
}

@Suite struct NoticeOutputTests {
  private func notices() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addNotice("plain")
    fixture.addNotice("over", "expiresAt: 2026-11-21T09:00\n")
    fixture.addNotice("last", "expiresAt: 2026-11-21\n", date: "2026-11-02")
    fixture.addNotice("new", date: "2026-11-20")
    fixture.addNotice("due", "publishAt: 2026-11-22T08:00\n")
    fixture.addNotice("far", "publishAt: 2027-01-01T08:00\n")
    fixture.addNotice("draft", "draft: true\n")
    return fixture
  }

  @Test(arguments: NoticeOutput.allCases)
  func onlyThoseThatHoldTheNewestFirst(_ output: NoticeOutput) throws {
    let ahead = output == .concerto ? ["due"] : []
    #expect(try output.slugs(try notices().feeds()) == ["new", "last", "plain"] + ahead)
  }

  /// Feed readers sort by themselves, and what is pinned is old.
  @Test(arguments: NoticeOutput.allCases)
  func pinnedOnesStandFirstWhereAListIsShown(_ output: NoticeOutput) throws {
    var fixture = CommunityFixture()
    fixture.addNotice("pinned", "pinned: true\n")
    fixture.addNotice("new", date: "2026-11-20")
    let isDated = output == .atom || output == .jsonFeed
    #expect(try output.slugs(try fixture.feeds()) == (isDated ? ["new", "pinned"] : ["pinned", "new"]))
  }

  @Test(arguments: [NoticeOutput.xibo, .concerto, .rss])
  func urgentOnesStandFirstForPlayers(_ output: NoticeOutput) throws {
    var fixture = CommunityFixture()
    fixture.addNotice("pinned", "pinned: true\n")
    fixture.addNotice("minor", "severity: minor\nexpiresAt: 2026-11-22\n", date: "2026-11-20")
    fixture.addNotice("extreme", "severity: extreme\nexpiresAt: 2026-11-22\ninstruction: 请撤离\n")
    let feeds = try fixture.feeds()
    #expect(try output.slugs(feeds) == ["extreme", "minor", "pinned"])
    let text =
      switch output {
      case .xibo: try feeds.text("/feeds/xibo/notices.json")
      case .concerto: try feeds.text("/feeds/concerto/notices.json")
      default: try feeds.text("/feeds/rss/notices.xml")
      }
    #expect(text.contains("请撤离"))
  }

  /// An array without anything would leave what is old on a screen.
  @Test(arguments: ["activities", "notices"])
  func anEmptyFeedSaysSo(name: String) throws {
    let feeds = try CommunityFixture().feeds()
    #expect(try feeds.json("/feeds/v1/\(name).json")["data"] == .list([]))
    let row = try #require(try feeds.json("/feeds/xibo/\(name).json")["data"]).elements
    #expect(row.map { $0["id"] } == [.text("empty")] && row.first?["headline"]?.text?.isEmpty == false)
    #expect(row.first?["until"] == .text("2026-12-06 00:00:00"))
    let content = try feeds.json("/feeds/concerto/\(name).json").elements
    #expect(content.map { $0["name"] } == [.text("empty")])
    // The same all day: a build at another minute is no news.
    #expect(content.first?["start_time"] == .text("2026-11-21T00:00:00+08:00"))
    #expect(content.first?["end_time"] == .text("2026-12-06T00:00:00+08:00"))
    let items = try #require(try feeds.xml("/feeds/rss/\(name).xml")?.all("channel").first).all("item")
    #expect(items.map { $0["guid"] } == ["\(name)-empty"] && items.first?["title"]?.isEmpty == false)
    #expect(items.first?["pubDate"] == "Sat, 21 Nov 2026 00:00:00 +0800")
  }

  @Test func whatANoticeSays() throws {
    let records = try #require(try CommunityFixture.whole().feeds().json("/feeds/v1/notices.json")["data"]).elements
    #expect(records.map { $0["id"] } == [.text("open"), .text("list"), .text("gale")])
    try #require(records.count == 3)
    let (open, list, gale) = (records[0], records[1], records[2])
    #expect([open["pinned"], open["unitId"], open["activityId"]] == [.flag(true), .text("fudong"), .text("class")])
    #expect([open["tags"], open["contact"]] == [.list([.text("甲"), .text("乙")]), .text("0531-0000-1301")])
    #expect([open["expiresAt"], open["summary"]] == [.null, .text("正文")])
    #expect(gale["expiresAt"] == .text("2026-11-22T18:00:00+08:00"))
    // Published on a Thursday: five working days from the Friday on, and over at the midnight after.
    #expect([list["category"], list["publicNoticeWorkdays"]] == [.text("public-notice"), .number(5)])
    #expect([list["publicNoticeFirstDay"], list["publicNoticeLastDay"]] == [.text("2026-11-20"), .text("2026-11-26")])
    #expect(list["expiresAt"] == .text("2026-11-27T00:00:00+08:00"))
  }

  @Test func aDueNoticeIsHeldBackUntilItsTime() throws {
    let contents = try notices().feeds().json("/feeds/concerto/notices.json").elements
    let due = try #require(contents.first { $0["name"] == .text("notice-due") })
    #expect(due["start_time"] == .text("2026-11-22T08:00:00+08:00"))
    #expect(due["end_time"] == .text("2026-12-06T00:00:00+08:00"))
    let last = try #require(contents.first { $0["name"] == .text("notice-last") })
    #expect(last["end_time"] == .text("2026-11-22T00:00:00+08:00"))
  }
}

import TestSupport
import Testing

@testable import Feeds

@Suite struct SyndicationTests {
  private func feeds(_ frontMatter: String = "", text: String = "正文", title: String = "a") throws -> PublishedFiles {
    var fixture = CommunityFixture()
    fixture.addNotice("a", frontMatter, title: title, text: text)
    return try fixture.feeds()
  }

  /// The text of the only entry, in both.
  private func contents(_ feeds: PublishedFiles) throws -> [String] {
    [
      try #require(try feeds.json("/feed.json")["items"]?.elements.first?["content_html"]?.text),
      try #require(try feeds.xml("/atom.xml")?.all("entry").first?["content"]),
    ]
  }

  @Test func anEntryInBoth() throws {
    let feeds = try feeds("publishAt: 2026-11-02T08:30\nsummary: 要点\ntags: [甲]\n", title: "<b> & c")
    let item = try #require(try feeds.json("/feed.json")["items"]?.elements.first)
    let address = "https://a.example/notices/a/"
    #expect([item["id"], item["url"]] == [.text("tag:a.example,2026:/notices/a/"), .text(address)])
    #expect(item["date_published"] == .text("2026-11-02T08:30:00+08:00"))
    #expect([item["title"], item["summary"]] == [.text("<b> & c"), .text("要点")])
    #expect(item["tags"] == .list([.text("甲")]))
    let entry = try #require(try feeds.xml("/atom.xml")?.all("entry").first)
    #expect(
      entry["id"] == "tag:a.example,2026:/notices/a/" && entry.all("link").map { $0.attributes["href"] } == [address])
    #expect(entry["published"] == "2026-11-02T08:30:00+08:00" && entry["updated"] == entry["published"])
    #expect(entry["title"] == "<b> & c" && entry["summary"] == "要点")
  }

  @Test func theFilesOfANotice() throws {
    var fixture = CommunityFixture()
    fixture.pages["files/报名表.pdf"] = "%PDF-1.4\n%%EOF\n"
    fixture.addNotice("a", text: "[<表>](/files/报名表.pdf)")
    let feeds = try fixture.feeds()
    let item = try #require(try feeds.json("/feed.json")["items"]?.elements.first)
    let file = try #require(item["attachments"]?.elements.first)
    let address = "https://a.example/files/bao-ming-biao.pdf"
    #expect(
      [file["url"], file["mime_type"], file["title"]] == [.text(address), .text("application/pdf"), .text("<表>")])
    #expect(file["size_in_bytes"] == .number(15))
    let notice = try #require(
      try feeds.json("/feeds/v1/notices.json")["data"]?.elements.first?["attachments"]?.elements.first)
    #expect(
      [notice["url"], notice["title"], notice["mediaType"]] == [.text(address), .text("<表>"), .text("application/pdf")])
    let entry = try #require(try feeds.xml("/atom.xml")?.all("entry").first)
    let link = try #require(entry.all("link").first { $0.attributes["rel"] == "enclosure" })
    #expect(
      link.attributes["href"] == address && link.attributes["length"] == "15" && link.attributes["title"] == "<表>")
    for content in try contents(feeds) { #expect(content.contains("href=\"\(address)\">&lt;表&gt;</a>（PDF，1 KB）")) }
  }

  @Test func thePublisher() throws {
    let feeds = try feeds()
    let json = try feeds.json("/feed.json")
    #expect(json["home_page_url"] == .text("https://a.example/"))
    #expect(json["feed_url"] == .text("https://a.example/feed.json") && json["language"] == .text("zh-Hans"))
    let atom = try #require(try feeds.xml("/atom.xml"))
    #expect(atom["id"] == "tag:a.example,2026:/" && atom.attributes["xml:lang"] == "zh-Hans")
    #expect(atom.all("link").map { $0.attributes["href"] } == ["https://a.example/atom.xml", "https://a.example/"])
  }

  /// As new as the newest entry; an empty feed is as new as the build.
  @Test func whenTheFeedChanged() throws {
    var fixture = CommunityFixture()
    #expect(try fixture.feeds().xml("/atom.xml")?["updated"] == "2026-11-21T09:00:00+08:00")
    fixture.addNotice("old")
    fixture.addNotice("new", date: "2026-11-20")
    #expect(try fixture.feeds().xml("/atom.xml")?["updated"] == "2026-11-20T00:00:00+08:00")
  }

  /// An entry is read elsewhere, where the site's own paths lead nowhere.
  @Test func linksAreAbsolute() throws {
    for content in try contents(feeds(text: "[日程](/schedule/) [外](https://b.example/)")) {
      #expect(
        content.contains("href=\"https://a.example/schedule/\"") && content.contains("href=\"https://b.example/\""))
    }
  }

  @Test func aDataBlockIsALinkToThePage() throws {
    for content in try contents(feeds(text: "前\n\n```activities\n```\n\n```text\n代码\n```")) {
      #expect(content.contains("href=\"https://a.example/notices/a/\""))
      #expect(!content.contains("activities") && content.contains("代码"))
    }
  }

  /// Readers keep entries for ever.
  @Test func anEntrySaysHowLongItHolds() throws {
    for content in try contents(feeds("expiresAt: 2026-11-30\n")) { #expect(content.contains("2026年11月30日")) }
    for content in try contents(feeds()) { #expect(content == "<p>正文</p>\n") }
  }

  @Test func theNewestFifty() throws {
    var fixture = CommunityFixture()
    for number in 10..<70 { fixture.addNotice("n\(number)", date: number < 20 ? "2026-09-\(number)" : "2026-10-01") }
    let feeds = try fixture.feeds()
    let slugs = try NoticeOutput.atom.slugs(feeds)
    #expect(slugs.count == 50 && !slugs.contains("n19") && slugs.contains("n20"))
    #expect(try NoticeOutput.jsonFeed.slugs(feeds) == slugs)
  }
}

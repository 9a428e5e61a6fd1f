import TestSupport
import Testing

@testable import Feeds

/// Occurrences in the forms that players of others read.
@Suite struct SignageFeedTests {
  @Test func xibosRows() throws {
    let rows = try #require(try CommunityFixture.changed().feeds().json("/feeds/xibo/activities.json")["data"]).elements
    #expect(
      rows.map { row in ["id", "status", "from", "until", "place"].map { row[$0]?.text } } == [
        ["weekly_20261125T1000", "cancelled", "2026-11-25 10:00:00", "2026-11-25 11:00:00", "hall"],
        ["weekly_20261128T0900", "scheduled", "2026-11-28 09:00:00", "2026-11-28 10:00:00", "hall"],
        ["weekly_20261202T1000", "moved", "2026-12-03 15:00:00", "2026-12-03 16:30:00", "room"],
      ])
    // A layout that shows the headline alone still says what became of it.
    for row in rows { #expect(row["headline"] != row["title"] && row["title"] == .text("weekly")) }
    #expect(rows.map { $0["statusLabel"]?.text?.isEmpty } == [false, false, false])
    try #require(rows.count == 3)
    #expect(rows[0]["detail"]?.text == "停电；学着做" && rows[2]["detail"]?.text?.contains("12月2日") == true)
    #expect(rows[0]["url"] == .text("https://a.example/activities/weekly/"))
  }

  /// It drops a cell that is null, and so a row must have them all as texts.
  @Test(arguments: ["activities", "notices"])
  func xibosRowsHaveTheSameColumns(name: String) throws {
    let whole = try CommunityFixture.whole().feeds().json("/feeds/xibo/\(name).json")["data"]?.elements ?? []
    let empty = try CommunityFixture().feeds().json("/feeds/xibo/\(name).json")["data"]?.elements ?? []
    #expect(whole.count > 2)
    #expect(Set((whole + empty).map(\.names)).count == 1)
    for row in whole + empty { #expect(row.names.allSatisfy { row[$0]?.text != nil }) }
  }

  @Test func xiboStripsTags() throws {
    var fixture = CommunityFixture()
    try fixture.add("a", from: "2026-11-22T10:00", to: "2026-11-22T11:00", title: "1 < 2 <b>")
    let row = try #require(try fixture.feeds().json("/feeds/xibo/activities.json")["data"]?.elements.first)
    #expect(row["title"]?.text?.contains("<") == false)
  }

  @Test func concertosContents() throws {
    var fixture = try CommunityFixture.changed()
    try fixture.add("late", from: "2026-12-05T22:00", to: "2026-12-06T02:00", title: "<b>&")
    let contents = try fixture.feeds().json("/feeds/concerto/activities.json").elements
    #expect(
      contents.map { content in ["name", "start_time", "end_time"].map { content[$0]?.text } } == [
        ["weekly_20261125T1000", "2026-11-25T00:00:00+08:00", "2026-11-25T11:00:00+08:00"],
        ["weekly_20261128T0900", "2026-11-28T00:00:00+08:00", "2026-11-28T10:00:00+08:00"],
        ["weekly_20261202T1000", "2026-12-03T00:00:00+08:00", "2026-12-03T16:30:00+08:00"],
        ["late_20261205T2200", "2026-12-05T00:00:00+08:00", "2026-12-06T00:00:00+08:00"],
      ])
    let texts = contents.compactMap { $0["text"]?.text }
    try #require(texts.count == 4)
    #expect(texts[0].hasPrefix("<h1>【") && texts[0].contains("<p>停电</p>"))
    #expect(texts[3].hasPrefix("<h1>&lt;b&gt;&amp;</h1>"))
  }

  @Test func rssItems() throws {
    let items = try #require(
      try CommunityFixture.changed().feeds().xml("/feeds/rss/activities.xml")?.all("channel").first
    ).all("item")
    #expect(
      items.map { item in ["guid", "category", "ev:startdate", "ev:enddate", "ev:location"].map { item[$0] } } == [
        ["weekly_20261125T1000", "cancelled", "2026-11-25T10:00:00+08:00", "2026-11-25T11:00:00+08:00", "hall"],
        ["weekly_20261128T0900", "scheduled", "2026-11-28T09:00:00+08:00", "2026-11-28T10:00:00+08:00", "hall"],
        ["weekly_20261202T1000", "moved", "2026-12-03T15:00:00+08:00", "2026-12-03T16:30:00+08:00", "room"],
      ])
    for item in items {
      #expect(item["title"]?.hasPrefix("【") == true)
      #expect(item["link"] == "https://a.example/activities/weekly/")
      #expect(item["pubDate"] == "Sun, 01 Nov 2026 09:00:00 +0800")
    }
    #expect(items.first?["description"] == "停电；hall；学着做")
  }

  @Test func rssGivesANoticeItsDate() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("a", "publishAt: 2026-11-02T08:30\nsummary: 甲 < 乙 & 丙\n")
    let item = try #require(
      try fixture.feeds().xml("/feeds/rss/notices.xml")?.all("channel").first?.all("item").first)
    #expect(item["pubDate"] == "Mon, 02 Nov 2026 08:30:00 +0800")
    #expect(item["guid"] == "tag:a.example,2026:/notices/a/" && item["description"]?.contains("& 丙") == true)
  }
}

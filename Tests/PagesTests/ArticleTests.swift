import Activities
import TestSupport
import Testing
import Vocabulary

@testable import Pages

@Suite struct ArticleTests {
  @Test(arguments: [
    ("", [], false), ("expiresAt: 2026-11-30\n", ["2026-12-01T00:00:00+08:00"], false),
    ("expiresAt: 2026-11-30T18:30\n", ["2026-11-30T18:30:00+08:00"], false),
    ("expiresAt: 2026-11-20\n", ["2026-11-21T00:00:00+08:00"], true),
  ])
  func aPageSaysUntilWhenItHolds(frontMatter: String, until: [String], isExpired: Bool) throws {
    var fixture = CommunityFixture()
    fixture.addNotice("a", frontMatter)
    let page = try PrintedPages(fixture)["/notices/a/"]
    #expect(page["until"] == until && page.lines.contains("expired") == isExpired)
  }

  /// It ends at the midnight after its last working day.
  @Test func aPublicNoticeHoldsForItsDays() throws {
    #expect(try PrintedPages(CommunityFixture.whole())["/notices/list/"]["until"] == ["2026-11-27T00:00:00+08:00"])
  }

  /// The link says what it leads to; all files stand below the text.
  @Test func theFilesOfAPage() throws {
    var fixture = CommunityFixture()
    fixture.pages["files/报名表.pdf"] = "%PDF-1.4\n%%EOF\n"
    fixture.pages["files/章程.pdf"] = "%PDF-1.4\n" + String(repeating: "%2345678\n", count: 140_000) + "%%EOF\n"
    fixture.addNotice("a", "attachments: [章程.pdf]\n", text: "填[**表**](/files/报名表.pdf#page=2)，见[课表](/schedule/)")
    let page = try PrintedPages(fixture)["/notices/a/"]
    #expect(
      page["file"] == [
        "pdf /files/zhang-cheng.pdf 章程 PDF，1.2 MB", "pdf /files/bao-ming-biao.pdf 表 PDF，1 KB",
      ])
    #expect(
      page.lines.contains(
        "<p>填<a href=\"/files/bao-ming-biao.pdf#page=2\"><strong>表</strong></a><span class=\"file\">（PDF，1 KB）</span>，见<a href=\"/schedule/\">课表</a></p>"
      ))
  }

  // MARK: Data blocks

  private func blocks(_ text: String) throws -> [String] {
    var fixture = try CommunityFixture.whole()
    fixture.addPage(.page, "blocks", text: text)
    let page = try PrintedPages(fixture)["/blocks/"]
    return Array(page.lines.drop { !$0.hasPrefix("block ") && !$0.hasPrefix("<") })
  }

  @Test(arguments: [
    ("activities", "venue: room", ["occurrence class_20261202T1000"]),
    ("activities", "activity: fair\nlimit: 1", ["occurrence fair_20261122T0000"]),
    ("activities", "kind: classroom\ndays: 8", ["occurrence class_20261125T1000", "occurrence class_20261128T0900"]),
    ("activities", "unit: tower", ["empty 12月5日"]), ("services", "menu: home", ["service cut", "service fix"]),
    ("services", "category: party", ["empty"]), ("rosters", "", ["roster 轮值"]), ("rosters", "unit: tower", ["empty"]),
    ("metrics", "unit: fudong", ["metric 1,312 受理"]), ("metrics", "unit: quan", ["empty"]),
    ("metrics", "", ["metric 1,312 受理"]), ("metrics", "metrics: [cases]", ["metric 1,312 受理"]),
    ("metrics", "metrics: cases\nunit: tower", ["metric 1,312 受理"]),
    ("venues", "", ["venue hall 党群服务中心", "venue desk 帮办台", "venue room "]),
    ("venues", "facility: nursing-room", ["venue hall 党群服务中心"]), ("venues", "type: clinic", ["empty"]),
    ("venues", "venue: [desk, hall]\nlimit: 1", ["venue hall 党群服务中心"]),
    ("method", "brand: root", ["method 1+N", "numeral 1 平台", "item 说事 /teams/rangers/", "numeral N 菜单", "item 听课"]),
    ("qr", "url: /schedule/\nlabel: 日程", ["code /schedule/ 日程"]),
  ])
  func aBlockShowsWhatItAsksFor(name: String, query: String, lines: [String]) throws {
    let found = try blocks("前\n\n```\(name)\n\(query)\n```\n\n后")
    #expect(
      found.first == "<p>前</p>" && found.last == "<p>后</p>"
        && found.dropFirst().first == "block \(name == "qr" ? "code" : name)")
    let shown = found.dropFirst(2).dropLast().map { line in
      // Of an occurrence its id is enough; one that was moved stands twice where both its places are asked for.
      line.hasPrefix("occurrence") ? line.split(separator: " ").prefix(2).joined(separator: " ") : line
    }
    #expect(shown.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } } == lines)
  }

  @Test func otherCodeStaysCode() throws {
    let found = try blocks("```text\nunit: fudong\n```")
    #expect(found.first?.hasPrefix("<pre") == true && found.joined().contains("unit: fudong"))
  }

  // MARK: Kinds

  @Test func aMenusServicesAndAVenuesSchedule() throws {
    let pages = try PrintedPages(CommunityFixture.whole())
    #expect(try pages["/menus/home/"]["service"] == ["cut", "fix"])
    let venue = try pages["/venues/hall/"]
    #expect(venue["occurrence"].count == 6 && venue["fact"].last?.hasSuffix("/schedule/venue/hall/") == true)
    #expect(try pages["/brands/root/"]["card"] == ["/brands/leaf/", "/partners/shop/", "/teams/rangers/"])
    #expect(try pages["/notices/open/"]["occurrence"].first?.hasPrefix("class_20261125T1000 cancelled") == true)
    #expect(try pages["/teams/rangers/"]["occurrence"] == [])
  }

  // MARK: Activities

  @Test func anActivitysPage() throws {
    var fixture = CommunityFixture()
    try fixture.add("weekly", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY", fee: 0)
    fixture.change("weekly", at: "2026-11-25T10:00", .cancelled)
    fixture.change("weekly", at: "2026-12-02T10:00", .moved(.at("2026-12-03T15:00", "2026-12-03T16:00")))
    let page = try PrintedPages(fixture)["/activities/weekly/"]
    #expect(
      page["occurrence"].map { $0.split(separator: " ").dropFirst().dropLast().joined(separator: " ") } == [
        "scheduled 2026-11-18T10:00:00+08:00", "cancelled 2026-11-25T10:00:00+08:00",
        "moved 2026-12-02T10:00:00+08:00", "moved 2026-12-03T15:00:00+08:00",
      ])
    #expect(page["past"] == ["weekly_20261111T1000", "weekly_20261104T1000"])
    #expect(page["calendar"] == ["/calendar/activity/weekly.ics"])
    let data = try #require(page["data"].first)
    let graph = try #require(try ParsedJSON(Array(data.utf8))["@graph"]).elements
    let series = try #require(graph.first)
    #expect([series["@type"]?.text, series["startDate"]?.text] == ["EventSeries", "2026-11-04"])
    let events = graph.dropFirst()
    #expect(events.allSatisfy { $0["superEvent"]?["@id"]?.text == series["@id"]?.text })
    #expect(
      events.map { event in ["eventStatus", "startDate", "previousStartDate"].map { event[$0]?.text ?? "-" } } == [
        ["-", "2026-11-18T10:00:00+08:00", "-"],
        ["https://schema.org/EventCancelled", "2026-11-25T10:00:00+08:00", "-"],
        ["https://schema.org/EventRescheduled", "2026-12-03T15:00:00+08:00", "2026-12-02T10:00:00+08:00"],
      ])
    // What the series says is named, not said again.
    #expect(series["isAccessibleForFree"] == .flag(true) && series["location"]?["name"] == .text("hall"))
    #expect(events.allSatisfy { $0["location"]?["@id"] == series["location"]?["@id"] })
    #expect(events.allSatisfy { $0["location"]?["name"] == nil })
    #expect(series["location"]?["@id"] == .text("#place"))
  }

  @Test(arguments: [("cancelled", ["cancelled"]), ("postponed", ["postponed"]), ("scheduled", [])])
  func aWholeActivitysStatus(status: String, lines: [String]) throws {
    var fixture = CommunityFixture()
    try fixture.add(
      "a", from: "2026-11-25T10:00", to: "2026-11-25T11:00", status: try #require(.init(rawValue: status)))
    #expect(
      try PrintedPages(fixture)["/activities/a/"].lines.filter { $0 == "cancelled" || $0 == "postponed" } == lines)
  }

  // MARK: Screens

  @Test(arguments: [("https", ["verified"]), ("http", ["unverified"])])
  func theStatusPage(scheme: String, lines: [String]) throws {
    var fixture = CommunityFixture()
    fixture.site = "title: 示例\nbaseURL: \(scheme)://a.example\n"
    fixture.addScreen("lobby", [], "orientation: portrait\n")
    fixture.addScreen("other")
    let signed = ScreenStatus(
      id: .init("lobby")!, feedURL: "/feeds/v1/screens/lobby.json", generation: 1_795_222_800, digest: "0123abcd",
      isSigned: true)
    let page = try PrintedPages(fixture, status: [signed])["/status/"]
    #expect(page["screen"] == ["lobby 1795222800 0123abcd 1080×1920 2026-12-06T00:00:00+08:00"])
    #expect(page.lines.filter { $0.hasSuffix("verified") || $0 == "empty" } == lines)
    #expect(try PrintedPages(CommunityFixture())["/status/"].lines.contains("empty"))
  }
}

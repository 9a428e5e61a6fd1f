import TestSupport
import Testing
import Vocabulary

@testable import Pages

@Suite struct ListTests {
  @Test func noticesCurrentOnesFirst() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("plain")
    fixture.addNotice("pinned", "pinned: true\n", date: "2026-10-01")
    fixture.addNotice("until", "expiresAt: 2026-11-30\n", date: "2026-11-20")
    fixture.addNotice("over", "expiresAt: 2026-11-20\n", date: "2026-11-19")
    fixture.addNotice("due", "publishAt: 2026-11-22T08:00\n")
    let pages = try PrintedPages(fixture)
    #expect(
      try pages["/notices/"]["group", "card"].map { $0.hasPrefix("group") ? "group" : $0 } == [
        "group", "card /notices/pinned/ pinned", "card /notices/until/ 2026-12-01T00:00:00+08:00",
        "card /notices/plain/", "group", "card /notices/over/ expired 2026-11-21T00:00:00+08:00",
      ])
    #expect(pages.urls.contains("/notices/over/") && !pages.urls.contains("/notices/due/"))
  }

  @Test func withExpiredOnesAloneThereIsNoEmptyHeading() throws {
    var fixture = CommunityFixture()
    fixture.addNotice("over", "expiresAt: 2026-11-20\n")
    let page = try PrintedPages(fixture)["/notices/"]
    #expect(page["group"].count == 1 && page["card"].count == 1 && !page.lines.contains("empty"))
  }

  /// - Parameter links: previous and next of each part.
  @Test(arguments: [
    (50, [["-", "-"]]), (51, [["-", "/notices/page/2/"], ["/notices/", "-"]]),
    (
      101,
      [
        ["-", "/notices/page/2/"], ["/notices/", "/notices/page/3/"], ["/notices/page/2/", "-"],
      ]
    ),
  ])
  func aLongListHasPagesOfFifty(count: Int, links: [[String]]) throws {
    var fixture = CommunityFixture()
    // The last two are expired: they stand on the last page, and their heading with them.
    for number in 1...count { fixture.addNotice("n\(number)", number > count - 2 ? "expiresAt: 2026-11-20\n" : "") }
    let pages = try PrintedPages(fixture)
    let parts = ["/notices/"] + (2..<links.count + 1).map { "/notices/page/\($0)/" }
    #expect(pages.urls.filter { $0.hasPrefix("/notices/page/") } == Array(parts.dropFirst()))
    let found = try parts.map { url in
      let page = try pages[url]
      return [page["previous"].first ?? "-", page["next"].first ?? "-"]
    }
    #expect(found == links)
    let cards = try parts.map { try pages[$0]["card"] }
    #expect(cards.dropLast().allSatisfy { $0.count == 50 })
    #expect(
      cards.joined().map { String($0.prefix { $0 != " " }) }.sorted() == (1...count).map { "/notices/n\($0)/" }.sorted()
    )
    #expect(cards.joined().suffix(2).allSatisfy { $0.contains("expired") })
    #expect(
      try pages[parts[links.count - 1]]["crumb"].map { String($0.prefix { $0 != " " }) }
        == (links.count > 1 ? ["/notices/"] : []))
  }

  @Test func theIntroductionStandsOnTheFirstPageOnly() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.notice, "index", title: "公告栏", "date: 2026-11-01\nsummary: 这里是公告\n", text: "引言")
    for number in 1...51 { fixture.addNotice("n\(number)") }
    let pages = try PrintedPages(fixture)
    #expect(try pages["/notices/"]["title"] == ["公告栏"] && pages["/notices/"]["description"] == ["这里是公告"])
    #expect(try pages["/notices/"].lines.contains("<p>引言</p>"))
    #expect(try !pages["/notices/page/2/"].lines.contains("<p>引言</p>"))
    #expect(try pages["/notices/page/2/"]["title"].first?.hasPrefix("公告栏") == true)
  }

  @Test func aSectionWithAnIntroductionAloneIsEmpty() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.team, "index")
    #expect(try PrintedPages(fixture)["/teams/"].lines.contains("empty"))
  }

  @Test func theClassroomsListShowsWhatIsTaught() throws {
    let pages = try PrintedPages(CommunityFixture.whole())
    let shown = try pages["/classroom/"]["occurrence"].map { String($0.prefix { $0 != " " }) }
    #expect(shown.first == "class_20261125T1000" && !shown.contains { $0.hasPrefix("fair") })
    #expect(try pages["/teams/"]["occurrence"] == [])
  }

  // MARK: Units

  @Test func aUnitsGroups() throws {
    var fixture = try CommunityFixture.whole()
    fixture.addPage(.page, "history", "unit: fudong\n")
    fixture.addPage(.team, "gone", "unit: fudong\nexpiresAt: 2026-11-01\n")
    let pages = try PrintedPages(fixture)
    // Places and teams with and without a page, then pages by kind, plain ones last, then public tables; the page that has expired is no team's.
    #expect(
      try pages["/units/fudong/"]["group", "card"].map { $0.hasPrefix("group") ? "group" : $0 } == [
        "group", "card /venues/hall/", "card /lists/circle/#venue-desk",
        "card /schedule/venue/room/", "group", "card /teams/rangers/", "card /teams/#team-choir", "group",
        "card /notices/open/ pinned", "group", "card /brands/root/", "group",
        "card /menus/home/", "group",
        "card /lists/ledger/", "group", "card /history/", "group", "card 先进 区里 · 2025年6月",
      ])
    #expect(try pages["/units/quan/"]["unit"] == ["/units/fudong/ 楼宇\u{A0}1"])
    #expect(try pages["/units/fudong/"]["unit"] == ["#unit-tower"])
  }

  @Test func aUnitShowsItsOwnFiguresAndDuties() throws {
    let pages = try PrintedPages(CommunityFixture.whole())
    let unit = try pages["/units/fudong/"]
    #expect(unit["metric"] == ["1,312 受理"])
    // The roster stands with the post that goes round by it.
    #expect(unit["roster"] == [] && unit["post-turn"].first == "2026-11-16 2026-11-22 甲单位")
    #expect(unit["fact"].last == "0531-0000-1300 tel:053100001300")
    #expect(try pages["/units/quan/"]["metric", "roster"] == [])
    // What happens below it is its own too.
    #expect(try !pages["/units/quan/"]["occurrence"].isEmpty)
  }

  // MARK: Home

  @Test func theHomePage() throws {
    var fixture = try CommunityFixture.whole()
    fixture.site += "unit: fudong\n"
    for number in 1...10 { fixture.addNotice("n\(number)") }
    fixture.addPage(.brand, "old", "expiresAt: 2026-11-01\n")
    fixture.addPage(.brand, "deep", "parent: leaf\n")
    let home = try PrintedPages(fixture)["/"]
    #expect(
      home["notice"].count == 8 && home["notice"].first == "/notices/open/" && !home["notice"].contains("/notices/old/")
    )
    #expect(home["metric"] == ["1,312 受理"])
    #expect(home["title"] == ["首页"] && home.lines.contains("<p>正文</p>"))
    // The main brand and those directly below it.
    #expect(home["card"].filter { $0.hasPrefix("/brands/") } == ["/brands/root/", "/brands/leaf/"])
    #expect(home["occurrence"].first?.hasPrefix("fair_20261122T0000") == true)
  }
}

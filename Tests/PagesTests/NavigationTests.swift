import Activities
import TestSupport
import Testing
import Vocabulary

@testable import Pages

@Suite struct NavigationTests {
  @Test func sectionsAreThoseThatHavePages() throws {
    #expect(try PrintedPages(CommunityFixture())["/"]["section"] == ["/schedule/", "/units/"])
    var fixture = CommunityFixture()
    fixture.addPage(.team, "a")
    fixture.addNotice("a")
    // An introduction alone is no page, and what is expired alone is still found.
    fixture.addPage(.brand, "index")
    fixture.addPage(.council, "a", "expiresAt: 2026-11-01\n")
    let pages = try PrintedPages(fixture)
    #expect(try pages["/"]["section"] == ["/schedule/", "/notices/", "/teams/", "/councils/", "/units/"])
    #expect(pages.urls.contains("/brands/") && !pages.urls.contains("/menus/"))
  }

  @Test func withoutUnitsThereIsNoTreeOfThem() throws {
    var fixture = CommunityFixture()
    fixture.data.units = []
    fixture.data.venues = []
    let pages = try PrintedPages(fixture)
    #expect(try pages["/"]["section"] == ["/schedule/"])
    #expect(!pages.urls.contains { $0.hasPrefix("/units/") })
  }

  @Test(arguments: [
    ("/notices/", ["/notices/"]), ("/notices/open/", ["/notices/"]), ("/schedule/2026-11-21/", ["/schedule/"]),
    ("/units/fudong/", ["/units/"]), ("/menus/home/", ["/menus/"]), ("/about/", []), ("/404.html", []), ("/", ["home"]),
    ("/activities/class/", []),
  ])
  func theReadersSectionIsMarked(url: String, marked: [String]) throws {
    let page = try PrintedPages(CommunityFixture.whole())[url]
    let sections = page["section"].compactMap {
      $0.split(separator: " ").last == "current" ? $0.split(separator: " ").first : nil
    }
    #expect(sections.map(String.init) + page.lines.filter { $0 == "home" } == marked)
  }

  @Test func searchIsThereWhereTheSiteHasOne() throws {
    var fixture = CommunityFixture()
    #expect(try PrintedPages(fixture)["/search/"]["script"] == ["/s.js"])
    fixture.site += "search: false\n"
    let pages = try PrintedPages(fixture)
    #expect(!pages.urls.contains("/search/"))
    #expect(try !pages["/"].lines.contains("search"))
  }

  @Test(arguments: [
    ("/", []), ("/notices/", []), ("/notices/open/", ["/notices/"]), ("/about/", []),
    ("/activities/class/", ["/schedule/"]),
    ("/schedule/", []), ("/schedule/2026-11-21/", ["/schedule/"]), ("/schedule/month/2026-11/", ["/schedule/"]),
    ("/schedule/venue/hall/", ["/schedule/"]), ("/units/", []), ("/units/quan/", ["/units/"]),
    ("/units/fudong/", ["/units/", "/units/quan/"]),
  ])
  func theWayToAPage(url: String, crumbs: [String]) throws {
    let page = try PrintedPages(CommunityFixture.whole())[url]
    #expect(page["crumb"].map { String($0.prefix { $0 != " " }) } == crumbs)
  }

  @Test func aWayNamesShortNames() throws {
    var fixture = try CommunityFixture.whole()
    fixture.addHonour("clean", on: "2025-06", of: "tower")
    #expect(try PrintedPages(fixture)["/units/tower/"]["crumb"].last == "/units/fudong/ 东")
  }

  @Test func whatAPagesHeadSays() throws {
    let pages = try PrintedPages(CommunityFixture.whole())
    let notice = try pages["/notices/open/"]
    #expect(notice["title"] == ["公告"] && notice["window"] == ["公告 · 示例"])
    #expect(notice["canonical"] == ["https://a.example/notices/open/"] && notice["description"] == ["正文"])
    #expect(notice["valid"] == ["2026-12-06T00:00:00+08:00"])
    #expect(try pages["/"]["window"] == ["示例"] && pages["/schedule/"]["description"] == ["示例"])
  }
}

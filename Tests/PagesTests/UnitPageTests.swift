import TestSupport
import Testing
import Vocabulary

@testable import Pages

/// Whom to call, what is on, what is under way: what a unit's page offers.
@Suite struct UnitPageTests {
  @Test func postsStandWithTheirNumbersAndTurns() throws {
    var fixture = CommunityFixture()
    fixture.addRoster("head", .week, from: "2026-11-16", holders: [(1, "甲<单位"), (2, "乙单位")], title: "轮值")
    fixture.addPost("head", title: "楼长", holder: nil, roster: "head")
    fixture.addPost("safety", title: "安全<委员", position: 2, people: 3, phone: "0531-0000-1222")
    fixture.addPost("volunteer", title: "志愿者", position: 3, phone: "138****1234")
    let page = try PrintedPages(fixture)["/units/fudong/"]
    #expect(
      page["post"] == [
        "楼长", "安全&lt;委员 社区专职工作者 3 人 0531-0000-1222 tel:053100001222", "志愿者 社区专职工作者 138****1234",
      ])
    #expect(page["post-turn"].prefix(2) == ["2026-11-16 2026-11-22 甲&lt;单位", "2026-11-23 2026-11-29 乙单位"])
    #expect(page["post-turn"].count == 4)
    // The first that can be dialled; a masked number is none.
    #expect(page["call"] == ["安全&lt;委员 tel:053100001222"])
  }

  @Test func whereAUnitHasNoNumberTheOneAboveIsCalled() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("grid", in: "fudong", level: .grid, name: "一格")
    fixture.addHonour("h", on: "2025", of: "grid")
    fixture.addPost("p", title: "志愿者", of: "grid", phone: "138****1234")
    #expect(try PrintedPages(fixture)["/units/grid/"]["call"] == [])
    fixture.addPost("q", title: "社区接待岗", of: "fudong", phone: "0531-0000-1210")
    let call = try PrintedPages(fixture)["/units/grid/"]["call"]
    #expect(call.count == 1 && call[0].contains("府东") && call[0].hasSuffix("tel:053100001210"))
  }

  /// The rows of public tables that are the unit's own, the newest first; what ends says when, and what there is no room for is counted.
  @Test func whatTablesSayOfIt() throws {
    var fixture = CommunityFixture()
    fixture.addHonour("old", on: "2019", title: "<老>")
    fixture.addHonour("new", on: "2025-06-01")
    fixture.addHonour("above", on: "2025", of: "quan")
    let page = try PrintedPages(fixture)["/units/fudong/"]
    #expect(
      page["group", "card"].suffix(3) == [
        "group 荣誉", "card new 区里 · 2025年6月1日", "card &lt;老&gt; 区里 · 2019年",
      ])
    fixture.addFound("card", from: "2026-11-20", until: "2026-11-22")
    let found = try PrintedPages(of: fixture.withFound())["/units/fudong/"]
    #expect(found["card"].last == "card 前台 · 2026年11月20日 请来认领 2026-11-23T00:00:00+08:00")
    for number in 1...50 { fixture.addHonour("more-\(number)", on: "2024") }
    let full = try PrintedPages(fixture)["/units/fudong/"]
    #expect(full["card"].filter { $0.contains("区里") }.count == 50 && full["more"].contains("/feeds/ 还有 2 项"))
  }

  /// What is being dealt with first, the soonest due in front; of the unit and of those below it.
  @Test func whatIsUnderWay() throws {
    var fixture = CommunityFixture()
    fixture.addList("needs", of: .demand)
    fixture.addMatter("wait", on: "needs", title: "等", raised: "2026-11-01")
    fixture.addMatter("late", on: "needs", .doing, title: "晚", raised: "2026-10-01", due: "2026-12-31", owner: "物业")
    fixture.addMatter("soon", on: "needs", .taken, title: "早", raised: "2026-10-02", due: "2026-11-30", owner: "物业")
    fixture.addMatter(
      "done", on: "needs", .done, title: "完", raised: "2026-09-01", done: "2026-10-01", owner: "物业", outcome: "好了")
    fixture.addPage(.list, "needs", "layout: board\nlist: [needs]\n")
    let pages = try PrintedPages(fixture)
    let expected = [
      "早 /lists/needs/#matter-soon due 2026-11-30", "晚 /lists/needs/#matter-late due 2026-12-31",
      "等 /lists/needs/#matter-wait since 2026-11-01",
    ]
    #expect(try pages["/units/fudong/"]["open"] == expected && pages["/units/quan/"]["open"] == expected)
    #expect(try pages["/units/fudong/"]["open-list"] == ["/lists/needs/ needs：在办\u{A0}3\u{A0}件"])
    for number in 1...9 { fixture.addMatter("more\(number)", on: "needs", raised: "2026-11-02") }
    let more = try PrintedPages(fixture)["/units/fudong/"]
    #expect(more["open"].count == 4 && more["open-list"] == ["/lists/needs/ needs：在办\u{A0}12\u{A0}件"])
  }

  @Test func itsOwnTextStandsOnItAndNowhereElse() throws {
    var fixture = CommunityFixture()
    fixture.addPage(
      .page, "about-fudong", "unit: fudong\naboutUnit: true\nsummary: 六个网格\nexpiresAt: 2026-12-01\n", text: "老小区多。")
    let pages = try PrintedPages(fixture)
    let page = try pages["/units/fudong/"]
    #expect(page["summary"] == ["六个网格"] && page["text"] == ["2026-12-02T00:00:00+08:00"])
    #expect(page.lines.contains("<p>老小区多。</p>"))
    #expect(!pages.urls.contains("/about-fudong/") && pages.urls.count { $0 == "/units/fudong/" } == 1)
    #expect(!page["card"].contains { $0.contains("about-fudong") })
  }

  @Test func contactsInAText() throws {
    var fixture = CommunityFixture()
    fixture.addPost("a", title: "接待岗", phone: "0531-0000-1210")
    fixture.addPost("b", title: "第二岗", position: 2)
    fixture.addPage(.page, "contact", text: "```posts\nunit: [fudong, quan]\nlimit: 1\n```")
    let page = try PrintedPages(fixture)["/contact/"]
    #expect(page["contact"].map { String($0.prefix { $0 != " " }) } == ["/units/fudong/", "/units/quan/"])
    #expect(page["post"] == ["接待岗 社区专职工作者 0531-0000-1210 tel:053100001210"])
  }

  /// Teams with and without pages, venues, and which houses are its own; what has nowhere more to read has no link.
  @Test func whatBelongsToAUnit() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("grid", in: "fudong", level: .grid, name: "一格")
    fixture.addUnit("bare", in: "fudong", level: .grid, name: "二格")
    fixture.addTeam("choir", .performing, of: "grid", name: "合唱队", page: "/teams/choir/")
    fixture.addPage(.team, "choir", title: "合唱队", "unit: grid\n")
    fixture.addTeam("watch", .safety, of: "grid")
    fixture.addVenue("corner", of: "grid")
    fixture.addAddress("嵩台路", 33, 71, .odd, of: "grid")
    fixture.addAddress("府东街", 6, 6, of: "bare")
    fixture.addFinder()
    let pages = try PrintedPages(fixture)
    let page = try pages["/units/grid/"]
    #expect(page["group"].prefix(2) == ["阵地场所", "志愿队伍"])
    #expect(page["card"].prefix(3) == ["corner", "/teams/#team-watch", "/teams/choir/"])
    #expect(page["fact"].contains("嵩台路33–71号（单号） /lists/find/"))
    // Not those of the units below it.
    #expect(try !pages["/units/fudong/"]["fact"].contains { $0.contains("嵩台路") })
  }

  // MARK: The tree

  /// Every folder that is opened is closed.
  @Test func theTreeFolds() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("g10", in: "fudong", level: .grid, name: "第10网格")
    fixture.addUnit("g2", in: "fudong", level: .grid, name: "第2网格")
    fixture.addUnit("m", in: "g2", level: .microgrid)
    let tree = try PrintedPages(fixture)["/units/"]["tree"]
    #expect(
      tree == [
        "/units/quan/ folder open", "/units/fudong/ folder", "/units/g2/ folder", "/units/g2/#unit-m end",
        "/units/fudong/#unit-g10 end end",
      ])
  }

  /// A tree of any size is as deep as a page has room for.
  @Test func theTreeIsAsDeepAsAPageHasRoom() throws {
    var fixture = CommunityFixture()
    for grid in 1...50 {
      fixture.addUnit("g\(grid)", in: "fudong", level: .grid, name: "第\(grid)网格")
      for part in 1...4 { fixture.addUnit("g\(grid)-\(part)", in: "g\(grid)", level: .microgrid, name: "\(part)号") }
    }
    let pages = try PrintedPages(fixture)
    #expect(try pages["/units/"]["tree"].count == 52)
    #expect(try pages["/units/fudong/"]["unit"].count == 40 && pages["/units/fudong/page/2/"]["unit"].count == 10)
    #expect(try pages["/units/fudong/"]["level"] == ["网格 50"])
    #expect(try pages["/units/g7/"]["unit"].first == "#unit-g7-1")
  }
}

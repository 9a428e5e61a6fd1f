import Activities
import CivilTime
import TestSupport
import Testing
import Vocabulary

@testable import Pages

/// Lists as pages and blocks show them.
@Suite struct ListedTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addList("needs", of: .demand, title: "需求", phases: [.raised: "等人认领"])
    fixture.addMatter("lamp", on: "needs", title: "路灯", raised: "2026-10-08", due: "2026-11-20")
    fixture.addMatter("shed", on: "needs", .taken, title: "车棚", raised: "2026-10-01", owner: "物业") {
      $0.from = .init("lamp")
    }
    fixture.addMatter(
      "rack", on: "needs", .done, title: "晾衣架", raised: "2026-09-01", done: "2026-09-20", owner: "物业", outcome: "装好了")
    fixture.addStep("rack", on: "2026-09-05", "量了位置", votes: (9, 1, 0))
    fixture.addPage(.list, "needs", "layout: board\nlist: needs\n")
    return fixture
  }

  @Test func aBoard() throws {
    let page = try PrintedPages(fixture())["/lists/needs/"]
    #expect(page["layout"] == ["board"])
    #expect(page["tally"] == ["raised 1", "doing 1", "done 1", "overdue 1"])
    #expect(page["group-of-list"] == ["waiting 等人认领", "under-way 正在办", "closed-2026 2026年办结"])
    #expect(
      page["matter"] == [
        "lamp 等人认领 since 2026-10-08 due 2026-11-20", "shed 已认领 from /lists/needs/#matter-lamp", "rack 已办结",
      ])
    #expect(page["step"] == ["2026-09-05 同意 9 票，反对 1 票"])
  }

  @Test(arguments: [
    ("list: needs", ["lamp", "shed", "rack"], ["board"]), ("list: needs\nphase: raised", ["lamp"], ["board"]),
    ("list: needs\nlimit: 2", ["lamp", "shed"], ["board"]),
    ("list: needs\nlayout: council", ["shed", "lamp", "rack"], ["council"]),
  ]) func aBlockShowsWhatItAsksFor(query: String, ids: [String], layout: [String]) throws {
    var fixture = fixture()
    fixture.addPage(.page, "about", text: "```list\n\(query)\n```")
    let page = try PrintedPages(fixture)["/about/"]
    #expect(page["matter"].map { String($0.prefix { $0 != " " }) } == ids && page["layout"] == layout)
  }

  /// What a block counts is what it shows.
  @Test func aBlocksTalliesAreItsOwn() throws {
    var fixture = fixture()
    fixture.addPage(.page, "about", text: "```list\nlist: needs\nphase: taken\n```")
    #expect(try PrintedPages(fixture)["/about/"]["tally"] == [])
  }

  @Test func aRewardSaysWhatItCostsAndWhatIsLeft() throws {
    var fixture = CommunityFixture()
    fixture.addList("gifts", of: .reward)
    fixture.addOffer("soap", on: "gifts") {
      $0.points = 20
      $0.quantity = 10
      $0.taken = 4
      $0.per = "袋"
      $0.availableUntil = TimeText.parseDate("2026-12-31")
    }
    fixture.addOffer("cut", on: "gifts") {
      $0.points = 30
      $0.feeYuan = 10
      $0.per = "次"
      $0.quantity = 1
      $0.taken = 1
    }
    fixture.addPage(.list, "gifts", "layout: exchange\nlist: gifts\n")
    #expect(
      try PrintedPages(fixture)["/lists/gifts/"]["offer"] == [
        "cut 10 元/次 或 30 积分 已约满", "soap 20 积分 还有 6 袋 2027-01-01T00:00:00+08:00",
      ])
  }

  @Test func furtherPagesOfALongList() throws {
    var fixture = fixture()
    for number in 1...240 { fixture.addMatter("m-\(1000 + number)", on: "needs", raised: "2026-10-09") }
    let pages = try PrintedPages(fixture)
    #expect(try pages["/lists/needs/"]["group-of-list"].first == "waiting 等人认领 /lists/needs/waiting/")
    #expect(pages.urls.filter { $0.hasPrefix("/lists/needs/waiting/") }.count == 3)
    let second = try pages["/lists/needs/waiting/2/"]
    #expect(second["matter"].count == 100 && second["matter"][0].hasPrefix("m-1100 "))
    #expect(second["previous", "next"] == ["previous /lists/needs/waiting/", "next /lists/needs/waiting/3/"])
    #expect(second["crumb"].last?.hasPrefix("/lists/needs/ ") == true)
  }

  @Test func aMenuPageShowsItsListAndItsOwn() throws {
    var fixture = CommunityFixture()
    fixture.addList("shop", of: .service)
    fixture.addOffer("cut", on: "shop") { $0.phone = "0531-0000-1303" }
    fixture.addMenu("home", "list: shop\n", services: ["{id: fix, title: 修理}"])
    let page = try PrintedPages(fixture)["/menus/home/"]
    #expect(page["offer"] == ["cut"] && page["service"] == ["fix"])
  }
}

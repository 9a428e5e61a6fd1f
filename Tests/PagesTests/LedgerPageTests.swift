import TestSupport
import Testing
import Vocabulary

@testable import Pages

/// What pages and blocks are offered of ledgers.
@Suite struct LedgerPageTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addCases(40, "a", rating: 5, promised: 15, category: "环境")
    fixture.addCases(20, "b", reported: "2026-09-05T09:00", closed: "2026-09-05T10:00", category: "停车")
    fixture.addCases(3, "c", category: "井盖")
    fixture.addCase(
      "told", reported: "2026-10-01T09:00", closed: "2026-10-01T10:00", text: "灯亮了", approved: "2026-10-10")
    fixture.addList("deeds", of: .project)
    fixture.addMatter(
      "rack", on: "deeds", .done, title: "晾衣架", raised: "2026-06-05", done: "2026-06-23", owner: "物业", outcome: "装好了")
    fixture.addStep("rack", on: "2026-06-08", "量了空地")
    fixture.addPage(.list, "deeds", "layout: board\nlist: deeds\n")
    fixture.addPage(.list, "ledger", "layout: ledger\nunit: fudong\nstories: [rack]\n")
    return fixture
  }

  @Test func aPageShowsFiguresPartsAndStories() throws {
    let page = try PrintedPages(fixture())["/lists/ledger/"]
    #expect(page["figure"] == ["accepted 64 受理", "closed 64 办结", "open 0 在办", "overdue 0 超期", "satisfied 100% 满意"])
    #expect(
      page["timely"] == [
        "on-time 100% 15分钟内答复 承诺 15 分钟内答复", "median 1 小时 一半的事，用时不超过", "90th-percentile 1 小时 九成的事，用时不超过",
      ])
    #expect(
      page["part"].filter { $0.hasPrefix("accepted-category ") } == [
        "accepted-category 环境 41", "accepted-category 其他（合并） 23",
      ])
    #expect(page["path"] == ["/lists/deeds/#matter-rack 晾衣架"])
    #expect(page["step"] == ["2026-06-08"])
    #expect(page["story"] == ["灯亮了"])
    #expect(page["counted"] == ["统计2025年11月至2026年10月的完整月份；在办、超期和用时算到2026年11月21日 00:00。"])
  }

  @Test func aBlockShowsFiguresOnly() throws {
    var fixture = fixture()
    fixture.addPage(.page, "about", text: "```ledger\nunit: fudong\n```")
    let page = try PrintedPages(fixture)["/about/"]
    #expect(page["figure"].first == "accepted 64 受理" && page["part"] == [] && page["story"] == [])
  }

  @Test func withoutCasesItSaysSo() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.list, "ledger", "layout: ledger\nunit: fudong\n")
    fixture.addPage(.page, "about", text: "```ledger\nunit: quan\n```")
    let pages = try PrintedPages(fixture)
    #expect(try pages["/lists/ledger/"].lines.contains("no cases") && pages["/about/"].lines.contains("no cases"))
  }
}

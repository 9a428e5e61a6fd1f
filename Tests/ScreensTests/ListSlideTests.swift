import Activities
import CivilTime
import Community
import TestSupport
import Testing
import Vocabulary

@testable import Screens

/// Slides of lists.
@Suite struct ListSlideTests {
  @Test func aBoardShowsClaimsThenWhatWasDone() throws {
    var fixture = CommunityFixture()
    fixture.addList("needs", of: .demand, title: "需求清单")
    fixture.addPage(.list, "needs", "layout: board\nlist: needs\n")
    fixture.addMatter("new", on: "needs", title: "新", raised: "2026-11-01")
    fixture.addMatter("old", on: "needs", title: "旧", raised: "2026-10-01") {
      $0.raisedBy = "网格员"
      $0.summary = "六盏不亮"
    }
    fixture.addMatter("busy", on: "needs", .doing, raised: "2026-10-01", owner: "物业")
    fixture.addMatter(
      "rack", on: "needs", .done, raised: "2026-09-01", done: "2026-09-20", owner: "物业", outcome: "装好了")
    let shown = try fixture.shown("slide: list, list: needs")
    #expect(shown.items.map(\.id) == ["matter-old", "matter-new", "matter-rack"])
    #expect(shown.slide.title == "需求清单" && shown.slide.layout == .poster)
    #expect(shown.items.first?.lines.first == "10月1日由网格员提出" && shown.items.first?.text == "六盏不亮")
    #expect(shown.items.last?.text == "装好了" && shown.items.last?.lines.first == "9月1日提出")
    #expect(shown.items.allSatisfy { $0.code != nil })
  }

  @Test func topicsSayWhatWasDoneLast() throws {
    var fixture = CommunityFixture()
    fixture.addList("topics", of: .topic)
    fixture.addPage(.list, "topics", "layout: council\nlist: topics\n")
    fixture.addMatter("gate", on: "topics", .doing, title: "北门", raised: "2026-10-01", due: "2026-12-01", owner: "居委会")
    fixture.addStep("gate", on: "2026-10-02", "看了图")
    fixture.addStep("gate", on: "2026-10-09", "表决", votes: (8, 2, 1))
    let shown = try fixture.shown("slide: list, list: topics")
    #expect(shown.items.first?.text == "10月9日 表决；同意 8 票，反对 2 票，弃权 1 票")
    #expect(shown.items.first?.line == "居委会 · 12月1日前办结" && shown.slide.layout == .rows)
  }

  /// An offer is on for as long as it can be had, also on a screen that has been offline.
  @Test func offersComeAndGoByThemselves() throws {
    var fixture = CommunityFixture()
    fixture.addList("gifts", of: .reward)
    fixture.addPage(.list, "gifts", "layout: exchange\nlist: gifts\n")
    fixture.addOffer("soap", on: "gifts") {
      $0.points = 20
      $0.availableFrom = TimeText.parseDate("2026-11-23")
      $0.availableUntil = TimeText.parseDate("2026-11-25")
    }
    let shown = try fixture.shown("slide: list, list: gifts")
    #expect(shown.stretches == ["service-soap 11-23T00:00 11-26T00:00"])
    #expect(shown.items.first?.side == "20 积分")
  }

  @Test func aMenusListStandsOnItsSlide() throws {
    var fixture = CommunityFixture()
    fixture.addList("shop", of: .service)
    fixture.addOffer("cut", on: "shop", title: "理发") {
      $0.feeYuan = 15
      $0.per = "次"
      $0.phone = "0531-0000-1303"
    }
    fixture.addPage(.menu, "home", title: "便民", "category: convenience\nlist: shop\n")
    let shown = try fixture.shown("slide: menu, menu: [home]")
    #expect(shown.items.map(\.side) == ["15 元/次"] && shown.slide.title == "便民")
  }
}

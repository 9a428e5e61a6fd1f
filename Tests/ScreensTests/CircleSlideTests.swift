import Activities
import TestSupport
import Testing
import Vocabulary

@testable import Screens

/// Slides of what is near.
@Suite struct CircleSlideTests {
  /// A Saturday; the second of the week is a Friday.
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.data.venues = []
    fixture.addHolidays()
    fixture.addVenue("centre", name: "中心", type: .centre, at: (36.66, 117.03))
    fixture.addVenue("far", name: "远处", hours: "24/7", type: .square, at: (36.67, 117.03))
    fixture.addVenue(
      "near", name: "近处", address: "府东路 1 号", hours: "Mo-Fr 09:00-17:00", type: .helpDesk, at: (36.661, 117.03))
    fixture.addVenue("unknown", name: "不明", type: .helpDesk)
    return fixture
  }

  @Test func theNearestFirstAndNotThePlaceItself() throws {
    let shown = try fixture().shown("slide: list, layout: circle")
    #expect(shown.slide.title == "离中心最近")
    var names: [String] = []
    for item in shown.items where !names.contains(item.title) { names.append(item.title) }
    #expect(names == ["近处", "远处"])
    #expect(shown.items.first?.side == "步行约 3 分钟" && shown.items.last?.side == "步行约 22 分钟")
    #expect(shown.items.first?.chip == "帮办台")
  }

  /// By the player's clock, also on a screen that has been offline for days: each state is an item of its own, one after the other.
  @Test func whetherItIsOpenGoesByTheTime() throws {
    let items = try fixture().shown("slide: list, layout: circle").items.filter { $0.title == "近处" }
    #expect(
      items.prefix(4).map { $0.line ?? "" } == [
        "现在不开放，周一 09:00 开门", "现在不开放，明天 09:00 开门", "现在不开放，09:00 开门", "开放中，17:00 关门",
      ])
    for (a, b) in zip(items, items.dropFirst()) { #expect(a.until == b.from) }
    let far = try fixture().shown("slide: list, layout: circle").items.filter { $0.title == "远处" }
    #expect(Set(far.map { $0.line ?? "" }) == ["开放中"])
  }

  @Test func aLimitAndAUnit() throws {
    var fixture = fixture()
    fixture.addUnit("other", in: "quan")
    fixture.addVenue("there", of: "other", name: "那边", type: .clinic, at: (36.7, 117.03))
    #expect(Set(try fixture.shown("slide: list, layout: circle, limit: 1").items.map(\.title)) == ["近处"])
    #expect(Set(try fixture.shown("slide: list, layout: circle, unit: other").items.map(\.title)) == ["那边"])
    #expect(try fixture.shown("slide: list, layout: circle, venue: far, limit: 1").slide.title == "离远处最近")
  }

  @Test func zonesOnAVenuesPoster() throws {
    var fixture = fixture()
    fixture.addPage(.venue, "centre", "venue: centre\nzones: [{name: 书吧, area: 60}, {name: 休息}]\nfacilities: [钢琴]\n")
    let items = try fixture.shown("slide: venue, venue: centre").items
    let item = try #require(items.first)
    #expect(item.chip == "党群服务中心" && item.lines == ["功能区：书吧、休息", "设施：钢琴"])
  }
}

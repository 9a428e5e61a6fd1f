import Activities
import CivilTime
import Community
import TestSupport
import Testing
import Vocabulary

@testable import Screens

@Suite struct BrandSlideTests {
  /// Its edition is the one of the day, also on a screen that has been offline.
  @Test func aBrandChangesItsEditionByItself() throws {
    var fixture = CommunityFixture()
    fixture.addPage(
      .brand, "root", "editions: [{edition: a, from: 2020, until: 2026-11-22}, {edition: b, from: 2026-11-25}]\n")
    let shown = try fixture.shown("slide: brand, brand: root")
    #expect(
      shown.stretches == [
        "brand-root 11-21T00:00 11-23T00:00", "brand-root 11-23T00:00 11-25T00:00",
        "brand-root 11-25T00:00 12-06T00:00",
      ])
    #expect(shown.items.map(\.chip) == ["a 版", nil, "b 版"])
  }

  @Test func aMethodHasACardForEachPart() throws {
    let shown = try CommunityFixture.whole().shown("slide: method, brand: root")
    #expect(shown.slide.layout == .numerals && shown.slide.title == "1+N")
    #expect(shown.items.map { [$0.value, $0.title] + $0.lines } == [["1", "平台", "说事"], ["N", "菜单", "听课"]])
    #expect(try CommunityFixture.whole().shown("slide: method, brand: leaf").ids == [])
  }

  @Test(arguments: ["slide: method", "slide: method, venue: hall"])
  func aMethodIsAPages(slide: String) throws {
    var fixture = CommunityFixture()
    fixture.addScreen("lobby", [slide])
    #expect(throws: CommunityFixtureError.self) { try fixture.community() }
  }

  @Test func theTreeOfBrands() throws {
    var fixture = try CommunityFixture.whole()
    fixture.addPage(.brand, "twig", title: "孙", "parent: leaf\nmotto: 细水长流\n")
    let shown = try fixture.shown("slide: brands")
    #expect(shown.items.map { [$0.group, $0.title, $0.side] } == [["品牌　一家亲", "子品牌", "孙"]])
    let below = try fixture.shown("slide: brands, brand: leaf")
    #expect(below.items.map { [$0.group, $0.title, $0.text] } == [["子品牌", "孙", "细水长流"]])
  }

  @Test func partnersLeaveWithTheirAgreement() throws {
    var fixture = CommunityFixture()
    fixture.addPage(
      .partner, "a", title: "甲", "type: space\nunit: fudong\noffers: [会议室]\nagreement: {until: 2026-12-22}\n")
    fixture.addPage(
      .partner, "b", title: "乙", "type: co-building\ncontact: 0531-0000-1301\nagreement: {from: 2026-12-01}\n")
    let shown = try fixture.shown("slide: partners")
    #expect(shown.stretches == ["partner-a 11-21T00:00 12-06T00:00", "partner-b 12-01T00:00 12-06T00:00"])
    #expect(shown.items.map(\.group) == ["空间合伙人", "共建单位"] && shown.items[0].text == "会议室")
    #expect(try fixture.shown("slide: partners, type: co-building").ids == ["partner-b"])
    #expect(try fixture.shown("slide: partners, unit: fudong").ids == ["partner-a"])
    fixture.now = "2026-12-20T09:00:00+08:00"
    fixture.pages["partners/a.md"] = fixture.pages["partners/a.md"]?.replacing("2026-12-22", with: "2027-01-22")
    #expect(try fixture.shown("slide: partners").ids == ["partner-a", "partner-b"])
  }

  @Test func aVideoIsScannedWhenItIsThere() throws {
    var fixture = try CommunityFixture.whole()
    fixture.change("fair", at: "2026-11-22T00:00", .topic, topic: "年货", video: "https://video.example/fair")
    let shown = try fixture.shown("slide: videos")
    #expect(
      shown.stretches == [
        "video-fair_20261122T0000 11-24T00:00 12-06T00:00", "video-class_20261118T1000 11-21T00:00 12-06T00:00",
        "video-classroom-school-1 11-21T00:00 12-06T00:00",
      ])
    let item = try shown.item("video-class_20261118T1000")
    #expect(item.title == "课堂：旧题" && item.when == "11月18日录制" && item.codeLabel == "扫码看视频")
    #expect(shown.code(of: item) == "https://video.example/class")
    #expect(
      try fixture.shown("slide: videos, limit: 1").ids == ["video-fair_20261122T0000", "video-class_20261118T1000"])
    #expect(try fixture.shown("slide: videos, unit: quan").ids.count == 2)
  }
}

import Community
import QRCodes
import TestSupport
import Testing
import Vocabulary

@testable import Screens

/// Slides of pages, pictures and texts.
@Suite struct PageSlideTests {
  // MARK: Menus

  @Test func aMenusServices() throws {
    var fixture = CommunityFixture()
    fixture.addMenu(
      "home", "expiresAt: 2026-11-30\n", title: "便民",
      services: [
        "{id: cut, title: 理发, feeYuan: 0, provider: 理发店, hours: 周一, phone: 0531-0000-1302}",
        "{id: fix, title: 修理, price: 面议, summary: 修小家电, trial: 先试}", "{id: dye, title: 染发, feeYuan: 20}",
      ])
    let shown = try fixture.shown("slide: menu, menu: [home]")
    #expect(
      shown.stretches == ["service-cut", "service-fix", "service-dye"].map { "\($0) 11-21T00:00 12-01T00:00" })
    #expect(shown.slide.title == "便民" && shown.items.allSatisfy { $0.group == nil })
    #expect(shown.items.first?.line == "理发店 · 周一 · 0531-0000-1302" && shown.items.dropFirst().first?.text == "修小家电；先试")
    #expect(shown.items.map(\.side) == ["免费", "面议", "20 元"])
  }

  @Test func servicesOfSeveralMenusStandUnderThem() throws {
    var fixture = CommunityFixture()
    fixture.addMenu("b", title: "乙", services: ["{id: two, title: 二}"])
    fixture.addMenu("a", title: "甲", services: ["{id: one, title: 一}"])
    fixture.addMenu("over", "expiresAt: 2026-11-20\n", services: ["{id: three, title: 三}"])
    let shown = try fixture.shown("slide: menu, menu: [b, a, over]")
    #expect(shown.items.map { [$0.group, $0.title] } == [["乙", "二"], ["甲", "一"]])
    #expect(shown.slide.title != "乙" && shown.slide.title != "甲")
    #expect(try fixture.shown("slide: menu, menu: [b], title: 服务").slide.title == "服务")
  }

  // MARK: Posters

  @Test func aBrand() throws {
    var fixture = CommunityFixture()
    fixture.pictures = ["images/brand.png"]
    fixture.addPage(
      .brand, "root", title: "品牌",
      "edition: 2.0\nmotto: 一家亲\ncarriers: [队伍, 阵地]\nunit: fudong\nimage: /images/brand.png\nsummary: 简介\n")
    let shown = try fixture.shown("slide: brand, brand: [root]")
    let item = try shown.item("brand-root")
    #expect(shown.slide.layout == .poster && item.title == "品牌" && item.value == "一家亲" && item.text == "简介")
    #expect(item.chip?.contains("2.0") == true && item.lines.count == 1 && item.lines.first?.hasSuffix("队伍、阵地") == true)
    #expect(item.line == "府东" && item.codeLabel != nil)
    let code = try #require(item.code.map { shown.programme.codes[$0] })
    // The shorter address is in the code, and what it leads to beside it.
    #expect(code.short?.hasPrefix("https://A.EXAMPLE/Q/") == true && code.code.width == 25)
    #expect(shown.code(of: item) == "https://a.example/brands/root/" && shown.picture(of: item) == "/images/brand.png")
  }

  /// With its page, or without one.
  @Test func aVenue() throws {
    var fixture = CommunityFixture()
    fixture.pictures = ["images/hall.png"]
    fixture.addVenue("court", name: "球场", address: "府东路 1 号", hours: "Mo-Fr 09:00-17:00", phone: "0531-0000-1301")
    fixture.addPage(
      .venue, "hall", "venue: hall\nfacilities: [钢琴, 投影]\nsummary: 会客\nimage: /images/hall.png\nexpiresAt: 2026-11-30\n"
    )
    let shown = try fixture.shown("slide: venue, venue: [court, hall]")
    let (court, hall) = (try shown.item("venue-court"), try shown.item("venue-hall"))
    #expect(shown.ids == ["venue-court", "venue-hall"] && court.title == "球场" && court.line == "府东")
    #expect(court.lines.count == 3 && court.lines.first?.hasSuffix("府东路 1 号") == true)
    #expect(court.lines.last?.hasSuffix("0531-0000-1301") == true)
    #expect(court.text == nil && shown.picture(of: court) == nil && court.stretch == "11-21T00:00 12-06T00:00")
    #expect(shown.code(of: court) == "https://a.example/units/fudong/")
    #expect(hall.text == "会客" && hall.lines.count == 1 && hall.lines.first?.hasSuffix("投影、钢琴") == true)
    #expect(shown.picture(of: hall) == "/images/hall.png" && hall.stretch == "11-21T00:00 12-01T00:00")
    #expect(shown.code(of: hall) == "https://a.example/venues/hall/")
  }

  @Test func photos() throws {
    var fixture = CommunityFixture()
    fixture.pictures = ["images/a.png", "images/b.png"]
    let shown = try fixture.shown("slide: photos, photos: [{image: /images/b.png, caption: 乙}, {image: /images/a.png}]")
    #expect(shown.items.map { shown.picture(of: $0) } == ["/images/b.png", "/images/a.png"])
    #expect(shown.items.map(\.title) == ["乙", ""] && shown.slide.layout == .poster)
  }

  // MARK: Texts

  @Test func aText() throws {
    let shown = try CommunityFixture().shown("slide: text, title: 提示, text: \"# 请勿吸烟\\n\\n- 甲\\n- 乙\"")
    #expect(shown.slide.layout == .text && shown.slide.title == "提示")
    let html = try #require(shown.items.first?.html)
    #expect(html.contains("请勿吸烟</h") && html.contains("<li>甲</li>"))
  }

  /// Data blocks are live on pages only.
  @Test func aPagesTextForAsLongAsItHolds() throws {
    var fixture = CommunityFixture()
    fixture.addPage(
      .page, "rules", title: "守则", "expiresAt: 2026-11-30\n", text: "请安静\n\n```activities\n```")
    let shown = try fixture.shown("slide: text, page: rules")
    #expect(shown.stretches == ["page-rules 11-21T00:00 12-01T00:00"] && shown.slide.title == "守则")
    #expect(shown.items.first?.html == "<p>请安静</p>\n")
  }

  /// A slide is never an empty frame.
  @Test func aTextWithoutAnythingToDrawIsLeftOut() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.page, "live", text: "```activities\n```")
    fixture.addScreen("lobby", ["slide: text, page: live"])
    let (community, problems) = try fixture.make()
    #expect(problems.count == 1)
    var compiler = ProgrammeCompiler(community, try #require(community.screens.first))
    #expect(compiler.programme().slides[0].items.isEmpty)
  }

  // MARK: Evergreen

  private func evergreen(_ fixture: CommunityFixture, _ slides: String) throws -> [ShownSlide] {
    let programme = try fixture.shown("slide: today", "evergreen:\n\(slides)").programme
    return programme.rounds[programme.evergreen].turns.map {
      ShownSlide(slide: programme.slides[$0.slide], programme: programme)
    }
  }

  /// When its feed has run out, nothing that ends may be shown.
  @Test func whatEndsIsNoEvergreen() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.brand, "stays")
    fixture.addPage(.brand, "ends", "expiresAt: 2026-11-30\n")
    fixture.addPage(.brand, "gone", "expiresAt: 2026-11-20\n")
    #expect(try evergreen(fixture, "- {slide: brand, brand: [ends, stays, gone]}\n").map(\.ids) == [["brand-stays"]])
  }

  @Test func withoutAnyTheCoverIsShown() throws {
    var fixture = CommunityFixture()
    fixture.site += "footer: {sponsor: 府东社区}\n"
    fixture.addPage(.brand, "ends", "expiresAt: 2026-11-30\n")
    for slides in ["- {slide: brand, brand: [ends]}\n", "- {slide: text, text: 甲}\n"] {
      let shown = try #require(try evergreen(fixture, slides).first)
      let isCover = slides.contains("brand")
      #expect((shown.slide.kind == "cover") == isCover)
      guard isCover else { continue }
      let cover = try shown.item("cover")
      // Which screen it is and who publishes stands in the frame.
      #expect(cover.title == "示例" && cover.value == nil && cover.line == nil)
      #expect(shown.code(of: cover) == "https://a.example/")
    }
  }
}

import Community
import Content
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@Suite struct PageFacetTests {
  private func community(_ pages: [String: String]) throws -> Community {
    var fixture = CommunityFixture()
    fixture.pages = pages
    try fixture.add("tea", from: "2026-11-22T09:00", to: "2026-11-22T10:00")
    let (community, problems) = try fixture.make()
    #expect(problems.map(\.code) == [])
    return community
  }

  private func facets(_ kind: PageKind, _ frontMatter: String, _ others: [String: String] = [:]) throws -> PageFacets {
    let section = kind.section.map { $0 + "/" } ?? ""
    let page = "---\ntitle: 甲\nkind: \(kind.rawValue)\n\(frontMatter)\n---\n"
    let community = try community(others.merging(["\(section)a.md": page]) { $1 })
    return community.facets(of: try #require(community.page(kind, Slug("a")!)))
  }

  @Test func aNotice() throws {
    let facets = try facets(
      .notice, "date: 2026-11-20\ncategory: safety\ncontact: 0531-0000-1302\nactivity: tea")
    #expect(facets.badge == "安全提示")
    #expect(facets.facts.map(\.value) == ["0531-0000-1302"])
    #expect(facets.searchable == ["安全提示", "0531-0000-1302"])
    #expect(facets.schedule?.activities.map(\.text) == ["tea"])
  }

  @Test func aTeam() throws {
    let facets = try facets(.team, "members: 12\nvenue: hall\ncontact: 值班室")
    #expect(facets.badge == "12 人")
    // What the badge says, the facts don't.
    #expect(facets.facts.map(\.value) == ["hall", "值班室"])
    #expect(facets.facts[0].url == "/schedule/venue/hall/")
    #expect(facets.schedule == nil)
  }

  @Test func aBrandKnowsItsFamily() throws {
    let facets = try facets(
      .brand, "parent: root\nedition: 2.0\npartners: [shop]",
      [
        "brands/root.md": "---\ntitle: 总\nkind: brand\n---\n",
        "brands/leaf.md": "---\ntitle: 子\nkind: brand\nparent: a\n---\n",
        "partners/shop.md": "---\ntitle: 店\nkind: partner\ntype: space\n---\n",
      ])
    #expect(facets.facts.last?.url == "/brands/root/")
    #expect(facets.related.map { $0.pages.map(\.page.url) } == [["/brands/leaf/"], ["/partners/shop/"]])
  }

  /// Who is no partner any more is not shown as one.
  @Test func aBrandShowsPartnersThatAreStillThere() throws {
    let facets = try facets(
      .brand, "partners: [shop, gone]",
      [
        "partners/shop.md": "---\ntitle: 店\nkind: partner\ntype: space\n---\n",
        "partners/gone.md": "---\ntitle: 旧店\nkind: partner\ntype: space\nexpiresAt: 2026-11-01\n---\n",
      ])
    #expect(facets.related.map { $0.pages.map(\.page.url) } == [["/partners/shop/"]])
  }

  @Test func aVenueShowsWhatTakesPlaceThere() throws {
    let facets = try facets(.venue, "venue: hall\nfacilities: [钢琴]\nzones:\n- name: 舞台")
    #expect(facets.facts.map(\.url) == ["/schedule/venue/hall/"])
    #expect(facets.searchable == ["hall", "舞台", "钢琴"])
    #expect(facets.schedule?.venues.map(\.text) == ["hall"])
  }

  /// What a text shows in a data block does not stand below it once more.
  @Test(arguments: [("", ["cut"]), ("```services\nmenu: a\n```\n", []), ("```services\nmenu: b\n```\n", ["cut"])])
  func aMenuShowsItsServicesOnce(text: String, expected: [String]) throws {
    func menu(_ service: String, _ text: String) -> String {
      "---\ntitle: 菜单\nkind: menu\ncategory: convenience\nservices:\n- id: \(service)\n  title: 理发\n---\n\(text)"
    }
    let community = try community(["menus/a.md": menu("cut", text), "menus/b.md": menu("dye", "")])
    let facets = community.facets(of: try #require(community.page(.menu, Slug("a")!)))
    #expect(facets.services.map(\.record.id.text) == expected)
  }

  @Test func listsHaveTheirPartsInTheOrderOfTheWords() throws {
    func partner(_ type: String) -> String { "---\ntitle: \(type)\nkind: partner\ntype: \(type)\n---\n" }
    let community = try community([
      "partners/a.md": partner("governance"), "partners/b.md": partner("space"), "partners/c.md": partner("governance"),
    ])
    #expect(community.list(of: .partner).map { $0.pages.map(\.page.slug.text) } == [["b"], ["a", "c"]])
  }

  @Test func whatIsExpiredStandsInNoList() throws {
    let community = try community([
      "teams/a.md": "---\ntitle: 甲\nkind: team\nexpiresAt: 2026-11-01\n---\n",
      "teams/b.md": "---\ntitle: 乙\nkind: team\n---\n",
    ])
    #expect(community.list(of: .team).map { $0.pages.map(\.page.slug.text) } == [["b"]])
  }

  @Test func expiredBrandsStandInNoListEither() throws {
    let community = try community([
      "brands/a.md": "---\ntitle: 甲\nkind: brand\nexpiresAt: 2026-11-01\n---\n",
      "brands/b.md": "---\ntitle: 乙\nkind: brand\n---\n",
      "brands/c.md": "---\ntitle: 丙\nkind: brand\nparent: b\nexpiresAt: 2026-11-01\n---\n",
      // What stands below one that is expired is still found.
      "brands/d.md": "---\ntitle: 丁\nkind: brand\nparent: a\n---\n",
    ])
    #expect(community.list(of: .brand).map { $0.pages.map(\.page.slug.text) } == [["b"], ["d"]])
    #expect(community.brands(below: nil).map(\.page.slug.text) == ["b"])
    #expect(community.facets(of: try #require(community.page(.brand, Slug("b")!))).related.isEmpty)
  }

  @Test func introductionsAreNoMembers() throws {
    let community = try community([
      "teams/index.md": "---\ntitle: 队伍\nkind: team\n---\n", "teams/b.md": "---\ntitle: 乙\nkind: team\n---\n",
    ])
    #expect(community.pages(of: .team).map(\.page.slug.text) == ["b"])
    #expect(community.introductions[.team]?.title == "队伍")
  }
}

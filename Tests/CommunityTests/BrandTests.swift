import Activities
import CivilTime
import Community
import Content
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@Suite struct BrandTests {
  private func fixture() throws -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addVenue("yard")
    fixture.addPage(.brand, "main", title: "总", "partners: [shop, gone]\ncarriers: [走廊]\n")
    fixture.addPage(
      .brand, "mid", title: "中",
      "parent: main\npartners: [shop]\ncarriers: [走廊, {title: 院子, venue: yard}, {title: 太极, activity: taichi}]\nteams: [rangers]\n"
    )
    fixture.addPage(
      .brand, "leaf", title: "子", "parent: mid\ncarriers: [{title: 小院, venue: yard}]\nactivities: [talk]\n")
    fixture.addPage(.partner, "shop", "type: space\nagreement: {from: 2024, until: 2026-12-31}\n")
    fixture.addPage(.partner, "gone", "type: operation\nagreement: {from: 2024, until: 2026-10-31}\n")
    fixture.addPage(.team, "rangers", "members: 3\n")
    fixture.addPage(.venue, "yard", "venue: yard\n")
    try fixture.add("tea", from: "2026-11-22T09:00", to: "2026-11-22T10:00", venue: "yard")
    try fixture.add("late", from: "2026-12-29T09:00", to: "2026-12-29T10:00", venue: "yard")
    try fixture.add("taichi", from: "2026-11-21T06:00", to: "2026-11-21T07:00", rule: "FREQ=DAILY;COUNT=3")
    try fixture.add("talk", from: "2026-11-24T09:00", to: "2026-11-24T10:00")
    fixture.change("talk", at: "2026-11-24T09:00", .cancelled)
    fixture.addList("needs", of: .demand)
    fixture.addPage(.list, "needs", "layout: board\nlist: [needs]\n")
    for (id, phase) in [("a", MatterPhase.raised), ("b", .doing)] {
      fixture.addMatter(
        id, on: "needs", phase, raised: "2026-10-01", owner: phase == .raised ? nil : "物业"
      ) { $0.brand = Slug("leaf") }
    }
    return fixture
  }

  private func brand(_ slug: String, of fixture: CommunityFixture) throws -> (Community, PublicPage) {
    let (community, problems) = try fixture.make()
    #expect(problems.filter { !$0.code.hasPrefix("partner.") }.map(\.code) == [])
    return (community, try #require(community.page(.brand, Slug(slug)!)))
  }

  /// Each carrier, partner and team once, whatever brands name it; occurrences that are cancelled or beyond the window not at all.
  @Test func aBrandIsCountedWithThoseBelowIt() throws {
    let (community, main) = try brand("main", of: fixture())
    let total = community.rollUp(of: main)
    #expect(total.brands == 2 && total.carriers == 3 && total.partners == 1 && total.teams == 1)
    #expect(total.occurrences == 4 && total.waiting == 1 && total.underWay == 1 && total.done == 0)
    let leaf = community.rollUp(of: try #require(community.page(.brand, Slug("leaf")!)))
    #expect(leaf.brands == 0 && leaf.carriers == 1 && leaf.occurrences == 1 && leaf.partners == 0 && leaf.waiting == 1)
  }

  @Test func theTreeShowsWhereABrandStands() throws {
    let (community, leaf) = try brand("leaf", of: fixture())
    #expect(community.brandTree(around: leaf).map { $0.all.map(\.page.page.slug.text) } == [["main", "mid", "leaf"]])
  }

  /// What stands below one that is expired takes its place.
  @Test func anExpiredBrandLeavesTheTree() throws {
    var fixture = try fixture()
    fixture.pages["brands/mid.md"] = "---\ntitle: 中\nkind: brand\nparent: main\nexpiresAt: 2026-11-01\n---\n"
    let (community, main) = try brand("main", of: fixture)
    #expect(community.brandTree(of: main).all.map(\.page.page.slug.text) == ["main", "leaf"])
  }

  @Test func whatCarriesABrandSaysSo() throws {
    let (community, _) = try brand("main", of: fixture())
    let venue = try #require(community.page(.venue, Slug("yard")!))
    let facts = community.facets(of: venue).facts.filter { $0.label == "承载品牌" }
    #expect(facts.map(\.value) == ["子", "中"] && facts.map(\.url) == ["/brands/leaf/", "/brands/mid/"])
  }

  @Test func aTreeHasFourLevels() throws {
    var fixture = CommunityFixture()
    for (number, slug) in ["a", "b", "c", "d", "e", "f"].enumerated() {
      fixture.addPage(.brand, slug, number == 0 ? "" : "parent: \(["a", "b", "c", "d", "e"][number - 1])\n")
    }
    let problems = try fixture.make().1
    #expect(problems.map(\.code) == ["brand.too-deep"] && problems[0].message.zh.contains("“e”"))
  }

  @Test(arguments: [
    ("carriers: [{title: 甲, venue: hal}]", "venue", "hall"), ("teams: [ranger]", "", "rangers"),
    ("metrics: [case]", "measure", ""),
    ("method: {name: 甲, parts: [{count: 1, name: 乙, items: [{title: 丙, team: rangerz}]}]}", "", "rangers"),
  ])
  func whatIsNamedExists(keys: String, what: String, near: String) throws {
    var fixture = CommunityFixture()
    fixture.addPage(.team, "rangers", "members: 3\n")
    fixture.addPage(.brand, "a", keys + "\n")
    let problem = try #require(try fixture.make().1.first)
    #expect(problem.code == "reference.missing" && (near.isEmpty || problem.hint?.zh.contains("“\(near)”") == true))
  }

  // MARK: Agreements

  @Test(arguments: [
    ("2026-12-22", [String]()), ("2026-12-21", ["partner.agreement-ends-soon"]),
    ("2026-11-21", ["partner.agreement-ends-soon"]),
    ("2026-11-20", ["partner.agreement-ended"]), ("2027", []),
  ])
  func whoeverChecksIsTold(until: String, codes: [String]) throws {
    var fixture = CommunityFixture()
    fixture.addPage(.partner, "shop", title: "店", "type: space\nagreement: {until: \(until)}\n")
    let problems = try fixture.make().1
    #expect(problems.map(\.code) == codes && problems.allSatisfy { "\($0.severity)" == "warning" })
    #expect(problems.allSatisfy { "\($0.location!)" == "content/partners/shop.md:5:20" })
  }

  @Test(arguments: [("2026-11-30", [String]()), ("2026-12-31", ["partner.agreement-ends-soon"])])
  func whoLeavesNeedsNoReminding(expires: String, codes: [String]) throws {
    var fixture = CommunityFixture()
    fixture.addPage(.partner, "shop", "type: space\nagreement: {until: 2026-11-30}\nexpiresAt: \(expires)\n")
    #expect(try fixture.make().1.map(\.code) == codes)
  }

  @Test func itsStandingFollowsFromTheDay() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.partner, "shop", title: "店", "type: space\nagreement: {from: 2026-11-25, until: 2027-02}\n")
    let (community, _) = try fixture.make()
    let badges = community.facets(of: try #require(community.page(.partner, Slug("shop")!))).datedBadges
    func shown(_ day: String) -> [String] { badges.filter { $0.holds(on: TimeText.parseDate(day)!) }.map(\.text) }
    #expect(shown("2026-11-24") == ["空间合伙人", "协议尚未生效"] && shown("2026-11-25") == ["空间合伙人"])
    #expect(shown("2027-02-28") == ["空间合伙人"] && shown("2027-03-01") == ["空间合伙人", "协议已到期"])
  }

  // MARK: Videos

  @Test func whatWasHeldCanBeWatched() throws {
    var fixture = CommunityFixture()
    try fixture.add("study", from: "2026-03-04T10:00", to: "2026-03-04T11:00", rule: "FREQ=WEEKLY", title: "学习")
    fixture.change("study", at: "2026-03-11T10:00", .topic, topic: "旧题", video: "https://v.example/0")
    fixture.change("study", at: "2026-11-18T10:00", .topic, topic: "新题", video: "https://v.example/1")
    fixture.change("study", at: "2026-11-25T10:00", .topic, topic: "下一题", video: "https://v.example/2")
    fixture.addPage(.page, "guide", title: "看课", "video: https://v.example/guide\nexpiresAt: 2026-11-30\n")
    let community = try fixture.community()
    // Also what is older than the archive; what is to come is told when it is over.
    #expect(community.videos.map(\.title) == ["学习：下一题", "学习：新题", "学习：旧题", "看课"])
    #expect(community.videos.map(\.url) == ["2", "1", "0", "guide"].map { "https://v.example/\($0)" })
    #expect(
      community.videos.map { $0.heldUntil.map(TimeText.local) } == [
        "2026-11-25T11:00", "2026-11-18T11:00", "2026-03-11T11:00", nil,
      ])
    #expect(community.videos[3].expiresAt != nil)
  }
}

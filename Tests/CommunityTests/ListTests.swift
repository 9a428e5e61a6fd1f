import Activities
import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// What a community has on its lists, in which groups, and where.
@Suite struct ListTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addList("needs", of: .demand, categories: [("road", "道路"), ("care", "照料")])
    fixture.addPage(.list, "needs", "layout: board\nlist: needs\n")
    return fixture
  }

  private func groups(_ community: Community, _ slug: String = "needs") throws -> [String] {
    let page = try #require(community.page(.list, Slug(slug)!))
    let display = try #require(community.lists.display(on: page))
    return display.sections.map { section in
      ([section.group.subject.key] + section.group.items.map(\.id)).joined(separator: " ")
    }
  }

  // MARK: Groups

  @Test func aBoardShowsWhatWaitsThenWhatIsUnderWayThenWhatIsClosedByYear() throws {
    var fixture = fixture()
    fixture.addMatter("new", on: "needs", raised: "2026-11-01")
    fixture.addMatter("old", on: "needs", raised: "2026-09-01")
    fixture.addMatter("later", on: "needs", .doing, raised: "2026-08-01", due: "2026-12-31", owner: "物业")
    fixture.addMatter("sooner", on: "needs", .taken, raised: "2026-10-01", due: "2026-11-30", owner: "物业")
    fixture.addMatter("a", on: "needs", .done, raised: "2026-01-01", done: "2026-02-01", owner: "物业", outcome: "好了")
    fixture.addMatter("b", on: "needs", .dropped, raised: "2026-01-01", done: "2026-03-01", outcome: "不归我们")
    fixture.addMatter("c", on: "needs", .done, raised: "2025-01-01", done: "2025-02-01", owner: "物业", outcome: "好了")
    #expect(
      try groups(fixture.community()) == [
        "waiting old new", "under-way sooner later", "closed-2026 b a", "closed-2025 c",
      ])
  }

  @Test func aMenuIsInTheOrderOfItsCategories() throws {
    var fixture = CommunityFixture()
    fixture.addList("shop", of: .service, categories: [("hair", "理发"), ("fix", "修理")])
    fixture.addPage(.list, "shop", "layout: menu\nlist: shop\n")
    for (id, category, position) in [
      ("z", nil, nil), ("y", "fix", 2), ("x", "fix", 1), ("w", "hair", nil), ("v", "hair", 9),
    ] as [(String, String?, Int?)] {
      fixture.addOffer(id, on: "shop") {
        $0.category = category.flatMap { .init($0) }
        $0.position = position
        $0.phone = "0531-0000-1303"
      }
    }
    #expect(try groups(fixture.community(), "shop") == ["hair v w", "fix x y", "other z"])
  }

  /// What a phone could not take stands on further pages, and each thing is found where it stands.
  @Test func longListsGoOnOverPages() throws {
    var fixture = fixture()
    for number in 1...150 {
      fixture.addMatter("m-\(1000 + number)", on: "needs", raised: "2026-01-01")
    }
    let community = try fixture.community()
    let display = try #require(community.lists.display(on: community.page(.list, Slug("needs")!)!))
    #expect(display.sections.map(\.shown) == [40] && display.sections.map(\.partCount) == [2])
    let urls = community.lists.matters.map { community.lists.url(of: $0) ?? "" }
    #expect(urls[0] == "/lists/needs/#matter-m-1001" && urls[39] == "/lists/needs/#matter-m-1040")
    #expect(urls[40] == "/lists/needs/waiting/#matter-m-1041" && urls[149] == "/lists/needs/waiting/2/#matter-m-1150")
  }

  @Test func manyGroupsTogetherAreBoundedToo() throws {
    var fixture = CommunityFixture()
    fixture.addList("shop", of: .service, categories: (1...20).map { ("c-\($0)", "类\($0)") })
    fixture.addPage(.list, "shop", "layout: menu\nlist: shop\n")
    for number in 0..<600 {
      fixture.addOffer("o-\(number)", on: "shop") {
        $0.category = .init("c-\(number % 20 + 1)")
        $0.phone = "0531-0000-1303"
      }
    }
    let community = try fixture.community()
    let display = try #require(community.lists.display(on: community.page(.list, Slug("shop")!)!))
    #expect(display.sections.reduce(0) { $0 + $1.shown } == 200 && display.sections.count == 20)
    #expect(display.sections.allSatisfy { $0.shown == $0.group.items.count || $0.partCount > 0 })
  }

  // MARK: What an offer has left, and until when

  @Test func whatPairingsGiveIsNotLeft() throws {
    var fixture = fixture()
    fixture.addList("have", of: .resource)
    fixture.addPage(.list, "have", "layout: menu\nlist: have\n")
    fixture.addMatter("lamp", on: "needs", raised: "2026-11-01")
    fixture.addMatter("step", on: "needs", raised: "2026-11-01")
    fixture.addOffer("crew", on: "have") {
      $0.quantity = 10
      $0.taken = 3
      $0.phone = "0531-0000-1303"
    }
    fixture.pair("lamp", with: "crew", quantity: 4)
    fixture.pair("step", with: "crew")
    let offer = try #require(try fixture.community().lists.offers.first)
    #expect(offer.left == 2)
  }

  @Test func moreThanThereIsCanNotBeGiven() throws {
    var fixture = fixture()
    fixture.addList("have", of: .resource)
    fixture.addPage(.list, "have", "layout: menu\nlist: have\n")
    fixture.addMatter("lamp", on: "needs", raised: "2026-11-01")
    fixture.addMatter("step", on: "needs", raised: "2026-11-01")
    fixture.addOffer("crew", on: "have") {
      $0.quantity = 5
      $0.phone = "0531-0000-1303"
    }
    fixture.pair("lamp", with: "crew", quantity: 3, on: "2026-11-01")
    fixture.pair("step", with: "crew", quantity: 3, on: "2026-11-02")
    let (_, problems) = try fixture.make()
    #expect(problems.map(\.code) == ["data.pairing-too-much"])
    #expect("\(problems[0].location!)".contains("matter_id=step,offer_id=crew"))
  }

  @Test(arguments: [("2026-11-20", 0), ("2026-11-21", 1)]) func anOfferEndsWithItsLastDay(day: String, count: Int)
    throws
  {
    var fixture = CommunityFixture()
    fixture.addList("have", of: .resource)
    fixture.addPage(.list, "have", "layout: menu\nlist: have\n")
    fixture.addOffer("crew", on: "have") {
      $0.availableUntil = TimeText.parseDate(day)
      $0.phone = "0531-0000-1303"
    }
    let offers = try fixture.community().lists.offers
    #expect(offers.count == count)
    #expect(offers.first?.endsAt.map(TimeText.local) == (count == 0 ? nil : "2026-11-22T00:00"))
  }

  @Test func aMenusOwnServicesAreOffersToo() throws {
    var fixture = CommunityFixture()
    fixture.addMenu("home", services: ["{id: cut, title: 理发, feeYuan: 0}"])
    let community = try fixture.community()
    #expect(community.lists.offers.map(\.record.id.text) == ["cut"] && community.services.count == 1)
    #expect(community.lists.url(of: community.lists.offers[0]) == "/menus/home/#offer-cut")
  }

  // MARK: Approval

  @Test func whatIsNotApprovedIsHeldBackAndSaid() throws {
    var fixture = fixture()
    fixture.site += "approval: required\n"
    fixture.pages = [:]
    fixture.addPage(
      .list, "needs", "layout: board\nlist: needs\napproval: {approver: 书记, approvedOn: 2026-11-01}\n")
    fixture.addMatter("seen", on: "needs", raised: "2026-11-01") { $0.approvedOn = TimeText.parseDate("2026-11-02") }
    fixture.addMatter("held", on: "needs", raised: "2026-11-01")
    let (community, problems) = try fixture.make()
    #expect(community.lists.matters.map(\.record.id.text) == ["seen"])
    #expect(problems.map(\.code) == ["approval.row-missing"] && !problems.hasErrors)
    #expect("\(problems[0].location!)".contains("matter[id=held].approved_on"))
  }

  // MARK: What is wrong

  private func codes(_ fill: (inout CommunityFixture) throws -> Void) rethrows -> [String] {
    var fixture = fixture()
    try fill(&fixture)
    return try! fixture.make().1.map(\.code)
  }

  @Test func problemsHaveCodes() {
    #expect(
      codes { $0.addMatter("a", on: "needs") { $0.category = .init("raod") } } == [
        "list.empty-column", "data.list-word",
      ])
    #expect(codes { $0.addOffer("a", on: "needs") } == ["data.list-shape"])
    #expect(
      codes { $0.addMatter("a", on: "needs", raised: "2026-11-01") { $0.brand = Slug("none") } } == [
        "reference.missing"
      ])
    #expect(
      codes {
        $0.addMatter("a", on: "needs", .done, raised: "2026-11-01", done: "2026-11-22", owner: "物业", outcome: "好了")
      } == ["data.done-ahead"])
    #expect(
      codes {
        $0.addMatter("a", on: "needs", raised: "2026-11-01") { $0.from = .init("b") }
        $0.addMatter("b", on: "needs", raised: "2026-11-01") { $0.from = .init("a") }
      } == ["data.matter-cycle", "data.matter-cycle"])
    #expect(
      codes {
        $0.addMatter("a", on: "needs", raised: "2026-11-01")
        $0.addStep("a", on: "2026-10-31", "早了")
      } == ["data.step-too-early"])
    #expect(
      codes {
        try! $0.add("talk", from: "2026-11-05T10:00", to: "2026-11-05T11:00", kind: .council)
        $0.addMatter("a", on: "needs", raised: "2026-11-01")
        $0.addStep("a", on: "2026-11-05", "议过", at: ("talk", "2026-11-06T10:00"))
      } == ["data.no-such-occurrence"])
    #expect(codes { $0.addList("lost", of: .topic) } == ["list.not-shown"])
    #expect(
      codes { $0.addPage(.list, "wrong", "layout: menu\nlist: needs\n") } == ["list.wrong-layout"])
    #expect(codes { $0.addPage(.list, "wrong", "layout: board\nlist: neeeds\n") } == ["reference.missing"])
    #expect(
      codes { $0.addPage(.page, "block", text: "```list\nlist: needs\ncategory: raod\n```") } == [
        "list.unknown-category"
      ])
    #expect(
      codes { $0.addPage(.page, "block", text: "```list\nlist: needs\nlayout: exchange\n```") } == ["list.wrong-layout"]
    )
  }

  @Test(arguments: [
    (ListLayout.exchange, ListContent.reward), (.menu, .service), (.council, .topic), (.board, .demand),
  ])
  func aLayoutWhoseColumnsAreEmptyIsReported(layout: ListLayout, content: ListContent) throws {
    var fixture = CommunityFixture()
    fixture.addList("bare", of: content)
    fixture.addPage(.list, "bare", "layout: \(layout.rawValue)\nlist: bare\n")
    if layout.shape == .offer { fixture.addOffer("a", on: "bare") } else { fixture.addMatter("a", on: "bare") }
    let (_, problems) = try fixture.make()
    #expect(problems.map(\.code) == ["list.empty-column"])
    #expect("\(problems[0].location!)".hasPrefix("content/lists/bare.md:5:"))
  }

  @Test func aServiceHasOneHome() throws {
    var fixture = CommunityFixture()
    fixture.addList("shop", of: .service)
    fixture.addOffer("cut", on: "shop") { $0.phone = "0531-0000-1303" }
    fixture.addMenu("home", "list: shop\n", services: ["{id: cut, title: 理发}"])
    #expect(try fixture.make().1.map(\.code) == ["service.duplicate-id"])
  }
}

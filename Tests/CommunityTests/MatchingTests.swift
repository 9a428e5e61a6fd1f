import Activities
import CivilTime
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// Which resources are proposed for a demand, and why none is.
@Suite struct MatchingTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addUnit("other", in: "quan")
    fixture.addUnit("grid", in: "fudong", level: .grid)
    fixture.addList("needs", of: .demand, categories: [("repair", "维修")])
    fixture.addList("have", of: .resource, categories: [("fix", "维修")])
    fixture.addPage(.list, "needs", "layout: board\nlist: needs\n")
    fixture.addPage(.list, "have", "layout: menu\nlist: have\n")
    return fixture
  }

  private func offer(_ fixture: inout CommunityFixture, _ id: String, _ fill: (inout OfferRecord) -> Void) {
    fixture.addOffer(id, on: "have") {
      $0.phone = "0531-0000-1303"
      fill(&$0)
    }
  }

  private func demand(_ fixture: CommunityFixture) throws -> Matching.Demand {
    try #require(Matching(try fixture.community()).demands.first)
  }

  @Test func whatHasMoreInCommonGoesFirst() throws {
    var fixture = fixture()
    fixture.addMatter("lamp", on: "needs", raised: "2026-11-01", tags: ["路灯", "夜间"]) { $0.category = .init("repair") }
    offer(&fixture, "one") { $0.tags = ["路灯"] }
    offer(&fixture, "two") { $0.tags = ["路灯", "夜间"] }
    offer(&fixture, "both") {
      $0.tags = ["路灯", "夜间"]
      $0.category = .init("fix")
    }
    let demand = try demand(fixture)
    #expect(demand.proposals.map(\.offer.record.id.text) == ["both", "two", "one"])
    #expect(
      demand.proposals[0].reasons == [.tags(["路灯", "夜间"]), .category("维修"), .sameUnit, .left(nil)])
  }

  /// A leaking shed is no work for a street-lamp team, though both are repairs.
  @Test func aCategoryAloneIsTooLittleWhereBothSayMore() throws {
    var fixture = fixture()
    fixture.addMatter("shed", on: "needs", raised: "2026-11-01", tags: ["车棚", "漏雨"]) { $0.category = .init("repair") }
    offer(&fixture, "lamps") {
      $0.tags = ["路灯"]
      $0.category = .init("fix")
    }
    let demand = try demand(fixture)
    #expect(demand.proposals.isEmpty && demand.obstacles == [.nothingAlike])
  }

  @Test func whyNothingFitsIsSaid() throws {
    func obstacles(_ fill: (inout OfferRecord) -> Void) throws -> [Matching.Obstacle] {
      var fixture = fixture()
      fixture.addMatter("lamp", on: "needs", raised: "2026-11-01", due: "2026-11-30", tags: ["路灯"])
      offer(&fixture, "crew") {
        $0.tags = ["路灯"]
        fill(&$0)
      }
      return try demand(fixture).obstacles
    }
    #expect(
      try obstacles {
        $0.quantity = 4
        $0.taken = 4
      } == [.usedUp("crew")])
    #expect(try obstacles { $0.isPaused = true } == [.paused("crew")])
    #expect(try obstacles { $0.availableFrom = TimeText.parseDate("2026-12-01") } == [.outOfTime("crew")])
    #expect(try obstacles { $0.unit = .init("other") } == [.elsewhere("crew")])
    #expect(try obstacles { $0.unit = .init("grid") } == [])
  }

  @Test func tooLittleIsProposedAndSaid() throws {
    var fixture = fixture()
    fixture.addMatter("lamp", on: "needs", raised: "2026-11-01", tags: ["路灯"]) {
      $0.quantity = 6
      $0.per = "盏"
    }
    offer(&fixture, "crew") {
      $0.tags = ["路灯"]
      $0.quantity = 5
      $0.taken = 1
      $0.per = "盏"
    }
    #expect(try demand(fixture).proposals[0].reasons.contains(.partly(left: 4, wanted: 6)))
  }

  @Test func whatIsTakenOrServedNeedsNothing() throws {
    var fixture = fixture()
    fixture.addMatter("taken", on: "needs", .taken, raised: "2026-11-01", owner: "物业", tags: ["路灯"])
    fixture.addMatter("served", on: "needs", raised: "2026-11-01", tags: ["路灯"])
    offer(&fixture, "crew") { $0.tags = ["路灯"] }
    fixture.pair("served", with: "crew")
    #expect(Matching(try fixture.community()).demands.isEmpty)
  }
}

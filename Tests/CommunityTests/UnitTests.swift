import Content
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

/// The tree of units: its order, where each is shown, what there is below.
@Suite struct UnitTests {
  private func unit(_ id: String) -> UnitID { .init(id)! }

  /// Numbers by what they come to, levels one after the other, whatever the ids.
  @Test func unitsStandByLevelAndInNaturalOrder() throws {
    var fixture = CommunityFixture()
    for (id, name) in [("c", "第10网格"), ("a", "第十一网格"), ("b", "第2网格"), ("d", "第一网格")] {
      fixture.addUnit(id, in: "fudong", level: .grid, name: name)
    }
    fixture.addUnit("z", in: "fudong", level: .building, name: "10号楼")
    fixture.addUnit("y", in: "fudong", level: .building, name: "2号楼")
    let units = try fixture.community().units
    #expect(units.children(of: unit("fudong")).map(\.id.text) == ["d", "b", "c", "a", "y", "z"])
    #expect(units.all.map(\.id.text).suffix(6) == ["d", "b", "c", "a", "y", "z"])
  }

  /// The way up is followed once, whatever leads where, and the tree is as deep as units are.
  @Test(arguments: [false, true]) func unitsWithoutEnd(isCircle: Bool) throws {
    let growth = try Growth.ofTime(size: 400) { count in
      var fixture = CommunityFixture()
      for number in 0..<count {
        fixture.addUnit(
          "u\(number)", in: number > 0 ? "u\(number - 1)" : isCircle ? "u\(count - 1)" : "quan", level: .grid)
      }
      return fixture
    } work: { fixture in
      let problems = UnitCycleCheck(fixture.data, database: "a").problems()
      #expect(Set(problems.map(\.code)) == [isCircle ? "data.unit-cycle" : "data.unit-too-deep"])
      #expect(problems.count == (isCircle ? fixture.data.units.count - 2 : 1))
      let tree = UnitTree.make(fixture.data.units)
      #expect(fixture.data.units.allSatisfy { tree.chain(of: $0.id).count <= UnitDepth.most })
    }
    #expect(growth < 3)
  }

  // MARK: Where a unit is shown

  private func address(_ level: UnitLevel, _ fill: (inout CommunityFixture) -> Void) throws -> String {
    var fixture = CommunityFixture()
    fixture.addUnit("part", in: "fudong", level: level)
    fill(&fixture)
    return try #require(try fixture.community().units[unit("part")]).url
  }

  @Test func whatHasNothingOfItsOwnStandsOnThePageAbove() throws {
    let above = "/units/fudong/#unit-part"
    for level in [UnitLevel.grid, .microgrid, .building] {
      #expect(try address(level) { _ in } == above)
      #expect(try address(level) { $0.addPost("p", of: "part") } == above)
    }
    #expect(try address(.community) { _ in } == "/units/part/")
    #expect(try address(.subdistrict) { _ in } == "/units/part/")
  }

  @Test func whatHasSomethingHasAPage() throws {
    let own = "/units/part/"
    #expect(try address(.microgrid) { $0.addVenue("v", of: "part") } == own)
    #expect(try address(.microgrid) { $0.addHonour("h", on: "2025", of: "part") } == own)
    #expect(try address(.microgrid) { $0.addMeasure("m", 3, asOf: "2026-10-01", of: "part") } == own)
    #expect(try address(.microgrid) { $0.addPage(.team, "t", "unit: part\n") } == own)
    #expect(try address(.grid) { $0.addUnit("below", in: "part", level: .microgrid) } == own)
    #expect(
      try address(.microgrid) { fixture in
        for id in ["p", "q", "r"] { fixture.addPost(id, of: "part") }
      } == own)
    #expect(
      try address(.microgrid) { fixture in
        try? fixture.add("a", from: "2026-11-25T10:00", to: "2026-11-25T11:00", unit: "part")
      } == own)
  }

  /// Where a case was is told nowhere, nor does a unit get a page by one.
  @Test func aCaseMakesNoPage() throws {
    #expect(
      try address(.microgrid) { $0.addCase("c", of: "part", reported: "2026-10-05T09:00") }
        == "/units/fudong/#unit-part")
  }

  @Test func theRestOfManyStandsOnFurtherPages() throws {
    var fixture = CommunityFixture()
    for number in 1...95 { fixture.addUnit("g\(number)", in: "fudong", level: .microgrid, name: "第\(number)微网格") }
    let units = try fixture.community().units
    #expect(units.partCount(of: unit("fudong")) == 3)
    #expect(units[unit("g40")]?.url == "/units/fudong/#unit-g40")
    #expect(units[unit("g41")]?.url == "/units/fudong/page/2/#unit-g41")
    #expect(units[unit("g95")]?.url == "/units/fudong/page/3/#unit-g95")
    #expect(units.children(of: unit("fudong"), part: 3).map(\.id.text).first == "g81")
  }

  // MARK: What there is

  @Test func totalsAreAddedUpFromRowsAndPages() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("g1", in: "fudong", level: .grid)
    fixture.addUnit("m1", in: "g1", level: .microgrid)
    fixture.addUnit("m2", in: "g1", level: .microgrid)
    fixture.addPost("a", of: "g1", people: 4)
    fixture.addPost("b", of: "fudong")
    fixture.addPage(.team, "here", "unit: g1\n")
    fixture.addPage(.team, "gone", "unit: g1\nexpiresAt: 2026-11-01\n")
    let community = try fixture.community()
    let totals = community.totals(of: unit("fudong"))
    #expect(totals.count(of: .grid) == 1 && totals.count(of: .microgrid) == 2 && totals.count(of: .community) == 0)
    #expect(totals.posts == 2 && totals.people == 5 && totals.teams == 1)
    #expect(totals.venues == community.venues.count { $0.unit == unit("fudong") })
    #expect(community.totals(of: unit("g1")).people == 4 && community.totals(of: unit("m1")) == UnitTotals())
  }

  /// Only what is ever on has a schedule, a calendar and a feed.
  @Test func unitsWithoutActivitiesOrVenuesHaveNoSchedule() throws {
    var fixture = CommunityFixture()
    fixture.addUnit("quiet", in: "quan")
    try fixture.add("talk", from: "2026-11-25T10:00", to: "2026-11-25T11:00")
    let filters = try fixture.community().filters
    #expect(filters.contains(.unit(unit("fudong"))) && filters.contains(.unit(unit("quan"))))
    #expect(!filters.contains(.unit(unit("quiet"))))
  }

  // MARK: A unit's own text

  @Test func aUnitsTextHasTheUnitsAddress() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.page, "about-fudong", "unit: fudong\naboutUnit: true\nsummary: 六个网格\n")
    fixture.addPage(.page, "about-quan", "unit: quan\n单位介绍: 是\nexpiresAt: 2026-11-01\n")
    let community = try fixture.community()
    let fudong = try #require(community.units[unit("fudong")])
    #expect(community.text(of: fudong)?.page.url == "/units/fudong/" && community.text(of: fudong)?.summary == "六个网格")
    // It is no longer valid.
    #expect(community.text(of: try #require(community.units[unit("quan")])) == nil)
  }

  @Test func aUnitHasOneText() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.page, "a", "unit: fudong\naboutUnit: true\n")
    fixture.addPage(.page, "b", "unit: fudong\naboutUnit: true\n")
    fixture.addPage(.page, "c", "aboutUnit: true\n")
    let problems = try fixture.make().1
    #expect(problems.map(\.code).sorted() == ["page.about-no-unit", "page.duplicate-url"])
    #expect(problems.contains { $0.hint?.zh.contains("aboutUnit") == true })
  }
}

import Activities
import Community
import Content
import TestSupport
import Testing
import Vocabulary
import Words

@testable import Screens

/// Slides that say how to find one's grid.
@Suite struct FinderSlideTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addUnit("lane", in: "quan", name: "北巷", phone: "0531-0000-1404")
    fixture.addUnit("grid-1", in: "fudong", level: .grid, name: "府东第一网格", shortName: "一格", phone: "0531-0000-1401")
    fixture.addUnit("grid-2", in: "fudong", level: .grid, name: "府东第二网格")
    fixture.addAddress("嵩台路", 1, 59, .odd, of: "grid-1")
    fixture.addAddress("嵩台路", 2, 2, of: "grid-1")
    fixture.addAddress("府东街", 1, 9, of: "grid-2")
    fixture.addFinder()
    return fixture
  }

  @Test func aCommunitysPosterHasItsGridsAndTheCodeOfThePage() throws {
    let shown = try fixture().shown("slide: finder, unit: fudong")
    let item = try #require(shown.items.first)
    #expect(shown.slide.layout == .poster && shown.items.count == 1)
    #expect(item.title == "府东" && item.id == "finder-fudong")
    #expect(item.lines == ["一格：嵩台路1–59号（单号）、2号", "府东第二网格：府东街1–9号"])
    #expect(shown.code(of: item) == "https://a.example/lists/find/" && item.text?.contains("门牌号") == true)
  }

  /// The same as a layout of lists.
  @Test func aListWithThatLayoutIsTheSame() throws {
    let (one, other) = (
      try fixture().shown("slide: finder, unit: fudong"),
      try fixture().shown("slide: list, layout: finder, unit: fudong")
    )
    #expect(one.items == other.items)
  }

  /// A screen that stands in a grid says whom to call there; in several, each by itself.
  @Test func aScreensUnitsSayWhomToCall() throws {
    let grid = try fixture().shown("slide: finder", "units: [grid-1]\n")
    #expect(grid.items.map(\.lines) == [["办公电话 0531-0000-1401"]] && grid.items[0].title == "府东第一网格")
    #expect(grid.items[0].line == "网格")
    let several = try fixture().shown("slide: finder", "units: [grid-1, lane]\n")
    #expect(several.ids == ["finder-grid-1", "finder-lane"])
    #expect(several.items[1].lines == ["办公电话 0531-0000-1404"])
  }

  /// Without units of its own a screen shows the page's code alone; grids without a telephone name that of the unit above.
  @Test func whatIsNotThereIsNotShown() throws {
    let all = try fixture().shown("slide: finder")
    #expect(all.ids == ["finder"] && all.items[0].lines.isEmpty && all.items[0].title == "找我的网格")
    var fixture = fixture()
    fixture.addUnit("micro", in: "grid-1", level: .microgrid, name: "微格")
    #expect(try fixture.shown("slide: finder, unit: micro").items[0].lines == ["府东第一网格 办公电话 0531-0000-1401"])
  }

  /// Where no page finds anything there is nothing to scan.
  @Test func withoutAPageThereIsNoPoster() throws {
    var fixture = fixture()
    fixture.pages = [:]
    fixture.data[UnitAddressRecord.self] = []
    #expect(try fixture.shown("slide: finder, unit: fudong").items.isEmpty)
  }

  /// It may stand on a screen whose feed has run out: it names no time.
  @Test func itIsEvergreen() { #expect(SlideName.kind(.finder).isEvergreen) }
}

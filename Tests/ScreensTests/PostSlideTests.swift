import TestSupport
import Testing
import Vocabulary

@testable import Screens

/// Slides of who answers for what.
@Suite struct PostSlideTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addUnit("grid", in: "fudong", level: .grid)
    fixture.addRoster("head", .week, from: "2026-11-16", holders: [(1, "甲单位"), (2, "乙单位")])
    fixture.addPost("head", title: "楼长", holder: nil, roster: "head", phone: "0531-0000-1222")
    fixture.addPost("safety", title: "安全委员", position: 2, duties: "每周走一遍", phone: "138****1234")
    fixture.addPost("below", title: "网格员", of: "grid")
    return fixture
  }

  @Test func itShowsAUnitsOwnPosts() throws {
    let shown = try fixture().shown("slide: posts, unit: fudong")
    #expect(shown.slide.title == "有事找谁")
    let safety = try shown.item("post-safety")
    #expect(safety.title == "安全委员" && safety.line == "社区专职工作者" && safety.text == "每周走一遍")
    #expect(safety.side == "138****1234")
    #expect(!shown.ids.contains { $0.contains("below") })
  }

  /// Whoever's turn it is, while it is; also on a box that nobody feeds.
  @Test func whatGoesRoundGoesByTheClock() throws {
    let shown = try fixture().shown("slide: posts, unit: fudong")
    #expect(
      shown.stretches.filter { $0.hasPrefix("post-head") }.prefix(2) == [
        "post-head-2026-11-16 11-21T00:00 11-23T00:00", "post-head-2026-11-23 11-23T00:00 11-30T00:00",
      ])
    #expect(try shown.item("post-head-2026-11-23").line?.hasPrefix("乙单位") == true)
    #expect(try shown.item("post-head-2026-11-23").side == "0531-0000-1222")
  }

  /// Of the screen's units, else of the topmost that has any; units are named where there are several.
  @Test func withoutAUnitItIsTheScreens() throws {
    #expect(try fixture().shown("slide: posts").ids.contains("post-safety"))
    #expect(try fixture().shown("slide: posts", "units: [grid]\n").ids == ["post-below"])
    let both = try fixture().shown("slide: posts", "units: [fudong, grid]\n")
    #expect(try both.item("post-below").line == "grid · 社区专职工作者")
  }
}

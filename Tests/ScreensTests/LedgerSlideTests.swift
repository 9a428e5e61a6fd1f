import TestSupport
import Testing

@testable import Screens

/// Slides of ledgers.
@Suite struct LedgerSlideTests {
  @Test func fiveFiguresAndAStory() throws {
    var fixture = CommunityFixture()
    fixture.addCases(20, "a", rating: 4, promised: 15)
    fixture.addCase("b", reported: "2026-10-01T09:00", closed: "2026-10-01T10:00", text: "灯亮了", approved: "2026-10-10")
    let shown = try fixture.shown("slide: list, layout: ledger, unit: fudong")
    #expect(shown.slide.layout == .figures && shown.slide.title == "府东 · 办件台账")
    #expect(
      shown.items.map { $0.value ?? $0.line } == [
        "21", "21", "0", "0", "100%", "100%", "灯亮了", "统计2025年11月至2026年10月的完整月份；在办、超期和用时算到2026年11月21日 00:00。",
      ])
  }

  /// How soon was promised stands in the figure's name.
  @Test func whatWasPromisedIsSaidOnce() throws {
    var fixture = CommunityFixture()
    fixture.addCases(20, "a", promised: 15)
    let shown = try fixture.shown("slide: list, layout: ledger, unit: fudong")
    let onTime = try #require(shown.items.first { $0.title.contains("15") })
    #expect(onTime.value != nil && onTime.line == nil)
  }

  @Test(arguments: [0, 4]) func nothingOfAFew(count: Int) throws {
    var fixture = CommunityFixture()
    fixture.addCases(count, "a")
    #expect(
      try fixture.shown("slide: list, layout: ledger, unit: fudong").items.allSatisfy { !$0.id.hasPrefix("ledger") })
  }
}

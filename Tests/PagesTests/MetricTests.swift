import TestSupport
import Testing
import Vocabulary

@testable import Pages

/// What a unit's page says of its figures.
@Suite struct MetricTests {
  private func page(_ url: String) throws -> PrintedPages.Printed {
    var fixture = CommunityFixture()
    for (tower, name) in [("east", "东<楼"), ("west", "西楼")] {
      fixture.addUnit(tower, in: "fudong", level: .building, name: name)
    }
    fixture.addMeasure("tenants", of: "fudong", title: "入驻<单位", suffix: "家", total: .sum, better: .less)
    for (day, east, west) in [("2026-08-31", 250.0, 0.0), ("2026-09-30", 300, 180), ("2026-10-31", 1320, 192)] {
      fixture.measure("tenants", of: "east", on: day, east)
      fixture.measure("tenants", of: "west", on: day, west)
    }
    return try PrintedPages(fixture)[url]
  }

  @Test func aSumSaysWhatItIsMadeOf() throws {
    let unit = try page("/units/fudong/")
    #expect(unit["metric"] == ["1,512 入驻&lt;单位"] && unit["sum"] == ["由2个单位相加"])
    #expect(unit["part"] == ["1,320 东&lt;楼 /units/east/", "192 西楼 /units/west/"])
    #expect(unit["change"] == ["worse up 比2026年9月增加1,032家，需关注"])
    #expect(try page("/units/east/")["part"] == [] && page("/units/quan/")["metric", "partMetric"] == [])
    #expect(try page("/units/east/")["metric", "partMetric"] == ["partMetric 1,320 入驻&lt;单位"])
  }

  /// The newest first, as a reader looks for it; the chart goes from left to right.
  @Test func whatItWasStandsBesideTheChart() throws {
    let unit = try page("/units/west/")
    #expect(unit["point"] == ["192 2026年10月31日", "180 2026年9月30日", "0 2026年8月31日"])
    let chart = try #require(unit["chart"].first)
    #expect(chart.contains("role=\"img\"><title>入驻&lt;单位（西楼）</title><desc>从0家（2026年8月31日）到192家（2026年10月31日）；"))
    #expect(chart.contains("<path class=\"newest\" d=\"M6 100V0h1V100z\"/>"))
    // What is nothing is a line that can be seen.
    #expect(chart.contains("<path class=\"earlier\" d=\"M0 100V99h1V100zM3 100V6.25h1V100z\"/>"))
  }

  @Test(arguments: [
    ([2.0, -2], "M0 50V0h1V50z", "M3 50V100h1V50z", "M0 50h4"), ([-1, -4], "M0 0V25h1V0z", "M3 0V100h1V0z", "M0 0h4"),
    ([0, 0], "M0 0V-1h1V0z", "M3 0V-1h1V0z", "M0 0h4"),
  ])
  func barsHangFromTheLineBelowNothing(values: [Double], first: String, last: String, zero: String) {
    let svg = FigureChart(values: values).svg(title: "a", description: "b")
    for path in [first, last, zero] { #expect(svg.contains("d=\"\(path)\""), "\(svg)") }
  }
}

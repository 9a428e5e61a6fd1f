import Community
import TestSupport
import Testing
import Vocabulary
import Words

@testable import Screens

/// Slides of figures, public tables, the almanac and duties.
@Suite struct FigureSlideTests {
  private func figures() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addUnit("tower", in: "quan", level: .building, name: "一号楼", shortName: "楼")
    fixture.addMeasure(
      "cases", 1312, asOf: "2026-10-31", history: [("2026-08-31", 290), ("2026-09-30", 301.5)], title: "受理",
      suffix: "件",
      note: "累计")
    fixture.addMeasure("visits", 7, asOf: "2025-12-31", of: "tower")
    return fixture
  }

  @Test(arguments: [
    ("", "", ["metric-cases", "metric-visits"]), ("", "units: [tower]\n", ["metric-visits"]),
    (", unit: fudong", "", ["metric-cases"]), (", metrics: [visits, cases]", "", ["metric-visits", "metric-cases"]),
    (", chart: [cases]", "", ["chart-cases"]), (", chart: [visits]", "", []),
    (", chart: [cases], unit: tower", "", ["chart-cases", "metric-visits"]),
  ])
  func whichFigures(asked: String, units: String, ids: [String]) throws {
    let shown = try figures().shown("slide: figures" + asked, units)
    #expect(shown.ids == ids && shown.slide.layout == .figures)
  }

  /// What is part of a sum is not shown beside it.
  @Test func sumsStandForTheirParts() throws {
    var fixture = figures()
    fixture.addMeasure("tenants", of: "quan", suffix: "家", total: .sum)
    fixture.measure("tenants", of: "tower", on: "2026-09-30", 40)
    fixture.measure("tenants", of: "tower", on: "2026-10-31", 42)
    #expect(try fixture.shown("slide: figures").ids == ["metric-cases", "metric-visits", "metric-tenants"])
    #expect(
      try fixture.shown("slide: figures", "units: [tower]\n").ids == ["metric-visits", "metric-tenants.tower"])
    #expect(try fixture.shown("slide: figures, metrics: [tenants]").item("metric-tenants").value == "42")
    let named = try fixture.shown("slide: figures, metrics: [tenants], unit: tower, chart: [tenants, cases]")
    #expect(named.ids == ["chart-tenants.tower", "chart-cases", "metric-tenants.tower"])
    #expect(try named.item("chart-tenants.tower").line == "一号楼 · 比2026年9月增加2家")
  }

  @Test func aFigureSaysWhenItWasTrue() throws {
    let shown = try figures().shown("slide: figures")
    let (cases, visits) = (try shown.item("metric-cases"), try shown.item("metric-visits"))
    #expect(cases.value == "1,312" && cases.suffix == "件" && cases.title == "受理")
    #expect(cases.line?.hasPrefix("府东 · ") == true && cases.line?.contains("10月31日") == true)
    #expect(cases.line?.hasSuffix(" · 累计") == true)
    // Of another year the year too.
    #expect(visits.line?.hasPrefix("楼 · ") == true && visits.line?.contains("2025年12月31日") == true)
  }

  /// What is true of all of them stands once, in the title, which has room for a line; a screen of their unit's need not name it.
  @Test func whatFiguresShareIsSaidOnce() throws {
    var fixture = CommunityFixture()
    fixture.addMeasure("cases", 312, asOf: "2026-10-31", title: "受理", note: "累计")
    fixture.addMeasure("closed", 297, asOf: "2026-10-31", title: "办结")
    for (asked, units, title) in [
      ("", "", "数字看板　府东　截至10月31日"), (", title: 数字府东", "units: [fudong]\n", "数字府东　截至10月31日"),
    ] {
      let shown = try fixture.shown("slide: figures" + asked, units)
      #expect(shown.slide.title == title)
      #expect(shown.items.map(\.line) == ["累计", nil])
    }
    let long = try fixture.shown("slide: figures, title: 府东社区受理和办结的居民诉求一览表")
    #expect(long.slide.title == "府东社区受理和办结的居民诉求一览表")
    #expect(long.items.map(\.line) == ["府东 · 截至10月31日 · 累计", "府东 · 截至10月31日"])
    fixture.addMeasure("visits", 7, asOf: "2026-09-30", title: "走访")
    let days = try fixture.shown("slide: figures", "units: [fudong]\n")
    #expect(days.slide.title == "数字看板")
    #expect(days.items.map(\.line) == ["截至10月31日 · 累计", "截至10月31日", "截至9月30日"])
  }

  @Test func aChartsColumns() throws {
    let chart = try figures().shown("slide: figures, chart: [cases]").item("chart-cases")
    #expect(chart.series.map(\.label) == ["8月", "9月", "10月"])
    #expect(chart.series.map(\.value) == [290, 301.5, 1312] && chart.series.map(\.text) == ["290", "301.5", "1,312"])
    #expect(chart.value == "1,312" && chart.line == "府东 · 比2026年9月增加1,010.5件 · 累计")
  }

  /// By whatever tells all columns from each other.
  @Test(arguments: [
    (["2024-12-31", "2025-12-31"], ["2024年", "2025年", "2026年"]),
    (["2025-10-31", "2026-09-30"], ["2025年10月", "2026年9月", "2026年10月"]),
    (["2026-10-17", "2026-10-24"], ["10/17", "10/24", "10/31"]),
    (["2025-10-31", "2026-10-30"], ["2025年10月31日", "2026年10月30日", "2026年10月31日"]),
  ])
  func columnsAreNamedShortly(days: [String], labels: [String]) throws {
    var fixture = CommunityFixture()
    fixture.addMeasure("a", 3, asOf: "2026-10-31", history: days.map { ($0, 1) })
    #expect(try fixture.shown("slide: figures, chart: [a]").items.first?.series.map(\.label) == labels)
  }

  @Test func honoursOfTheScreensUnits() throws {
    var fixture = figures()
    fixture.addHonour("old", on: "2019")
    fixture.addHonour("new", on: "2026-11-20", of: "tower", title: "先进")
    fixture.addHonour("ahead", on: "2026-12-01")
    let shown = try fixture.shown("slide: honours")
    #expect(shown.ids == ["honour-new", "honour-old"])
    let new = try shown.item("honour-new")
    #expect(new.title == "先进" && new.when == "2026年" && new.line == "一号楼 · 区里")
    #expect(try fixture.shown("slide: honours", "units: [tower]\n").ids == ["honour-new"])
    #expect(try fixture.shown("slide: honours, unit: fudong").ids == ["honour-old"])
    #expect(try fixture.shown("slide: honours, unit: quan", "units: [tower]\n").ids == ["honour-new", "honour-old"])
  }

  /// What a table's rows say of their end holds on screens: to the end of that day, and never where a feed may have run out.
  @Test func rowsThatEnd() throws {
    var fixture = figures()
    fixture.addFound("card", from: "2026-11-20", until: "2026-11-22")
    fixture.addFound("bicycle")
    fixture.addScreen("lobby", ["slide: week"])
    let community = try fixture.withFound()
    let screen = try #require(community.screens.first)
    var maker = SlideMaker(
      community: community, screen: screen, words: community.words, material: ScreenMaterial(community, screen))
    let items = maker.table("found", of: nil).items.map(\.item)
    #expect(
      items.map { "\($0.id) \($0.stretch)" } == [
        "found_thing-card 11-21T00:00 11-23T00:00", "found_thing-bicycle 11-21T00:00 12-06T00:00",
      ])
    #expect(items[0].when == "拾到" && items[0].line == "府东 · 前台" && items[0].text == "请来认领")
    maker.isEvergreen = true
    #expect(maker.table("found", of: nil).items.map(\.item.id) == ["found_thing-bicycle"])
  }

  @Test func aLeafForEachDay() throws {
    var fixture = figures()
    fixture.addAlmanacEntry("first", on: "11-22", year: 1949, title: "往事")
    fixture.addAlmanacEntry("each", on: "12-05")
    fixture.addAlmanacEntry("over", on: "11-20")
    fixture.addAlmanacEntry("tower", on: "11-23", of: "tower")
    fixture.addAlmanacEntry("far", on: "12-06")
    let shown = try fixture.shown("slide: almanac")
    #expect(
      shown.stretches == [
        "almanac-first 11-22T00:00 11-23T00:00", "almanac-tower 11-23T00:00 11-24T00:00",
        "almanac-each 12-05T00:00 12-06T00:00",
      ])
    let first = try shown.item("almanac-first")
    #expect(first.title == "往事" && first.chip == "1949年" && first.when == "2026年11月" && first.value == "22")
    #expect(first.lines.first == "星期日" && first.lines.count == 2)
    #expect(try shown.item("almanac-each").chip == nil)
    #expect(try fixture.shown("slide: almanac", "units: [fudong]\n").ids == ["almanac-first", "almanac-each"])
  }

  @Test func whoseTurnItIsWhileItIs() throws {
    var fixture = figures()
    fixture.addRoster(
      "head", .week, from: "2026-11-02", holders: [(1, "甲"), (2, "乙"), (3, "丙")], swaps: [("2026-11-23", 2)],
      title: "楼长")
    fixture.addRoster("tower", .month, from: "2026-11-01", holders: [(1, "丁")], of: "tower")
    let shown = try fixture.shown("slide: roster, unit: fudong")
    #expect(
      shown.stretches == [
        "roster-head-2026-11-16 11-21T00:00 11-23T00:00", "roster-head-2026-11-23 11-23T00:00 11-30T00:00",
        "roster-head-2026-11-30 11-30T00:00 12-06T00:00",
      ])
    #expect(shown.items.map(\.title) == ["丙", "乙", "乙"] && shown.items.map(\.text) == [nil, "对调", nil])
    try #require(shown.items.count == 3)
    #expect(shown.items[1].chip == "楼长" && shown.items[1].when == "11月23日–29日" && shown.items[1].line == "府东")
    #expect(shown.ids(at: "11-23T00:00") == ["roster-head-2026-11-23"])
    #expect(try fixture.shown("slide: roster", "units: [tower]\n").items.map(\.title) == ["丁", "丁"])
  }
}

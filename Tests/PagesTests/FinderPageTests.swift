import Encoding
import TestSupport
import Testing
import Vocabulary

@testable import Pages

/// What a page of the finder is offered.
@Suite struct FinderPageTests {
  private func fixture() -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.addUnit("grid-1", in: "fudong", level: .grid, name: "第一网格", shortName: "一格", phone: "0531-0000-1401")
    fixture.addUnit("lane", in: "quan", name: "北巷")
    fixture.addAddress("嵩台路", 1, 59, .odd, of: "grid-1")
    fixture.addAddress("嵩台路", 2, 2, building: "3号楼", of: "grid-1")
    fixture.addAddress("北槐巷", 1, 9, of: "lane")
    fixture.addPage(.list, "find", "layout: finder\ncontact: 0531-0000-1400\n")
    return fixture
  }

  @Test func roadsStandWithTheirNumbersByPinyin() throws {
    let page = try PrintedPages(fixture())["/lists/find/"]
    #expect(
      page["road", "range"] == [
        "road road-1 北槐巷", "range 1–9号 北巷 /units/lane/", "road road-2 嵩台路",
        "range 1–59号（单号） 第一网格 /units/fudong/#unit-grid-1",
        "range 2号3号楼 第一网格 /units/fudong/#unit-grid-1",
      ])
    #expect(page["office"] == ["tel:053100001400 0531-0000-1400"] && page["example"] == ["例如：北槐巷1号、嵩台路1号"])
  }

  /// What the script answers from: places by their numbers, whom to call, where to go.
  @Test func theDataIsThePagesOwn() throws {
    var fixture = fixture()
    fixture.addVenue("center", of: "fudong", name: "中心", address: "府东街 6 号")
    fixture.addFinder("own", of: "fudong")
    let data = try ParsedJSON(Bytes(try #require(try PrintedPages(fixture)["/lists/own/"]["data"].first).utf8))
    #expect(data["base"]?.text == "https://a.example")
    #expect(data["roads"]?.elements == [.list([.text("嵩台路"), .text("stl")])])
    #expect(
      data["ranges"]?.elements == [
        .list([.number(0), .number(1), .number(59), .number(1), .number(1)]),
        .list([.number(0), .number(2), .number(2), .number(0), .number(1), .text("3号楼")]),
      ])
    // A column of each, a line a place; the last is the grid.
    func last(_ column: String) -> Substring? { data["places"]?[column]?.text?.split(separator: "\n").last }
    let columns = ["name", "short", "initials", "parent", "level", "url", "venue"]
    #expect(
      columns.map { last($0).map(String.init) } == [
        "##第一网格", "##一格", "##dywg", "##0", "##3", "1##unit-grid-1", "##0",
      ])
    #expect(data["places"]?["ranks"]?.elements == [0, 0, 1, 2, 3, 4].map { .number($0) })
    #expect(
      data["places"]?["contacts"]?.elements.last?.elements == [
        .number(1), .list([.text("办公电话"), .text("0531-0000-1401"), .text("tel:053100001401")]),
      ])
    #expect(data["venues"]?.elements == [.list([.text("中心"), .text("府东街 6 号"), .text("/units/fudong/")])])
  }

  /// Beside the pages that use it, and only there.
  @Test func theScriptIsPublishedWhereAPageUsesIt() throws {
    let pages = try PrintedPages(fixture())
    let script = try #require(try pages["/lists/find/"]["script"].first)
    #expect(pages.urls.contains(script) && script.hasPrefix("/assets/finder."))
    #expect(try !PrintedPages(CommunityFixture()).urls.contains { $0.hasPrefix("/assets/finder.") })
  }
}

import TestSupport
import Testing
import Vocabulary

@testable import Feeds

/// `/feeds/v1/ledger.json`.
@Suite struct LedgerFeedTests {
  @Test func anObjectAFigureAndAGroup() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.list, "ledger", "layout: ledger\nunit: fudong\n")
    fixture.addCases(30, "a", promised: 15)
    fixture.addCases(2, "b", category: "井盖")
    fixture.addCases(8, "c", category: "停车")
    let records = try #require(try fixture.feeds().json("/feeds/v1/ledger.json")["data"]).elements
    func one(_ id: String) throws -> ParsedJSON { try #require(records.first { $0["id"] == .text(id) }) }
    #expect(try one("fudong/accepted")["value"] == .number(40) && one("quan/accepted")["value"] == .number(40))
    #expect(try one("fudong/accepted")["definition"]?.text?.isEmpty == false)
    #expect(try one("fudong/accepted")["asOf"] == .text("2026-11-21T00:00:00+08:00"))
    #expect(try one("fudong/satisfied")["value"] == .null)
    #expect(try one("fudong/on-time")["promisedMinutes"] == .number(15))
    let categories = records.filter { $0["grouping"] == .text("category") }
    #expect(
      categories.map { [$0["unitId"], $0["group"], $0["value"]] } == [
        [.text("fudong"), .text("环境"), .number(30)], [.text("fudong"), .text("others"), .number(10)],
      ])
    #expect(try one("fudong/accepted/month/2026-10")["from"] == .text("2026-10-01"))
    #expect(try one("fudong/accepted/month/2026-10")["until"] == .text("2026-10-31"))
    #expect(Set(records.compactMap { $0["id"]?.text }).count == records.count)
  }
}

import CivilTime
import TestSupport
import Testing
import Vocabulary
import Words

@testable import Activities
@testable import Community

@Suite struct PublicTableTests {
  @Test func theNewestFirstAndNoneAheadOfItsDay() throws {
    var fixture = CommunityFixture()
    let honours = [
      ("year", "2025"), ("b", "2025-06"), ("a", "2025-06"), ("day", "2025-06-01"), ("old", "2019-12-31"),
      ("today", "2026-11-21"), ("tomorrow", "2026-11-22"), ("month", "2026-12"), ("later", "2027"),
    ]
    for (id, day) in honours { fixture.addHonour(id, on: day) }
    let (community, problems) = try fixture.make()
    #expect(problems == [])
    let entries: [PublicEntry<HonourRecord>] = community.tables.entries()
    #expect(entries.map(\.record.id.text) == ["today", "day", "a", "b", "year", "old"])
    #expect(entries.allSatisfy { $0.unit.id.text == "fudong" })
    #expect(community.tables["honours"].map(\.id) == entries.map { "honour-\($0.record.id)" })
  }

  /// A table whose rows begin, end and have no day: from the day it says up to the end of its last.
  @Test func whatBeginsAndEnds() throws {
    var fixture = CommunityFixture()
    fixture.addFound("umbrella", until: "2026-11-20")
    fixture.addFound("keys", until: "2026-11-21")
    fixture.addFound("card", from: "2026-11-21", until: "2026-11-30")
    fixture.addFound("scarf", from: "2026-11-22")
    fixture.addFound("bicycle")
    let tables = try fixture.withFound().tables
    #expect(tables.names == ["found"])
    #expect(tables["found"].map(\.id) == ["found_thing-card", "found_thing-bicycle", "found_thing-keys"])
    #expect(
      tables["found"].map { $0.until.map { TimeText.local($0) } } == ["2026-12-01T00:00", nil, "2026-11-22T00:00"])
    #expect(tables["honours"].isEmpty && tables.entries(of: HonourRecord.self).isEmpty)
  }

  /// Each has a name in each language, and nothing that is no public table has one.
  @Test(arguments: Language.allCases) func eachHasItsNames(language: Language) {
    #expect(Set(language.words.publicTables.keys) == Set(PublicTables.all.map { $0.record.table }))
    #expect(language.words.publicTables.values.allSatisfy { !$0.isEmpty })
  }

  /// A slide's name and a feed's are one each.
  @Test func noneIsCalledAsAKindOfSlideIs() {
    let names = PublicTableName.allCases.map(\.rawValue)
    #expect(names.allSatisfy { SlideKind(rawValue: $0) == nil })
    #expect(Set(names).count == PublicTables.all.count)
    #expect(SlideName(rawValue: "honours") == .table("honours") && SlideName(rawValue: "week") == .kind(.week))
    #expect(SlideName(rawValue: "honour") == nil && PublicTableName(rawValue: "week") == nil)
  }
}

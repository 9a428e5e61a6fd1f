import CivilTime
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

@Suite struct AlmanacTests {
  private func community() throws -> Community {
    var fixture = CommunityFixture()
    let entries: [(String, String, Int?)] = [
      ("b", "04-24", nil), ("space", "04-24", 1970), ("a", "04-24", nil), ("old", "04-24", 1935),
      ("now", "04-24", 2026),
      ("ahead", "04-24", 2027), ("leap", "02-29", 2024), ("each", "02-29", nil),
    ]
    for (id, day, year) in entries { fixture.addAlmanacEntry(id, on: day, year: year, of: id == "a" ? "quan" : nil) }
    let (community, problems) = try fixture.make()
    #expect(problems == [])
    return community
  }

  private func ids(_ date: String) throws -> [String] {
    try community().almanac(on: try #require(TimeText.parseDate(date))).map(\.id.text)
  }

  @Test func whatHappenedInEarlierYearsThenWhatTheDayIsKeptFor() throws {
    #expect(try ids("2026-04-24") == ["old", "space", "a", "b"])
    #expect(try ids("2028-04-24") == ["old", "space", "now", "ahead", "a", "b"])
    #expect(try ids("1935-04-24") == ["a", "b"])
    #expect(try ids("2026-04-25") == [])
  }

  @Test func february29IsADayOfLeapYearsOnly() throws {
    #expect(try ids("2026-02-28") == [] && ids("2026-03-01") == [])
    #expect(try ids("2028-02-29") == ["leap", "each"])
    #expect(try ids("2024-02-29") == ["each"])
  }

  @Test func anEntryIsAUnitsOrAllUnits() throws {
    let entries = try community().almanac(on: try #require(TimeText.parseDate("2026-04-24")))
    #expect(entries.map(\.unit?.id.text) == [nil, nil, "quan", nil])
  }
}

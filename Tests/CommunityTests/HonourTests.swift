import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

@Suite struct HonourTests {
  @Test func theNewestFirstAndNoneAheadOfItsDay() throws {
    var fixture = CommunityFixture()
    let honours = [
      ("year", "2025"), ("b", "2025-06"), ("a", "2025-06"), ("day", "2025-06-01"), ("old", "2019-12-31"),
      ("today", "2026-11-21"), ("tomorrow", "2026-11-22"), ("month", "2026-12"), ("later", "2027"),
    ]
    for (id, day) in honours { fixture.addHonour(id, on: day) }
    let (community, problems) = try fixture.make()
    #expect(problems == [])
    #expect(community.honours.map(\.id.text) == ["today", "day", "a", "b", "year", "old"])
    #expect(community.honours.allSatisfy { $0.unit.id.text == "fudong" })
  }
}

import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

@Suite struct MetricHistoryTests {
  private func make(_ history: [(String, Double)]) throws -> (Metric?, [Diagnostic]) {
    var fixture = CommunityFixture()
    fixture.addMetric("m", 312, asOf: "2026-10-31", history: history)
    let (community, problems) = try fixture.make()
    return (community.metrics.first, problems)
  }

  private func points(_ history: [(String, Double)]) throws -> [String] {
    let (metric, problems) = try make(history)
    #expect(problems == [])
    return try #require(metric).history.map { "\(TimeText.date($0.asOf)) \($0.value)" }
  }

  @Test func itEndsWithTheCurrentValue() throws {
    #expect(
      try points([("2026-08-31", 290), ("2026-09-30", 301)]) == [
        "2026-08-31 290.0", "2026-09-30 301.0", "2026-10-31 312.0",
      ])
    // Said twice, it is there once.
    #expect(try points([("2026-09-30", 301), ("2026-10-31", 312)]) == ["2026-09-30 301.0", "2026-10-31 312.0"])
  }

  @Test func withoutEarlierValuesThereIsNone() throws {
    #expect(try points([]) == [])
    #expect(try points([("2026-10-31", 312)]) == [])
  }

  @Test func whatContradictsTheCurrentValueIsAnError() throws {
    let (_, problems) = try make([("2026-10-31", 311), ("2026-11-30", 320)])
    #expect(problems.map(\.code) == ["data.metric-history", "data.metric-history"])
    #expect(
      problems.compactMap(\.location).map(String.init(describing:)).sorted() == [
        "content/activities.sqlite:metric_history[metric_id=m,as_of=2026-10-31].value",
        "content/activities.sqlite:metric_history[metric_id=m,as_of=2026-11-30].as_of",
      ])
  }
}

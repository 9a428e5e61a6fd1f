import RandomInputs
import Testing

@testable import CivilTime

/// What holds for every rule. A failure names the case, which is the seed's stream: `SeededRandom(seed:stream:)` makes it again.
@Suite struct RecurrencePropertyTests {
  private static let seed: UInt64 = 20_261_121
  private static let cases = 4_000

  /// A rule with a start that it produces; nil where it has none within nine years.
  private struct Case {
    let text: String
    let rule: RecurrenceRule
    let start: LocalDateTime
    var random: SeededRandom

    init?(_ stream: Int) throws {
      random = SeededRandom(seed: RecurrencePropertyTests.seed, stream: UInt64(stream))
      text = RandomRule.text(&random)
      rule = try RecurrenceRule(text, zone: .shanghai)
      let begin = LocalDateTime(day("2018-01-01") + random.below(3_600), minuteOfDay: random.below(1440))
      let span = begin..<begin + 9 * 366 * 1440
      guard let start = rule.occurrences(from: begin, in: span).first else { return nil }
      // What the rule leaves open is the start's: a new start may be none of its own days.
      guard rule.produces(start, from: start) else { return nil }
      self.start = start
    }

    mutating func window() -> Range<LocalDateTime> {
      let lower = start + random.number(-100...2_000) * 1440 + random.below(1440)
      return lower..<lower + random.number(1...90) * 1440
    }
  }

  private func forEachCase(_ check: (inout Case, Comment) throws -> Void) throws {
    var checked = 0
    for stream in 0..<Self.cases {
      guard var example = try Case(stream) else { continue }
      try check(&example, "seed \(Self.seed), case \(stream): \(example.text) from \(TimeText.local(example.start))")
      checked += 1
    }
    #expect(checked > Self.cases / 2)
  }

  @Test func aWindowIsPartOfALargerOne() throws {
    try forEachCase { example, name in
      let window = example.window()
      let larger = window.lowerBound + -example.random.below(90_000)..<window.upperBound + example.random.below(90_000)
      let part = example.rule.occurrences(from: example.start, in: larger).filter(window.contains)
      #expect(example.rule.occurrences(from: example.start, in: window) == part, name)
    }
  }

  @Test func occurrencesRiseFromTheStartOnWithinTheWindow() throws {
    try forEachCase { example, name in
      let window = example.window()
      let times = example.rule.occurrences(from: example.start, in: window)
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 }, name)
      #expect(times.allSatisfy { $0 >= example.start && window.contains($0) }, name)
      if case .until(let limit) = example.rule.end { #expect(times.allSatisfy { $0 <= limit }, name) }
    }
  }

  @Test func producesAgreesWithTheExpansion() throws {
    try forEachCase { example, name in
      let window = example.window()
      let times = Set(example.rule.occurrences(from: example.start, in: window))
      #expect(times.allSatisfy { example.rule.produces($0, from: example.start) }, name)
      for offset in 0..<10 {
        let time = LocalDateTime(window.lowerBound.date + 1 + offset, minuteOfDay: example.start.minuteOfDay)
        guard window.contains(time) else { break }
        #expect(example.rule.produces(time, from: example.start) == times.contains(time), name)
      }
    }
  }

  @Test func countIsNeverExceeded() throws {
    try forEachCase { example, name in
      guard case .count(let count) = example.rule.end else { return }
      let all = example.rule.occurrences(from: example.start, in: example.start..<example.start + 12 * 366 * 1440)
      #expect(all.count <= count && all.first == example.start, name)
      var endless = example.rule
      endless.end = .never
      let unlimited = endless.occurrences(from: example.start, in: example.start..<example.start + 12 * 366 * 1440)
      #expect(Array(unlimited.prefix(count)) == all, name)
    }
  }

  @Test func textIsReadBackTheSame() throws {
    for stream in 0..<Self.cases {
      var random = SeededRandom(seed: Self.seed, stream: UInt64(stream))
      let rule = try RecurrenceRule(RandomRule.text(&random), zone: .shanghai)
      let text = rule.text(zone: .shanghai)
      #expect(try RecurrenceRule(text, zone: .shanghai) == rule, "seed \(Self.seed), case \(stream): \(text)")
    }
  }
}

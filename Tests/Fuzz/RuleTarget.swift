import CivilTime
import RandomInputs
import Words

/// Recurrence rules: the rule on the first line, the start on the second. Each accepted one is expanded.
struct RuleTarget: FuzzTarget {
  static let name = "rule"
  static let share = 13

  private static let words = [
    "FREQ=", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", ";INTERVAL=", ";COUNT=", ";UNTIL=", "20261231T155959Z",
    "99991231",
    ";BYDAY=", ";BYMONTHDAY=", ";BYMONTH=", ";BYSETPOS=", ";WKST=", ";BYHOUR=", "MO", "-1FR", "53SU", ",", ";", "=",
    "RRULE:", "-", "366",
    "2", "30", "\n0001-01-01T00:00", "\n9999-12-31T23:59", "ı", "ſ", "\u{301}",
  ]
  /// The days that a build of November 2026 asks for.
  private static let window = Self.time("2026-11-16T00:00")..<Self.time("2027-01-15T00:00")

  private static func time(_ text: String) -> LocalDateTime { TimeText.parseLocal(text)! }

  /// Rules that cost the most: every list full, counted from far away, and days that never come.
  private static let heavy = [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;COUNT=100000;INTERVAL=10000",
    "FREQ=DAILY;COUNT=1;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;COUNT=100000;BYDAY=\(everyDay);BYSETPOS=\(everyPosition)",
    "FREQ=YEARLY;COUNT=100000;BYDAY=\(everyDay);BYSETPOS=\(everyPosition)",
    "FREQ=DAILY;COUNT=100000;BYSETPOS=366,-366;BYDAY=MO",
    "FREQ=WEEKLY;COUNT=100000;BYMONTH=2;BYDAY=MO;BYSETPOS=5;WKST=TU",
  ]
  private static let everyDay = (-53...53).flatMap { number in
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].map { number == 0 ? $0 : "\(number)\($0)" }
  }.joined(separator: ",")
  private static let everyPosition = (-366...366).filter { $0 != 0 }.map(String.init).joined(separator: ",")

  func input(_ random: inout SeededRandom) -> [UInt8] {
    if random.chance(1), random.chance(10) { return Array((random.one(of: Self.heavy) + "\n0001-01-01T09:00").utf8) }
    let year = random.chance(5) ? random.number(1...9998) : random.number(1990...2030)
    let day = CivilDate(year: year, month: 1, day: 1)! + random.below(365)
    let start = LocalDateTime(day, minuteOfDay: random.below(1440))
    let text = Array((RandomRule.text(&random) + "\n" + TimeText.local(start)).utf8)
    return random.chance(50) ? text : Mutation.mutated(text, words: Self.words, &random)
  }

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    let lines = String(decoding: input, as: UTF8.self).split(separator: "\n", maxSplits: 1)
    guard let text = lines.first, let rule = try? RecurrenceRule(text, zone: .shanghai) else { return false }
    let start = (lines.count > 1 ? TimeText.parseLocal(lines[1]) : nil) ?? Self.window.lowerBound
    try expand(rule, from: start, in: Self.window)
    try expand(rule, from: start, in: start..<start + 60 * 1440)
    try expand(rule, from: start, in: start + 5 * 365 * 1440..<start + (5 * 365 + 60) * 1440)

    let written = rule.text(zone: .shanghai)
    try expect((try? RecurrenceRule(written, zone: .shanghai)) == rule, "is not read back: \(written)")
    for language in Language.allCases {
      try expect(!language.words.rule(rule, from: start).isEmpty, "has no words in \(language.tag)")
    }
    return true
  }

  private func expand(
    _ rule: RecurrenceRule, from start: LocalDateTime, in window: Range<LocalDateTime>
  ) throws(Finding) {
    let times = rule.occurrences(from: start, in: window)
    try expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 }, "does not rise")
    try expect(times.allSatisfy { $0 >= start && window.contains($0) }, "leaves the window")
    if case .count(let count) = rule.end { try expect(times.count <= count, "gives more than COUNT") }
    if case .until(let limit) = rule.end { try expect(times.allSatisfy { $0 <= limit }, "goes on after UNTIL") }
    for time in [times.first, times.last].compactMap(\.self) {
      try expect(rule.produces(time, from: start), "does not produce its own \(TimeText.local(time))")
    }
  }
}

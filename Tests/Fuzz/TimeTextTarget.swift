import CivilTime
import RandomInputs
import Words

/// Dates and times as text: what is accepted is written as it was read.
struct TimeTextTarget: FuzzTarget {
  static let name = "time"
  static let share = 10

  private static let words = [
    "-", ":", "T", "t", " ", "Z", "z", "+08:00", "-00:00", "+23:59", ".123456789", "2026", "0001", "9999", "29", "60",
    "24",
  ]

  func input(_ random: inout SeededRandom) -> [UInt8] {
    let year = random.chance(10) ? random.one(of: [1, 2, 9998, 9999]) : random.number(1900...2100)
    let second = random.number(-14 * 3600...400 * 86_400)
    let january = CivilDate(year: year, month: 1, day: 1)!
    let instant = Instant(seconds: january.dayNumber * 86_400 + second)
    let zone = Zone(identifier: "Test", offsetMinutes: random.number(-1439...1439))
    let local = zone.local(instant)
    let text = random.one(of: [
      TimeText.date(local.date), TimeText.local(local), TimeText.localSeconds(local),
      TimeText.rfc3339(instant, in: zone),
      TimeText.basicUTC(instant), "Mo-Fr 08:30-\(TimeText.time(local)); Sa,Su off",
    ])
    let bytes = Array(text.utf8)
    return random.chance(40) ? bytes : Mutation.mutated(bytes, words: Self.words, &random)
  }

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    let text = String(decoding: input, as: UTF8.self)
    for language in Language.allCases { _ = language.words.openingHours(text) }
    var isAccepted = false
    if let date = TimeText.parseDate(text) {
      try expect(TimeText.date(date) == text, "the date is written \(TimeText.date(date))")
      isAccepted = true
    }
    if let time = TimeText.parseLocal(text) {
      try expect(TimeText.parseLocal(TimeText.local(time)) == time, "the time is written \(TimeText.local(time))")
      isAccepted = true
    }
    if let instant = TimeText.parseInstant(text) {
      for minutes in [0, 480, -570] {
        let zone = Zone(identifier: "Test", offsetMinutes: minutes)
        // Elsewhere it may be another year, which no text holds.
        guard minutes == 0 || (1...9999).contains(zone.local(instant).date.year) else { continue }
        let written = TimeText.rfc3339(instant, in: zone)
        try expect(TimeText.parseInstant(written) == instant, "the instant is written \(written)")
      }
      isAccepted = true
    }
    return isAccepted
  }
}

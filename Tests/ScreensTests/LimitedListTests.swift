import CivilTime
import RandomInputs
import Testing

@testable import Screens

@Suite struct LimitedListTests {
  private func time(_ minute: Int) -> LocalDateTime {
    LocalDateTime(CivilDate(year: 2026, month: 11, day: 21)!, minuteOfDay: minute)
  }

  /// By the book: at each minute the first so many of those that hold.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func whatIsShownAtEachMinute(_ seed: UInt64) {
    var chance = SeededRandom(seed: seed)
    let limit = Int.random(in: 0..<5, using: &chance)
    let entries = (0..<Int.random(in: 0..<12, using: &chance)).map { _ in
      let from = Int.random(in: 0..<60, using: &chance)
      return LimitedList.Entry(
        from: time(from), until: time(from + Int.random(in: 0..<25, using: &chance)),
        isCounted: Int.random(in: 0..<5, using: &chance) > 0)
    }
    let stretches = LimitedList.stretches(entries, limit: limit)
    for minute in 0..<90 {
      let now = time(minute)
      var room = limit
      for (index, entry) in entries.enumerated() {
        let holds = entry.from <= now && now < entry.until
        let isShown = holds && (!entry.isCounted || room > 0)
        if isShown, entry.isCounted { room -= 1 }
        #expect(stretches[index].contains { $0.from <= now && now < $0.until } == isShown)
      }
    }
    for own in stretches { #expect(zip(own, own.dropFirst()).allSatisfy { $0.until < $1.from }) }
  }
}

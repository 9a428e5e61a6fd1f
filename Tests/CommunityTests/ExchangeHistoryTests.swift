import CivilTime
import Encoding
import RandomInputs
import Testing

@testable import Community

/// Who reads the list of changes by RPDE's rules holds what is there, whenever they come, and whatever is published between two of their requests.
@Suite struct ExchangeHistoryTests {
  /// A program that keeps a copy as the specification has it: it follows `next` to a page without items that leads to itself.
  private struct Consumer {
    var held: [String: (digest: String?, modified: Int)] = [:]
    var place: ExchangeHistory.Position?
    var asked: Instant

    var copy: [String: String] { held.compactMapValues(\.digest) }

    /// - Parameter requests: how many it makes before it is interrupted.
    /// - Returns: whether it came to the end; nil where a page is missing.
    mutating func read(_ history: ExchangeHistory, requests: Int = .max) -> Bool? {
      let pages = Dictionary(uniqueKeysWithValues: history.pages.map { ($0.after, $0) })
      for _ in 0..<min(requests, 10_000) {
        guard let page = pages[place] else { return nil }
        for id in page.ids {
          let item = history.items[id]!
          guard item.position.generation >= held[id]?.modified ?? 0 else { continue }
          held[id] = (item.digest, item.position.generation)
        }
        if page.ids.isEmpty, page.next == page.after { return true }
        place = page.next
      }
      return false
    }
  }

  @Test(arguments: 0..<60) func aCopyIsWhatIsThere(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var history = ExchangeHistory()
    var present: [String: String] = [:]
    var now = 1_795_000_000
    var consumers: [Consumer] = []
    for step in 0..<160 {
      // A few minutes, a few hours, a few days.
      now += random.one(of: [60, 300, 3600, 20_000, 86_400, 200_000])
      for _ in 0..<random.below(7) {
        let id = "i\(random.below(30))"
        if random.chance(30) { present[id] = nil } else { present[id] = "\(random.below(4))" }
      }
      let horizon = Horizon(now: Instant(seconds: now), zone: .shanghai, days: 14, generation: now)
      let records = present.map { ExchangeHistory.Record(id: $0, digest: $1, bytes: 10) }
      let next = history.following(records, horizon, most: (items: 4, bytes: 1000))
      // As it comes back from the disk, and again: nothing said, nothing changed.
      var kept = PublishedHistory()
      kept.exchanges["events"] = next
      let read = PublishedHistory(kept.bytes).exchanges["events"] ?? ExchangeHistory()
      #expect(read == next)
      let again = next.following(records, horizon, most: (items: 4, bytes: 1000))
      #expect(again == next)
      history = next

      if consumers.count < 12, random.chance(40) { consumers.append(Consumer(asked: Instant(seconds: now))) }
      for index in consumers.indices where random.chance(60) {
        let absent = now - consumers[index].asked.seconds
        let end = consumers[index].read(history, requests: random.chance(30) ? random.number(1...3) : .max)
        if absent > (ExchangeHistory.days - 1) * 86_400 {
          // It was away for so long that it begins anew.
          consumers[index] = Consumer(asked: Instant(seconds: now))
          continue
        }
        guard let end else {
          Issue.record("step \(step): a page that was offered is gone")
          continue
        }
        if end { #expect(consumers[index].copy == present, "seed \(seed), step \(step)") }
        consumers[index].asked = Instant(seconds: now)
      }
      // Pages: each within its bounds, each place a page leads to is there, none is kept for ever.
      let places = Set(history.pages.map(\.after))
      for page in history.pages {
        #expect(page.ids.count <= 4 && places.contains(page.next))
        #expect(page.after == nil || page.next != nil)
      }
      #expect(history.items.count <= 60 && history.pages.count < 160)
    }
    #expect(!consumers.isEmpty)
  }

  /// What is gone is told for fourteen days, which is more than the seven that RPDE asks for, and then no longer.
  @Test func whatIsGoneIsToldForATime() {
    func horizon(_ day: Int) -> Horizon {
      Horizon(now: Instant(seconds: 1_795_222_800 + day * 86_400), zone: .shanghai, days: 14)
    }
    let record = ExchangeHistory.Record(id: "a", digest: "1", bytes: 1)
    let most = (items: 10, bytes: 1000)
    let first = ExchangeHistory().following([record], horizon(0), most: most)
    let gone = first.following([], horizon(1), most: most)
    #expect(gone.items["a"]?.digest == nil && gone.items["a"]?.position.generation == horizon(1).generation)
    #expect(gone.left.count == 1)
    let later = (2...15).reduce(gone) { history, day in history.following([], horizon(day), most: most) }
    #expect(later.items["a"] != nil && later.left.count == 1)
    let last = later.following([], horizon(16), most: most)
    #expect(last.items.isEmpty && last.left.isEmpty && last.end == gone.end)
    // Whoever waits at the end is told of what comes next.
    let new = last.following([record], horizon(17), most: most)
    let page = new.pages.first { $0.after == gone.end }
    #expect(page?.ids == ["a"] && page?.next == new.end)
  }

  /// By a clock that was set back, numbers go on.
  @Test func numbersNeverGoBack() {
    let zone = Zone.shanghai
    let first = ExchangeHistory().following(
      [.init(id: "a", digest: "1", bytes: 1)], Horizon(now: Instant(seconds: 2000), zone: zone, days: 1), most: (9, 99))
    let second = first.following(
      [.init(id: "a", digest: "2", bytes: 1)], Horizon(now: Instant(seconds: 1000), zone: zone, days: 1), most: (9, 99))
    #expect(second.items["a"]?.position.generation == 2001)
  }
}

import CivilTime

/// How much of a list is shown at once, and for how long.
extension SlideMaker.SlideContent {
  /// Of those that hold at a moment the first so many: what is over makes room for what comes after it.
  ///
  /// Each item keeps the stretches in which it is among them; one that comes and goes has an item for each.
  func limited(to limit: Int) -> SlideMaker.SlideContent {
    guard items.count > limit else { return self }
    let stretches = LimitedList.stretches(
      items.map { LimitedList.Entry(from: $0.item.from, until: $0.item.until, isCounted: $0.isCounted) }, limit: limit)
    var limited = self
    limited.items = zip(items, stretches).flatMap { draft, stretches in
      stretches.map { stretch in
        var shown = draft
        shown.item = draft.item.shown(from: stretch.from, until: stretch.until)
        return shown
      }
    }
    return limited
  }

  /// Characters that people over 60 read in a second from across a hall, looking up from something else.
  private static let charactersPerSecond = 6
  /// Before they begin to read.
  private static let lookingUp = 3
  /// Nobody stands for longer before one page.
  private static let mostSeconds = 30
  /// To take a telephone out and scan a code.
  private static let scanningSeconds = 12

  /// For each page: as long as the fullest takes to read where a page has a number of items, and long enough to scan a code on it.
  func readingSeconds(atLeast asked: Int) -> Int {
    var seconds = asked
    if let perPage {
      let lengths = items.map { [$0.item.title, $0.item.text, $0.item.line].reduce(0) { $0 + ($1?.count ?? 0) } }
      let fullest = lengths.sorted(by: >).prefix(perPage).reduce(0, +)
      seconds = max(seconds, min(Self.mostSeconds, Self.lookingUp + fullest / Self.charactersPerSecond))
    }
    return layout == .cards && items.contains { $0.code != nil } ? max(seconds, Self.scanningSeconds) : seconds
  }
}

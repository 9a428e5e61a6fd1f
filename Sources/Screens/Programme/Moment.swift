import CivilTime
import Community

extension Programme {
  /// What a screen shows at an instant.
  struct Moment: Sendable, Hashable {
    enum State: String, Sendable {
      case timeline, evergreen
    }

    struct Shown: Sendable, Hashable {
      /// Into `items`.
      let item: Int
      /// It is going on.
      let isNow: Bool
    }

    let state: State
    let isInterruption: Bool
    let daypart: String?
    /// Into `slides`.
    let slide: Int
    /// Seconds since it began, and until it ends.
    let elapsed: Int
    let remaining: Int
    let items: [Shown]
    /// Into `items`: what the band and the line of the weather say.
    let band: [Int]
    let weather: [Int]
  }

  /// A box may be a little behind the machine that made its feed.
  static let clockTolerance = 300

  /// The rules of the player (Player/PlayerMoment.swift), word for word: two tellings of one rule, compared by a test over many thousand
  /// instants.
  func moment(at instant: Instant) -> Moment {
    let isCovered =
      instant.seconds >= madeAt.seconds - Self.clockTolerance && instant.seconds < horizon.validUntil.seconds
    guard isCovered else {
      return moment(rounds[evergreen], position: instant.seconds, now: instant.seconds, stretch: nil)
    }
    // To a box that is a little behind, the build's day begins at once.
    let now = max(instant.seconds, seconds(timeline[0].from))
    let stretch = timeline[lastIndex(at: now)]
    return moment(
      rounds[stretch.round], position: now - seconds(stretch.from) + stretch.phase, now: now, stretch: stretch)
  }

  private func moment(_ round: Round, position: Int, now: Int, stretch: Stretch?) -> Moment {
    let (turn, rest) = round.turn(at: position)
    let slide = round.turns[turn].slide
    return Moment(
      state: stretch == nil ? .evergreen : .timeline, isInterruption: stretch?.isInterruption ?? false,
      daypart: stretch?.daypart, slide: slide, elapsed: rest, remaining: round.turns[turn].seconds - rest,
      items: shown(slides[slide], now, isEvergreen: stretch == nil),
      // An urgent notice has the wall alone; without a feed that holds, nothing dated is said.
      band: stretch.map { $0.isInterruption ? [] : holding(band, now) } ?? [],
      weather: stretch == nil ? [] : holding(weather, now))
  }

  /// Without a feed that holds, only what never goes out of date is shown: evergreen items know no end.
  private func shown(_ slide: Slide, _ now: Int, isEvergreen: Bool) -> [Moment.Shown] {
    slide.items.compactMap { index in
      let item = items[index]
      guard isEvergreen || (seconds(item.from) <= now && now < seconds(item.until)) else { return nil }
      var isNow = false
      if let start = item.start, let end = item.end, item.takesPlace {
        isNow = seconds(start) <= now && now < seconds(end)
      }
      return Moment.Shown(item: index, isNow: isNow)
    }
  }

  private func holding(_ lines: [Int], _ now: Int) -> [Int] {
    lines.filter { seconds(items[$0].from) <= now && now < seconds(items[$0].until) }
  }

  private func lastIndex(at now: Int) -> Int {
    var (low, high) = (0, timeline.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if seconds(timeline[middle].from) <= now { low = middle } else { high = middle - 1 }
    }
    return low
  }

  func seconds(_ time: LocalDateTime) -> Int { horizon.zone.instant(of: time).seconds }
}

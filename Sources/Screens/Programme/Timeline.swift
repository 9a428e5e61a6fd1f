import CivilTime
import Community
import Content
import Vocabulary

/// Which round runs when: dayparts, interruptions, and slides that come and go, as stretches of time.
struct Timeline {
  /// A daypart with its slides.
  struct Window {
    let daypart: Daypart
    let playlist: [Int]
  }

  /// An urgent notice's slide; the most severe come first.
  struct Alert {
    let slide: Int
    let severity: AlertSeverity
  }

  /// When lines stand in a band, and what slides need beside it.
  struct Band {
    let times: [Range<LocalDateTime>]
    let estimate: PageEstimate
  }

  private let horizon: Horizon
  private let calendar: WorkCalendar
  private let slides: [SlideLines]
  private let bandTimes: [Range<LocalDateTime>]
  /// The same slides with less room.
  private let besideBand: [SlideLines]
  private let base: [Int]
  private let windows: [Window]
  private let alerts: [Alert]
  private let evergreen: [Int]

  init(
    horizon: Horizon, calendar: WorkCalendar, slides: [Programme.Slide], items: [ScreenItem], estimate: PageEstimate,
    band: Band, base: [Int], windows: [Window], alerts: [Alert], evergreen: [Int]
  ) {
    self.horizon = horizon
    self.calendar = calendar
    let lines = slides.map { SlideLines($0, items, estimate) }
    self.slides = lines
    bandTimes = band.times
    besideBand = band.times.isEmpty ? lines : slides.map { SlideLines($0, items, band.estimate) }
    self.base = base
    self.windows = windows
    self.alerts = alerts
    self.evergreen = evergreen
  }

  /// What of a slide decides when it is on and for how long: numbers alone, since they are looked at thousands of times.
  private struct SlideLines {
    struct Line {
      let from: LocalDateTime
      let until: LocalDateTime
      /// In pages.
      let size: Double
      /// Items of one heading have the same number.
      let group: Int
    }

    let lines: [Line]
    let seconds: Int
    let isShownEmpty: Bool
    /// In pages.
    let headingSize: Double
    let isApart: Bool
    /// Lines that a page has at most.
    let perPage: Int
    let every: Int?

    init(_ slide: Programme.Slide, _ items: [ScreenItem], _ estimate: PageEstimate) {
      var groups: [String: Int] = [:]
      lines = slide.items.map { index in
        let item = items[index]
        let group = item.group.map { name in
          groups[name]
            ?? {
              groups[name] = groups.count + 1
              return groups.count
            }()
        }
        return Line(
          from: item.from, until: item.until, size: estimate.size(of: item, in: slide), group: group ?? 0)
      }
      seconds = slide.seconds
      isShownEmpty = slide.empty != nil
      headingSize = estimate.headingSize
      isApart = PageEstimate.isApart(slide.layout)
      perPage = slide.perPage ?? .max
      every = slide.every
    }

    /// Seconds for all of its pages; nil where it is left out. Lines fill page after page, as the player sets them.
    func duration(at minute: LocalDateTime?) -> Int? {
      var pages = 0
      var filled = 0.0
      var isEmpty = true
      var group = 0
      var onPage = 0
      for line in lines where minute.map({ line.from <= $0 && $0 < line.until }) ?? true {
        isEmpty = false
        // A sum of thirds may come out a hair over a whole page.
        if isApart {
          pages += max(1, Int((line.size - 0.000_001).rounded(.up)))
          continue
        }
        let size = line.size + (line.group != group ? headingSize : 0)
        if filled > 0, filled + size > 1.000_001 || onPage == perPage {
          onPage = 0
          pages += Int((filled - 0.000_001).rounded(.up))
          // A heading is repeated on the next page.
          filled = line.size + (line.group != 0 ? headingSize : 0)
        } else {
          filled += size
        }
        group = line.group
        onPage += 1
      }
      if isEmpty, !isShownEmpty { return nil }
      pages += Int((filled - 0.000_001).rounded(.up))
      return seconds * max(1, pages)
    }

    /// What has nothing to show is passed over as long as another has something.
    func isShown(at minute: LocalDateTime) -> Bool { lines.contains { $0.from <= minute && minute < $0.until } }
  }

  /// What runs at a minute.
  private struct Turn: Equatable {
    let playlist: [Int]
    let isInterruption: Bool
    let daypart: String?
  }

  private struct Opening {
    let from: LocalDateTime
    let until: LocalDateTime
    let window: Int
  }

  func make() -> (stretches: [Programme.Stretch], rounds: [Programme.Round], evergreen: Int) {
    var rounds = RoundTable()
    let evergreenRound = rounds.index(
      of: Programme.Round(
        turns: evergreen.compactMap { slide in
          slides[slide].duration(at: nil).map { .init(slide: slide, seconds: $0) }
        }))
    let openings = openings()
    let begin = LocalDateTime(horizon.today)
    var stretches: [Programme.Stretch] = []
    var last: Turn?
    for minute in boundaries(openings, begin) {
      let turn = turn(at: minute, openings)
      var round = round(turn, at: minute)
      if round.turns.isEmpty { round = rounds.rounds[evergreenRound] }
      let index = rounds.index(of: round)
      let isNewDay = minute.minuteOfDay == 0
      if let previous = stretches.last, turn == last, !isNewDay {
        if previous.round == index { continue }
        let phase = phase(of: round, after: rounds.rounds[previous.round], previous, at: minute)
        stretches.append(stretch(minute, round: index, phase: phase, turn: turn))
      } else {
        stretches.append(stretch(minute, round: index, phase: 0, turn: turn))
      }
      last = turn
    }
    return (stretches, rounds.rounds, evergreenRound)
  }

  private func stretch(_ from: LocalDateTime, round: Int, phase: Int, turn: Turn) -> Programme.Stretch {
    Programme.Stretch(
      from: from, round: round, phase: phase, isInterruption: turn.isInterruption, daypart: turn.daypart)
  }

  // MARK: Boundaries

  /// All minutes at which something may change, from the first midnight on.
  private func boundaries(_ openings: [Opening], _ begin: LocalDateTime) -> [LocalDateTime] {
    var minutes = Set(horizon.daysAhead.map { LocalDateTime($0) })
    for times in bandTimes { minutes.formUnion([times.lowerBound, times.upperBound]) }
    for opening in openings { minutes.formUnion([opening.from, opening.until]) }
    let playlists = [base, alerts.map(\.slide)] + windows.map(\.playlist)
    for slide in Set(playlists.joined()) {
      for line in slides[slide].lines {
        minutes.insert(line.from)
        minutes.insert(line.until)
      }
    }
    return minutes.filter { begin <= $0 && $0 < horizon.end }.sorted()
  }

  /// Each daypart on each of its days; one over midnight belongs to the day on which it opens, so yesterday's is looked at too.
  private func openings() -> [Opening] {
    windows.indices.flatMap { index -> [Opening] in
      let daypart = windows[index].daypart
      return ([horizon.today - 1] + horizon.daysAhead).filter { daypart.opens(on: $0, calendar) }
        .map { day in
          let from = LocalDateTime(day, minuteOfDay: daypart.from)
          return Opening(from: from, until: from + daypart.length, window: index)
        }
    }
  }

  private func turn(at minute: LocalDateTime, _ openings: [Opening]) -> Turn {
    let shown = alerts.filter { slides[$0.slide].isShown(at: minute) }
    // The most severe has the wall alone: what matters less must not come between it and whoever passes.
    let urgent = shown.filter { $0.severity == shown[0].severity }.map(\.slide)
    let open = openings.filter { $0.from <= minute && minute < $0.until }.map(\.window).min()
    let daypart = open.map { windows[$0].daypart.name }
    if !urgent.isEmpty { return Turn(playlist: urgent, isInterruption: true, daypart: daypart) }
    return Turn(playlist: open.map { windows[$0].playlist } ?? base, isInterruption: false, daypart: daypart)
  }

  // MARK: Rounds

  /// Slides that have something to show, each for as long as its pages need; where none has, those that say so.
  private func round(_ turn: Turn, at minute: LocalDateTime) -> Programme.Round {
    let playlist = turn.playlist
    // What interrupts has the wall without a band.
    let sized = !turn.isInterruption && bandTimes.contains { $0.contains(minute) } ? besideBand : slides
    let shown = playlist.filter { slides[$0].isShown(at: minute) }
    return Programme.Round(
      turns: recurring(shown.isEmpty ? playlist : shown).compactMap { slide in
        sized[slide].duration(at: minute).map { .init(slide: slide, seconds: $0) }
      })
  }

  /// With each slide that comes again before every so many others; its own place begins its count.
  private func recurring(_ playlist: [Int]) -> [Int] {
    var round = playlist
    for slide in playlist {
      guard let every = slides[slide].every, let own = round.firstIndex(of: slide) else { continue }
      let rest = round[(own + 1)...].filter { $0 != slide }
      let parts = stride(from: 0, to: rest.count, by: every - 1).map {
        rest[($0)..<min($0 + every - 1, rest.count)]
      }
      round = Array(round[...own]) + parts.enumerated().flatMap { ($0 == 0 ? [] : [slide]) + $1 }
    }
    return round
  }

  /// The slide that is on goes on where the new round has it for longer than it has run; else the next in the old order begins. One that comes
  /// several times goes on in the turn it is in, or the last that is left.
  private func phase(
    of round: Programme.Round, after old: Programme.Round, _ stretch: Programme.Stretch, at minute: LocalDateTime
  ) -> Int {
    let (current, rest) = old.turn(at: (minute - stretch.from) * 60 + stretch.phase)
    func turn(like number: Int) -> Int? {
      let slide = old.turns[number].slide
      let earlier = old.turns[..<number].count { $0.slide == slide }
      let turns = round.turns.indices.filter { round.turns[$0].slide == slide }
      return turns.isEmpty ? nil : turns[min(earlier, turns.count - 1)]
    }
    func start(of turn: Int) -> Int { round.turns[..<turn].reduce(0) { $0 + $1.seconds } }
    if let turn = turn(like: current), rest < round.turns[turn].seconds { return start(of: turn) + rest }
    for step in 1...old.turns.count {
      if let turn = turn(like: (current + step) % old.turns.count) { return start(of: turn) }
    }
    return 0
  }
}

private struct RoundTable {
  private(set) var rounds: [Programme.Round] = []
  private var known: [Programme.Round: Int] = [:]

  mutating func index(of round: Programme.Round) -> Int {
    if let index = known[round] { return index }
    known[round] = rounds.count
    rounds.append(round)
    return rounds.count - 1
  }
}

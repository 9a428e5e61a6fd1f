/// When a place is open over a stretch of days, as minutes of the wall clock.
package struct OpeningTimes: Sendable, Hashable {
  /// In order, not touching.
  package let open: [Range<LocalDateTime>]
  /// Days of which it can't be said.
  package let unknown: [CivilDate]

  /// - Parameters:
  ///   - first: what runs over its midnight from the day before counts.
  ///   - last: the last day, included.
  package init(_ hours: OpeningHours, from first: CivilDate, through last: CivilDate, _ calendar: WorkCalendar) {
    var spans: [Range<Int>] = []
    var unknown: [CivilDate] = []
    let (begin, end) = (LocalDateTime(first).minuteNumber, LocalDateTime(last + 1).minuteNumber)
    var date = first - 1
    while date <= last {
      let midnight = LocalDateTime(date).minuteNumber
      switch hours.day(date, calendar) {
      case .open(let day):
        for span in day {
          let from = max(begin, midnight + span.lowerBound)
          let until = min(end, midnight + span.upperBound)
          if from < until { spans.append(from..<until) }
        }
      case .unknown: if date >= first { unknown.append(date) }
      }
      date = date + 1
    }
    open = OpeningHours.joined(spans).map {
      LocalDateTime(minuteNumber: $0.lowerBound)..<LocalDateTime(minuteNumber: $0.upperBound)
    }
    self.unknown = unknown
  }
}

extension OpeningTimes {
  /// How it is at a moment.
  package enum State: Sendable, Hashable {
    /// nil: as far as it is known, it does not close.
    case open(until: LocalDateTime?)
    /// nil: as far as it is known, it does not open.
    case closed(until: LocalDateTime?)
    case unknown

    package var isOpen: Bool {
      if case .open = self { return true }
      return false
    }
  }

  /// - Parameter end: until when it is known.
  package func state(at time: LocalDateTime, knownUntil end: LocalDateTime) -> State {
    if let span = open.first(where: { $0.contains(time) }) {
      return .open(until: span.upperBound < end ? span.upperBound : nil)
    }
    if unknown.contains(time.date) { return .unknown }
    guard let next = open.first(where: { $0.lowerBound > time })?.lowerBound else { return .closed(until: nil) }
    // A day in between of which nothing is known may be one on which it opens.
    return .closed(until: unknown.contains { $0 > time.date && $0 < next.date } ? nil : next)
  }

  /// The moments of a stretch at which what is said of it may change, midnights included, the first moment first.
  package func changes(from begin: LocalDateTime, until end: LocalDateTime) -> [LocalDateTime] {
    var moments: Set<LocalDateTime> = [begin]
    for span in open { moments.formUnion([span.lowerBound, span.upperBound]) }
    var midnight = LocalDateTime(begin.date + 1)
    while midnight < end {
      moments.insert(midnight)
      midnight = midnight + 1440
    }
    return moments.filter { begin <= $0 && $0 < end }.sorted()
  }
}

/// When a place is open: the part of OpenStreetMap's opening_hours that places of a community need, as rules of which the last that names a
/// day holds for it. https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
///
///     OpeningHours("Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off")
///     OpeningHours("Apr-Sep Mo-Su 06:00-22:00; Oct-Mar Mo-Su 07:00-20:00")
///     OpeningHours("24/7")
///
/// Understood are weekdays, `PH`, months, days of months with or without a year, times that may run past midnight, `off` and `closed`.
package struct OpeningHours: Sendable, Hashable {
  struct Rule: Sendable, Hashable {
    /// Bit 0 is Monday; nil: none is named.
    var weekdays: UInt8?
    var namesHolidays = false
    /// Any of them; empty: all days.
    var dates: [DateRange] = []
    /// Minutes of the day, the end up to 48 hours; empty: closed.
    var spans: [Range<Int>] = []
  }

  /// Days of any year, or of one.
  struct DateRange: Sendable, Hashable {
    let year: Int?
    /// Month × 100 + day.
    let first: Int
    let last: Int

    func contains(_ date: CivilDate) -> Bool {
      let (year, month, day) = date.parts
      let number = month * 100 + day
      if first > last {
        // Over the turn of a year, which is said of no single year.
        return number >= first || number <= last
      }
      return (self.year ?? year) == year && (first...last).contains(number)
    }
  }

  let rules: [Rule]

  /// What can be said of a day.
  package enum Day: Sendable, Hashable {
    /// Minutes from its midnight, in order, joined where they touch; the last may end on the next day.
    case open([Range<Int>])
    /// Whether it is a public holiday is not known, and the hours depend on it.
    case unknown
  }

  /// What begins on a day.
  package func day(_ date: CivilDate, _ calendar: WorkCalendar) -> Day {
    var isHoliday: Bool? = false
    if rules.contains(where: \.namesHolidays) {
      switch calendar.kind(of: date) {
      case .holiday: isHoliday = true
      case .workday, .makeUpWorkday, .weekend: isHoliday = false
      case .unknown: isHoliday = nil
      }
    }
    guard let isHoliday else {
      let (on, off) = (spans(date, isHoliday: true), spans(date, isHoliday: false))
      return on == off ? .open(on) : .unknown
    }
    return .open(spans(date, isHoliday: isHoliday))
  }

  private func spans(_ date: CivilDate, isHoliday: Bool) -> [Range<Int>] {
    let bit = UInt8(1) << date.weekday.rawValue
    let rule = rules.last { rule in
      guard rule.dates.isEmpty || rule.dates.contains(where: { $0.contains(date) }) else { return false }
      if rule.namesHolidays, isHoliday { return true }
      guard let weekdays = rule.weekdays else { return !rule.namesHolidays }
      return weekdays & bit != 0
    }
    return Self.joined(rule?.spans ?? [])
  }

  static func joined(_ spans: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for span in spans.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = joined.last, span.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        joined.append(span)
      }
    }
    return joined
  }
}

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

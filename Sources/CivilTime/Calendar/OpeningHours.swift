/// When a place is open: OpenStreetMap's opening_hours, as far as a calendar alone decides it.
/// https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
///
///     OpeningHours("Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off")
///     OpeningHours("Apr-Sep 06:00-22:00; Oct-Mar 07:00-20:00; Mo[-1] off \"闭馆整理\"")
///     OpeningHours("24/7")
///
/// Not understood are what depends on the sun, Easter and school terms, open ends, points in time and `||`.
package struct OpeningHours: Sendable, Hashable {
  package struct Rule: Sendable, Hashable {
    package enum State: Sendable, Hashable {
      case open
      case closed
      case unknown
    }

    /// Adds to the rules before it (`,`); else it replaces, on its days, what they say.
    package var isAdditional = false
    /// Any of them, of years, dates and weeks each; empty: all.
    package var years: [Years] = []
    package var dates: [Dates] = []
    package var weeks: [Weeks] = []
    package var weekdays: [Weekdays] = []
    /// How many days after public holidays; 0 is the holidays themselves.
    package var holidays: [Int] = []
    /// Holidays that fall on the weekdays (`PH Mo-Fr`); else either.
    package var areHolidaysOnWeekdays = false
    /// Minutes of the day, the end up to 48 hours; empty: the whole day.
    package var spans: [Range<Int>] = []
    package var state = State.open
    package var comment: String?

    /// `24/7`, or a state without any selector.
    package var isUnconditional: Bool {
      years.isEmpty && dates.isEmpty && weeks.isEmpty && weekdays.isEmpty && holidays.isEmpty && spans.isEmpty
    }
  }

  /// Every so many years.
  package struct Years: Sendable, Hashable {
    package let first: Int
    /// nil: from the first on.
    package let last: Int?
    package let step: Int
  }

  /// Days of any year, or from a day of one to a day of another.
  package struct Dates: Sendable, Hashable {
    package struct Day: Sendable, Hashable {
      package let year: Int?
      package let month: Int
      /// nil: the month's first, at an end its last.
      package let day: Int?

      package var withoutYear: Day { Day(year: nil, month: month, day: day) }
    }

    package let first: Day
    package let last: Day
  }

  /// Weeks of ISO 8601.
  package struct Weeks: Sendable, Hashable {
    package let first: Int
    package let last: Int
    package let step: Int
  }

  package struct Weekdays: Sendable, Hashable {
    package let first: Weekday
    /// Before the first, it runs over the week's end.
    package let last: Weekday
    /// Which of the month's, from its end where it is negative; empty: all.
    package let places: [Int]
    /// How many days after these.
    package let shift: Int
  }

  package let rules: [Rule]

  /// What can be said of a day.
  package enum Day: Sendable, Hashable {
    /// Minutes from its midnight, in order, joined where they touch; the last may end on the next day.
    case open([Range<Int>])
    /// Whether it is a public holiday is not known, and the hours depend on it; or they say themselves that it is not known.
    case unknown
  }

  /// What begins on a day. Hours that name public holidays go by the State Council's calendar: a weekend that is worked has a working
  /// day's hours, where all working days have the same.
  package func day(_ date: CivilDate, _ calendar: WorkCalendar) -> Day {
    let namesHolidays = rules.contains { !$0.holidays.isEmpty }
    guard namesHolidays else { return day(date) { ($0, false) } }
    func read(_ isUnknownOff: Bool, _ worked: Weekday?) -> Day {
      day(date) { date in
        switch calendar.kind(of: date) {
        case .holiday: (date, true)
        case .makeUpWorkday: (worked.map { date - (date.weekday.rawValue - $0.rawValue) } ?? date, false)
        case .workday, .weekend: (date, false)
        case .unknown: (date, isUnknownOff)
        }
      }
    }
    let isWorked = [date, date + 1].contains { day in
      if case .makeUpWorkday = calendar.kind(of: day) { return true }
      return false
    }
    let weekdays: [Weekday?] = isWorked ? Weekday.allCases.filter { !$0.isWeekend } : [nil]
    let days = Set(weekdays.flatMap { [read(false, $0), read(true, $0)] })
    return days.count == 1 ? days.first! : .unknown
  }

  // MARK: Deciding

  private struct Piece {
    var span: Range<Int>
    let state: Rule.State
    let rule: Int
  }

  /// - Parameter look: a day as weekdays are to be taken of it, and whether it is a public holiday.
  private func day(_ date: CivilDate, _ look: (CivilDate) -> (weekday: CivilDate, isHoliday: Bool)) -> Day {
    var pieces: [Piece] = []
    for (index, rule) in rules.enumerated() where rule.holds(on: date, look) {
      if !rule.isAdditional, rule.state != .closed || rule.spans.isEmpty { pieces = [] }
      for span in rule.spans.isEmpty ? [0..<1440] : rule.spans {
        pieces = Self.without(span, pieces)
        if rule.state != .closed { pieces.append(Piece(span: span, state: rule.state, rule: index)) }
      }
    }
    pieces = cutOverMidnight(pieces, of: date, look)
    if pieces.contains(where: { $0.state == .unknown }) { return .unknown }
    return .open(Self.joined(pieces.map(\.span)))
  }

  /// What runs into the next day ends where a later rule has something else to say of that.
  private func cutOverMidnight(
    _ pieces: [Piece], of date: CivilDate, _ look: (CivilDate) -> (weekday: CivilDate, isHoliday: Bool)
  ) -> [Piece] {
    guard pieces.contains(where: { $0.span.upperBound > 1440 }) else { return pieces }
    var cut = pieces
    for (index, rule) in rules.enumerated() where rule.holds(on: date + 1, look) {
      let isPartly = rule.state == .closed && !rule.spans.isEmpty
      guard isPartly || !rule.isAdditional else { continue }
      let spans = isPartly ? rule.spans.map { $0.lowerBound + 1440..<$0.upperBound + 1440 } : [1440..<4320]
      for span in spans {
        cut = cut.filter { $0.rule >= index } + Self.without(span, cut.filter { $0.rule < index })
      }
    }
    return cut
  }

  private static func without(_ span: Range<Int>, _ pieces: [Piece]) -> [Piece] {
    pieces.flatMap { piece -> [Piece] in
      [
        piece.span.clamped(to: 0..<max(0, span.lowerBound)), piece.span.clamped(to: span.upperBound..<Int.max),
      ].filter { !$0.isEmpty }.map { Piece(span: $0, state: piece.state, rule: piece.rule) }
    }
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

// MARK: Selectors

extension OpeningHours.Rule {
  fileprivate func holds(on date: CivilDate, _ look: (CivilDate) -> (weekday: CivilDate, isHoliday: Bool)) -> Bool {
    guard years.isEmpty || years.contains(where: { $0.contains(date.year) }),
      dates.isEmpty || dates.contains(where: { $0.contains(date) }),
      weeks.isEmpty || weeks.contains(where: { $0.contains(date) })
    else { return false }
    if weekdays.isEmpty, holidays.isEmpty { return true }
    let isWeekday = weekdays.contains { weekdays in
      // Which Monday of a month it is, is a matter of the day itself.
      weekdays.contains(weekdays.places.isEmpty ? look(date).weekday : date)
    }
    let isHoliday = holidays.contains { look(date - $0).isHoliday }
    return areHolidaysOnWeekdays ? isWeekday && isHoliday : isWeekday || isHoliday
  }
}

extension OpeningHours.Years {
  func contains(_ year: Int) -> Bool { year >= first && year <= last ?? .max && (year - first) % step == 0 }
}

extension OpeningHours.Dates {
  func contains(_ date: CivilDate) -> Bool {
    let (year, month, day) = date.parts
    let number = month * 100 + day
    let (begin, end) = (first.month * 100 + (first.day ?? 1), last.month * 100 + (last.day ?? 31))
    guard let firstYear = first.year else {
      // Over the turn of a year.
      return begin > end ? number >= begin || number <= end : (begin...end).contains(number)
    }
    let lastYear = last.year ?? (begin > end ? firstYear + 1 : firstYear)
    return (year, number) >= (firstYear, begin) && (year, number) <= (lastYear, end)
  }
}

extension OpeningHours.Weeks {
  func contains(_ date: CivilDate) -> Bool {
    // A week belongs to the year of its Thursday.
    let thursday = date + (3 - date.weekday.rawValue)
    let newYear = CivilDate(year: thursday.year, month: 1, day: 1)!
    let week = (thursday.dayNumber - newYear.dayNumber) / 7 + 1
    return (first...last).contains(week) && (week - first) % step == 0
  }
}

extension OpeningHours.Weekdays {
  func contains(_ date: CivilDate) -> Bool {
    let date = date - shift
    let weekday = date.weekday.rawValue
    let isIn =
      first.rawValue <= last.rawValue
      ? (first.rawValue...last.rawValue).contains(weekday) : weekday >= first.rawValue || weekday <= last.rawValue
    guard isIn, !places.isEmpty else { return isIn }
    let (year, month, day) = date.parts
    let next =
      month == 12 ? CivilDate(year: year + 1, month: 1, day: 1)! : CivilDate(year: year, month: month + 1, day: 1)!
    return places.contains((day - 1) / 7 + 1) || places.contains(-((next - 1).day - day) / 7 - 1)
  }
}

/// What a day is for those who work and for those who come: by the week, and by the State Council's announcement for its year.
package enum DayKind: Sendable, Hashable {
  case workday
  /// A Saturday or Sunday that the announcement does not name.
  case weekend
  /// A day off; the name is the announcement's: `国庆节`, `国庆节、中秋节`.
  case holiday(String)
  /// A Saturday or Sunday on which work is made up (调休上班), and for which holiday.
  case makeUpWorkday(String)
  /// That year's announcement is not there; what is not announced is not guessed.
  case unknown(year: Int)

  /// nil where it is unknown.
  package var isWorkday: Bool? {
    switch self {
    case .workday, .makeUpWorkday: true
    case .weekend, .holiday: false
    case .unknown: nil
    }
  }
}

/// A working day was asked for in a year whose announcement is not there.
package struct UnknownYear: Error, Hashable {
  package let year: Int

  package init(year: Int) {
    self.year = year
  }
}

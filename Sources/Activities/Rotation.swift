package import CivilTime
package import Vocabulary

/// Turns of equal calendar length, numbered from 0: weeks from Monday, or calendar months.
package struct Rotation {
  private let period: RotationPeriod
  private let start: CivilDate

  package init(_ period: RotationPeriod, from start: CivilDate) {
    self.period = period
    self.start = start
  }

  /// Negative before the first.
  package func turn(of day: CivilDate) -> Int {
    switch period {
    case .week: (day.startOfWeek() - start.startOfWeek()) / 7
    case .month: Self.month(day) - Self.month(start)
    }
  }

  package func days(of turn: Int) -> ClosedRange<CivilDate> {
    switch period {
    case .week:
      let first = start.startOfWeek() + turn * 7
      return first...first + 6
    case .month:
      let month = Self.month(start) + turn
      return Self.firstDay(month)...Self.firstDay(month + 1) - 1
    }
  }

  private static func month(_ day: CivilDate) -> Int { day.year * 12 + day.month - 1 }

  private static func firstDay(_ month: Int) -> CivilDate {
    CivilDate(year: month / 12, month: month % 12 + 1, day: 1) ?? CivilDate(dayNumber: 0)
  }
}

package import CivilTime

/// What time a ledger speaks of: whole months, and a moment at which it is counted what is open.
package struct LedgerPeriod: Sendable, Hashable {
  package static let monthCount = 12

  /// The first days of its months, in their order.
  package let months: [CivilDate]
  /// The midnight at which it is counted.
  package let moment: LocalDateTime

  /// The last twelve months that are over, counted at the midnight before.
  ///
  /// Whole months, because a figure that grows by one from one day to the next reveals one case; and the same all day long, whenever the
  /// site is built.
  package static func before(_ today: CivilDate) -> LedgerPeriod {
    let (year, month, _) = today.parts
    return LedgerPeriod(
      months: (1...monthCount).reversed().compactMap { firstDay(year: year, month: month - $0) },
      moment: LocalDateTime(today))
  }

  /// One month, counted at its end.
  package static func month(_ month: Int, of year: Int) -> LedgerPeriod? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return LedgerPeriod(months: [first], moment: LocalDateTime(end(of: first)))
  }

  private init(months: [CivilDate], moment: LocalDateTime) {
    self.months = months
    self.moment = moment
  }

  private static func firstDay(year: Int, month: Int) -> CivilDate? {
    let number = year * 12 + month - 1
    return CivilDate(year: number / 12, month: number % 12 + 1, day: 1)
  }

  private static func end(of first: CivilDate) -> CivilDate {
    first + CivilDate.daysInMonth(year: first.year, month: first.month)
  }

  /// Its last day.
  package var lastDay: CivilDate { months.last.map { Self.end(of: $0) - 1 } ?? moment.date - 1 }

  /// Of its months, by index, that in which a time lies.
  func month(of time: LocalDateTime) -> Int? {
    guard let first = months.first, time.date >= first, time.date <= lastDay else { return nil }
    let (start, day) = (first.parts, time.date.parts)
    return (day.year - start.year) * 12 + day.month - start.month
  }
}

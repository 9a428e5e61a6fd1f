/// A day that is written in full and is none: `2026-11-31`, `2026年13月1日`.
package struct ImpossibleDay: Sendable, Hashable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// nil for a day that there is, and for what is no day at all.
  package init?(_ text: String) {
    guard let found = text.firstMatch(of: #/(\d{4})[-\/.年](\d{1,2})[-\/.月](\d{1,2})(?!\d)/#),
      let year = Int(found.1), let month = Int(found.2), let day = Int(found.3),
      CivilDate(year: year, month: month, day: day) == nil
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Nothing is wrong with its month: it has fewer days.
  package var isMonthRight: Bool { (1...12).contains(month) }
}

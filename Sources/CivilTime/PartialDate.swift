/// A day, a month or a year: as much of a date as is known (ISO 8601's reduced precision).
package struct PartialDate: Sendable, Hashable {
  package let year: Int
  package let month: Int?
  /// nil without a month.
  package let day: Int?

  /// nil when there is no such day, or a day without a month.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard month != nil || day == nil, CivilDate(year: year, month: month ?? 1, day: day ?? 1) != nil else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day that it may mean.
  package var firstDay: CivilDate {
    CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month ?? 1, day: day ?? 1))
  }

  /// The last day that it may mean.
  package var lastDay: CivilDate {
    let month = month ?? 12
    let day = day ?? CivilDate.daysInMonth(year: year, month: month)
    return CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
  }
}

extension PartialDate: Comparable {
  /// By the first day that is meant; of two with the same, the less exact one goes before.
  package static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}

extension PartialDate {
  /// As people write it: `2025`, `2025年`, `2025-06`, `2025年6月`, `2025.6.1`, `2025年6月1日`; nil for what can't be read. A spreadsheet
  /// makes 2025.1 of a typed 2025.10, so that a month after a point is not read.
  package init?(phrase text: some StringProtocol) {
    var cursor = PhraseCursor(text)
    cursor.skipBlanks()
    if let date = try? DatePhrase.date(&cursor) {
      self.init(year: date.year, month: date.month, day: date.day)
    } else {
      guard let year = cursor.digits(4), year >= 1000 else { return nil }
      cursor.skipBlanks()
      let isNamed = cursor.skip("年")
      let isSigned = !isNamed && cursor.skip(anyOf: ["-", "/"])
      cursor.skipBlanks()
      let month = isNamed || isSigned ? cursor.digits(2) : nil
      cursor.skipBlanks()
      if isSigned, month == nil { return nil }
      if isNamed, month != nil, !cursor.skip("月") { return nil }
      self.init(year: year, month: month)
    }
    cursor.skipBlanks()
    guard cursor.isAtEnd else { return nil }
  }
}

extension TimeText {
  /// `2025-06-01`, `2025-06` or `2025`.
  package static func partialDate(_ date: PartialDate) -> String {
    ([digits(date.year, 4)] + [date.month, date.day].compactMap { $0.map { digits($0, 2) } }).joined(separator: "-")
  }

  /// `2025-06-01`, `2025-06` or `2025`, and nothing else.
  package static func parsePartialDate(_ text: some StringProtocol) -> PartialDate? {
    var reader = DigitReader(text)
    guard let year = reader.number(4) else { return nil }
    if reader.isAtEnd { return PartialDate(year: year) }
    guard reader.skip("-"), let month = reader.number(2) else { return nil }
    if reader.isAtEnd { return PartialDate(year: year, month: month) }
    guard reader.skip("-"), let day = reader.number(2), reader.isAtEnd else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }
}

/// A day of every year, February 29 among them.
package struct MonthDay: Sendable, Hashable, Comparable {
  package let month: Int
  package let day: Int

  /// nil when no year has such a day.
  package init?(month: Int, day: Int) {
    // A leap year has them all.
    guard CivilDate(year: 2000, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  package init(_ date: CivilDate) {
    let (_, month, day) = date.parts
    self.month = month
    self.day = day
  }

  /// nil in a year that lacks it.
  package func date(in year: Int) -> CivilDate? { CivilDate(year: year, month: month, day: day) }

  package static func < (a: MonthDay, b: MonthDay) -> Bool { (a.month, a.day) < (b.month, b.day) }
}

extension MonthDay {
  /// As people write it: `12-04`, `12/4`, `12月4日`; nil for what can't be read, or with a year. A spreadsheet makes 12.1 of a typed 12.10,
  /// so that no point is read.
  package init?(phrase text: some StringProtocol) {
    var cursor = PhraseCursor(text)
    cursor.skipBlanks()
    guard let month = cursor.digits(2) else { return nil }
    cursor.skipBlanks()
    let isNamed = cursor.skip("月")
    guard isNamed || cursor.skip(anyOf: ["-", "/"]) else { return nil }
    cursor.skipBlanks()
    guard let day = cursor.digits(2) else { return nil }
    cursor.skipBlanks()
    if isNamed { _ = cursor.skip(anyOf: ["日", "号"]) }
    cursor.skipBlanks()
    guard cursor.isAtEnd else { return nil }
    self.init(month: month, day: day)
  }
}

extension TimeText {
  /// `12-04`.
  package static func monthDay(_ day: MonthDay) -> String {
    digits(day.month, 2) + "-" + digits(day.day, 2)
  }

  /// `12-04` and nothing else.
  package static func parseMonthDay(_ text: some StringProtocol) -> MonthDay? {
    var reader = DigitReader(text)
    guard let month = reader.number(2), reader.skip("-"), let day = reader.number(2), reader.isAtEnd else { return nil }
    return MonthDay(month: month, day: day)
  }
}

import CivilTime

/// Days as spreadsheets number them, with the time of day as a fraction.
enum SerialDate {
  /// 1970-01-01 counted from 1899-12-30, which serves from 1 March 1900 on.
  private static let epoch1900 = 25_569
  private static let epoch1904 = 24_107
  /// The last second of 9999 rounds up beyond it, and the numbers from 1904 on reach into 10003.
  private static let lastDay = CivilDate(year: 9999, month: 12, day: 31)!

  /// What a serial number says in a cell of that format; nil when it is no time (negative, beyond 9999, or the 29 February 1900 that
  /// Excel has taken over from Lotus 1-2-3).
  static func time(_ serial: Double, format: NumberFormat, startsIn1904: Bool) -> CellTime? {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    // To the second: a minute is no round fraction of a day.
    let total = Int((serial * 86_400).rounded())
    let (days, second) = (total / 86_400, total % 86_400)
    if format == .elapsed { return CellTime(date: nil, second: total) }
    // A time of day that arithmetic carried over midnight is none of 1900.
    if format == .time, days < 366 { return CellTime(date: nil, second: second) }
    if days == 0, !startsIn1904 {
      return format == .date ? nil : CellTime(date: nil, second: second)
    }
    guard let date = date(days, startsIn1904: startsIn1904), date <= lastDay else { return nil }
    return CellTime(date: date, second: format == .date && second == 0 ? nil : second)
  }

  private static func date(_ days: Int, startsIn1904: Bool) -> CivilDate? {
    if startsIn1904 { return CivilDate(dayNumber: days - epoch1904) }
    // Serial 60 is the day that never was; those before it stand one day further on.
    if days == 60 { return nil }
    return CivilDate(dayNumber: days - epoch1900 + (days < 60 ? 1 : 0))
  }

  /// nil for days before 1 March 1900, whose numbers programs disagree on.
  static func serial(_ date: CivilDate, minute: Int = 0) -> Double? {
    let days = date.dayNumber + epoch1900
    return days > 60 ? Double(days * 1440 + minute) / 1440 : nil
  }
}

/// Dates and times as people of a language read them. `ChineseTimeText` and `EnglishTimeText` say the same of each.
package protocol TimePhrases: Sendable {
  /// With its year.
  static func date(_ date: CivilDate) -> String
  static func monthDay(_ date: CivilDate) -> String
  static func month(_ month: Int, of year: Int) -> String
  /// Its name alone.
  static func month(_ month: Int) -> String
  static func year(_ year: Int) -> String
  /// From the first of a stretch of days to its last.
  static func days(_ days: ClosedRange<CivilDate>) -> String
  /// With days where it runs over midnight.
  static func range(from start: LocalDateTime, to end: LocalDateTime) -> String
  /// With the day where it is one.
  static func dayAndTime(from start: LocalDateTime, to end: LocalDateTime) -> String
  /// Stands between a time and a place.
  static var comma: String { get }
}

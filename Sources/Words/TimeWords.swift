package import CivilTime

/// Dates and times as people of a language read them.
package protocol TimeWords: Sendable {
  /// The year that readers are in: days of other years are written with theirs. nil: no day is written with its year.
  var currentYear: Int? { get set }
  /// `2026年11月25日`.
  func date(_ date: CivilDate) -> String
  /// `11月25日`, and `2027年1月3日` where that is another year.
  func monthDay(_ date: CivilDate) -> String
  /// `2026年11月`.
  func month(_ month: Int, of year: Int) -> String
  /// Its name alone: `11月`.
  func month(_ month: Int) -> String
  /// `2026年`.
  func year(_ year: Int) -> String
  /// `周三`.
  func weekday(_ weekday: Weekday) -> String
  /// In full: `星期三`.
  func weekdayName(_ weekday: Weekday) -> String
  /// Over a column of a month: what a narrow page may leave out, and the rest.
  func weekdayColumn(_ weekday: Weekday) -> (spare: String, rest: String)
  /// `11月25日 周三`.
  func day(_ date: CivilDate) -> String
  /// `2026年11月25日 周三`.
  func fullDay(_ date: CivilDate) -> String
  /// On a screen: `11月25日 星期三`.
  func wallDay(_ date: CivilDate) -> String
  /// Below a narrow column: `11/25`.
  func columnDay(_ date: CivilDate) -> String
  /// From the first of a stretch of days to its last: `11月1日–30日`.
  func days(_ days: ClosedRange<CivilDate>) -> String
  /// Between two that are said already: `11月1日 至 11月30日`.
  func stretch(_ first: String, _ last: String) -> String
  /// `2026年11月25日 14:30`.
  func moment(_ time: LocalDateTime) -> String
  /// The last moment before `time`: the day before where it is a midnight, else with the time.
  func until(_ time: LocalDateTime) -> String
  /// The same in a line of a list: `11月25日 14:30`, with the year where it is another.
  func shortUntil(_ time: LocalDateTime) -> String
  /// `14:30–16:00`, with days where it runs over midnight.
  func range(from start: LocalDateTime, to end: LocalDateTime) -> String
  /// With the day: `11月25日 周三 14:30–16:00`.
  func dayAndTime(from start: LocalDateTime, to end: LocalDateTime) -> String
  /// Of a series, without dates: `14:30–16:00`, `22:00–次日 06:00`, `3天`.
  func times(from start: LocalDateTime, to end: LocalDateTime) -> String
  var allDay: String { get }
  /// Of several days: `11月25日–11月27日 全天`.
  func allDay(over days: ClosedRange<CivilDate>) -> String
  /// Whole: each part of the rule is said, or the others would promise days that it takes away.
  ///
  /// - Parameter start: the series' first occurrence, which says what the rule leaves open.
  func rule(_ rule: RecurrenceRule, from start: LocalDateTime) -> String
  /// OpenStreetMap's opening_hours in words; words that are not known stay as they are.
  func openingHours(_ hours: String) -> String

  func name(_ term: SolarTerm) -> String
  func name(_ festival: Festival) -> String
  /// What an announcement calls a holiday: `国庆节、中秋节`. A name that is none of the festivals' stays as it is.
  func holiday(_ announced: String) -> String
  /// The leaf of a calendar in one line: `十月十三`, `国庆节 休`; nil where there is nothing to say.
  func leaf(_ labels: DayLabels) -> String?
}

/// What languages say alike, with their own days; one that does not says it itself.
extension TimeWords {
  func isOfAnotherYear(_ date: CivilDate) -> Bool { currentYear.map { $0 != date.year } ?? false }

  package func moment(_ time: LocalDateTime) -> String { "\(date(time.date)) \(TimeText.time(time))" }

  package func until(_ time: LocalDateTime) -> String {
    time.minuteOfDay == 0 ? date((time + -1).date) : moment(time)
  }

  package func shortUntil(_ time: LocalDateTime) -> String {
    time.minuteOfDay == 0 ? monthDay((time + -1).date) : "\(monthDay(time.date)) \(TimeText.time(time))"
  }

  /// `14:30–16:00`; with days where it runs over midnight: `11月25日 22:00 – 11月26日 06:00`.
  package func range(from start: LocalDateTime, to end: LocalDateTime) -> String {
    if TimeText.isAllDay(from: start, to: end) {
      let last = (end + -1).date
      return last == start.date ? allDay : allDay(over: start.date...last)
    }
    let last = (end + -1).date
    let (from, until) = (TimeText.time(start), TimeText.endTime(end))
    return last <= start.date ? "\(from)–\(until)" : "\(monthDay(start.date)) \(from) – \(monthDay(last)) \(until)"
  }

  package func dayAndTime(from start: LocalDateTime, to end: LocalDateTime) -> String {
    let range = range(from: start, to: end)
    // Ranges over several days name them already.
    return (end + -1).date == start.date ? "\(day(start.date)) \(range)" : range
  }
}

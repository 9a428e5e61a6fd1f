/// Which days are worked: the announcements at hand, joined. A year without its announcement is unknown, never guessed, and so is the last week
/// of December until the following year's is there, for that one may still take days from it.
///
/// ```swift
/// let calendar = WorkCalendar([holidays2026])
/// calendar.kind(of: CivilDate(year: 2026, month: 10, day: 1)!)  // .holiday("国庆节")
/// try calendar.period(workdays: 5, from: CivilDate(year: 2026, month: 9, day: 28)!)
/// ```
package struct WorkCalendar: Sendable, Hashable {
  /// The years whose announcement is there.
  package let years: Set<Int>
  /// How many days before a year its announcement may name.
  package static let daysBefore = 32 - HolidayYear.firstDayShared
  private let listed: [CivilDate: DayKind]

  /// Where two announcements name the same day, the later year's holds: it was made with the other at hand.
  package init(_ years: [HolidayYear] = []) {
    self.years = Set(years.map(\.year))
    listed = years.sorted { $0.year < $1.year }.reduce(into: [:]) { days, year in
      days.merge(year.days) { _, later in later }
    }
  }

  package func kind(of date: CivilDate) -> DayKind {
    if let kind = listed[date] { return kind }
    let (year, month, day) = date.parts
    if !years.contains(year) { return .unknown(year: year) }
    if month == 12, day >= HolidayYear.firstDayShared, !years.contains(year + 1) { return .unknown(year: year + 1) }
    return date.weekday.isWeekend ? .weekend : .workday
  }

  /// nil where it is unknown.
  package func isWorkday(_ date: CivilDate) -> Bool? { kind(of: date).isWorkday }

  /// The first working day after `date`.
  package func nextWorkday(after date: CivilDate) throws(UnknownYear) -> CivilDate {
    var day = date + 1
    while try !knownWorkday(day) { day = day + 1 }
    return day
  }

  /// The first `count` working days on or after `first`: a public notice of five working days stands on these five.
  package func period(workdays count: Int, from first: CivilDate) throws(UnknownYear) -> [CivilDate] {
    var days: [CivilDate] = []
    var last = first - 1
    while days.count < count {
      last = try nextWorkday(after: last)
      days.append(last)
    }
    return days
  }

  /// As `period`, where years are unknown too: their days from Monday to Friday count, but for those on which an announcement may give a day off.
  /// The last of them is never before that of the true period.
  package func longestPeriod(workdays count: Int, from first: CivilDate) -> [CivilDate] {
    let possible = PossibleHolidays()
    var days: [CivilDate] = []
    var day = first
    while days.count < count {
      if isWorkday(day) ?? (!day.weekday.isWeekend && !possible.contains(day)) { days.append(day) }
      day = day + 1
    }
    return days
  }

  /// The working days from `first` to `last`, both included; none when `last` is before `first`.
  package func workdays(from first: CivilDate, through last: CivilDate) throws(UnknownYear) -> [CivilDate] {
    var days: [CivilDate] = []
    var day = first
    while day <= last {
      if try knownWorkday(day) { days.append(day) }
      day = day + 1
    }
    return days
  }

  private func knownWorkday(_ date: CivilDate) throws(UnknownYear) -> Bool {
    switch kind(of: date) {
    case .workday, .makeUpWorkday: return true
    case .weekend, .holiday: return false
    case .unknown(let year): throw UnknownYear(year: year)
    }
  }
}

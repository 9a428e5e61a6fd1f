import CivilTime

/// Dates and times as an English reader expects them on a wall: day before month, 24 hours.
protocol EnglishTime: TimeWords {}

extension EnglishTime {
  package func date(_ date: CivilDate) -> String { "\(bareDay(date)) \(date.year)" }

  package func monthDay(_ date: CivilDate) -> String { isOfAnotherYear(date) ? self.date(date) : bareDay(date) }

  private func bareDay(_ date: CivilDate) -> String { "\(date.day) \(month(date.month))" }

  package func month(_ month: Int, of year: Int) -> String { "\(self.month(month)) \(year)" }

  package func month(_ month: Int) -> String { String(EnglishNames.months[month - 1].prefix(3)) }

  package func year(_ year: Int) -> String { String(year) }

  package func weekday(_ weekday: Weekday) -> String { String(weekdayName(weekday).prefix(3)) }

  package func weekdayName(_ weekday: Weekday) -> String { EnglishNames.weekdays[weekday.rawValue] }

  package func weekdayColumn(_ weekday: Weekday) -> (spare: String, rest: String) { ("", self.weekday(weekday)) }

  /// `Wed 25 Nov`.
  package func day(_ date: CivilDate) -> String { "\(weekday(date.weekday)) \(monthDay(date))" }

  /// `Wed 25 Nov 2026`.
  package func fullDay(_ date: CivilDate) -> String { "\(weekday(date.weekday)) \(self.date(date))" }

  package func wallDay(_ date: CivilDate) -> String { day(date) }

  package func columnDay(_ date: CivilDate) -> String { bareDay(date) }

  /// `1–30 Nov`, `30 Nov – 6 Dec`.
  package func days(_ days: ClosedRange<CivilDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return monthDay(first) }
    let isOneMonth = first.month == last.month && first.year == last.year
    return isOneMonth ? "\(first.day)–\(monthDay(last))" : "\(monthDay(first)) – \(monthDay(last))"
  }

  package func stretch(_ first: String, _ last: String) -> String { "\(first) to \(last)" }

  package var allDay: String { "All day" }

  package func allDay(over days: ClosedRange<CivilDate>) -> String { "\(self.days(days)), all day" }

  /// `14:30–16:00`, `22:00–06:00 the next day`, `09:00–17:00 on day 3`, `all day`, `3 days`.
  package func times(from start: LocalDateTime, to end: LocalDateTime) -> String {
    let days = (end + -1).date - start.date
    if TimeText.isAllDay(from: start, to: end) { return days == 0 ? "all day" : "for \(days + 1) days" }
    let times = TimeText.time(start) + "–" + TimeText.endTime(end)
    return days == 0 ? times : times + (days == 1 ? " the next day" : " on day \(days + 1)")
  }

  package func rule(_ rule: RecurrenceRule, from start: LocalDateTime) -> String {
    let text = EnglishRule(rule, start: start.date).text
    return switch rule.end {
    case .never: text
    case .count(let count): "\(text) (\(count == 1 ? "once" : "\(count) times"))"
    case .until(let limit): "\(text) (until \(date(limit.date)))"
    }
  }

  package func openingHours(_ hours: String) -> String {
    OpeningHoursText(words: EnglishOpeningHours(weekdayNames: Weekday.allCases.map(weekday))).text(hours)
  }

  package func holiday(_ announced: String) -> String {
    Festival.announced(as: announced).map { $0.festival.map(name) ?? $0.name }.joined(separator: ", ")
  }

  /// `Lesser Snow`, `National Day, day off`, `Workday`. Days of the Chinese calendar without a name have none here.
  package func leaf(_ labels: DayLabels) -> String? {
    var parts: [String] =
      switch labels.title {
      case .festivals(let festivals): festivals.map(name)
      case .holiday(let announced): [holiday(announced)]
      case .solarTerm(let term): [name(term)]
      case nil: []
      }
    if let term = labels.termBesideTitle { parts.append(name(term)) }
    switch labels.dayKind {
    case .holiday: parts.append("day off")
    case .makeUpWorkday: parts.append("workday")
    case .workday, .weekend, .unknown: break
    }
    guard let first = parts.first else { return nil }
    return ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: ", ")
  }
}

enum EnglishNames {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}

import CivilTime

/// Opening hours in English.
struct EnglishOpeningHours: OpeningHoursWords {
  let weekdayNames: [String]

  let semicolon = "; "
  let comma = ", "
  let also = "also "
  let always = "always"
  let allDay = "all day"
  let closed = "closed"
  let open = "open"
  let unknown = "perhaps"

  func weekday(_ weekday: Weekday) -> String { weekdayNames[weekday.rawValue] }

  func stretch(_ first: String, _ last: String) -> String {
    first.contains(" ") || last.contains(" ") ? "\(first) – \(last)" : "\(first)–\(last)"
  }

  func weekdays(_ name: String, places: [Int]) -> String {
    "\(places.map(place).joined(separator: comma)) \(name) of the month"
  }

  private func place(_ place: Int) -> String {
    let ordinals = ["first", "second", "third", "fourth", "fifth"]
    return place > 0 ? ordinals[place - 1] : place == -1 ? "last" : "\(ordinals[-place - 1]) from last"
  }

  func shifted(_ name: String, by days: Int) -> String {
    let count = abs(days) == 1 ? "1 day" : "\(abs(days)) days"
    return "\(count) \(days < 0 ? "before" : "after") \(name)"
  }

  let publicHolidays = "public holidays"

  func publicHolidays(on weekdays: String) -> String { "public holidays on \(weekdays)" }

  func date(_ day: OpeningHours.Dates.Day) -> String {
    [day.day.map { "\($0)" }, String(EnglishNames.months[day.month - 1].prefix(3)), day.year.map { "\($0)" }]
      .compactMap { $0 }.joined(separator: " ")
  }

  /// `1–7 Jan`, `25 Dec – 2 Jan`, `6–12 Feb 2027`.
  func days(_ dates: OpeningHours.Dates) -> String {
    let (first, last) = (dates.first, dates.last)
    if first == last { return date(first) }
    if first.year == last.year, first.month == last.month, let day = first.day { return "\(day)–\(date(last))" }
    return stretch(date(first.year == last.year ? first.withoutYear : first), date(last))
  }

  func years(_ years: OpeningHours.Years) -> String {
    guard let last = years.last else { return "from \(years.first)" }
    let stretch = years.first == last ? "\(last)" : "\(years.first)–\(last)"
    return years.step == 1 ? stretch : "\(stretch), every \(years.step) years,"
  }

  func weeks(_ weeks: OpeningHours.Weeks) -> String {
    let stretch = weeks.first == weeks.last ? "week \(weeks.first)" : "weeks \(weeks.first)–\(weeks.last)"
    return weeks.step == 1 ? stretch : "every \(weeks.step) weeks of \(stretch)"
  }

  func comment(_ text: String) -> String { " (\(text))" }
}

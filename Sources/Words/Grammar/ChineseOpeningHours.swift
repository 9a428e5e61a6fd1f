import CivilTime

/// Opening hours in Chinese, in the characters of either script.
struct ChineseOpeningHours: OpeningHoursWords {
  let characters: ChineseCharacters
  let weekdayNames: [String]

  let semicolon = "；"
  let comma = "、"
  let also = "另有 "
  var always: String { characters.always }
  let allDay = "全天"
  var closed: String { characters.closed }
  var open: String { characters.open }
  var unknown: String { characters.notCertain }

  func weekday(_ weekday: Weekday) -> String { weekdayNames[weekday.rawValue] }

  func stretch(_ first: String, _ last: String) -> String { first + "至" + last }

  func weekdays(_ name: String, places: [Int]) -> String {
    "每月" + places.map(place).joined(separator: comma) + characters.counter + name
  }

  private func place(_ place: Int) -> String {
    place > 0 ? "第\(place)" : place == -1 ? characters.last + "一" : characters.fromEnd + "第\(-place)"
  }

  func shifted(_ name: String, by days: Int) -> String {
    name + (days < 0 ? "前\(-days)天" : characters.after + "\(days)天")
  }

  var publicHolidays: String { characters.publicHolidays }

  func publicHolidays(on weekdays: String) -> String { "逢\(weekdays)的" + publicHolidays }

  func date(_ day: OpeningHours.Dates.Day) -> String {
    (day.year.map { "\($0)年" } ?? "") + "\(day.month)月" + (day.day.map { "\($0)日" } ?? "")
  }

  /// `1月1日至7日`, `12月25日至1月2日`, `2027年2月6日至12日`.
  func days(_ dates: OpeningHours.Dates) -> String {
    let (first, last) = (dates.first, dates.last)
    if first == last { return date(first) }
    if first.year == last.year, first.month == last.month, let day = last.day {
      return stretch(date(first), "\(day)日")
    }
    return stretch(date(first), date(first.year == last.year ? last.withoutYear : last))
  }

  func years(_ years: OpeningHours.Years) -> String {
    guard let last = years.last else { return "\(years.first)年起" }
    let stretch = years.first == last ? "\(last)年" : "\(years.first)年至\(last)年"
    return years.step == 1 ? stretch : stretch + "每\(years.step)年"
  }

  func weeks(_ weeks: OpeningHours.Weeks) -> String {
    let stretch = weeks.first == weeks.last ? "第\(weeks.first)" : "第\(weeks.first)至\(weeks.last)"
    return "全年\(stretch)\(characters.week)" + (weeks.step == 1 ? "" : "每\(weeks.step)\(characters.week)")
  }

  func comment(_ text: String) -> String { "（\(text)）" }
}

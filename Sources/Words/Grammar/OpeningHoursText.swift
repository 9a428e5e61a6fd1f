import CivilTime

/// What a language says of opening hours. OpenStreetMap's syntax is printed whole: what is left out would promise hours that a place does not
/// have.
protocol OpeningHoursWords {
  var semicolon: String { get }
  var comma: String { get }
  /// Before a rule that adds to those before it.
  var also: String { get }
  var always: String { get }
  var allDay: String { get }
  var closed: String { get }
  var open: String { get }
  /// Of times at which it may be open.
  var unknown: String { get }
  func weekday(_ weekday: Weekday) -> String
  func stretch(_ first: String, _ last: String) -> String
  /// Which of a month's: `每月最后一个周一`.
  func weekdays(_ name: String, places: [Int]) -> String
  /// So many days after something, or before it.
  func shifted(_ name: String, by days: Int) -> String
  var publicHolidays: String { get }
  func publicHolidays(on weekdays: String) -> String
  func date(_ day: OpeningHours.Dates.Day) -> String
  func days(_ dates: OpeningHours.Dates) -> String
  func years(_ years: OpeningHours.Years) -> String
  func weeks(_ weeks: OpeningHours.Weeks) -> String
  func comment(_ text: String) -> String
}

/// `Mo-Fr 08:30-17:30; Sa off` becomes `周一至周五 08:30–17:30；周六 休息`, or `Mon–Fri 08:30–17:30; Sat closed`.
struct OpeningHoursText<Words: OpeningHoursWords> {
  let words: Words

  /// What is not understood stays as it is.
  func text(_ hours: String) -> String {
    guard let hours = OpeningHours(hours) else { return hours }
    var text = ""
    for (index, rule) in hours.rules.enumerated() {
      if index > 0 { text += words.semicolon + (rule.isAdditional ? words.also : "") }
      text += self.text(rule)
    }
    return text
  }

  private func text(_ rule: OpeningHours.Rule) -> String {
    let when =
      [rule.years.map(words.years), rule.dates.map(words.days), rule.weeks.map(words.weeks)]
      .filter { !$0.isEmpty }.map { $0.joined(separator: words.comma) }
      + [days(rule), rule.spans.map(time).joined(separator: words.comma)].filter { !$0.isEmpty }
    return (when + [state(rule)].compactMap { $0 }).joined(separator: " ") + (rule.comment.map(words.comment) ?? "")
  }

  private func state(_ rule: OpeningHours.Rule) -> String? {
    switch rule.state {
    case .closed: words.closed
    case .unknown: words.unknown
    case .open:
      if rule.isUnconditional {
        rule.comment == nil ? words.always : words.open
      } else if !rule.spans.isEmpty {
        nil
      } else {
        rule.comment == nil ? words.allDay : words.open
      }
    }
  }

  private func days(_ rule: OpeningHours.Rule) -> String {
    let weekdays = rule.weekdays.map { days in
      let name =
        days.first == days.last
        ? words.weekday(days.first) : words.stretch(words.weekday(days.first), words.weekday(days.last))
      let placed = days.places.isEmpty ? name : words.weekdays(name, places: days.places)
      return days.shift == 0 ? placed : words.shifted(placed, by: days.shift)
    }
    if rule.areHolidaysOnWeekdays { return words.publicHolidays(on: weekdays.joined(separator: words.comma)) }
    let holidays = rule.holidays.map { $0 == 0 ? words.publicHolidays : words.shifted(words.publicHolidays, by: $0) }
    return (weekdays + holidays).joined(separator: words.comma)
  }

  /// `08:30–17:30`, and as it is written where it runs over midnight: `22:00–02:00`.
  private func time(_ span: Range<Int>) -> String {
    // `00:00` at an end is the day's.
    let end = span.upperBound > 1440 ? span.upperBound - 1440 : span.upperBound
    return clock(span.lowerBound) + "–" + clock(end)
  }

  private func clock(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return two(minute / 60) + ":" + two(minute % 60)
  }
}

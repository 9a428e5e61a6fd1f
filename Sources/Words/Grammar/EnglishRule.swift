import CivilTime

/// A recurrence rule in English, whole: `Every Wednesday and Friday`, `Every 2 weeks on Saturday`, `Monthly on the 5th`, `Every 3 months on the last Friday`.
/// Each part of the rule is said, or the others would promise days that it takes away.
struct EnglishRule {
  private let rule: RecurrenceRule
  private let start: CivilDate

  init(_ rule: RecurrenceRule, start: CivilDate) {
    self.rule = rule
    self.start = start
  }

  var text: String {
    switch rule.frequency {
    case .daily: daily + only(inMonths)
    case .weekly: weekly + only(inMonths)
    case .monthly: monthly + only(inMonths)
    case .yearly: yearly
    }
  }

  private var isEveryTime: Bool { rule.interval == 1 }
  private var hasOrdinals: Bool { rule.byDay.contains { $0.ordinal != 0 } }

  // MARK: By frequency

  private var daily: String {
    // Within days, BYDAY and BYMONTHDAY take away.
    if isEveryTime, rule.byMonthDay.isEmpty, !rule.byDay.isEmpty, rule.bySetPosition.isEmpty { return everyWeekday }
    if isEveryTime, rule.byDay.isEmpty, !rule.byMonthDay.isEmpty, rule.bySetPosition.isEmpty {
      return "Monthly on \(monthDays)"
    }
    let limits = [
      rule.byMonthDay.isEmpty ? nil : "on \(monthDays)", rule.byDay.isEmpty ? nil : "on \(weekdays)",
      rule.bySetPosition.isEmpty ? nil : positions,
    ]
    return interval + only(limits)
  }

  private var weekly: String {
    if isEveryTime, rule.bySetPosition.isEmpty, Set(rule.byDay.map(\.weekday)).count == 7 { return "Every day" }
    let days = rule.byDay.isEmpty ? Self.name(start.weekday) : weekdays
    if rule.bySetPosition.isEmpty { return isEveryTime ? everyWeekday(days) : "\(interval) on \(days)" }
    return "\(interval) on \(positions) of \(days)"
  }

  private var monthly: String {
    if rule.byDay.isEmpty {
      let days = rule.byMonthDay.isEmpty ? "the \(Self.ordinal(start.day))" : monthDays
      return monthly(rule.bySetPosition.isEmpty ? days : "\(positions) of \(days)")
    }
    if !rule.byMonthDay.isEmpty {
      return monthly(monthDays) + only(["on \(weekdays)", rule.bySetPosition.isEmpty ? nil : positions])
    }
    if rule.bySetPosition.isEmpty {
      if hasOrdinals { return monthly(weekdays) }
      return isEveryTime ? everyWeekday : "\(interval) on every \(weekdays)"
    }
    if rule.byDay.count == 1, !hasOrdinals {
      // The nth of one weekday is said like an ordinal.
      let day = Self.name(rule.byDay[0].weekday)
      return monthly(Self.list(rule.bySetPosition.map { "the \(Self.place($0)) \(day)" }))
    }
    return monthly("\(positions) of \(weekdays)")
  }

  private func monthly(_ days: String) -> String { (isEveryTime ? "Monthly" : interval) + " on " + days }

  private var yearly: String {
    let months = Self.list(rule.byMonth.map { EnglishNames.months[$0 - 1] })
    let ending = rule.bySetPosition.isEmpty ? "" : ", \(positions)"
    if rule.byDay.isEmpty, rule.byMonthDay.isEmpty {
      let names = months.isEmpty ? EnglishNames.months[start.month - 1] : months
      return "\(interval) on \(start.day) \(names)\(ending)"
    }
    let within = months.isEmpty ? " every month" : " of \(months)"
    if rule.byDay.isEmpty {
      if months.isEmpty, isEveryTime, ending.isEmpty { return "Monthly on \(monthDays)" }
      return "\(interval) on \(monthDays)\(within)\(ending)"
    }
    if !rule.byMonthDay.isEmpty { return "\(interval) on \(monthDays)\(within)" + only(["on \(weekdays)"]) + ending }
    if months.isEmpty, isEveryTime, ending.isEmpty, !hasOrdinals { return everyWeekday }
    let inMonths = months.isEmpty ? "" : " in \(months)"
    return "\(interval) on \(hasOrdinals ? "" : "every ")\(weekdays)\(inMonths)\(ending)"
  }

  // MARK: Parts

  /// `Every day`, `Every 2 weeks`.
  private var interval: String {
    let unit =
      switch rule.frequency {
      case .daily: "day"
      case .weekly: "week"
      case .monthly: "month"
      case .yearly: "year"
      }
    return isEveryTime ? "Every \(unit)" : "Every \(rule.interval) \(unit)s"
  }

  private var everyWeekday: String { everyWeekday(weekdays) }

  private func everyWeekday(_ days: String) -> String { days == Self.mondayToFriday ? days : "Every \(days)" }

  private static let mondayToFriday = "Monday to Friday"

  private var weekdays: String {
    if !hasOrdinals, rule.byDay.map(\.weekday) == [.monday, .tuesday, .wednesday, .thursday, .friday] {
      return Self.mondayToFriday
    }
    return Self.list(
      rule.byDay.map { ($0.ordinal == 0 ? "" : "the \(Self.place($0.ordinal)) ") + Self.name($0.weekday) })
  }

  /// `the 1st and 15th`, `the last day`.
  private var monthDays: String {
    "the " + Self.list(rule.byMonthDay.map { $0 > 0 ? Self.ordinal($0) : Self.place($0) + " day" })
  }

  /// `the 2nd day and the last day`.
  private var positions: String { Self.list(rule.bySetPosition.map { "the \(Self.place($0)) day" }) }

  private var inMonths: [String?] {
    [rule.byMonth.isEmpty ? nil : "in " + Self.list(rule.byMonth.map { EnglishNames.months[$0 - 1] })]
  }

  /// ` (only on Friday)`, of those that say anything.
  private func only(_ limits: [String?]) -> String {
    let said = limits.compactMap(\.self)
    return said.isEmpty ? "" : " (only \(said.joined(separator: ", ")))"
  }

  private static func name(_ weekday: Weekday) -> String { EnglishNames.weekdays[weekday.rawValue] }

  /// `Monday, Tuesday and Friday`.
  private static func list(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `2nd`, `last`, `3rd from last`.
  private static func place(_ number: Int) -> String {
    number > 0 ? ordinal(number) : number == -1 ? "last" : "\(ordinal(-number)) from last"
  }

  private static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}

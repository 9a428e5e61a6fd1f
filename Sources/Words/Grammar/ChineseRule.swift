import CivilTime

/// The words for one rule. Each part of the rule is said, or the others would promise days that it takes away.
struct ChineseRule {
  private let rule: RecurrenceRule
  private let start: CivilDate
  private let language: any ChineseTime
  private var week: String { language.characters.week }
  private var counter: String { language.characters.counter }
  private var lastDay: String { language.characters.last + "一天" }
  private var fromEnd: String { language.characters.fromEnd }

  init(_ rule: RecurrenceRule, start: CivilDate, language: some ChineseTime) {
    self.rule = rule
    self.start = start
    self.language = language
  }

  var text: String {
    switch rule.frequency {
    case .daily: daily
    case .weekly: weekly + months(suffixed: true)
    case .monthly: monthly + months(suffixed: true)
    case .yearly: yearly
    }
  }

  private var isEveryTime: Bool { rule.interval == 1 }
  private var hasOrdinals: Bool { rule.byDay.contains { $0.ordinal != 0 } }

  // MARK: By frequency

  private var daily: String {
    // Within days, BYDAY and BYMONTHDAY take away.
    if isEveryTime, rule.byMonthDay.isEmpty, !rule.byDay.isEmpty, rule.bySetPosition.isEmpty {
      return every(week, weekdays) + months(suffixed: true)
    }
    if isEveryTime, rule.byDay.isEmpty, !rule.byMonthDay.isEmpty, rule.bySetPosition.isEmpty {
      return "每月\(monthDays)" + months(suffixed: true)
    }
    return interval + limited(monthDays, weekdays, positions) + months(suffixed: true)
  }

  private var weekly: String {
    if isEveryTime, rule.bySetPosition.isEmpty, Set(rule.byDay.map(\.weekday)).count == 7 { return "每天" }
    let days = rule.byDay.isEmpty ? language.weekday(start.weekday) : weekdays
    if rule.bySetPosition.isEmpty { return isEveryTime ? every(week, days) : interval + days }
    return "\(interval)\(days)中的\(positions)"
  }

  private var monthly: String {
    if rule.byDay.isEmpty {
      let days = rule.byMonthDay.isEmpty ? "\(start.day)日" : monthDays
      return rule.bySetPosition.isEmpty ? interval + days : "\(interval)\(days)中的\(positions)"
    }
    if !rule.byMonthDay.isEmpty { return interval + monthDays + limited(weekdays, positions) }
    if rule.bySetPosition.isEmpty {
      if hasOrdinals { return interval + weekdays }
      return isEveryTime ? every(week, weekdays) : "\(interval)的每\(counter)\(weekdays)"
    }
    if rule.byDay.count == 1, !hasOrdinals {
      // The nth of one weekday is said like an ordinal.
      let day = language.weekday(rule.byDay[0].weekday)
      return interval + rule.bySetPosition.map { ordinal($0) + day }.joined(separator: "、")
    }
    return "\(interval)\(weekdays)中的\(positions)"
  }

  private var yearly: String {
    let months = months(suffixed: false)
    let ending = rule.bySetPosition.isEmpty ? "" : "中的\(positions)"
    if rule.byDay.isEmpty, rule.byMonthDay.isEmpty {
      return interval + (months.isEmpty ? "\(start.month)月" : months) + "\(start.day)日" + ending
    }
    if rule.byDay.isEmpty {
      if months.isEmpty {
        return isEveryTime && ending.isEmpty ? "每月\(monthDays)" : "\(interval)每月\(monthDays)\(ending)"
      }
      return interval + months + monthDays + ending
    }
    if !rule.byMonthDay.isEmpty {
      return interval + (months.isEmpty ? "每月" : months) + monthDays + limited(weekdays) + ending
    }
    if hasOrdinals { return interval + months + weekdays + ending }
    if months.isEmpty, isEveryTime, ending.isEmpty { return every(week, weekdays) }
    return "\(interval)\(months)的每\(counter)\(weekdays)\(ending)"
  }

  // MARK: Parts

  /// `每天`, `每两周`, `每3个月`.
  private var interval: String {
    let unit =
      switch rule.frequency {
      case .daily: "天"
      case .weekly: week
      case .monthly: "月"
      case .yearly: "年"
      }
    if isEveryTime { return "每" + unit }
    return
      "每\(rule.interval == 2 ? language.characters.two : "\(rule.interval)")\(rule.frequency == .monthly ? counter + unit : unit)"
  }

  /// 每周 + 周三 is said 每周三.
  private func every(_ unit: String, _ days: String) -> String {
    days.hasPrefix(unit) ? (days == mondayToFriday ? days : "每" + days) : "每\(unit)\(days)"
  }

  private var mondayToFriday: String { "\(language.weekday(.monday))至\(language.weekday(.friday))" }

  private var weekdays: String {
    if !hasOrdinals, rule.byDay.map(\.weekday) == [.monday, .tuesday, .wednesday, .thursday, .friday] {
      return mondayToFriday
    }
    return rule.byDay.map { ($0.ordinal == 0 ? "" : ordinal($0.ordinal)) + language.weekday($0.weekday) }
      .joined(separator: "、")
  }

  private var monthDays: String {
    rule.byMonthDay.map { $0 > 0 ? "\($0)日" : $0 == -1 ? lastDay : "\(fromEnd)第\(-$0)天" }.joined(separator: "、")
  }

  /// `第2天、最后一天`.
  private var positions: String {
    rule.bySetPosition.map { $0 > 0 ? "第\($0)天" : $0 == -1 ? lastDay : "\(fromEnd)第\(-$0)天" }.joined(separator: "、")
  }

  private func months(suffixed: Bool) -> String {
    guard !rule.byMonth.isEmpty else { return "" }
    let names = rule.byMonth.map { "\($0)月" }.joined(separator: "、")
    return suffixed ? "（限\(names)）" : names
  }

  /// `（限周五）`, of those that say anything.
  private func limited(_ parts: String...) -> String {
    let said = parts.filter { !$0.isEmpty }
    return said.isEmpty ? "" : "（限\(said.joined(separator: "，"))）"
  }

  private func ordinal(_ number: Int) -> String {
    number > 0
      ? "第\(number)\(counter)"
      : number == -1 ? "\(language.characters.last)一\(counter)" : "\(fromEnd)第\(-number)\(counter)"
  }
}

import CivilTime
import Foundation

/// The same series as Foundation has it. For speed only: what it finds is wrong for some rules (`.every` within months gives one weekday
/// a month), so the results are not compared.
struct FoundationSeries {
  private let rule: Calendar.RecurrenceRule
  private let start: Date

  init(_ series: CommunityRules.Series, calendar: Calendar) {
    let rule = series.rule
    start = Self.date(series.start)
    self.rule = Calendar.RecurrenceRule(
      calendar: calendar, frequency: Self.frequency(rule.frequency), interval: rule.interval,
      months: rule.byMonth.map { .init($0) }, daysOfTheMonth: rule.byMonthDay,
      weekdays: rule.byDay.map {
        let weekday = Self.weekday($0.weekday)
        return $0.ordinal == 0 ? .every(weekday) : .nth($0.ordinal, weekday)
      })
  }

  func count(in window: Range<LocalDateTime>) -> Int {
    var count = 0
    for _ in rule.recurrences(of: start, in: Self.date(window.lowerBound)..<Self.date(window.upperBound)) { count += 1 }
    return count
  }

  private static func date(_ time: LocalDateTime) -> Date {
    Date(timeIntervalSince1970: Double(CommunityRules.zone.instant(of: time).seconds))
  }

  private static func frequency(_ frequency: RecurrenceRule.Frequency) -> Calendar.RecurrenceRule.Frequency {
    switch frequency {
    case .daily: .daily
    case .weekly: .weekly
    case .monthly: .monthly
    case .yearly: .yearly
    }
  }

  private static func weekday(_ weekday: Weekday) -> Locale.Weekday {
    switch weekday {
    case .monday: .monday
    case .tuesday: .tuesday
    case .wednesday: .wednesday
    case .thursday: .thursday
    case .friday: .friday
    case .saturday: .saturday
    case .sunday: .sunday
    }
  }
}

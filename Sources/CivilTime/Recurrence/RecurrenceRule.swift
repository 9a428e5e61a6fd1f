/// A repeating pattern of days: the recurrence rule of RFC 5545 §3.3.10, on civil dates. The time of day is the start's, always.
///
/// Supported: FREQ DAILY, WEEKLY, MONTHLY, YEARLY with INTERVAL, COUNT, UNTIL, BYDAY (with ordinals), BYMONTHDAY, BYMONTH, BYSETPOS,
/// WKST. Refused with the reason: parts below a day, BYWEEKNO, BYYEARDAY.
package struct RecurrenceRule: Sendable, Hashable {
  package enum Frequency: String, Sendable, Hashable, CaseIterable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  package enum End: Sendable, Hashable {
    case never
    /// That many occurrences, the first included; 1 or more.
    case count(Int)
    /// The last moment at which an occurrence may start, in the site's wall clock.
    case until(LocalDateTime)
  }

  /// `MO`, or with an ordinal `1SA`, `-1FR`: the nth of the month or year, from its end when negative.
  package struct DayOfPeriod: Sendable, Hashable {
    /// 0 for every one of that weekday; else -53…53.
    package var ordinal: Int
    package var weekday: Weekday

    package init(_ weekday: Weekday, ordinal: Int = 0) {
      self.weekday = weekday
      self.ordinal = ordinal
    }
  }

  package var frequency: Frequency
  /// Every nth day, week, month or year; 1 or more.
  package var interval = 1
  package var end = End.never
  package var byDay: [DayOfPeriod] = []
  /// 1…31, or -31…-1 from the month's end.
  package var byMonthDay: [Int] = []
  /// 1…12.
  package var byMonth: [Int] = []
  /// Which of a period's days are kept: 1…366 or -366…-1.
  package var bySetPosition: [Int] = []
  package var weekStart = Weekday.monday

  package init(_ frequency: Frequency) {
    self.frequency = frequency
  }
}

extension Weekday {
  /// RFC 5545's two letters.
  package var code: String { ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][rawValue] }

  package init?(code: some StringProtocol) {
    guard let weekday = Weekday.allCases.first(where: { $0.code == code }) else { return nil }
    self = weekday
  }
}

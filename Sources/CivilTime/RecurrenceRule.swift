/// A repeating pattern of days: the recurrence rule of RFC 5545 §3.3.10, on civil dates. The time of day is the start's, always.
///
/// Supported: FREQ DAILY, WEEKLY, MONTHLY, YEARLY with INTERVAL, COUNT, UNTIL, BYDAY (with ordinals), BYMONTHDAY, BYMONTH, BYSETPOS,
/// WKST. Refused with the reason: parts below a day, BYWEEKNO, BYYEARDAY.
public struct RecurrenceRule: Sendable, Hashable {
  public enum Frequency: String, Sendable, Hashable, CaseIterable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  public enum End: Sendable, Hashable {
    case never
    /// That many occurrences, the first included; 1 or more.
    case count(Int)
    /// The last moment at which an occurrence may start, in the site's wall clock.
    case until(LocalDateTime)
  }

  /// `MO`, or with an ordinal `1SA`, `-1FR`: the nth of the month or year, from its end when negative.
  public struct DayOfPeriod: Sendable, Hashable {
    /// 0 for every one of that weekday; else -53…53.
    public var ordinal: Int
    public var weekday: Weekday

    public init(_ weekday: Weekday, ordinal: Int = 0) {
      self.weekday = weekday
      self.ordinal = ordinal
    }
  }

  public var frequency: Frequency
  /// Every nth day, week, month or year; 1 or more.
  public var interval = 1
  public var end = End.never
  public var byDay: [DayOfPeriod] = []
  /// 1…31, or -31…-1 from the month's end.
  public var byMonthDay: [Int] = []
  /// 1…12.
  public var byMonth: [Int] = []
  /// Which of a period's days are kept: 1…366 or -366…-1.
  public var bySetPosition: [Int] = []
  public var weekStart = Weekday.monday

  public init(_ frequency: Frequency) {
    self.frequency = frequency
  }
}

extension Weekday {
  /// RFC 5545's two letters.
  public var code: String { ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][rawValue] }

  public init?(code: some StringProtocol) {
    guard let weekday = Weekday.allCases.first(where: { $0.code == code }) else { return nil }
    self = weekday
  }
}

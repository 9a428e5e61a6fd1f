/// What a rule asks of a day, as bits: a month's days fill one word, so that a period is worked out without an array.
struct DayPattern {
  /// Bit 1 is January; all of them where the rule leaves the month open.
  private var months: UInt16 = 0
  /// BYMONTHDAY: bit 0 is the 1st.
  private var monthDays: UInt32 = 0
  /// BYMONTHDAY from the month's end: bit 31 is the last day.
  private var lastMonthDays: UInt32 = 0
  /// BYDAY without a number: bit 0 is Monday.
  private var weekdays: UInt32 = 0
  private var numbered: [RecurrenceRule.DayOfPeriod] = []
  private let limitsMonthDay: Bool
  private let limitsWeekday: Bool
  /// Numbers count within the year, not within the month (RFC 5545 §3.3.10, the table's note 2).
  private let countsInYear: Bool

  /// - Parameter start: says what the rule leaves open.
  init(_ rule: RecurrenceRule, start: CivilDate) {
    limitsMonthDay = !rule.byMonthDay.isEmpty || (rule.byDay.isEmpty && Self.namesNoDay(rule.frequency))
    limitsWeekday = !rule.byDay.isEmpty || rule.frequency == .weekly
    countsInYear = rule.frequency == .yearly && rule.byMonth.isEmpty

    for month in rule.byMonth { months |= 1 << month }
    if months == 0 {
      months = rule.frequency == .yearly && rule.byMonthDay.isEmpty && rule.byDay.isEmpty ? 1 << start.month : ~0
    }
    for day in rule.byMonthDay { if day > 0 { monthDays |= 1 << (day - 1) } else { lastMonthDays |= 1 << (32 + day) } }
    if rule.byMonthDay.isEmpty { monthDays = 1 << (start.day - 1) }
    for day in rule.byDay where day.ordinal == 0 { weekdays |= 1 << day.weekday.rawValue }
    if rule.byDay.isEmpty { weekdays = 1 << start.weekday.rawValue }
    numbered = rule.byDay.filter { $0.ordinal != 0 }
  }

  /// Months and years hold the start's day of the month where nothing else is said.
  private static func namesNoDay(_ frequency: RecurrenceRule.Frequency) -> Bool {
    frequency == .monthly || frequency == .yearly
  }

  func hasMonth(_ month: Int) -> Bool { months >> month & 1 != 0 }

  /// Whether the day is one by itself, as FREQ=DAILY asks.
  func matches(_ day: CivilDate) -> Bool {
    if limitsWeekday, weekdays >> day.weekday.rawValue & 1 == 0 { return false }
    guard limitsMonthDay || months != ~0 else { return true }
    let (year, month, number) = day.parts
    guard hasMonth(month) else { return false }
    return !limitsMonthDay || monthDays(of: CalendarSpan.month(year, month)) >> (number - 1) & 1 != 0
  }

  /// The days of a week; bit 0 is its first.
  func days(ofWeekFrom first: CivilDate, _ weekStart: Weekday) -> UInt32 {
    var bits = weekdays(from: weekStart) & 0x7F
    if months != ~0 {
      for index in 0..<7 where !hasMonth((first + index).month) { bits &= ~(1 << index) }
    }
    return bits
  }

  /// The days of a month; bit 0 is the 1st.
  ///
  /// - Parameter year: where FREQ is YEARLY.
  func days(ofMonth month: CalendarSpan, within year: CalendarSpan?) -> UInt32 {
    var bits = month.allBits
    if limitsMonthDay { bits &= monthDays(of: month) }
    if limitsWeekday {
      bits &=
        weekdays(from: month.first.weekday) | numberedDays(of: month, within: countsInYear ? year ?? month : month)
    }
    return bits
  }

  private func monthDays(of month: CalendarSpan) -> UInt32 {
    monthDays | lastMonthDays >> (32 - month.length)
  }

  /// Every day of the wanted weekdays; bit 0 is a day of that weekday.
  private func weekdays(from first: Weekday) -> UInt32 {
    let week = (weekdays >> first.rawValue | weekdays << (7 - first.rawValue)) & 0x7F
    return week | week << 7 | week << 14 | week << 21 | week << 28
  }

  private func numberedDays(of month: CalendarSpan, within span: CalendarSpan) -> UInt32 {
    var bits: UInt32 = 0
    for item in numbered {
      guard let day = span.day(item) else { continue }
      let index = day - month.first
      if (0..<month.length).contains(index) { bits |= 1 << index }
    }
    return bits
  }
}

/// A month or a year.
struct CalendarSpan {
  let first: CivilDate
  let length: Int

  static func month(_ year: Int, _ month: Int) -> CalendarSpan {
    CalendarSpan(
      first: CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: 1)),
      length: CivilDate.daysInMonth(year: year, month: month))
  }

  static func year(_ year: Int) -> CalendarSpan {
    CalendarSpan(
      first: CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: 1, day: 1)), length: CivilDate.daysInYear(year)
    )
  }

  /// Of a month.
  var allBits: UInt32 { 1 << UInt32(length) - 1 }

  /// The nth day of that weekday; nil where there are fewer.
  func day(_ item: RecurrenceRule.DayOfPeriod) -> CivilDate? {
    let offset = (item.weekday.rawValue - first.weekday.rawValue + 7) % 7
    let count = (length - offset + 6) / 7
    let index = item.ordinal > 0 ? item.ordinal - 1 : count + item.ordinal
    return (0..<count).contains(index) ? first + (offset + 7 * index) : nil
  }
}

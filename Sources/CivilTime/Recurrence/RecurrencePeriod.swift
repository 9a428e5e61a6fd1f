/// The day, week, month or year that a rule looks at, and the days it finds there.
struct RecurrencePeriod {
  private let frequency: RecurrenceRule.Frequency
  /// The length of one step, in units of `position`.
  private let step: Int
  private let weekStart: Weekday
  private let pattern: DayPattern
  private let positions: KeptPositions?
  /// Day number of the day or of the week's first day; months since year 0; the year.
  private var position: Int

  init(_ rule: RecurrenceRule, start: CivilDate) {
    frequency = rule.frequency
    step = rule.frequency == .weekly ? rule.interval * 7 : rule.interval
    weekStart = rule.weekStart
    pattern = DayPattern(rule, start: start)
    positions = rule.bySetPosition.isEmpty ? nil : KeptPositions(rule.bySetPosition)
    position = Self.position(
      of: rule.frequency == .weekly ? start.startOfWeek(rule.weekStart) : start, rule.frequency)
  }

  private static func position(of date: CivilDate, _ frequency: RecurrenceRule.Frequency) -> Int {
    switch frequency {
    case .daily, .weekly: date.dayNumber
    case .monthly: date.year * 12 + date.month - 1
    case .yearly: date.year
    }
  }

  var firstDay: CivilDate {
    switch frequency {
    case .daily, .weekly: CivilDate(dayNumber: position)
    case .monthly: CalendarSpan.month(position / 12, position % 12 + 1).first
    case .yearly: CalendarSpan.year(position).first
    }
  }

  mutating func advance() { position += step }

  /// Moves ahead by whole steps to the last period that begins on or before `date`.
  mutating func skip(to date: CivilDate) {
    let target = Self.position(of: date, frequency)
    if target > position { position += (target - position) / step * step }
  }

  /// The period's days in order, limited by BYSETPOS.
  func appendDays(to days: inout [CivilDate]) {
    switch frequency {
    case .daily: if pattern.matches(firstDay) { days.append(firstDay) }
    case .weekly: append(pattern.days(ofWeekFrom: firstDay, weekStart), from: firstDay, to: &days)
    case .monthly: append(month: position % 12 + 1, of: position / 12, within: nil, to: &days)
    case .yearly:
      let year = CalendarSpan.year(position)
      for month in 1...12 { append(month: month, of: position, within: year, to: &days) }
    }
    if let positions { positions.limit(&days) }
  }

  private func append(month: Int, of year: Int, within: CalendarSpan?, to days: inout [CivilDate]) {
    guard pattern.hasMonth(month) else { return }
    let span = CalendarSpan.month(year, month)
    append(pattern.days(ofMonth: span, within: within), from: span.first, to: &days)
  }

  private func append(_ bits: UInt32, from first: CivilDate, to days: inout [CivilDate]) {
    var rest = bits
    while rest != 0 {
      days.append(first + rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}

/// BYSETPOS: which of a period's days are kept, counted from either end.
private struct KeptPositions {
  private static let most = 366
  private var fromStart = [Bool](repeating: false, count: most)
  private var fromEnd = [Bool](repeating: false, count: most)

  init(_ positions: [Int]) {
    for position in positions {
      if position > 0 { fromStart[position - 1] = true } else { fromEnd[-position - 1] = true }
    }
  }

  func limit(_ days: inout [CivilDate]) {
    var kept = 0
    for index in days.indices where fromStart[index] || fromEnd[days.count - 1 - index] {
      days[kept] = days[index]
      kept += 1
    }
    days.removeLast(days.count - kept)
  }
}

extension RecurrenceRule {
  /// The start times that the rule gives from `start` on and that lie in `range`, in order. `start` itself is among them only when
  /// the rule produces it.
  public func occurrences(from start: LocalDateTime, in range: Range<LocalDateTime>) -> [LocalDateTime] {
    var upper = range.upperBound
    if case .until(let limit) = end { upper = min(upper, limit + 1) }
    guard start < upper, range.lowerBound < upper else { return [] }

    let minute = start.minuteOfDay
    var remaining = Int.max
    var period = Period(self, start: start.date)
    if case .count(let count) = end {
      remaining = count
    } else {
      // Nothing before the range is wanted and nothing counted: begin with the period that holds its first day.
      period.skip(to: max(range.lowerBound.date - 1, start.date))
    }

    var found: [LocalDateTime] = []
    let lastDay = upper.date
    while period.firstDay <= lastDay {
      for date in period.days() {
        let time = LocalDateTime(date, minuteOfDay: minute)
        guard time >= start else { continue }
        guard time < upper, remaining > 0 else { return found }
        remaining -= 1
        if time >= range.lowerBound { found.append(time) }
      }
      period.advance()
    }
    return found
  }

  /// Whether the rule, begun at `start`, has an occurrence at that very time.
  public func produces(_ time: LocalDateTime, from start: LocalDateTime) -> Bool {
    occurrences(from: start, in: time..<time + 1).first == time
  }
}

/// The day, week, month or year that a rule looks at, and the days it finds there.
private struct Period {
  private let rule: RecurrenceRule
  private let start: CivilDate
  /// Day number of the day or of the week's first day; months since year 0; the year.
  private var position: Int

  init(_ rule: RecurrenceRule, start: CivilDate) {
    self.rule = rule
    self.start = start
    let (year, month, _) = start.parts
    position =
      switch rule.frequency {
      case .daily: start.dayNumber
      case .weekly: start.startOfWeek(rule.weekStart).dayNumber
      case .monthly: year * 12 + month - 1
      case .yearly: year
      }
  }

  /// The length of one step, in units of `position`.
  private var step: Int { rule.frequency == .weekly ? rule.interval * 7 : rule.interval }

  var firstDay: CivilDate {
    switch rule.frequency {
    case .daily, .weekly: CivilDate(dayNumber: position)
    case .monthly: Self.day(position / 12, position % 12 + 1, 1)
    case .yearly: Self.day(position, 1, 1)
    }
  }

  mutating func advance() { position += step }

  /// Moves ahead by whole steps to the last period that begins on or before `date`.
  mutating func skip(to date: CivilDate) {
    let (year, month, _) = date.parts
    let target =
      switch rule.frequency {
      case .daily, .weekly: date.dayNumber
      case .monthly: year * 12 + month - 1
      case .yearly: year
      }
    if target > position { position += (target - position) / step * step }
  }

  /// The period's days in order, limited by BYSETPOS.
  func days() -> [CivilDate] {
    let days =
      switch rule.frequency {
      case .daily: matchesMonth(firstDay) && matchesMonthDay(firstDay) && matchesWeekday(firstDay) ? [firstDay] : []
      case .weekly: week()
      case .monthly: month(position / 12, position % 12 + 1)
      case .yearly: year()
      }
    guard !rule.bySetPosition.isEmpty else { return days }
    let kept = rule.bySetPosition.compactMap { position -> CivilDate? in
      let index = position > 0 ? position - 1 : days.count + position
      return days.indices.contains(index) ? days[index] : nil
    }
    return Set(kept).sorted()
  }

  private func week() -> [CivilDate] {
    let first = firstDay
    if rule.byDay.isEmpty {
      let day = first + (start.weekday.rawValue - rule.weekStart.rawValue + 7) % 7
      return matchesMonth(day) ? [day] : []
    }
    return (0..<7).lazy.map { first + $0 }.filter { matchesWeekday($0) && matchesMonth($0) }
  }

  private func month(_ year: Int, _ month: Int) -> [CivilDate] {
    guard rule.byMonth.isEmpty || rule.byMonth.contains(month) else { return [] }
    let first = Self.day(year, month, 1)
    let length = CivilDate.daysInMonth(year: year, month: month)
    if !rule.byMonthDay.isEmpty {
      let days = Set(rule.byMonthDay.map { $0 > 0 ? $0 : length + 1 + $0 }).filter { (1...length).contains($0) }
      // BYDAY limits what BYMONTHDAY has expanded (RFC 5545's table, note 1).
      return days.sorted().map { first + ($0 - 1) }.filter { day in
        rule.byDay.isEmpty || weekdays(in: first, length: length).contains(day)
      }
    }
    if !rule.byDay.isEmpty { return weekdays(in: first, length: length) }
    let day = start.day
    return day <= length ? [first + (day - 1)] : []
  }

  private func year() -> [CivilDate] {
    let year = position
    if rule.byMonth.isEmpty && rule.byMonthDay.isEmpty {
      if !rule.byDay.isEmpty {
        return weekdays(in: Self.day(year, 1, 1), length: CivilDate.daysInYear(year))
      }
      let (_, month, day) = start.parts
      return CivilDate(year: year, month: month, day: day).map { [$0] } ?? []
    }
    let months = rule.byMonth.isEmpty ? Array(1...12) : Set(rule.byMonth).sorted()
    return months.flatMap { month(year, $0) }
  }

  /// The days of a stretch that BYDAY names, each once, in order.
  private func weekdays(in first: CivilDate, length: Int) -> [CivilDate] {
    var days: [CivilDate] = []
    for item in rule.byDay {
      let offset = (item.weekday.rawValue - first.weekday.rawValue + 7) % 7
      let count = (length - offset + 6) / 7
      switch item.ordinal {
      case 0: days += (0..<count).map { first + (offset + 7 * $0) }
      case 1...: if item.ordinal <= count { days.append(first + (offset + 7 * (item.ordinal - 1))) }
      default: if -item.ordinal <= count { days.append(first + (offset + 7 * (count + item.ordinal))) }
      }
    }
    return rule.byDay.count == 1 ? days : Set(days).sorted()
  }

  private func matchesMonth(_ day: CivilDate) -> Bool {
    rule.byMonth.isEmpty || rule.byMonth.contains(day.month)
  }

  private func matchesMonthDay(_ day: CivilDate) -> Bool {
    guard !rule.byMonthDay.isEmpty else { return true }
    let (year, month, number) = day.parts
    let fromEnd = number - CivilDate.daysInMonth(year: year, month: month) - 1
    return rule.byMonthDay.contains(number) || rule.byMonthDay.contains(fromEnd)
  }

  private func matchesWeekday(_ day: CivilDate) -> Bool {
    rule.byDay.isEmpty || rule.byDay.contains { $0.weekday == day.weekday }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
  }
}

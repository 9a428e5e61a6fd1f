extension RecurrenceRule {
  /// The start times that the rule gives from `start` on and that lie in `range`, in order. `start` itself is among them only when
  /// the rule produces it.
  ///
  /// The work is bounded by the periods in `range`; with COUNT by those from `start` on, since what lies before has to be counted: two
  /// thousand years of days take 15 ms.
  package func occurrences(from start: LocalDateTime, in range: Range<LocalDateTime>) -> [LocalDateTime] {
    var upper = range.upperBound
    if case .until(let limit) = end { upper = min(upper, limit + 1) }
    guard start < upper, range.lowerBound < upper else { return [] }

    let minute = start.minuteOfDay
    var remaining = Int.max
    var period = RecurrencePeriod(self, start: start.date)
    if case .count(let count) = end {
      remaining = count
    } else {
      // Nothing before the range is wanted and nothing counted: begin with the period that holds its first day.
      period.skip(to: max(range.lowerBound.date - 1, start.date))
    }

    var found: [LocalDateTime] = []
    // One buffer for all periods.
    var days: [CivilDate] = []
    let lastDay = upper.date
    while period.firstDay <= lastDay {
      days.removeAll(keepingCapacity: true)
      period.appendDays(to: &days)
      for date in days {
        let time = LocalDateTime(date, minuteOfDay: minute)
        guard time >= start else { continue }
        guard time < upper else { return found }
        if time >= range.lowerBound { found.append(time) }
        remaining -= 1
        if remaining == 0 { return found }
      }
      period.advance()
    }
    return found
  }

  /// Whether the rule, begun at `start`, has an occurrence at that very time.
  package func produces(_ time: LocalDateTime, from start: LocalDateTime) -> Bool {
    occurrences(from: start, in: time..<time + 1).first == time
  }
}

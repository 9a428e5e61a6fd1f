import Activities
import CivilTime

/// How a series differs from its rule, as iCalendar says it (RFC 5545 §3.8.5): the rule, what it leaves out (EXDATE), what it has
/// besides (RDATE), and the occurrences that are not what the rule makes of them (RECURRENCE-ID).
public struct SeriesExceptions: Sendable {
  /// The rule, cut off where the series ended early and is forgotten.
  public var rule: RecurrenceRule?
  public var excluded: [LocalDateTime] = []
  public var added: [LocalDateTime] = []
  public var overrides: [Occurrence] = []
}

extension OccurrenceExpansion {
  /// - Parameter days: those for which holidays are known; nothing is said of others.
  func exceptions(of activity: Activity, holidaysKnown days: ClosedRange<CivilDate>?) -> SeriesExceptions {
    var series = SeriesExceptions(rule: activity.record.rule)
    for change in activity.changes where !change.isEnding {
      guard let occurrence = occurrence(of: activity, at: change.occursAt) else { continue }
      if occurrence.isAdded { series.added.append(change.occursAt) }
      let isPlain = occurrence.isAdded && occurrence.status == .scheduled && occurrence.note == nil
        && occurrence.end == occurrence.originalEnd && occurrence.venue?.id == activity.venue?.id
      if !isPlain { series.overrides.append(occurrence) }
    }
    if let ending = activity.ending {
      let late = ruleStarts(of: activity, in: ending.occursAt..<ending.occursAt + Self.afterlife)
      if let last = late.last { series.rule?.end = .until(last) }
      for start in late { except(start, of: activity, in: &series) }
    }
    if activity.record.onHoliday != .held, let days {
      let known = LocalDateTime(days.lowerBound)..<(activity.ending?.occursAt ?? LocalDateTime(days.upperBound + 1))
      if !known.isEmpty { for start in ruleStarts(of: activity, in: known) { except(start, of: activity, in: &series) } }
    }
    series.overrides.sort { $0.originalStart < $1.originalStart }
    return series
  }

  /// Changes of its own have been dealt with.
  private func except(_ start: LocalDateTime, of activity: Activity, in series: inout SeriesExceptions) {
    if let change = activity.change(at: start), !change.isEnding { return }
    guard let occurrence = occurrence(of: activity, at: start) else {
      series.excluded.append(start)
      return
    }
    if occurrence.status != .scheduled { series.overrides.append(occurrence) }
  }
}

import Activities
package import CivilTime
import Vocabulary

/// How a series differs from its rule, as iCalendar says it (RFC 5545 §3.8.5): the rule, what it leaves out (EXDATE), the occurrences
/// that are not what the rule makes of them (RECURRENCE-ID), and those that stand outside of the rule.
package struct SeriesExceptions: Sendable {
  /// The rule, cut off where the series ended early and is forgotten.
  package var rule: RecurrenceRule?
  package var excluded: [LocalDateTime] = []
  package var overrides: [Occurrence] = []
  /// Added ones, and changed ones after an early end. They are events of their own: RDATE takes only starts of DTSTART's kind, and many
  /// calendars know neither it nor an override of what their rule does not give.
  package var detached: [Occurrence] = []
}

extension OccurrenceExpansion {
  func exceptions(of activity: Activity) -> SeriesExceptions {
    var series = SeriesExceptions(rule: activity.record.rule)
    for change in activity.changes where !change.isEnding {
      if let occurrence = occurrence(of: activity, at: change.occursAt) { series.overrides.append(occurrence) }
    }
    if let ending = activity.ending {
      let late = ruleStarts(of: activity, in: ending.occursAt..<ending.occursAt + Self.afterlife)
      if let last = late.last { series.rule?.end = .until(last) }
      for start in late { except(start, of: activity, in: &series) }
    }
    if activity.record.onHoliday != .held, let years = knownYears {
      for start in ruleStarts(of: activity, in: years) where start < activity.ending?.occursAt ?? years.upperBound {
        except(start, of: activity, in: &series)
      }
    }
    let given = { (start: LocalDateTime) in
      series.rule.map { $0.produces(start, from: activity.record.start) } ?? (start == activity.record.start)
    }
    let changed = series.overrides.sorted { $0.originalStart < $1.originalStart }
    series.overrides = changed.filter { !$0.isAdded && given($0.originalStart) }
    series.detached = changed.filter { $0.isAdded || !given($0.originalStart) }
    // An added one in the place of one that the series leaves out replaces it.
    let replaced = Set(series.detached.map(\.originalStart)).subtracting(series.excluded)
    series.excluded = (series.excluded + replaced.filter(given)).sorted()
    return series
  }

  /// The years for which holidays are known, and the last week of December before them, of which their first may speak; nothing is said of
  /// others.
  private var knownYears: Range<LocalDateTime>? {
    guard let first = workdays.years.min(), let last = workdays.years.max(),
      let start = CivilDate(year: first, month: 1, day: 1), let end = CivilDate(year: last, month: 12, day: 31)
    else { return nil }
    return LocalDateTime(start - WorkCalendar.daysBefore)..<LocalDateTime(end + 1)
  }

  /// Changes of its own have been dealt with.
  private func except(_ start: LocalDateTime, of activity: Activity, in series: inout SeriesExceptions) {
    let change = activity.change(at: start)
    // What has a topic alone may be left out by its series all the same.
    if let change, !change.isEnding, change.change != .topic { return }
    guard let occurrence = occurrence(of: activity, at: start) else {
      series.excluded.append(start)
      return
    }
    // Among the overrides already.
    if change?.change == .topic { return }
    if occurrence.status != .scheduled { series.overrides.append(occurrence) }
  }
}

import Activities
import CivilTime
import Vocabulary

/// Activity + rule + changes → occurrences. The one place where this is decided.
struct OccurrenceExpansion {
  let window: Range<LocalDateTime>
  let venues: [VenueID: Venue]
  let attendance: [String: AttendanceRecord]

  /// All occurrences that overlap the window as they are now, or that would have without their change; in order of their start.
  func occurrences(of activity: Activity) -> [Occurrence] {
    guard activity.record.status != .draft else { return [] }
    let reach = window.lowerBound + (1 - activity.duration)..<window.upperBound
    var starts = originalStarts(of: activity, in: reach)
    for change in activity.changes {
      if case .moved = change.change, !reach.contains(change.occursAt) { starts.append(change.occursAt) }
    }
    let changes = Dictionary(activity.changes.map { ($0.occursAt, $0) }, uniquingKeysWith: { first, _ in first })
    let found = starts.map { occurrence(of: activity, at: $0, changes[$0]) }
    return found.filter { overlaps($0) }.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  private func originalStarts(of activity: Activity, in range: Range<LocalDateTime>) -> [LocalDateTime] {
    if let rule = activity.record.rule { return rule.occurrences(from: activity.record.start, in: range) }
    return range.contains(activity.record.start) ? [activity.record.start] : []
  }

  private func overlaps(_ occurrence: Occurrence) -> Bool {
    let isNow = occurrence.start < window.upperBound && occurrence.end > window.lowerBound
    let was = occurrence.originalStart < window.upperBound && occurrence.originalEnd > window.lowerBound
    return isNow || was
  }

  func occurrence(
    of activity: Activity, at original: LocalDateTime, _ change: ActivityChangeRecord?
  ) -> Occurrence {
    var start = original
    var end = original + activity.duration
    var venue = activity.venue
    var status: OccurrenceStatus =
      switch activity.record.status {
      case .cancelled: .cancelled
      case .postponed: .postponed
      case .scheduled, .draft: .scheduled
      }
    switch change?.change {
    case .cancelled?: status = .cancelled
    case .moved(let newStart, let newEnd, let newVenue)?:
      if status == .scheduled { status = .moved }
      start = newStart ?? start
      end = newEnd ?? end
      venue = newVenue.flatMap { venues[$0] } ?? venue
    case nil: break
    }
    let id = Occurrence.id(activity.id, original)
    let attendance = attendance[id]
    return Occurrence(
      id: id, activity: activity, originalStart: original, start: start, end: end, venue: venue, status: status,
      note: change?.note, enrolled: attendance?.enrolled, attended: attendance?.attended)
  }
}

import Activities
import CivilTime
import Vocabulary

/// Activity + rule + changes + holidays → occurrences. The one place where this is decided.
struct OccurrenceExpansion {
  /// Minutes for which a series that ended early is still shown as cancelled: whoever expects the next monthly one learns of it.
  static let afterlife = 35 * 1440
  /// No run of days off is longer (the National Day's eight, with weekends at both ends).
  private static let longestBreak = 14 * 1440

  let venues: [VenueID: Venue]
  let attendance: [String: AttendanceRecord]
  let workdays: WorkCalendar

  /// All occurrences that overlap the window as they are now, or that would have without their change; in order of their start.
  func occurrences(of activity: Activity, in window: Range<LocalDateTime>) -> [Occurrence] {
    guard activity.record.status != .draft else { return [] }
    return originalStarts(of: activity, reaching: window)
      .compactMap { occurrence(of: activity, at: $0) }
      .filter { $0.isWithin(window) }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  /// What became of the occurrence that was to start then; nil when the series leaves it out.
  func occurrence(of activity: Activity, at original: LocalDateTime) -> Occurrence? {
    let change = activity.change(at: original)
    switch change?.change {
    case .cancelled?: return make(activity, original: original, status: .cancelled, note: written(change))
    case .moved(let place)?:
      return make(activity, original: original, status: .moved, place: place, note: written(change))
    case .added(let place)?:
      let isMoved = place.start.map { $0 != original } ?? false
      return make(
        activity, original: original, status: isMoved ? .moved : .scheduled, place: place, isAdded: true,
        note: written(change))
    case .withdrawn(let place)?:
      return make(activity, original: original, status: .cancelled, place: place, isAdded: true, note: written(change))
    case .ended?, .topic?, nil: break
    }
    if let ending = activity.ending, original >= ending.occursAt {
      return make(activity, original: original, status: .cancelled, note: written(ending) ?? .seriesEnded)
    }
    switch HolidayShift(activity, workdays).effect(on: original) {
    case .held:
      return make(
        activity, original: original, status: .scheduled, note: written(change?.change == .topic ? change : nil))
    case .leftOut: return nil
    case .calledOff(let dayOff): return make(activity, original: original, status: .cancelled, note: .calledOff(dayOff))
    case .unknown: return make(activity, original: original, status: .scheduled, note: .holidaysUnknown)
    case .moved(let start, let dayOff):
      let place = ActivityChangeRecord.Placement(start: start, end: start + activity.duration)
      return make(activity, original: original, status: .moved, place: place, note: .movedOn(dayOff))
    }
  }

  // MARK: Parts

  /// The rule's starts that may bring something into the window, and those that changes speak of, wherever they lie.
  private func originalStarts(of activity: Activity, reaching window: Range<LocalDateTime>) -> [LocalDateTime] {
    let shift = activity.record.onHoliday == .nextWorkday ? Self.longestBreak : 0
    let first = window.lowerBound + (1 - activity.duration - shift)
    var starts = ruleStarts(of: activity, in: first..<window.upperBound)
    guard !activity.changes.isEmpty else { return starts }
    let known = Set(starts)
    starts += activity.changes.map(\.occursAt).filter {
      !known.contains($0) && activity.change(at: $0)?.isEnding != true
    }
    return starts
  }

  /// What the rule alone says, up to where an early end is forgotten.
  func ruleStarts(of activity: Activity, in range: Range<LocalDateTime>) -> [LocalDateTime] {
    let upper = activity.ending.map { min(range.upperBound, $0.occursAt + Self.afterlife) } ?? range.upperBound
    guard range.lowerBound < upper else { return [] }
    let range = range.lowerBound..<upper
    if let rule = activity.record.rule { return rule.occurrences(from: activity.record.start, in: range) }
    return range.contains(activity.record.start) ? [activity.record.start] : []
  }

  private func written(_ change: ActivityChangeRecord?) -> Occurrence.Note? { (change?.note).map { .written($0) } }

  private func make(
    _ activity: Activity, original: LocalDateTime, status: OccurrenceStatus,
    place: ActivityChangeRecord.Placement = .init(), isAdded: Bool = false, note: Occurrence.Note?
  ) -> Occurrence {
    let start = place.start ?? original
    let id = Occurrence.id(activity.id, original)
    let attendance = attendance.isEmpty ? nil : attendance[id]
    return Occurrence(
      id: id, activity: activity, originalStart: original, start: start,
      end: place.end ?? start + activity.duration, venue: place.venue.flatMap { venues[$0] } ?? activity.venue,
      status: activity.occurrenceStatus ?? status, isAdded: isAdded, topic: activity.change(at: original)?.topic,
      note: note,
      enrolled: attendance?.enrolled, attended: attendance?.attended)
  }
}

import Activities
package import CivilTime
package import Vocabulary

/// One time at which an activity happens: what pages, feeds, calendars and screens all show alike (Promise 5). Constant; a class, since each stands in
/// some dozen lists. [0093]
package final class Occurrence: Sendable {
  /// `activity_YYYYMMDDTHHMM` of the original start: it stays the same when the occurrence is moved.
  package let id: String
  package let activity: Activity
  /// When its rule would have it start (RFC 5545's RECURRENCE-ID).
  package let originalStart: LocalDateTime
  package let start: LocalDateTime
  package let end: LocalDateTime
  package let venue: Venue?
  package let status: OccurrenceStatus
  /// Takes place beside the activity's rule.
  package let isAdded: Bool
  /// What it is about, where its series says more of this one.
  let topic: ActivityChangeRecord.Topic?
  /// Why it was cancelled or moved, or what else to know of it.
  let note: Note?
  package let enrolled: Int?
  package let attended: Int?

  init(
    id: String, activity: Activity, originalStart: LocalDateTime, start: LocalDateTime, end: LocalDateTime,
    venue: Venue?, status: OccurrenceStatus, isAdded: Bool, topic: ActivityChangeRecord.Topic?, note: Note?,
    enrolled: Int?, attended: Int?
  ) {
    self.id = id
    self.activity = activity
    self.originalStart = originalStart
    self.start = start
    self.end = end
    self.venue = venue
    self.status = status
    self.isAdded = isAdded
    self.topic = topic
    self.note = note
    self.enrolled = enrolled
    self.attended = attended
  }

  /// What is said of an occurrence beside its time and place, in no language yet.
  enum Note: Sendable, Hashable {
    /// By whoever changed it.
    case written(String)
    case seriesEnded
    /// The year's list of holidays is missing.
    case holidaysUnknown
    case calledOff(DayOff)
    case movedOn(DayOff)
  }

  /// The activity's title, and behind it what this one is about: `周四读书会：《乡土中国》`.
  package var title: String {
    guard let topic = topic?.title else { return activity.title }
    let isChinese = activity.title.unicodeScalars.last.map { $0.value >= 0x2E80 } ?? false
    return activity.title + (isChinese ? "\u{FF1A}" : ": ") + topic
  }
  package var summary: String? { topic?.summary ?? activity.record.summary }
  package var host: String? { topic?.host ?? activity.record.host }

  package var originalEnd: LocalDateTime { originalStart + activity.duration }
  package var isMovedInTime: Bool {
    start != originalStart || (status == .moved && !isAdded && end != originalEnd)
  }
  package var isMovedInPlace: Bool { !isAdded && venue?.id != activity.venue?.id }
  /// Where readers look for it: its place, and the one where its series is at home.
  package var places: [Venue] {
    [venue, venue?.id != activity.venue?.id ? activity.venue : nil].compactMap { $0 }
  }
  package var isAllDay: Bool { TimeText.isAllDay(from: start, to: end) }
  /// Free places; nil without a capacity, and where nobody has counted who comes.
  package var remaining: Int? {
    guard let capacity = activity.record.capacity, let enrolled else { return nil }
    return max(0, capacity - enrolled)
  }
  /// Free places as they are published: of what takes place.
  package var placesLeft: Int? { takesPlace ? remaining : nil }
  /// Overlaps a window as it is now, or would without its change.
  func isWithin(_ window: Range<LocalDateTime>) -> Bool {
    func overlaps(_ start: LocalDateTime, _ end: LocalDateTime) -> Bool {
      start < window.upperBound && end > window.lowerBound
    }
    return overlaps(start, end) || (!isAdded && overlaps(originalStart, originalEnd))
  }

  /// Neither cancelled nor put off: someone who comes finds it.
  package var takesPlace: Bool { status == .scheduled || status == .moved }

  static func id(_ activity: ActivityID, _ originalStart: LocalDateTime) -> String {
    "\(activity)_\(TimeText.basic(originalStart).dropLast(2))"
  }
}

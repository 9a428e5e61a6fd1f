import CivilTime
import Vocabulary

/// One time at which an activity happens: what pages, feeds, calendars and screens all show alike (Promise 5).
public struct Occurrence: Sendable {
  /// `activity_YYYYMMDDTHHMM` of the original start: it stays the same when the occurrence is moved.
  public let id: String
  public let activity: Activity
  /// When its rule would have it start (RFC 5545's RECURRENCE-ID).
  public let originalStart: LocalDateTime
  public let start: LocalDateTime
  public let end: LocalDateTime
  public let venue: Venue?
  public let status: OccurrenceStatus
  /// Takes place beside the activity's rule.
  public let isAdded: Bool
  /// Why it was cancelled or moved, or what else to know of it.
  public let note: String?
  public let enrolled: Int?
  public let attended: Int?

  public var originalEnd: LocalDateTime { originalStart + activity.duration }
  public var isMovedInTime: Bool {
    start != originalStart || (status == .moved && !isAdded && end != originalEnd)
  }
  public var isMovedInPlace: Bool { !isAdded && venue?.id != activity.venue?.id }
  /// Where readers look for it: its place, and the one where its series is at home.
  public var places: [Venue] {
    [venue, venue?.id != activity.venue?.id ? activity.venue : nil].compactMap { $0 }
  }
  public var isAllDay: Bool { ChineseTimeText.isAllDay(from: start, to: end) }
  /// Free places; nil without a capacity.
  public var remaining: Int? { activity.record.capacity.map { max(0, $0 - (enrolled ?? 0)) } }
  /// Free places as people are told of them: of what takes place, where enrolment is counted.
  public var placesLeft: Int? { takesPlace && enrolled != nil ? remaining : nil }
  /// Overlaps a window as it is now, or would without its change.
  func isWithin(_ window: Range<LocalDateTime>) -> Bool {
    func overlaps(_ start: LocalDateTime, _ end: LocalDateTime) -> Bool {
      start < window.upperBound && end > window.lowerBound
    }
    return overlaps(start, end) || (!isAdded && overlaps(originalStart, originalEnd))
  }

  /// Neither cancelled nor put off: someone who comes finds it.
  public var takesPlace: Bool { status == .scheduled || status == .moved }

  static func id(_ activity: ActivityID, _ originalStart: LocalDateTime) -> String {
    "\(activity)_\(TimeText.basic(originalStart).dropLast(2))"
  }
}

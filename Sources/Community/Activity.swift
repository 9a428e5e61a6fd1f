import Activities
import CivilTime
import Vocabulary

/// Something that happens once or again and again, with what it refers to resolved. Constant, and shared by its occurrences.
public final class Activity: Sendable {
  public let record: ActivityRecord
  public let unit: Unit
  public let venue: Venue?
  /// Its occurrences that were cancelled or moved, by their original start.
  public let changes: [ActivityChangeRecord]

  init(_ record: ActivityRecord, unit: Unit, venue: Venue?, changes: [ActivityChangeRecord]) {
    self.record = record
    self.unit = unit
    self.venue = venue
    self.changes = changes
  }

  public var id: ActivityID { record.id }
  public var title: String { record.title }
  public var url: String { "/activities/\(id)/" }
  /// Minutes from start to end.
  public var duration: Int { record.end - record.start }
}

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
  /// Why it was cancelled or moved.
  public let note: String?
  public let enrolled: Int?
  public let attended: Int?

  public var originalEnd: LocalDateTime { originalStart + activity.duration }
  public var isMovedInTime: Bool { start != originalStart || end != originalEnd }
  public var isMovedInPlace: Bool { venue?.id != activity.venue?.id }
  /// Where readers look for it: its place, and the one it was moved away from, where it is shown as moved.
  public var places: [Venue] {
    [venue, isMovedInPlace ? activity.venue : nil].compactMap { $0 }
  }
  public var isAllDay: Bool { ChineseTimeText.isAllDay(from: start, to: end) }
  /// Free places; nil without a capacity.
  public var remaining: Int? { activity.record.capacity.map { max(0, $0 - (enrolled ?? 0)) } }

  static func id(_ activity: ActivityID, _ originalStart: LocalDateTime) -> String {
    "\(activity)_\(TimeText.basic(originalStart).dropLast(2))"
  }
}

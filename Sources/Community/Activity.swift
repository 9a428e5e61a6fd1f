package import Activities
import Artifacts
import CivilTime
package import Vocabulary

/// Something that happens once or again and again, with what it refers to resolved. Constant, and shared by its occurrences.
package final class Activity: Sendable {
  package let record: ActivityRecord
  package let unit: Unit
  package let venue: Venue?
  /// What happened to single occurrences of it, by their original start, in its order.
  package let changes: [ActivityChangeRecord]
  /// The change that says where the series ends before its rule does.
  package let ending: ActivityChangeRecord?
  /// Whom it is for.
  package let audienceGroups: [AudienceGroup]
  package let url: String
  private let changeByStart: [LocalDateTime: ActivityChangeRecord]

  init(_ record: ActivityRecord, unit: Unit, venue: Venue?, changes: [ActivityChangeRecord]) {
    self.record = record
    url = SitePath.activity(record.id).url
    self.unit = unit
    self.venue = venue
    self.changes = changes
    audienceGroups = record.audience.map(AudienceGroup.named) ?? []
    ending = changes.first { $0.change == .ended }
    changeByStart = Dictionary(changes.map { ($0.occursAt, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var id: ActivityID { record.id }
  package var title: String { record.title }
  /// Minutes from start to end.
  package var duration: Int { record.end - record.start }

  func change(at start: LocalDateTime) -> ActivityChangeRecord? { changeByStart[start] }
}

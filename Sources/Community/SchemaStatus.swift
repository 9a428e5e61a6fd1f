package import Vocabulary

extension OccurrenceStatus {
  /// schema.org's `EventStatusType`.
  package var inSchema: String {
    switch self {
    case .scheduled: "https://schema.org/EventScheduled"
    case .moved: "https://schema.org/EventRescheduled"
    case .cancelled: "https://schema.org/EventCancelled"
    case .postponed: "https://schema.org/EventPostponed"
    }
  }
}

import Activities
package import CivilTime
import Vocabulary

/// Whether someone who reads of an activity can still sign up for it or watch it.
package enum Joining: Sendable, Hashable {
  /// It goes on for longer than is looked ahead.
  case open
  /// It has one date, and this is its end.
  case until(LocalDateTime)
  /// It was called off, put off, or is over.
  case closed
}

extension Community {
  package func joining(_ activity: Activity) -> Joining {
    let record = activity.record
    guard record.status == .scheduled else { return .closed }
    let ahead = occurrences(of: activity).filter { $0.end > horizon.localNow }
    guard record.rule == nil, !activity.changes.contains(where: \.isAdded) else { return .open }
    guard let last = ahead.last else { return record.end > horizon.localNow ? .until(record.end) : .closed }
    return last.takesPlace ? .until(last.end) : .closed
  }
}

extension ActivityChangeRecord {
  fileprivate var isAdded: Bool {
    if case .added = change { true } else { false }
  }
}

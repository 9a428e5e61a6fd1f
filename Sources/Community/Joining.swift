import Activities
package import CivilTime
import Vocabulary

/// Whether someone who reads of an activity can still sign up for it, come to it or watch it; of what ends today the reader's clock says so.
package enum Joining: Sendable, Hashable {
  /// It has no last date.
  case open
  /// The end of its last date that takes place.
  case until(LocalDateTime)
  /// It was called off, put off, or is over.
  case closed
}

extension Community {
  /// Years of a series with an end that are looked at for its last date.
  private static let years = 5

  package func joining(_ activity: Activity) -> Joining {
    let record = activity.record
    guard record.status == .scheduled else { return .closed }
    if let rule = record.rule, rule.end == .never, activity.ending == nil { return .open }
    let today = LocalDateTime(horizon.today)
    let far = max(today + Self.years * 366 * 1440, record.end + 1)
    let last = expansion.occurrences(of: activity, in: today..<far).filter(\.takesPlace).map(\.end).max()
    return last.flatMap { $0 > today ? .until($0) : nil } ?? .closed
  }
}

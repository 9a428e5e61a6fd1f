import Activities
package import CivilTime
import Vocabulary

/// Whether someone who reads of an activity can still sign up for it, come to it or watch it.
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
    let now = horizon.localNow
    let far = max(now + Self.years * 366 * 1440, record.end + 1)
    let last = expansion.occurrences(of: activity, in: now..<far).filter(\.takesPlace).map(\.end).max()
    return last.flatMap { $0 > now ? .until($0) : nil } ?? .closed
  }
}

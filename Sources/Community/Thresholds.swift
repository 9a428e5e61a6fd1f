package import CivilTime
import Synchronization

/// What a build's moment was compared with: the soonest time to come at which one of the answers will be another. Up to then the same inputs
/// make the same outputs, but for what states the moment itself.
package final class Thresholds: Sendable {
  private let soonest = Atomic<Int>(.max)

  package init() {}

  /// The soonest of all that were noted; nil where none was.
  package var next: Instant? {
    let seconds = soonest.load(ordering: .relaxed)
    return seconds == .max ? nil : Instant(seconds: seconds)
  }

  /// - Parameter instant: one that is still to come.
  func note(_ instant: Instant) {
    // Most of what is noted is later than what is known.
    guard instant.seconds < soonest.load(ordering: .relaxed) else { return }
    soonest.min(instant.seconds, ordering: .relaxed)
  }
}

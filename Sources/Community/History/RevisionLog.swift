package import CivilTime

/// Dates what is published by comparing it with what was published before: what says something else now has changed now.
package struct RevisionLog: Sendable {
  private let last: PublishedHistory
  private let now: Instant
  /// What the next release will go by.
  package private(set) var noted = PublishedHistory()

  package init(after last: PublishedHistory, now: Instant) {
    self.last = last
    self.now = now
  }

  /// When something last became what it is. It never goes back, and grows by a second at least where the digest is another one.
  ///
  /// - Parameter edited: when its writer says that it was edited last; nil: nobody says.
  package mutating func changed(
    _ kind: PublishedHistory.Kind, _ id: String, digest: String, edited: Instant?
  ) -> Instant {
    let key = PublishedHistory.Key(kind: kind, id: id)
    let known = last.revisions[key]
    let changed = Self.changed(
      digest, edited: edited ?? known?.changed ?? now, before: known.map { ($0.digest, $0.changed) }, now: now)
    noted.note(.init(digest: digest, changed: changed), of: key)
    return changed
  }

  static func changed(
    _ digest: String, edited: Instant, before: (digest: String, changed: Instant)?, now: Instant
  ) -> Instant {
    guard let before else { return edited }
    // Who says when it was edited knows best.
    if before.digest == digest || edited > before.changed { return max(before.changed, edited) }
    return max(now, Instant(seconds: before.changed.seconds + 1))
  }
}

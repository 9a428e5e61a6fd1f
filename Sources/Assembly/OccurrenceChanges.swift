package import Encoding
import Foundation

/// What becomes of occurrences that are public, by two editions of `activities.json`.
package struct OccurrenceChanges: Sendable {
  /// An occurrence as the feed has it.
  package struct Row: Decodable, Sendable, Hashable {
    package let id: String
    package let title: String
    package let status: String
    /// `2026-11-28 10:00:00`.
    package let startsAtLocal: String
    package let endsAtLocal: String
    package let venueName: String?
  }

  package private(set) var cancelled: [Row] = []
  /// To another time or place: as it was, and as it will be.
  package private(set) var moved: [(old: Row, new: Row)] = []
  /// No longer announced, though they have not been yet.
  package private(set) var withdrawn: [Row] = []

  package var isEmpty: Bool { cancelled.isEmpty && moved.isEmpty && withdrawn.isEmpty }

  private struct Feed: Decodable { let data: [Row] }

  /// - Parameters:
  ///   - old, new: the feed's bytes; what is none says nothing.
  ///   - now: the site's local time, as rows have it.
  package init(from old: Bytes?, to new: Bytes?, now: String) {
    guard let old = Self.rows(old), let new = Self.rows(new) else { return }
    let byID = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let isOff: Set = ["cancelled", "postponed"]
    for row in old where row.endsAtLocal > now && !isOff.contains(row.status) {
      guard let now = byID[row.id] else {
        withdrawn.append(row)
        continue
      }
      if isOff.contains(now.status) {
        cancelled.append(now)
      } else if now.startsAtLocal != row.startsAtLocal || now.venueName != row.venueName {
        moved.append((row, now))
      }
    }
  }

  private static func rows(_ bytes: Bytes?) -> [Row]? {
    bytes.flatMap { try? JSONDecoder().decode(Feed.self, from: Data($0)) }?.data
  }
}

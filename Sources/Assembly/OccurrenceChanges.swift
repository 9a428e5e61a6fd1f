package import Artifacts
import Community
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

  /// The feed itself, or, where it is too large for one file, the list of its parts.
  private struct Feed: Decodable {
    struct Part: Decodable { let url: String }
    let data: [Row]?
    let parts: [Part]?
  }

  /// - Parameters:
  ///   - old, new: what files of a release hold, by their paths; where there is no feed, nothing is said.
  ///   - root: the path that the site lies below.
  ///   - now: the site's local time, as rows have it.
  package init(
    from old: (SitePath) -> Bytes?, to new: (SitePath) -> Bytes?, below root: String = "", now: String
  ) {
    guard let old = Self.rows(old, root), let new = Self.rows(new, root) else { return }
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

  private static func rows(_ file: (SitePath) -> Bytes?, _ root: String) -> [Row]? {
    func feed(_ path: SitePath) -> Feed? {
      file(path).flatMap { try? JSONDecoder().decode(Feed.self, from: Data($0)) }
    }
    guard let whole = feed(.activitiesFeed(nil)) else { return nil }
    if let data = whole.data { return data }
    var rows: [Row] = []
    for part in whole.parts ?? [] {
      // One part that can't be read is no sign that its activities were withdrawn.
      guard part.url.hasPrefix(root + "/"), let path = SitePath(file: String(part.url.dropFirst(root.count + 1))),
        let data = feed(path)?.data
      else { return nil }
      rows += data
    }
    return rows
  }
}

import Artifacts
import Community
import Encoding
import FeedFormat
import Parallel

/// A feed of records that are too many for one file: it lists its parts in its place, as that of all activities does. [0072]
enum RecordParts {
  /// Fewer records are one file whatever they say; to know of more, they are written.
  static let least = 500

  static func artifacts<Record: Sendable>(
    _ shape: FeedShape<Record>, _ records: @escaping @Sendable () -> [Record], _ community: Community,
    _ envelope: Envelope, jobs: Jobs
  ) -> [Artifact] {
    let path = SitePath.feed(shape.name)
    let found = records()
    guard found.count > least else {
      return [Artifact(path, .json, .made { envelope.edition(at: path) { shape.feed(records(), $0) }.bytes })]
    }
    let written = jobs.map(found, grain: 64, shape.record)
    let pieces = pieces(of: written.map(\.count))
    guard pieces.count > 1 else {
      return [Artifact(path, .json, .made { envelope.edition(at: path) { shape.feed(records: written, $0) }.bytes })]
    }
    let parts = pieces.enumerated().map { number, range in
      (path: SitePath.feed("\(shape.name)/all/\(pieces.count - number)"), range: range)
    }
    let listed = parts.map { OccurrenceParts.Listed($0.path, community, count: $0.range.count) }
    return [OccurrenceParts.index(at: path, listed, envelope)]
      + parts.map { path, range in
        Artifact(
          path, .json, .made { envelope.edition(at: path) { shape.feed(records: written[range], $0) }.bytes })
      }
  }

  /// Whether any feed of records comes in parts; that of all activities has a rule of its own.
  static func areAny(_ community: Community) -> Bool {
    Feeds.all.contains { $0 != ActivitiesFeed.self && isParted($0, community) }
  }

  private static func isParted(_ feed: (some Feed).Type, _ community: Community) -> Bool {
    let records = feed.records(community)
    guard records.count > least else { return false }
    let shape = feed.shape(community)
    return areSeveral(of: records.count) { shape.record(records[$0]).count }
  }

  /// Whether `pieces` makes more than one. It fills the last first, and no more records are written than that holds.
  static func areSeveral(of count: Int, size: (Int) -> Int) -> Bool {
    var room = OccurrenceParts.bytes
    for index in (0..<count).reversed() {
      let size = size(index) + 2
      if room < size, index + 1 < count { return true }
      room -= size
    }
    return false
  }

  /// Filled from the end, so that what is added in front, as the newest notices are, leaves all parts but the first as they are.
  static func pieces(of sizes: [Int]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var (end, room) = (sizes.count, OccurrenceParts.bytes)
    for index in sizes.indices.reversed() {
      if room < sizes[index] + 2, index + 1 < end {
        found.append((index + 1)..<end)
        (end, room) = (index + 1, OccurrenceParts.bytes)
      }
      room -= sizes[index] + 2
    }
    return (end > 0 ? found + [0..<end] : found).reversed()
  }
}

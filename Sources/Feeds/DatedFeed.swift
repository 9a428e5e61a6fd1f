import Artifacts
import CivilTime
import Community
import Digests
import FeedFormat
import Parallel

/// A feed whose records say when they last changed: when whatever a record says became something else, not its row alone.
protocol DatedFeed: Feed {
  /// - Parameter updated: when a record last changed.
  static func shape(
    _ community: Community, updated: @escaping @Sendable (Record) -> Instant
  ) -> FeedShape<Record>
  static func id(_ record: Record) -> String
  /// By its row.
  static func edited(_ record: Record, in zone: Zone) -> Instant
}

extension DatedFeed {
  static func shape(_ community: Community) -> FeedShape<Record> {
    shape(community) { [zone = community.horizon.zone] in edited($0, in: zone) }
  }

  /// When each last changed, by its id.
  static func updates(_ community: Community, _ log: inout RevisionLog, jobs: Jobs) -> [String: Instant] {
    let undated = shape(community) { _ in Instant(seconds: 0) }
    let records = records(community)
    let digests = jobs.map(records, grain: 64) { Feeds.digest(of: undated.record($0)) }
    var updates: [String: Instant] = [:]
    for (record, digest) in zip(records, digests) {
      let id = id(record)
      updates[id] = log.changed(
        .record, "\(undated.name)/\(id)", digest: digest, edited: edited(record, in: community.horizon.zone))
    }
    return updates
  }

  static func shape(_ community: Community, _ updates: [String: Instant]) -> FeedShape<Record> {
    shape(community) { [zone = community.horizon.zone] in updates[id($0)] ?? edited($0, in: zone) }
  }

  static func artifacts(
    _ community: Community, _ envelope: Envelope, _ log: inout RevisionLog, jobs: Jobs
  ) -> [Artifact] {
    let updates = updates(community, &log, jobs: jobs)
    return RecordParts.artifacts(
      shape(community, updates), { records(community) }, community, envelope, jobs: jobs)
  }
}

extension Feeds {
  /// 64 bits: enough to see that something is another, and nobody is to be kept from forging it.
  static func digest(of bytes: some Collection<UInt8>) -> String { String(SHA256.hexadecimal(bytes).prefix(16)) }
}

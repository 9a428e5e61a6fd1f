import Artifacts
import Community
import FeedFormat
import Parallel

/// A feed of version 1: what its records say, and which there are. Its file, its schema and its place in the index follow from `Feeds.all`.
protocol Feed: Sendable {
  associatedtype Record: Sendable
  static func shape(_ community: Community) -> FeedShape<Record>
  /// In the order in which they stand.
  static func records(_ community: Community) -> [Record]
  /// Its files: `/feeds/v1/<name>.json`, unless it says otherwise.
  ///
  /// - Parameter log: dates what says when it last changed.
  static func artifacts(
    _ community: Community, _ envelope: Envelope, _ log: inout RevisionLog, jobs: Jobs
  ) -> [Artifact]
}

extension Feed {
  static func artifacts(
    _ community: Community, _ envelope: Envelope, _: inout RevisionLog, jobs: Jobs
  ) -> [Artifact] {
    RecordParts.artifacts(shape(community), { records(community) }, community, envelope, jobs: jobs)
  }
}

import Artifacts
import Community
import Encoding
import FeedFormat

/// `/feeds/v1/activities.json`, and the same for each way in which the schedule can be narrowed down: `/feeds/v1/activities/venue/<id>.json`.
enum FilteredFeeds {
  static func artifacts(_ community: Community, _ envelope: Envelope) -> [Artifact] {
    let shape = ActivitiesFeed.shape(community)
    // An occurrence stands in some eight feeds: it is written once.
    let written = community.occurrences.map { community.horizon.isOver($0.end) ? nil : shape.record($0) }
    let all = Artifact(
      .activitiesFeed(nil), .json,
      .made { shape.feed(records: written.compactMap { $0 }, envelope) })
    return [all]
      + community.filters.map { filter in
        let part = community.indicesByFilter[filter] ?? []
        return Artifact(
          .activitiesFeed(filter), .json,
          .made { shape.feed(records: part.compactMap { written[$0] }, envelope) })
      }
  }
}

import Artifacts
import Community
import Encoding
import FeedFormat

/// `/feeds/v1/activities.json`, and the same for each way in which the schedule can be narrowed down: `/feeds/v1/activities/venue/<id>.json`.
enum FilteredFeeds {
  static func artifacts(_ community: Community, _ envelope: Envelope) -> [Artifact] {
    let shape = ActivitiesFeed.shape(community)
    let records = ActivitiesFeed.records(community)
    // An occurrence stands in some eight feeds: it is written once.
    let written = records.map(shape.record)
    var parts: [OccurrenceFilter: [Int]] = [:]
    for (index, occurrence) in records.enumerated() {
      for filter in community.filters(of: occurrence) { parts[filter, default: []].append(index) }
    }
    let all = Artifact(
      .at("feeds/v1/\(shape.name).json"), .json,
      .made { shape.feed(records: written.indices.map { written[$0] }, envelope) })
    return [all]
      + community.filters.map { filter in
        let part = parts[filter] ?? []
        return Artifact(
          .at("feeds/v1/activities/\(filter.path.joined(separator: "/")).json"), .json,
          .made { shape.feed(records: part.map { written[$0] }, envelope) })
      }
  }
}

import Activities
package import Artifacts
package import Community
import Content
import FeedFormat
package import Parallel

/// All feeds and calendars of a community, each with its schema.
package enum Feeds {
  /// The feeds of version 1. A new one is a file of its own and a line here.
  static let all: [any Feed.Type] =
    [
      ActivitiesFeed.self, NoticesFeed.self, ServicesFeed.self, VenuesFeed.self, BrandsFeed.self, MetricsFeed.self,
      MeasuresFeed.self,
      RostersFeed.self, ShiftsFeed.self, MetricHistoryFeed.self, AlmanacFeed.self, ListsFeed.self,
      OffersFeed.self,
      MattersFeed.self, LedgerFeed.self, DutiesFeed.self, UnitsFeed.self, PostsFeed.self, AddressesFeed.self,
      TeamsFeed.self, PointsFeed.self, CouncilsFeed.self, PartnersFeed.self, VideosFeed.self,
    ] + PublicTables.feeds

  /// The files that `/feeds/v1/index.json` lists, and what the next release is to know of them.
  package static func make(
    _ community: Community, jobs: Jobs = Jobs(1)
  ) -> (artifacts: [Artifact], noted: PublishedHistory) {
    let envelope = Envelope(community)
    var log = RevisionLog(after: community.published, now: community.horizon.stamp)
    let syndication = SyndicationFeeds(community, &log)
    let updates = ActivitiesFeed.updates(community, &log, jobs: jobs)
    var artifacts = ActivitiesFeed.artifacts(community, envelope, updates: updates, jobs: jobs)
    for feed in all where feed != ActivitiesFeed.self {
      artifacts += feed.artifacts(community, envelope, &log, jobs: jobs)
    }
    artifacts += [
      Artifact(.at("feed.json"), .jsonFeed, .made { syndication.jsonFeed() }),
      Artifact(.at("atom.xml"), .atom, .made { syndication.atom() }),
    ]
    artifacts += RSSFeeds(community, updates: updates).artifacts() + XiboFeeds(community).artifacts()
    artifacts += ConcertoFeeds(community).artifacts() + [CAPFeed(community).artifact()]
    artifacts += Calendars(community, &log, jobs: jobs).artifacts() + ServiceDirectory(community, &log).artifacts()
    let exchange = ExchangeFeeds(community)
    var noted = log.noted
    noted.exchanges = exchange.noted
    return (artifacts + exchange.artifacts, noted)
  }

  /// The schemas of the feeds and of their index.
  package static func schemas(_ community: Community) -> [Artifact] {
    let baseURL = community.site.baseURL
    return all.map { schema($0, community: community, baseURL: baseURL) }
      + [FeedIndex.schema(baseURL: baseURL), ReleaseFile.schema(baseURL: baseURL)]
      + (ActivitiesFeed.isParted(community) || RecordParts.areAny(community)
        ? [OccurrenceParts.schema(baseURL: baseURL)] : [])
  }

  private static func schema(_ feed: (some Feed).Type, community: Community, baseURL: String) -> Artifact {
    feed.shape(community).schema(baseURL: baseURL)
  }
}

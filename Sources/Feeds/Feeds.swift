import Artifacts
import Community
import Encoding
import FeedFormat

/// All feeds and calendars of a community, each with its schema.
package enum Feeds {
  /// The files that `/feeds/v1/index.json` lists.
  package static func artifacts(_ community: Community) -> [Artifact] {
    let envelope = Envelope(community)
    let syndication = SyndicationFeeds(community)
    return FilteredFeeds.artifacts(community, envelope) + [
      feed(NoticesFeed.shape(community), envelope) { community.pages.currentNotices },
      feed(ServicesFeed.shape(community), envelope) { community.services },
      feed(VenuesFeed.shape(community), envelope) { community.venues },
      feed(BrandsFeed.shape(community), envelope) { community.pages(of: .brand).filter { !$0.isExpired } },
      feed(MetricsFeed.shape(community), envelope) { community.metrics },
      feed(RostersFeed.shape(), envelope) { RostersFeed.records(community) },
      feed(MetricHistoryFeed.shape(), envelope) { MetricHistoryFeed.records(community) },
      feed(HonoursFeed.shape(), envelope) { community.honours },
      feed(AlmanacFeed.shape(), envelope) { AlmanacFeed.records(community) },
      Artifact(.at("feed.json"), .jsonFeed, .made { syndication.jsonFeed() }),
      Artifact(.at("atom.xml"), .atom, .made { syndication.atom() }),
    ] + RSSFeeds(community).artifacts() + XiboFeeds(community).artifacts() + ConcertoFeeds(community).artifacts()
      + [CAPFeed(community).artifact()]
      + Calendars(community).artifacts()
  }

  /// The schemas of the feeds and of their index.
  package static func schemas(_ community: Community) -> [Artifact] {
    let baseURL = community.site.baseURL
    return [
      ActivitiesFeed.shape(community).schema(baseURL: baseURL), NoticesFeed.shape(community).schema(baseURL: baseURL),
      ServicesFeed.shape(community).schema(baseURL: baseURL), VenuesFeed.shape(community).schema(baseURL: baseURL),
      BrandsFeed.shape(community).schema(baseURL: baseURL), MetricsFeed.shape(community).schema(baseURL: baseURL),
      RostersFeed.shape().schema(baseURL: baseURL), MetricHistoryFeed.shape().schema(baseURL: baseURL),
      HonoursFeed.shape().schema(baseURL: baseURL), AlmanacFeed.shape().schema(baseURL: baseURL),
      FeedIndex.schema(baseURL: baseURL),
    ]
  }

  private static func feed<Record>(
    _ shape: FeedShape<Record>, _ envelope: Envelope, _ records: @escaping @Sendable () -> [Record]
  ) -> Artifact {
    Artifact(.at("feeds/v1/\(shape.name).json"), .json, .made { shape.feed(records(), envelope) })
  }
}

import Artifacts
import Community
import Content
import Encoding
import Words

extension PageMarkup {
  /// The page of data: what there is to have, as a `Dataset` of schema.org with a `DataDownload` for each file.
  func dataset(_ feeds: [ReleaseFeed], head: PageHead, json: inout JSONWriter) {
    json.object { json in
      json.field("@type", "Dataset")
      json.field("@id", site.baseURL + head.path.url)
      json.field("name", "\(head.title) · \(site.title)")
      json.field("url", site.baseURL + head.path.url)
      json.field("description", site.words.dataLead)
      json.field("inLanguage", site.language.tag)
      json.field("isAccessibleForFree", true)
      if let license = community.site.license { json.field("license", license) }
      if let publisher = site.unitName ?? site.sponsor {
        json.key("publisher")
        json.object { json in
          json.field("@type", "GovernmentOrganization")
          json.field("name", publisher)
          json.field("url", site.baseURL + "/")
        }
      }
      json.key("distribution")
      json.array(feeds) { json, feed in
        json.object { json in
          json.field("@type", "DataDownload")
          json.field("name", feed.path.file)
          let item = Self.opportunity(feed.path)
          if let item { json.field("additionalType", item) }
          json.field("encodingFormat", item == nil ? feed.mediaType.essence : Self.exchangeType)
          json.field("contentUrl", site.baseURL + feed.path.url)
        }
      }
    }
  }

  /// Realtime Paged Data Exchange 1.0, by which programs know its feeds among others.
  private static let exchangeType = "application/vnd.openactive.rpde+json; version=1"

  /// What the items of a feed of changes are.
  private static func opportunity(_ path: SitePath) -> String? { opportunities[path] }

  private static let opportunities: [SitePath: String] = [
    .exchange("session-series"): "https://openactive.io/SessionSeries",
    .exchange("scheduled-sessions"): "https://openactive.io/ScheduledSession",
    .exchange("events"): "https://schema.org/Event",
  ]
}

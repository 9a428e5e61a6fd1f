import Artifacts
import CivilTime
import Community
import Content
import Encoding
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/openactive/…`: series, their sessions and single events in the words of OpenActive's Modelling Opportunity Data 2.0, as pages of
/// the Realtime Paged Data Exchange 1.0. Made where the site states a licence, which every page of that exchange has to name. [0083]
struct ExchangeFeeds {
  /// Items, and bytes of them, on one page.
  static let most = (items: 500, bytes: 800_000)

  let artifacts: [Artifact]
  /// What the next release goes on from, by feed.
  let noted: [String: ExchangeHistory]

  init(_ community: Community) {
    guard let license = community.site.license else {
      self.artifacts = []
      self.noted = [:]
      return
    }
    let opportunities = Opportunities(community)
    var made = [opportunities.concepts(license: license)]
    var histories: [String: ExchangeHistory] = [:]
    for feed in [opportunities.series, opportunities.sessions, opportunities.events] {
      let last = community.published.exchanges[feed.name] ?? ExchangeHistory()
      let history = last.following(
        feed.records.map { .init(id: $0.id, digest: Feeds.digest(of: $0.data), bytes: $0.data.count + 120) },
        community.horizon, most: Self.most)
      histories[feed.name] = history
      made += Self.artifacts(feed, history, license: license, baseURL: community.site.baseURL)
    }
    artifacts = made
    noted = histories
  }

  private static func artifacts(
    _ feed: Opportunities.Feed, _ history: ExchangeHistory, license: String, baseURL: String
  ) -> [Artifact] {
    let data = Dictionary(feed.records.map { ($0.id, $0.data) }, uniquingKeysWith: { first, _ in first })
    return history.pages.map { page in
      Artifact(
        .exchange(feed.name, after: page.after), .json,
        .made {
          let items = page.ids.map { id in
            ExchangeItem(
              id: id, kind: feed.kind, modified: history.items[id]?.position.generation ?? 0,
              data: history.items[id]?.digest == nil ? nil : data[id])
          }
          var json = JSONWriter()
          json.object { json in
            json.field("next", baseURL + SitePath.exchange(feed.name, after: page.next).url)
            json.key("items")
            json.array(items) { json, item in
              json.lineBreak()
              item.write(to: &json)
            }
            json.field("license", license)
          }
          return json.file
        })
    }
  }
}

/// An item of the exchange.
private struct ExchangeItem {
  let id: String
  let kind: String
  let modified: Int
  /// nil: it is gone.
  let data: Bytes?

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("state", data == nil ? "deleted" : "updated")
      json.field("kind", kind)
      json.field("id", id)
      json.field("modified", modified)
      if let data {
        json.key("data")
        json.value(json: data)
      }
    }
  }
}

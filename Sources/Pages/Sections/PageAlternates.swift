import Artifacts
import Community
import Content
import Vocabulary
import Words

/// Which feeds and calendars say what a page says: for the page's head. Which there are is decided by `Subscriptions`; here only which page names them.
struct PageAlternates: Sendable {
  private let byPage: [SitePath: [AlternateView]]
  /// The newest notices, as feed readers take them: named where notices stand.
  let ofNotices: [AlternateView]

  subscript(path: SitePath) -> [AlternateView] { byPage[path] ?? [] }

  init(_ community: Community) {
    let words = community.words
    var byPage: [SitePath: [AlternateView]] = [:]
    func calendars(_ scope: CalendarScope, _ title: String) -> [AlternateView] {
      let offered = community.subscriptions
      let rules = AlternateView(title: "\(title) · iCalendar", path: .calendar(scope), mediaType: .calendar)
      let single = AlternateView(
        title: "\(title) · iCalendar\(words.gap)\(words.singleDates)", path: .calendar(scope, isExpanded: true),
        mediaType: .calendar)
      guard offered.offers(scope) else { return [] }
      return offered.offers(scope, isExpanded: true) ? [rules, single] : [rules]
    }
    func data(_ title: String, _ paths: SitePath...) -> [AlternateView] {
      paths.map { AlternateView(title: "\(title) · JSON", path: $0, mediaType: .json) }
    }
    func rss(_ title: String, _ name: String) -> AlternateView {
      AlternateView(title: "\(title) · RSS", path: .at("feeds/rss/\(name).xml"), mediaType: .rss)
    }
    byPage[.schedule] =
      calendars(.all, words.activities) + data(words.activities, .activitiesFeed(nil)) + [
        rss(words.activities, "activities")
      ]
    for filter in community.filters {
      let title = community.title(of: filter)
      byPage[.schedule(filter)] =
        calendars(.filtered(filter), title)
        + (community.subscriptions.feeds.contains(filter) ? data(title, .activitiesFeed(filter)) : [])
    }
    for activity in community.activities where community.subscriptions.offers(.activity(activity.id)) {
      byPage[.activity(activity.id)] = calendars(.activity(activity.id), activity.title)
    }
    let title = community.site.title
    ofNotices = [
      AlternateView(title: title, path: .at("feed.json"), mediaType: .jsonFeed),
      AlternateView(title: title, path: .at("atom.xml"), mediaType: .atom),
    ]
    byPage[.home] = ofNotices
    byPage[.section(.notice)] = ofNotices + data(words.notices, .feed("notices")) + [rss(words.notices, "notices")]
    let ofKinds: [(PageKind, [SitePath])] = [
      (.menu, [.feed("services"), .services("services")]), (.venue, [.feed("venues")]), (.brand, [.feed("brands")]),
      (.partner, [.feed("partners")]), (.team, [.feed("teams")]), (.council, [.feed("councils")]),
      (.list, [.feed("lists"), .feed("offers"), .feed("matters")]),
    ]
    for (kind, paths) in ofKinds {
      byPage[.section(kind)] = paths.flatMap { data(words.label(kind), $0) }
    }
    byPage[.units] = data(words.units, .feed("units"), .feed("posts"), .services("organizations"))
    byPage[.status] = data(words.screenStatus, .feedIndex, .releaseFile)
    self.byPage = byPage
  }
}

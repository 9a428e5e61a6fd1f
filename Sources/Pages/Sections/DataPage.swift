package import Artifacts
import Community
import Content
import Vocabulary
import Words

/// A feed or calendar of the release, as the page of data lists it.
package struct ReleaseFeed: Sendable {
  package let path: SitePath
  package let mediaType: MediaType

  package init(_ path: SitePath, _ mediaType: MediaType) {
    self.path = path
    self.mediaType = mediaType
  }
}

/// `/feeds/`: what of the site is there for other programs. Parts of a feed stand in the feed, calendars and feeds of a place, a unit, an activity on
/// its page, and here only those of the whole site.
struct DataPage {
  private let context: PortalContext
  private let groups: [(title: String, feeds: [ReleaseFeed])]

  init(_ context: PortalContext, _ feeds: [ReleaseFeed]) {
    self.context = context
    groups = Self.groups(feeds.sorted { $0.path < $1.path }, context.words)
  }

  func artifact() -> Artifact {
    var head = PageHead(path: .data, title: context.words.openData, description: context.words.dataLead)
    head.subject = .data(groups.flatMap(\.feeds))
    let files = groups.map { group in
      DataGroupView(
        title: group.title,
        files: group.feeds.map { feed in
          AlternateView(title: Self.title(of: feed), path: feed.path, mediaType: feed.mediaType)
        })
    }
    // A theme's head names these two on every page.
    head.alternates = files.flatMap(\.files).filter { $0.mediaType != .atom && $0.mediaType != .jsonFeed }
    return context.page(head, template: "data") { [license = context.community.site.license] in
      DataView(groups: files, license: license)
    }
  }

  /// The file's own name: it is what programs ask for.
  private static func title(of feed: ReleaseFeed) -> String { feed.path.file }

  private static func groups(_ feeds: [ReleaseFeed], _ words: any Words) -> [(title: String, feeds: [ReleaseFeed])] {
    let whole = feeds.filter { isWhole($0.path) }
    func of(_ folders: String...) -> [ReleaseFeed] {
      whole.filter { feed in folders.contains { feed.path.file.hasPrefix($0) } }
    }
    let readers = whole.filter { $0.mediaType == .atom || $0.mediaType == .jsonFeed || $0.mediaType == .rss }
    let data = of("feeds/v1/").filter { !$0.path.file.hasPrefix("feeds/v1/screens/") }
    let found: [(title: String, feeds: [ReleaseFeed])] = [
      (words.dataFeeds, data), (words.dataCalendars, of("calendar/")), (words.dataReaders, readers),
      (words.dataServices, of("feeds/hsds/")), (words.dataSessions, of("feeds/openactive/")),
      (words.dataSignage, of("feeds/v1/screens/", "feeds/xibo/", "feeds/concerto/", "feeds/cap.xml")),
    ]
    return found.filter { !$0.feeds.isEmpty }
  }

  /// `feeds/v1/notices.json`, but not `feeds/v1/activities/venue/hall.json`.
  private static func isWhole(_ path: SitePath) -> Bool {
    let parts = path.file.split(separator: "/")
    switch parts.first {
    case "calendar": return parts.count == 2 || (parts.count == 3 && parts[1] == "expanded")
    case "feeds": return parts.count <= 3 || (parts.count == 4 && parts[2] == "screens")
    default: return true
    }
  }
}

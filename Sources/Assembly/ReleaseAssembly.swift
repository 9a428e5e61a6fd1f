import Artifacts
import Community
import Content
import Diagnostics
import Encoding
import Feeds
import Pages
import Parallel
import Screens
import Search
import Signing

/// Joins what the rooms made to one release: feeds with their index, pages with their map.
struct ReleaseAssembly {
  private let community: Community
  /// Signs the index, where the site has a key; screens are signed by their room.
  private let signer: FeedSigner?
  private let jobs: Jobs
  private let screens: Screens
  private let feeds: [Artifact]
  /// What the next release is to know of this one.
  let noted: PublishedHistory
  private let fixed: [Artifact]

  init(community: Community, screens: Screens, signer: FeedSigner?, jobs: Jobs) {
    self.community = community
    self.signer = signer
    self.jobs = jobs
    self.screens = screens
    let (made, events) = Feeds.make(community, jobs: jobs)
    var noted = community.notedPages
    noted.merge(events)
    self.noted = noted
    feeds = made + screens.feeds()
    fixed = Feeds.schemas(community) + Screens.schemas(community) + screens.pages() + [ReleaseFile.artifact(community)]
  }

  /// Pages that nobody should be led to by a search.
  private static let unlisted: Set<SitePath> = [SitePath.notFound, .search, .status]

  /// All paths of the release, before anything is rendered.
  func paths(pages: [Artifact]) -> [SitePath] {
    (pages + feeds + fixed).map(\.path) + indexes + [SiteMap.path, SiteMap.robotsPath]
  }

  /// The feeds and calendars that the page of data may list, with their index.
  var listedFeeds: [ReleaseFeed] {
    [ReleaseFeed(.feedIndex, .json), ReleaseFeed(.releaseFile, .json)]
      + feeds.map { ReleaseFeed($0.path, $0.mediaType) }
  }

  /// The index of feeds and its parts.
  private var indexes: [SitePath] { [.feedIndex] + IndexParts.parts(of: feeds.map(\.path)).map(\.path) }

  /// Addresses that a disk of Windows can't hold: `/notices/con/`. A page whose file is called so has been reported.
  func windowsNames(_ paths: [SitePath]) -> [Diagnostic] {
    var seen: Set<Substring> = []
    return paths.compactMap { path in
      guard WindowsName.mayBeFault(in: path.file) else { return nil }
      let named = path.file.split(separator: "/").first { WindowsName.fault($0) != nil }
      guard let named, seen.insert(named).inserted else { return nil }
      let page = community.sources.first { $0.path == path }
      if let page, page.file.split(separator: "/").contains(where: { WindowsName.fault($0) != nil }) { return nil }
      return .warning(
        "page.windows-name", zh: "网址 \(path.url) 里的“\(named)”是 Windows 存不了的名称：网站拷到 Windows 上就缺这一处",
        en: "Windows can't hold the name “\(named)” in \(path.url): a copy of the site there lacks it",
        hint: Message(
          zh: page == nil ? "换一个编号" : "用 slug 换一个网址，如 slug: \(named)-1",
          en: page == nil ? "choose another id" : "give it another address, like `slug: \(named)-1`"),
        at: .file(path: page?.readFrom ?? community.site.database))
    }
  }

  /// Two rooms that claim one path: a page with a slug like `schedule`.
  func collisions(_ paths: [SitePath]) -> [Diagnostic] {
    var seen = Set<SitePath>()
    let twice = paths.filter { !seen.insert($0).inserted }
    let aliases = Dictionary(
      community.pages.all.flatMap(\.page.aliases).map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
    if twice.isEmpty, aliases.isEmpty { return [] }
    // Those have been reported.
    let known = Set(community.pages.all.map(\.page).filter(\.isInProgramsPlace).map(\.path))
    // A file can't have a page below it: /robots.txt/.
    let files = Set(paths.map(\.url))
    let below = aliases.keys.filter { alias in
      var parent = alias.url
      while let slash = parent.lastIndex(of: "/"), slash > parent.startIndex {
        parent = String(parent[..<slash])
        if files.contains(parent) { return true }
      }
      return false
    }.sorted { $0.url < $1.url }
    return (twice.filter { !known.contains($0) } + below).map { path in
      if let alias = aliases[path] {
        return .error(
          "page.alias-in-use", zh: "网址 \(path.url) 还在使用，不能引到别处", en: "\(path.url) is in use and can't lead elsewhere",
          hint: Message(zh: "从 aliases 里删去它", en: "take it out of aliases"), at: alias.location)
      }
      let page = community.sources.first { $0.path == path }
      return .error(
        "page.reserved-url", zh: "网址 \(path.url) 是系统页面，不能占用",
        en: "\(path.url) belongs to a page that is made by the program",
        hint: Message(zh: "换一个 slug 或文件名", en: "choose another slug or file name"),
        at: page.map { .file(path: $0.file, line: 1, column: 1) })
    }
  }

  /// - Returns: one for each path, and what else the next release is to know of this one.
  func artifacts(pages: [Artifact]) -> (all: [Artifact], noted: PublishedHistory) {
    screens.workOut()
    // The index states each feed's digest, so feeds are made now; pages are made when they are written.
    let made = jobs.map(feeds, grain: 4) { feed -> (entry: FeedIndex.Entry, artifact: Artifact) in
      guard case .made(let make) = feed.body else { preconditionFailure("a feed is made") }
      let bytes = make()
      let entry = FeedIndex.Entry(feed.path, feed.mediaType, bytes)
      // What is put together of events and records that others share is so again when it is written: held whole it would be half of a large site's memory.
      return (entry, Self.isShared(feed.path) ? feed : Artifact(feed.path, feed.mediaType, .bytes(bytes)))
    }
    let index = FeedIndex.files(community, feeds: made.map(\.entry), sign: signed)
    let indexes =
      [Artifact(.feedIndex, .json, .bytes(index.index))]
      + index.parts.map { Artifact($0.entry.path, .json, .bytes($0.bytes)) }
    let unlisted = Self.unlisted.union(community.pages.all.flatMap(\.page.aliases).map(\.path))
    let map = SiteMap(
      community, pages: pages.filter { $0.mediaType == .html && !$0.path.isShort && !unlisted.contains($0.path) })
    let feeds = made.map(\.artifact)
    let search = community.site.hasSearch ? SearchIndex(community, jobs: jobs).artifacts() : []
    let pages =
      PagesUnderPath(baseURL: community.site.baseURL).map { under in pages.map { under.applied(to: $0) } } ?? pages
    var noted = PublishedHistory()
    noted.editions = FeedIndex.editions(of: made.map(\.entry) + index.parts.map(\.entry), community)
    return ((pages + fixed + feeds + indexes + map.artifacts() + search).sorted { $0.path < $1.path }, noted)
  }

  private static func isShared(_ path: SitePath) -> Bool {
    path.file.hasPrefix("calendar/") || path.file.hasPrefix("feeds/v1/activities")
  }

  /// What `artifacts` makes, each file when it is asked for.
  func shelf(pages: [Artifact]) -> ArtifactShelf {
    let under = PagesUnderPath(baseURL: community.site.baseURL)
    let all = Once { [self] in
      Dictionary(artifacts(pages: pages).all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
    // The index and the map are made of all others.
    let late = indexes + [SiteMap.path, SiteMap.robotsPath]
    return ArtifactShelf(
      pages.map { under?.applied(to: $0) ?? $0 } + fixed + feeds, late: late, all: all)
  }

  private func signed(_ document: Bytes) -> Bytes { signer?.sign(document) ?? document }
}

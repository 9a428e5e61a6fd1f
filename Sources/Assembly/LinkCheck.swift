import Activities
import CivilTime
import Community
import Content
import Diagnostics
import Encoding
import Markdown
import PublicText
import Vocabulary

/// Every link of a page to this site leads to something that this release publishes, and every picture is there.
struct LinkCheck {
  private let content: Content
  private let community: Community
  /// All URL paths of the release.
  private let paths: Set<String>
  private lazy var pages = Dictionary(
    (community.sources + content.sources + content.supersedingSources).map { ($0.url, $0) },
    uniquingKeysWith: { first, _ in first })
  /// Where pages would stand that are held back for want of approval.
  private let heldURLs: Set<String>
  /// Pages that are public later.
  private let ahead: [Page]
  /// Of notices among them that wait for the day that they bear.
  private let datedAhead: Set<String>
  /// How many links may still be compared with all paths: a site whose every link is broken has another problem than its spelling.
  private var suggestionsLeft = 200

  init(content: Content, community: Community, paths: Set<String>) {
    self.content = content
    self.community = community
    self.paths = paths
    heldURLs = content.heldURLs
    func isAhead(_ time: LocalDateTime?) -> Bool { time.map { !community.horizon.hasCome($0) } ?? false }
    ahead = content.pages.filter { page in
      !page.isDraft && (isAhead(page.publishAt) || (page.kind == .notice && isAhead(page.publishedAt)))
    }
    datedAhead = Set(ahead.filter { !isAhead($0.publishAt) }.map(\.url))
  }

  mutating func problems() -> [Diagnostic] {
    let images = Set(community.images.map(\.name))
    var problems: [Diagnostic] = []
    for page in community.sources {
      problems += self.problems(
        page.body.links, of: page.readFrom, lineOffset: page.bodyLineOffset, base: page.url, images: images)
      problems += codes(of: page, images)
    }
    // What is held back is read by those who approve it: its links are followed too. That they lead to what waits as well is no problem.
    for page in content.held.compactMap(\.present) {
      problems += self.problems(
        page.body.links, of: page.readFrom, lineOffset: page.bodyLineOffset, base: page.url, images: images
      )
      .filter { $0.severity == .error || $0.code != Self.notPublic }
    }
    // What is public later is to be right then: nobody looks at it on that day.
    for page in ahead {
      problems += self.problems(
        page.body.links.filter { !$0.isImage }, of: page.readFrom, lineOffset: page.bodyLineOffset, base: page.url,
        images: images
      ).filter { $0.severity == .error && $0.code != Self.notPublic }
    }
    // Where such a page would stand is not known: only what begins with a slash can be followed.
    for page in content.unreadablePages {
      let links = page.links.filter { $0.destination.hasPrefix("/") }
      problems += self.problems(links, of: page.file, lineOffset: page.bodyLineOffset, base: "/", images: images)
    }
    return problems + pagesOfRows() + addressesOfRows() + videos()
  }

  private mutating func problems(
    _ links: [Document.Link], of file: String, lineOffset: Int, base: String, images: Set<String>
  ) -> [Diagnostic] {
    links.compactMap { link in
      let location = Location.file(path: file, line: link.line + lineOffset, column: link.column)
      return link.isImage
        ? problem(image: link.destination, images, location)
        : problem(link: link.destination, base: base, images, location)
    }
  }

  /// What a code opens is there: on paper nobody can mend it.
  private mutating func codes(of page: PageSource, _ images: Set<String>) -> [Diagnostic] {
    page.dataBlocks.compactMap { block in
      guard case .code(let url, _) = block.query else { return nil }
      let line = Int(page.body.nodes[block.node].line) + page.bodyLineOffset
      return problem(link: url, base: page.url, images, .file(path: page.readFrom, line: line, column: 1))
    }
  }

  /// Addresses that rows have readers open.
  private func addressesOfRows() -> [Diagnostic] {
    let database = community.site.database
    var named: [(table: String, key: String, column: String, address: String?)] = []
    for activity in community.activities {
      named.append(("activity", "id=\(activity.id.text)", "online_url", activity.record.onlineURL))
      named.append(("activity", "id=\(activity.id.text)", "signup_url", activity.record.signupURL))
      named += activity.changes.compactMap { change in
        guard let video = change.videoURL else { return nil }
        let key = "activity_id=\(activity.id.text),occurs_at=\(TimeText.local(change.occursAt))"
        return ("activity_change", key, "video_url", video)
      }
    }
    named += community.lists.offers.map { ("offer", "id=\($0.record.id.text)", "url", $0.record.url) }
    return named.compactMap { table, key, column, address in
      address.flatMap { local($0, .row(database: database, table: table, key: key, column: column)) }
    }
  }

  /// Recordings that pages offer.
  private func videos() -> [Diagnostic] {
    community.sources.flatMap { page in
      page.videos.compactMap { local($0.url, .file(path: page.readFrom, line: 1, column: 1)) }
    }
  }

  /// The pages that rows name are there too.
  private mutating func pagesOfRows() -> [Diagnostic] {
    let lists = community.lists
    let named: [(table: String, id: String, page: String?)] =
      community.activities.map { ("activity", $0.id.text, $0.record.page) }
      + lists.all.map { ("list", $0.id.text, $0.record.page) }
      + lists.offers.filter { $0.list != nil }.map { ("offer", $0.record.id.text, $0.record.page) }
      + lists.matters.map { ("matter", $0.record.id.text, $0.record.page) }
    var problems: [Diagnostic] = []
    for (table, id, page) in named {
      guard let page else { continue }
      let path = String(page.prefix { $0 != "#" })
      if paths.contains(path) { continue }
      let place = Location.row(database: community.site.database, table: table, key: "id=\(id)", column: "page")
      if heldURLs.contains(path), let waiting = pages[path] {
        problems.append(held(waiting, place))
        continue
      }
      if datedAhead.contains(path), let waiting = pages[path] {
        problems.append(ahead(waiting, place))
        continue
      }
      problems.append(
        .error(
          "link.broken", zh: "没有网址为 \(page) 的页面", en: "there is no page at \(page)", hint: suggestion(for: page),
          at: place))
    }
    return problems
  }

  private func problem(image: String, _ images: Set<String>, _ location: Location) -> Diagnostic? {
    if images.contains(image) || images.contains(PercentEncoding.decoded(image)) || isExternal(image) { return nil }
    return MissingImage.problem(image, among: images, at: location)
  }

  private mutating func problem(
    link: String, base: String, _ images: Set<String>, _ location: Location
  ) -> Diagnostic? {
    // Nearly all links are written as they should be.
    if paths.contains(link) { return nil }
    if isExternal(link) { return local(link, location) }
    let path = link.hasPrefix("#") ? base : Self.resolve(link, against: base)
    if paths.contains(path) { return problem(anchorOf: link, on: path, location) }
    if images.contains(path) { return nil }
    // Files have a check of their own, of pages that are not public too.
    if NamedFile.name(of: link) != nil { return nil }
    // A page that could not be read is reported on its own.
    if content.unreadable.contains(String(path.split(separator: "/").last ?? "")) { return nil }
    if let hidden = pages[path] {
      if heldURLs.contains(path) { return held(hidden, location) }
      if datedAhead.contains(path) { return ahead(hidden, location) }
      return .error(
        Self.notPublic, zh: "所链接的页面 \(hidden.file) 现在不公开",
        en: "the page it links to, \(hidden.file), is not public now",
        hint: Message(
          zh: "等它公开后再链接，或去掉它的 draft、publishAt", en: "link to it when it is, or drop its draft or publishAt"),
        at: location)
    }
    return .error(
      "link.broken", zh: "没有网址为 \(path) 的页面", en: "there is no page at \(path)", hint: suggestion(for: path),
      at: location)
  }

  /// What opens on the desk where it was written, and nowhere else.
  private func local(_ link: String, _ location: Location) -> Diagnostic? {
    guard WebAddress.mayBeLocal(link), case .web(let host, _) = WebAddress.of(link), WebAddress.isLocal(host: host)
    else { return nil }
    return .warning(
      "link.local", zh: "\(host) 是本机或内网的地址，读者打不开",
      en: "\(host) is an address of this machine or network: readers can't open it",
      hint: Message(
        zh: "链接本站的页面只写路径，如 /notices/；别的写公开的网址",
        en: "to link to a page of this site write its path, like /notices/; else a public address"),
      at: location)
  }

  private static let notPublic = "link.not-public"

  /// A page that waits for its approval holds up no other: who wrote the link can do nothing about it.
  private func held(_ page: PageSource, _ location: Location) -> Diagnostic {
    .warning(
      Self.notPublic, zh: "所链接的页面 \(page.file) 还没有批准，读者现在打不开",
      en: "the page it links to, \(page.file), is not approved yet: readers can't open it now",
      hint: Message(zh: "催办审批：gongshi waiting 列出等谁签", en: "`gongshi waiting` lists whose signature it waits for"),
      at: location)
  }

  /// It stands there from its day on by itself: until then the link leads nowhere, and no longer.
  private func ahead(_ page: PageSource, _ location: Location) -> Diagnostic {
    .warning(
      Self.notPublic, zh: "所链接的公告 \(page.file) 落款日期还没到，读者现在打不开",
      en: "the notice it links to, \(page.file), is dated ahead: readers can't open it before that day",
      hint: Message(
        zh: "到那天会自动公开；要现在公开，把 date 改成今天", en: "it is public from that day on; to publish it now, date it today"),
      at: location)
  }

  /// Of pages with a text of their own it is known where on them a link can lead.
  private mutating func problem(anchorOf link: String, on path: String, _ location: Location) -> Diagnostic? {
    guard let mark = link.firstIndex(of: "#"), let page = pages[path] else { return nil }
    let anchor = PercentEncoding.decoded(String(link[link.index(after: mark)...]))
    if anchor.isEmpty || Document.frameAnchors.contains(anchor) || page.body.hasAnchor(anchor) { return nil }
    let known = Set(page.body.headings.map(\.anchor))
    suggestionsLeft -= 1
    let nearest = suggestionsLeft > 0 ? Suggestion.nearest(to: anchor, among: known) : nil
    return .warning(
      "link.no-anchor", zh: "\(page.file) 里没有地址为 #\(anchor) 的标题",
      en: "no heading of \(page.file) has the address #\(anchor)",
      hint: nearest.map { Message(zh: "是不是想写 #\($0)？", en: "did you mean #\($0)?") }
        ?? Message(
          zh: "标题的地址是它的拼音，也可以写在标题后面，如 {#shi-jian}",
          en: "a heading's address is its text in pinyin, or what stands behind it, like {#times}"),
      at: location)
  }

  private mutating func suggestion(for path: String) -> Message? {
    if !path.hasSuffix("/"), paths.contains(path + "/") {
      return Message(zh: "网址末尾要有斜杠：\(path)/", en: "the address ends with a slash: \(path)/")
    }
    if path.hasSuffix(".md") {
      return Message(
        zh: "写页面的网址，如 /notices/名称/，不写文件名", en: "write the page's address, like /notices/name/, not its file")
    }
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    return Suggestion.nearest(to: path, among: paths).map {
      Message(zh: "是不是想写 \($0)？", en: "did you mean \($0)?")
    }
  }

  /// Another site, or a scheme such as `mailto:` and `tel:`.
  private func isExternal(_ link: String) -> Bool {
    if link.utf8.starts(with: "//".utf8) { return true }
    guard let colon = link.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return link.utf8[..<colon].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  /// An absolute path without query and fragment, percent-decoded, `.` and `..` taken out.
  static func resolve(_ link: String, against base: String) -> String {
    let bare = link.prefix { $0 != "?" && $0 != "#" }
    let decoded = PercentEncoding.decoded(String(bare))
    let full = decoded.hasPrefix("/") ? decoded : base.prefix(through: base.lastIndex(of: "/")!) + decoded
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let path = "/" + parts.joined(separator: "/")
    let isDirectory = full.hasSuffix("/") || full.hasSuffix("/.") || full.hasSuffix("/..")
    return isDirectory && path != "/" ? path + "/" : path
  }
}

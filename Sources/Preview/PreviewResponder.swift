import Artifacts
import Assembly
import CivilTime
import Community
import Content
import Diagnostics
import Encoding
import Files
import Words

/// What a request is answered: a file of the site as it would be published, or one of the preview's own below `/_gongshi/`. It reads no other file
/// than those that the site's own files are copied from, and changes nothing.
package struct PreviewResponder: Sendable {
  package static let own = "/_gongshi/"

  private let site: PreviewSite
  private let hosts: HostRule
  private let files: PreviewFiles

  package init(_ site: PreviewSite, hosts: HostRule) {
    self.site = site
    self.hosts = hosts
    files = PreviewFiles(site)
  }

  package func response(to request: PreviewRequest) -> PreviewResponse {
    var response = answer(request).guarded()
    response.headers.append(("content-length", String(response.length)))
    if request.method == "HEAD" { response.body = [] }
    return response
  }

  /// What a browser learns of changes, if it asks for that and may have it; nil: it wants a response.
  package func events(for request: PreviewRequest) -> PreviewEvents? {
    guard request.method == "GET", Self.path(request.target).path == Self.own + "events",
      hosts.allows(request.authority)
    else { return nil }
    return PreviewEvents(Self.key(request, drafts: site.settings.options.includeDrafts), of: site)
  }

  /// Tells all browsers that listen that the line is still there.
  package func keepAlive() { site.news.send(.still) }

  private func answer(_ request: PreviewRequest) -> PreviewResponse {
    guard hosts.allows(request.authority) else {
      return .init(403, .text, Bytes(site.words.previewWrongHost.utf8))
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .init(405, .text, [], [("allow", "GET, HEAD")])
    }
    let (path, query) = Self.path(request.target)
    let key = Self.key(request, drafts: site.settings.options.includeDrafts)
    guard let path else { return notFound(key, request) }
    if path.hasPrefix(Self.own) {
      return files.answer(String(path.dropFirst(Self.own.count)), key) ?? notFound(key, request)
    }
    let base = BaseURL.path(of: site.site?.baseURL ?? "")
    if !base.isEmpty, path == "/" || path == base { return Self.redirect(to: base + "/", 302) }
    guard path.hasPrefix(base + "/"), let good = site.good(key) else {
      return site.good(key) == nil ? empty(key, request) : notFound(key, request)
    }
    let place = String(path.dropFirst(base.count + 1))
    if let found = SitePath(file: place.isEmpty || place.hasSuffix("/") ? place + "index.html" : place),
      let artifact = good.shelf[found]
    {
      return file(artifact, status: 200, key: key, request: request)
    }
    // As servers lead to a directory.
    if !place.hasSuffix("/"), let page = SitePath(file: place + "/index.html"), good.shelf[page] != nil {
      return Self.redirect(to: PercentEncoding.encoded(path: path) + "/" + query, 301)
    }
    return notFound(key, request)
  }

  private static func redirect(to target: String, _ status: Int) -> PreviewResponse {
    .init(status, .text, [], [("location", target)])
  }

  private func notFound(_ key: PreviewKey, _ request: PreviewRequest) -> PreviewResponse {
    guard let artifact = site.good(key)?.shelf[.notFound] else { return empty(key, request) }
    return file(
      artifact, status: 404, key: key, request: PreviewRequest("GET", request.target, authority: request.authority))
  }

  /// Where there is nothing to show: errors stand over it.
  private func empty(_ key: PreviewKey, _ request: PreviewRequest) -> PreviewResponse {
    .init(503, .html, files.page(tag(key, request: request, more: " data-empty=\"1\"")))
  }

  // MARK: Files

  private func file(
    _ artifact: Artifact, status: Int, key: PreviewKey, request: PreviewRequest
  ) -> PreviewResponse {
    switch artifact.body {
    case .bytes(let bytes): return whole(bytes, artifact: artifact, status: status, key: key, request: request)
    case .made(let make): return whole(make(), artifact: artifact, status: status, key: key, request: request)
    case .copy(let path):
      guard let file = try? OpenFile(path) else { return .init(404, .text, []) }
      return part(artifact, of: file.size, request: request) {
        (try? file.bytes(at: $0.lowerBound, count: $0.count)) ?? []
      }
    }
  }

  private func whole(
    _ bytes: Bytes, artifact: Artifact, status: Int, key: PreviewKey, request: PreviewRequest
  ) -> PreviewResponse {
    guard artifact.mediaType == .html else {
      return part(artifact, of: bytes.count, request: request) { Bytes(bytes[$0]) }
    }
    return .init(status, .html, Self.page(bytes, with: tag(key, request: request)))
  }

  private func part(
    _ artifact: Artifact, of size: Int, request: PreviewRequest, bytes: (Range<Int>) -> Bytes
  ) -> PreviewResponse {
    let ranges = ("accept-ranges", "bytes")
    switch ByteRange(request.range, of: size) {
    case .all: return .init(200, artifact.mediaType, bytes(0..<size), [ranges])
    case .part(let range):
      return .init(
        206, artifact.mediaType, bytes(range),
        [ranges, ("content-range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")])
    case .unsatisfiable: return .init(416, .text, [], [("content-range", "bytes */\(size)")])
    }
  }

  // MARK: The preview's script in a page

  /// A file of the preview's own address, so that no page's policy needs to allow it; what it is to know stands on it.
  private func tag(_ key: PreviewKey, request: PreviewRequest, more: String = "") -> Bytes {
    let view = site.shown(key)
    let clock = key.at ?? site.settings.fixedNow
    var attributes = [
      "data-version=\"\(site.version)\"", "data-cookie=\"\(Self.cookie(request))\"",
      "data-errors=\"\(view.problems.count { $0.severity == .error })\"",
    ]
    if let clock { attributes.append("data-clock=\"\(clock.seconds)\"") }
    return Bytes(
      "<script src=\"\(Self.own)preview.js?\(site.run)\" \(attributes.joined(separator: " "))\(more)></script>".utf8)
  }

  /// First in the head, before a page's own scripts: they are to see the chosen time.
  static func page(_ page: Bytes, with tag: Bytes) -> Bytes {
    let name = Array("<head".utf8)
    let reach = page.prefix(2048)
    var place = page.startIndex
    for start in reach.indices where page[start] == name[0] {
      guard page.count > start + name.count,
        zip(name, page[start...]).allSatisfy({ $0 | 0x20 == $1 | 0x20 }),
        page[start + name.count] == UInt8(ascii: ">") || page[start + name.count] == 0x20,
        let end = page[start...].firstIndex(of: UInt8(ascii: ">"))
      else { continue }
      place = end + 1
      break
    }
    return Bytes(page[..<place] + tag + page[place...])
  }

  // MARK: What is asked for

  static func cookie(_ request: PreviewRequest) -> String {
    "gongshi-preview-\(HostRule.port(request.authority ?? ""))"
  }

  /// The moment and the drafts that a browser wants to see, from its cookie: `at=1795800000&drafts=1`.
  /// - Parameter drafts: whether they are shown to one that has said nothing.
  static func key(_ request: PreviewRequest, drafts: Bool = false) -> PreviewKey {
    let name = cookie(request) + "="
    let cookie = request.cookies.split(separator: ";").map { $0.drop { $0 == " " } }.first { $0.hasPrefix(name) }
    var key = PreviewKey(drafts: drafts)
    for part in cookie?.dropFirst(name.count).split(separator: "&") ?? [] {
      if part.hasPrefix("drafts=") { key.drafts = part == "drafts=1" }
      if part.hasPrefix("at="), let seconds = Int(part.dropFirst(3)), (0..<221_876_928_000).contains(seconds) {
        key.at = Instant(seconds: seconds)
      }
    }
    return key
  }

  /// The path without its escapes, nil where it has none that could be a file's; and the query with its mark.
  static func path(_ target: String) -> (path: String?, query: String) {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    let query = target[path.endIndex...]
    guard path.hasPrefix("/"), !path.contains("\\") else { return (nil, "") }
    let decoded = PercentEncoding.decoded(String(path))
    guard !decoded.utf8.contains(0), !decoded.split(separator: "/").contains("..") else { return (nil, "") }
    return (decoded, String(query))
  }
}

import Artifacts
import Community
import Content
import Diagnostics

/// What was published stays where it was, or leads on: codes are printed, links are shared. What comes and goes by itself (days, months,
/// further parts of a list) is no address that anybody was promised.
struct LostAddressCheck {
  private let content: Content
  private let community: Community
  private let paths: Set<SitePath>

  init(content: Content, community: Community, paths: Set<SitePath>) {
    self.content = content
    self.community = community
    self.paths = paths
  }

  /// - Parameter lastFiles: of the release that is public now.
  static let code = "page.address-gone"

  func problems(_ lastFiles: [String]) -> [Diagnostic] {
    let gone = lastFiles.compactMap(SitePath.init(file:)).filter { $0.isLasting && !paths.contains($0) }
    guard !gone.isEmpty else { return [] }
    let waiting = content.heldURLs
    let drafts = Set(content.sources.filter(\.isDraft).map(\.url))
    let present = Dictionary(
      community.pages.all.map { ($0.identity, $0.page) }, uniquingKeysWith: { first, _ in first })
    // What waits for its approval, or was taken back to be a draft, is away for now and known to be.
    return gone.filter { !waiting.contains($0.url) && !drafts.contains($0.url) }.map { path in
      let identity = community.published.pages[path.url]?.identity ?? path.url
      return problem(path, present[identity] ?? pages[path.url])
    }
  }

  /// Pages that are not public now, by their address.
  private var pages: [String: Page] {
    Dictionary(content.pages.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func problem(_ path: SitePath, _ page: Page?) -> Diagnostic {
    .warning(
      Self.code, zh: "网址 \(path.url) 已经公开过，这次发布后就打不开了",
      en: "\(path.url) was published and will not be found any more",
      hint: page.map {
        Message(
          zh: "印出去的二维码和转发的链接会失效；在 \($0.file) 里加一行 aliases: [\(path.url)]",
          en: "printed codes and shared links will fail; add `aliases: [\(path.url)]` to \($0.file)")
      }
        ?? Message(
          zh: "印出去的二维码和转发的链接会失效；在接替它的页面里加一行 aliases: [\(path.url)]，确实不要了就不用管",
          en:
            "printed codes and shared links will fail; add `aliases: [\(path.url)]` to the page that follows it, or let it go"
        ),
      at: page.map { .file(path: $0.readFrom, line: 1, column: 1) })
  }
}

extension SitePath {
  /// Whether somebody may have printed or kept it: a page that does not come and go by itself.
  fileprivate var isLasting: Bool {
    guard file.hasSuffix(".html"), !isShort else { return false }
    let parts = file.split(separator: "/").dropLast()
    switch parts.first {
    case "schedule": return parts.count == 3 && ["venue", "unit"].contains(parts[1])
    case "search", "status": return false
    default: return !(parts.count >= 2 && parts[parts.count - 2] == "page" && Int(parts[parts.count - 1]) != nil)
    }
  }
}

import Artifacts
import CivilTime
import Community
import Content
import Encoding

/// `/sitemap.xml` (sitemaps.org's protocol 0.9) and `/robots.txt`.
struct SiteMap {
  static let path = SitePath.at("sitemap.xml")
  static let robotsPath = SitePath.at("robots.txt")
  /// The protocol's limit for one file.
  private static let limit = 50_000

  private let baseURL: String
  private let pages: [SitePath]
  /// The day on which what an article says last changed, where that is known.
  private let dates: [SitePath: CivilDate]

  init(_ community: Community, pages: [Artifact]) {
    baseURL = community.site.baseURL
    self.pages = pages.map(\.path).sorted()
    dates = Dictionary(
      community.sources.compactMap { page in
        ([page.date, page.updated?.date].compactMap { $0 }.max()).map { (page.path, $0) }
      }, uniquingKeysWith: { first, _ in first }
    ).merging(
      community.pages.all.compactMap { page in
        page.revisedAt.map { (page.page.path, community.horizon.zone.local($0).date) }
      }
    ) { _, revised in revised }
  }

  func artifacts() -> [Artifact] {
    let robots = "User-agent: *\nAllow: /\n\nSitemap: \(baseURL)/sitemap.xml\n"
    var files = [Artifact(Self.robotsPath, .text, .bytes(Bytes(robots.utf8)))]
    let parts = stride(from: 0, to: max(1, pages.count), by: Self.limit).map {
      Array(pages[$0..<min(pages.count, $0 + Self.limit)])
    }
    if parts.count == 1 {
      files.append(Artifact(Self.path, .xml, .bytes(list("urlset", of: "url", parts[0]))))
    } else {
      let paths = parts.indices.map { SitePath.at("sitemap-\($0 + 1).xml") }
      files += zip(paths, parts).map { Artifact($0, .xml, .bytes(list("urlset", of: "url", $1))) }
      files.append(Artifact(Self.path, .xml, .bytes(list("sitemapindex", of: "sitemap", paths))))
    }
    return files
  }

  private static let namespace = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""

  /// - Parameters:
  ///   - root, entry: the names of the elements.
  private func list(_ root: StaticString, of entry: StaticString, _ paths: [SitePath]) -> Bytes {
    var out = Bytes()
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<\(root) \(Self.namespace)>\n")
    let (beginning, end) = ("<\(entry)><loc>", "</\(entry)>\n")
    for path in paths {
      out.append(beginning)
      out.append(escaping: baseURL + path.url)
      out.append("</loc>")
      if let date = dates[path] { out.append("<lastmod>\(TimeText.date(date))</lastmod>") }
      out.append(end)
    }
    out.append("</\(root)>\n")
    return out
  }
}

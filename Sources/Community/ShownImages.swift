import Artifacts
package import Content
import Encoding
import Markdown

/// Which pictures below `content/` the public sees: those of public pages and of screens. What waits for its day, its approval or its writer
/// shows none yet.
struct ShownImages {
  private let content: Content

  init(_ content: Content) {
    self.content = content
  }

  /// - Parameter pages: all that are public.
  func addresses(in pages: [PageSource]) -> Set<String> {
    let published = Dictionary(content.images.map { ($0.name, $0.path.url) }, uniquingKeysWith: { first, _ in first })
    let known = Set(published.values)
    let linked = pages.flatMap { page in
      page.body.links.lazy.filter { LinkTarget.isOfPicture($0.destination) }.map {
        LinkTarget.path($0.destination, on: page.url)
      }
    }
    let named =
      pages.compactMap(\.image) + linked
      + content.screens.flatMap(\.references).compactMap { reference in
        if case .image(let name) = reference.target { name } else { nil }
      }
    return Set(
      named.compactMap { name in
        let decoded = PercentEncoding.decoded(name)
        return known.contains(decoded) ? decoded : published[decoded]
      })
  }
}

/// Where a link of a page leads, as far as it leads to a file of the site.
private enum LinkTarget {
  /// Whether it may lead to a picture, which has a name with an ending; a page has none.
  static func isOfPicture(_ destination: String) -> Bool {
    let path = destination.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return path.last != UInt8(ascii: "/") && !path.isEmpty
  }

  /// Without query and fragment; what is relative, from the page's own address.
  static func path(_ destination: String, on page: String) -> String {
    let bare = String(destination.prefix { $0 != "?" && $0 != "#" })
    if bare.hasPrefix("/") || bare.contains(":") { return bare }
    var parts = page.split(separator: "/")
    for part in bare.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}

extension Community {
  /// The picture that a text or a page names, by where it is published; percent-encoded or not.
  package func image(at url: String) -> ContentImage? { imageByURL[url] ?? imageByURL[PercentEncoding.decoded(url)] }
}

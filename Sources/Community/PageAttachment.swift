import Artifacts
package import Content

/// A file that a page offers to its readers.
package struct PageAttachment: Sendable {
  package let file: Attachment
  /// What the page calls it, else the file's own name.
  package let title: String
}

/// The files below `content/files/` that a public page names, and the films of screens: they alone are published.
package struct PublicAttachments: Sendable {
  /// In the order of their names.
  package let all: [Attachment]
  private let byName: [String: Attachment]
  private let byURL: [String: Attachment]

  init(_ content: Content, of pages: [PageSource]) {
    let named = Set(pages.lazy.flatMap(\.files).map(\.name)).union(content.shown.films.keys)
    all = named.isEmpty ? [] : content.attachments.filter { named.contains($0.name) }
    byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    byURL = Dictionary(all.map { ($0.path.url, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// As a page names it.
  package subscript(name: String) -> Attachment? { byName[name] }

  /// By where a link of a published text leads, which may go on with `#page=3`.
  package func file(at destination: String) -> Attachment? {
    byURL.isEmpty ? nil : byURL[String(destination.prefix { $0 != "#" && $0 != "?" })]
  }

  /// What a page offers, in its order.
  package func of(_ page: PageSource) -> [PageAttachment] {
    page.files.compactMap { named in
      byName[named.name].map { PageAttachment(file: $0, title: named.title ?? $0.ownTitle) }
    }
  }
}

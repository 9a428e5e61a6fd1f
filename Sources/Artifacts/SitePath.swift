/// A place in the published site, from its root: `notices/gate-opening/index.html`. The one place where file names and URLs meet.
package struct SitePath: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Without a leading slash, `/` between parts, no empty, `.` or `..` part.
  package let file: String

  /// nil unless every part is a plain name: not empty, not `.` or `..`, without `\`, `?`, `#`, `%` or control characters.
  package init?(file: String) {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part != "." && part != ".."
        && part.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !Self.reserved.contains($0) }
    }
    guard isPlain else { return nil }
    self.file = file
  }

  private static let reserved = Set("\\?#%\"<>".utf8)

  /// The page whose URL is `/` + parts + `/`.
  package static func page(_ parts: String...) -> SitePath {
    page(parts)
  }

  package static func page(_ parts: [String]) -> SitePath {
    var file = ""
    for part in parts {
      file += part
      file += "/"
    }
    return SitePath(made: file + "index.html")
  }

  /// A file by its name, which the program itself made from checked identifiers.
  package static func at(_ file: String) -> SitePath { SitePath(made: file) }

  /// Made from checked identifiers: looked at in debug builds (and so in tests) only, since a page of a list makes some hundred of them.
  private init(made file: String) {
    assert(SitePath(file: file) != nil, "not a site path: \(file)")
    self.file = file
  }

  /// The absolute path that a browser asks for: `/notices/gate-opening/`, `/feed.json`.
  package var url: String {
    let end = "index.html".utf8.count
    let utf8 = file.utf8
    guard utf8.count >= end, file.hasSuffix("index.html"), utf8.count == end || file.hasSuffix("/index.html") else {
      return "/" + file
    }
    return "/" + file[..<utf8.index(utf8.endIndex, offsetBy: -end)]
  }

  package var description: String { file }

  package static func < (a: SitePath, b: SitePath) -> Bool { a.file < b.file }
}

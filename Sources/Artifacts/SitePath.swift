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
    guard let path = SitePath(file: (parts + ["index.html"]).joined(separator: "/")) else {
      preconditionFailure("not a page path: \(parts)")
    }
    return path
  }

  /// A file by its name, which the program itself made from checked identifiers.
  package static func at(_ file: String) -> SitePath {
    guard let path = SitePath(file: file) else { preconditionFailure("not a site path: \(file)") }
    return path
  }

  /// The absolute path that a browser asks for: `/notices/gate-opening/`, `/feed.json`.
  package var url: String {
    if file == "index.html" { return "/" }
    return file.hasSuffix("/index.html") ? "/\(file.dropLast("index.html".count))" : "/\(file)"
  }

  package var description: String { file }

  package static func < (a: SitePath, b: SitePath) -> Bool { a.file < b.file }
}

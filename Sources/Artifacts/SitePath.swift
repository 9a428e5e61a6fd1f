/// A place in the published site, from its root: `notices/gate-opening/index.html`. The one place where file names and URLs meet.
public struct SitePath: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Without a leading slash, `/` between parts, no empty, `.` or `..` part.
  public let file: String

  /// nil unless every part is a plain name: not empty, not `.` or `..`, without `\`, `?`, `#`, `%` or control characters.
  public init?(file: String) {
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
  public static func page(_ parts: String...) -> SitePath {
    page(parts)
  }

  public static func page(_ parts: [String]) -> SitePath {
    guard let path = SitePath(file: (parts + ["index.html"]).joined(separator: "/")) else {
      preconditionFailure("not a page path: \(parts)")
    }
    return path
  }

  /// A file by its name, which the program itself made from checked identifiers.
  public static func at(_ file: String) -> SitePath {
    guard let path = SitePath(file: file) else { preconditionFailure("not a site path: \(file)") }
    return path
  }

  /// The absolute path that a browser asks for: `/notices/gate-opening/`, `/feed.json`.
  public var url: String {
    if file == "index.html" { return "/" }
    return file.hasSuffix("/index.html") ? "/\(file.dropLast("index.html".count))" : "/\(file)"
  }

  public var description: String { file }

  public static func < (a: SitePath, b: SitePath) -> Bool { a.file < b.file }
}

/// A place in the published site, from its root: `notices/gate-opening/index.html`. The one place where file names and URLs meet.
package struct SitePath: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Without a leading slash, `/` between parts, no empty, `.` or `..` part.
  package let file: String

  /// Bytes. File systems take 255 for a name and 4,096 for a path: what is put behind a name (a digest) and before a path has room.
  package static let longestPart = 200
  package static let longest = 900

  /// nil unless every part is a plain name: not empty, not `.` or `..`, without `\`, `?`, `#`, `%` or control characters; and short enough
  /// for any disk.
  package init?(file: String) {
    guard Self.isPlain(file), file.utf8.count <= Self.longest,
      file.utf8.count <= Self.longestPart
        || file.utf8.split(separator: UInt8(ascii: "/")).allSatisfy({ $0.count <= Self.longestPart })
    else { return nil }
    self.file = file
  }

  /// In one pass over the bytes: a page of a list makes some hundred paths.
  private static func isPlain(_ file: String) -> Bool {
    // Of the part that is being read: how many bytes it has, and whether all of them are dots.
    var length = 0
    var isDots = true
    for byte in file.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if length == 0 || isDots && length < 3 { return false }
        (length, isDots) = (0, true)
        continue
      case 0...0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"),
        UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"):
        return false
      default:
        length += 1
        if byte != UInt8(ascii: ".") { isDots = false }
      }
    }
    return length > 0 && !(isDots && length < 3)
  }

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

  /// Made by the program itself from checked identifiers: another one is a mistake of the program.
  private init(made file: String) {
    precondition(Self.isPlain(file), "not a site path: \(file)")
    self.file = file
  }

  /// The absolute path that a browser asks for: `/notices/gate-opening/`, `/feed.json`.
  package var url: String {
    let utf8 = file.utf8
    guard utf8.suffix(Self.index.count).elementsEqual(Self.index) else { return "/" + file }
    let folder = utf8.dropLast(Self.index.count)
    guard folder.isEmpty || folder.last == UInt8(ascii: "/") else { return "/" + file }
    return "/" + file[..<folder.endIndex]
  }

  private static let index = Array("index.html".utf8)

  package var description: String { file }

  package static func < (a: SitePath, b: SitePath) -> Bool { a.file < b.file }
}

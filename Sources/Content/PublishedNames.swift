import Artifacts
import Encoding
import Markdown
import Pinyin
import Vocabulary

/// What pictures and files are published as: a name like `微信图片_2026.jpg` in Latin letters, `wei-xin-tu-pian-2026.jpg`. Servers, archive programs and
/// chats encode other characters twice, in a code of their own, or not at all; an address of ASCII letters survives them all.
struct PublishedNames: Sendable, Hashable {
  static let none = PublishedNames(files: [])

  /// Published addresses by those that are written, where they differ.
  private let addresses: [String: String]

  /// - Parameter files: below `content/`.
  init(files: [String]) {
    let renamed = files.compactMap { file -> (String, String)? in
      guard let path = Self.path(of: file), path.file != file else { return nil }
      return (Self.written(file), path.url)
    }
    addresses = Dictionary(renamed, uniquingKeysWith: { first, _ in first })
  }

  /// How pages name a file below `content/`.
  static func written(_ file: String) -> String { "/" + file }

  /// nil where nothing of a part of the name can be written in an address.
  static func path(of file: String) -> SitePath? {
    if file.utf8.allSatisfy({ $0 < 128 }), let path = SitePath(file: file) { return path }
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let slugs = parts.enumerated().map { index, part -> String in
      if index < parts.count - 1 { return Self.slug(part) }
      let dot = part.lastIndex(of: ".") ?? part.endIndex
      let stem = Self.slug(part[..<dot])
      return stem.isEmpty ? "" : stem + part[dot...].lowercased()
    }
    return SitePath(file: slugs.joined(separator: "/"))
  }

  private static func slug(_ part: Substring) -> String {
    part.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && SitePath(file: String(part)) != nil
      ? String(part) : Pinyin.slug(String(part), limit: 120)
  }

  /// What stands in the page instead of an address that names such a picture or file, percent-encoded or not; nil for any other.
  func address(for written: String) -> String? {
    if addresses.isEmpty { return nil }
    if let address = addresses[written] ?? addresses[PercentEncoding.decoded(written)] { return address }
    // `/files/指南.pdf#page=3`.
    guard let end = written.firstIndex(where: { $0 == "#" || $0 == "?" }) else { return nil }
    return addresses[PercentEncoding.decoded(String(written[..<end]))].map { $0 + written[end...] }
  }

  func apply(to document: inout Document) {
    if !addresses.isEmpty { document.replaceDestinations(address) }
  }
}

import Content
import Diagnostics

/// A page that was copied in a file manager to make another one of it, and is one more page of the same title meanwhile: `停水 - 副本.md`.
struct CopiedPageCheck {
  private let content: Content

  init(_ content: Content) {
    self.content = content
  }

  func problems() -> [Diagnostic] {
    let sources = content.publishablePages.map(\.source).filter { !$0.isDraft }
    let copies = sources.filter { Self.mayBeCopy($0.file) }
    if copies.isEmpty { return [] }
    let byFile = Dictionary(sources.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    return copies.compactMap { page in
      guard let original = Self.original(of: page.file).flatMap({ byFile[$0] }), original.title == page.title else {
        return nil
      }
      return .warning(
        "page.copy", zh: "这个文件是 \(original.file) 的副本，标题也一样：读者会看到两篇“\(page.title)”",
        en: "the file is a copy of \(original.file) and has its title: readers see “\(page.title)” twice",
        hint: Message(
          zh: "多余的就删去；要照着写一篇新的，改标题和文件名，没写好以前加一行 draft: true",
          en: "remove it; or give it a title and a file name of its own, and `draft: true` until it is ready"),
        at: .file(path: page.readFrom, line: 1, column: 1))
    }
  }

  private static let marks = ["副本", "复件", "複本", "拷贝", "opy"].map { Array($0.utf8) }

  /// Whether a name has anything of a copy's: the patterns are looked at for those alone, they take a hundred times as long.
  private static func mayBeCopy(_ file: String) -> Bool {
    let bytes = Array(file.utf8)
    let stem = bytes[..<(bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex)]
    if stem.last == UInt8(ascii: ")") || stem.suffix(3).elementsEqual("）".utf8) { return true }
    return stem.indices.contains { start in
      marks.contains { $0[0] == stem[start] && stem[start...].starts(with: $0) }
    }
  }

  /// The file that one is a copy of by its name, as Windows, WPS, macOS, Linux desktops and browsers name copies; nil for one that isn't.
  static func original(of file: String) -> String? {
    guard let dot = file.lastIndex(of: ".") else { return nil }
    let (stem, ending) = (file[..<dot], file[dot...])
    let patterns: [Regex<(Substring, Substring)>] = [
      #/(.+?) ?(?:-|—|_)? ?(?:的)?(?:副本|复件|複本|拷贝) ?(?:[\(（]?\d+[\)）]?)?/#,
      #/(.+?) (?:-|–) [Cc]opy(?: \(\d+\))?/#, #/(.+?) \(copy(?: \d+)?\)/#, #/(.+?) copy(?: \d+)?/#,
      #/(.+?) ?[\(（]\d+[\)）]/#,
    ]
    for pattern in patterns {
      if let match = stem.wholeMatch(of: pattern) { return String(match.1) + String(ending) }
    }
    // 复件 停水.md: older desktops put it first.
    guard let slash = stem.lastIndex(of: "/") else { return nil }
    let name = stem[stem.index(after: slash)...]
    if let match = name.wholeMatch(of: #/(?:复件|副本|複本)(?: ?[\(（]\d+[\)）])? (.+)/#) {
      return String(stem[...slash]) + String(match.1) + String(ending)
    }
    return nil
  }
}

import Encoding
import Scanning

/// One tag, `{{…}}`.
struct Tag {
  enum Kind {
    case variable, unescaped, section, inverted, end, partial, parent, block, comment, delimiters
    /// One that begins like a tag of another kind, and isn't one that we know.
    case unknown
  }

  let kind: Kind
  let name: String
  /// From its first brace to behind its last.
  let range: Range<Int>
}

/// Finds the tags of a template one after the other; obeys *set delimiter* tags.
struct TagReader {
  private let text: Bytes
  private var opening: Bytes = [UInt8(ascii: "{"), UInt8(ascii: "{")]
  private var closing: Bytes = [UInt8(ascii: "}"), UInt8(ascii: "}")]

  enum Found {
    case tag(Tag)
    /// A tag begins here and does not end.
    case unclosed(Int)
  }

  init(_ text: Bytes) {
    self.text = text
  }

  /// The first tag from a place on.
  mutating func next(from place: Int) -> Found? {
    guard let start = find(opening, from: place) else { return nil }
    let inside = start + opening.count
    let kind = inside < text.count ? Self.kind(of: text[inside]) : .variable
    let ending =
      switch kind {
      case .unescaped where text[inside] == UInt8(ascii: "{"): [UInt8(ascii: "}")] + closing
      case .delimiters: [UInt8(ascii: "=")] + closing
      default: closing
      }
    let name = kind == .variable ? inside : inside + 1
    guard let end = find(ending, from: name) else { return .unclosed(start) }
    let tag = Tag(kind: kind, name: trimmed(name..<end), range: start..<end + ending.count)
    return .tag(
      kind == .delimiters && !setDelimiters(tag.name) ? Tag(kind: .unknown, name: tag.name, range: tag.range) : tag)
  }

  private static func kind(of sigil: UInt8) -> Tag.Kind {
    switch sigil {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .unescaped
    case UInt8(ascii: "%"): .unknown
    default: .variable
    }
  }

  /// Two sequences with blanks between them, neither of them with `=`.
  private mutating func setDelimiters(_ content: String) -> Bool {
    let parts = content.split { $0 == " " || $0 == "\t" || $0.isNewline }
    guard parts.count == 2, !content.contains("=") else { return false }
    opening = Bytes(parts[0].utf8)
    closing = Bytes(parts[1].utf8)
    return true
  }

  private func find(_ pattern: Bytes, from place: Int) -> Int? {
    text.withUnsafeBufferPointer { text in
      var place = place
      while let found = text.first(of: pattern[0], from: place), found + pattern.count <= text.count {
        if text[found..<found + pattern.count].elementsEqual(pattern) { return found }
        place = found + 1
      }
      return nil
    }
  }

  private func trimmed(_ range: Range<Int>) -> String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let content = text[range].drop(while: isBlank)
    let end = content.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? content.startIndex
    return String(decoding: content[..<end], as: UTF8.self)
  }
}

import Encoding
import Pinyin

/// A heading, for a page's outline.
package struct Heading: Sendable, Hashable {
  /// 1…6.
  package let level: Int
  package let text: String
  /// Unique on its page.
  package let anchor: String
  /// Counted from 1.
  package let line: Int
  /// Another heading has the address that this one should have.
  package let isNumbered: Bool
}

extension Document {
  /// All headings, in reading order; none where they have no addresses.
  package var headings: [Heading] {
    nodes.indices.compactMap { index in
      let node = nodes[index]
      guard node.kind == .heading, !node.content.isEmpty else { return nil }
      return Heading(
        level: Int(node.number), text: innerText(of: index), anchor: string(node.content), line: Int(node.line),
        isNumbered: node.flag)
    }
  }

  /// Those whose address another one has: nearly never any.
  package var numberedHeadings: [Heading] {
    nodes.contains { $0.kind == .heading && $0.flag } ? headings.filter(\.isNumbered) : []
  }

  /// A place in the text that a link can lead to: a heading, a footnote or a reference to one.
  package func hasAnchor(_ anchor: String) -> Bool {
    nodes.contains { node in
      switch node.kind {
      case .heading: bytes(node.content).elementsEqual(anchor.utf8)
      case .footnote: anchor == "fn-\(node.number)"
      case .footnoteReference: anchor == "fnref-\(node.number)"
      default: false
      }
    }
  }

  /// Gives each heading an address: its own `{#id}`, else its text in pinyin; a later one of the same name has a number behind it. Those that
  /// are written out come first, wherever they stand.
  mutating func anchorHeadings() {
    let headings = nodes.indices.filter { nodes[$0].kind == .heading }
    let own = headings.map { takeAnchor(of: $0) }
    var seen: [String: Int] = [:]
    for (index, name) in zip(headings, own) { if let name { anchor(index, name: name, seen: &seen) } }
    for (index, name) in zip(headings, own) where name == nil {
      let slug = Pinyin.slug(innerText(of: index), limit: Self.longestAnchor)
      anchor(index, name: slug.isEmpty ? "section" : slug, seen: &seen)
    }
  }

  private mutating func anchor(_ index: Int, name: String, seen: inout [String: Int]) {
    // Footnotes are `fn-1`, what refers to them `fnref-1`.
    let name = name.hasPrefix("fn-") || name.hasPrefix("fnref-") ? "section-" + name : name
    var anchor = name
    while let count = seen[anchor] ?? (Self.frameAnchors.contains(anchor) ? 1 : nil) {
      seen[name] = max(seen[name] ?? 1, count) + 1
      anchor = "\(name)-\(seen[name] ?? 2)"
    }
    seen[anchor] = 1
    nodes[index].flag = anchor != name
    nodes[index].content = Span(offset: Int32(text.count), count: Int32(anchor.utf8.count))
    text.append(contentsOf: anchor.utf8)
  }

  /// In bytes.
  private static let longestAnchor = 60
  /// Addresses in the frame of pages, which no heading has.
  package static let frameAnchors: Set<String> = [
    "main", "elder", "filters", "subscribe", "stale", "verification", "site-nav", "more-nav", "all-over", "coming",
  ]

  /// Takes `{#id}` off a heading's end; an id is ASCII letters, digits, `-` and `_`, and what is written in Chinese is one in pinyin.
  private mutating func takeAnchor(of heading: Int) -> String? {
    let last = Int(nodes[heading].end) - 1
    guard last > heading, nodes[last].kind == .text else { return nil }
    let bytes = bytes(nodes[last].content)
    guard bytes.last == UInt8(ascii: "}"), let open = bytes.lastIndex(of: UInt8(ascii: "{")),
      bytes[bytes.index(after: open)] == UInt8(ascii: "#")
    else { return nil }
    let id = bytes[(open + 2)..<(bytes.endIndex - 1)]
    guard !id.isEmpty, !id.contains(where: { $0 <= 0x20 || Self.notInAnchors.contains($0) }) else { return nil }
    var anchor = String(decoding: id, as: UTF8.self)
    if !id.allSatisfy({
      isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }) {
      anchor = Pinyin.slug(anchor, limit: Self.longestAnchor)
      if anchor.isEmpty { return nil }
    }
    let kept = bytes[..<open].reversed().drop { $0 == 0x20 }.count
    nodes[last].content.count = Int32(kept)
    return anchor
  }

  private static let notInAnchors = Set("{}#\"'<>&`\\".utf8)

  private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  /// The words within a node.
  func innerText(of index: Int) -> String {
    var out = ""
    for node in nodes[(index + 1)..<Int(nodes[index].end)] {
      switch node.kind {
      case .text, .code: out += string(node.content)
      case .softBreak: if !node.flag { out += " " }
      case .lineBreak: out += " "
      default: break
      }
    }
    return out
  }
}

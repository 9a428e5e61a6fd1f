import Encoding

/// A parsed Markdown text: CommonMark's tree (libcmark) with pipe tables, as one flat value.
///
/// Nodes stand in reading order, each knowing where its subtree ends; all text lies in one buffer. A 3 KB page takes about 5 KB this
/// way, and reading it needs neither pointers nor recursion.
package struct Document: Sendable {
  package enum Kind: UInt8, Sendable {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image, footnoteReference
    case table, tableRow, tableCell
    /// Behind the body: all footnotes that it refers to.
    case footnotes, footnote

    var hasDetail: Bool { self == .codeBlock || self == .link || self == .image }
  }

  /// A stretch of `text`.
  package struct Span: Sendable, Hashable {
    var offset: Int32
    var count: Int32
    static let empty = Span(offset: 0, count: 0)
    var isEmpty: Bool { count == 0 }
    var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }
  }

  package struct Node: Sendable {
    package internal(set) var kind: Kind
    /// Lists: no blank lines between the items. Paragraphs: inside a tight list. Soft breaks: between two Han characters. Table rows and
    /// cells: of the head.
    var flag = false
    /// Headings: level 1…6. Ordered lists: the first number, -1 for bullets. Items: `Task`, 0 for others. Table cells: `ColumnAlignment`.
    /// Footnotes and references: counted from 1. Paragraphs: 1 for a signature, see `isSignature`. Code blocks, links, images: bytes of `detail`.
    var number: Int32 = 0
    /// Counted from 1, in the text given to the parser.
    package var line: Int32 = 0
    /// The index just past the last node of this subtree.
    var end: Int32 = 0
    /// Text, code, raw HTML; a link's or image's destination; a heading's address.
    var content = Span.empty
    /// Paragraphs: who signs, and the day, at the end of a notice.
    var isSignature: Bool { kind == .paragraph && number == 1 }
    /// A code block's info string; a link's or image's title: it stands right behind the content. A document of a notice has some hundred nodes,
    /// and hardly any of them has such a thing.
    var detail: Span {
      kind.hasDetail ? Span(offset: content.offset + content.count, count: number) : .empty
    }
  }

  /// An item of a task list.
  package enum Task: Int32, Sendable {
    case open = 1
    case done
  }

  /// A link or a picture, for checking that it leads somewhere.
  package struct Link: Sendable, Hashable {
    package let destination: String
    package let isImage: Bool
    /// Counted from 1; column 0 where the destination is not written out at one place.
    package let line: Int
    package let column: Int
  }

  package internal(set) var nodes: [Node] = []
  var text = Bytes()
  package internal(set) var links: [Link] = []
  /// The lines of footnotes that nothing refers to: they are shown nowhere.
  package internal(set) var unusedFootnotes: [Int] = []

  /// Gives back the room that was kept for more: documents stay as long as their site does, and of 10,000 it was 40 MB.
  mutating func fit() {
    nodes = nodes.withUnsafeBufferPointer { Array($0) }
    text = text.fitted
  }

  func bytes(_ span: Span) -> ArraySlice<UInt8> { text[span.range] }
  func string(_ span: Span) -> String { String(decoding: bytes(span), as: UTF8.self) }

  /// The first word of a fenced block's info string.
  func infoWord(_ node: Node) -> ArraySlice<UInt8> {
    bytes(node.detail).prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) }
  }
}

/// A fenced block whose info string is a known name: its body is YAML, its place on the page is taken by live data.
package struct DataBlock: Sendable, Hashable {
  package let name: String
  package let body: String
  /// The line of the body's first line, counted from 1.
  package let line: Int
  /// Which node of the document it is.
  package let node: Int
}

extension Document {
  /// All fenced blocks with an info string in `names`.
  package func dataBlocks(named names: Set<String>) -> [DataBlock] {
    nodes.indices.compactMap { index in
      let node = nodes[index]
      guard node.kind == .codeBlock, !node.detail.isEmpty else { return nil }
      let name = String(decoding: infoWord(node), as: UTF8.self)
      guard names.contains(name) else { return nil }
      return DataBlock(name: name, body: string(node.content), line: Int(node.line) + 1, node: index)
    }
  }
}

extension Document {
  /// All code blocks, by the first word behind their fence; those without a fence have none.
  package var fencedBlocks: [DataBlock] {
    nodes.indices.compactMap { index in
      let node = nodes[index]
      guard node.kind == .codeBlock else { return nil }
      return DataBlock(
        name: String(decoding: infoWord(node), as: UTF8.self), body: string(node.content), line: Int(node.line) + 1,
        node: index)
    }
  }
}

extension Document {
  /// What links are called by their writer, by what their destination is taken for; the first name of each.
  ///
  /// - Parameter key: nil passes over a link.
  package func titles(ofLinksTo key: (String) -> String?) -> [String: String] {
    var titles: [String: String] = [:]
    for (index, node) in nodes.enumerated() where node.kind == .link {
      guard let key = key(string(node.content)), titles[key] == nil else { continue }
      let text = nodes[index..<Int(node.end)].filter { $0.kind == .text || $0.kind == .code }.map { string($0.content) }
      let title = text.joined()
      if title.contains(where: { !$0.isWhitespace }) { titles[key] = title }
    }
    return titles
  }

  /// Lets links and pictures lead elsewhere; `links` keeps what is written.
  ///
  /// - Parameter replacement: nil leaves a destination as it is.
  package mutating func replaceDestinations(_ replacement: (String) -> String?) {
    for index in nodes.indices where nodes[index].kind == .image || nodes[index].kind == .link {
      guard let new = replacement(string(nodes[index].content)) else { continue }
      let (offset, title) = (text.count, Bytes(bytes(nodes[index].detail)))
      text.append(contentsOf: new.utf8)
      nodes[index].content = Span(offset: Int32(offset), count: Int32(text.count - offset))
      text.append(contentsOf: title)
    }
  }
}

import CCmark
import Encoding

extension Document {
  /// What of this program's Markdown goes beyond CommonMark.
  public struct Extensions: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// GitHub's pipe tables with column alignment.
    public static let tables = Extensions(rawValue: 1)
    /// A soft line break between Han characters is nothing.
    public static let hanLineBreaks = Extensions(rawValue: 2)

    public static let all: Extensions = [.tables, .hanLineBreaks]
  }

  /// Parses UTF-8 text. Every text has a tree: Markdown knows no errors.
  public init(_ source: String, extensions: Extensions = .all) {
    var source = source
    self = source.withUTF8 { Document($0, extensions: extensions) }
  }

  public init(_ source: UnsafeBufferPointer<UInt8>, extensions: Extensions = .all) {
    var builder = TreeBuilder(source: source, extensions: extensions)
    withCmarkTree(of: source) { builder.append($0) }
    self = builder.finish()
  }
}

/// Parses with libcmark and frees the tree afterwards.
private func withCmarkTree(of source: UnsafeBufferPointer<UInt8>, _ body: (OpaquePointer) -> Void) {
  source.withMemoryRebound(to: CChar.self) { characters in
    var empty: CChar = 0
    guard
      let root = cmark_parse_document(
        characters.baseAddress ?? withUnsafePointer(to: &empty) { $0 },
        characters.count, CMARK_OPT_DEFAULT)
    else { return }
    body(root)
    cmark_node_free(root)
  }
}

/// Turns libcmark's tree into a `Document`.
private struct TreeBuilder {
  private let source: UnsafeBufferPointer<UInt8>
  private let extensions: Document.Extensions
  private var document = Document()
  private var links: LinkLocator
  /// Whether the source can hold a table at all.
  private let mayHaveTables: Bool
  /// Whether character references can bring in control characters; they are dropped, but not from plain CommonMark.
  private let mayHaveControls: Bool
  private lazy var lines = SourceLines(source)
  private lazy var definitions = ReferenceDefinitions(lines)
  /// The first line of the block whose inline nodes are read.
  private var blockLine: Int32 = 1
  /// How many links and pictures are open.
  private var linkDepth = 0
  /// Set while a table's cells are read, whose lines are not the source's.
  private var fixedLine: Int32?

  init(source: UnsafeBufferPointer<UInt8>, extensions: Document.Extensions) {
    self.source = source
    self.extensions = extensions
    mayHaveTables = extensions.contains(.tables) && source.contains(UInt8(ascii: "|"))
    mayHaveControls = !extensions.isEmpty && source.contains(UInt8(ascii: "&"))
    links = LinkLocator(source)
    document.nodes.reserveCapacity(max(16, source.count / 48))
    document.text.reserveCapacity(source.count)
  }

  mutating func finish() -> Document {
    if extensions.contains(.hanLineBreaks) { document.markHanLineBreaks() }
    return document
  }

  mutating func append(_ root: OpaquePointer) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var open: [Int] = []
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let node = cmark_iter_get_node(iterator) else { return }
      let type = cmark_node_get_type(node)
      if event == CMARK_EVENT_EXIT {
        let index = open.removeLast()
        if type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE {
          linkDepth -= 1
          if linkDepth == 0 { links.leave() }
        }
        document.nodes[index].end = Int32(document.nodes.count)
        continue
      }
      if mayHaveTables, fixedLine == nil, type == CMARK_NODE_PARAGRAPH, appendTable(from: node) {
        cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
        continue
      }
      let index = append(node, type)
      if isLeaf(type) {
        document.nodes[index].end = Int32(document.nodes.count)
      } else {
        open.append(index)
      }
    }
  }

  private func isLeaf(_ type: cmark_node_type) -> Bool {
    switch type {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  // MARK: One node

  private mutating func append(_ node: OpaquePointer, _ type: cmark_node_type) -> Int {
    var new = Document.Node(kind: kind(type))
    new.line = fixedLine ?? Int32(cmark_node_get_start_line(node))
    if type.rawValue < CMARK_NODE_FIRST_INLINE.rawValue { blockLine = new.line }
    switch type {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
      new.content = store(cmark_node_get_literal(node))
    case CMARK_NODE_CODE_BLOCK:
      new.content = store(cmark_node_get_literal(node))
      new.detail = store(cmark_node_get_fence_info(node))
    case CMARK_NODE_HEADING:
      new.number = Int32(cmark_node_get_heading_level(node))
    case CMARK_NODE_LIST:
      new.flag = cmark_node_get_list_tight(node) != 0
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      new.number = isOrdered ? Int32(cmark_node_get_list_start(node)) : -1
    case CMARK_NODE_PARAGRAPH:
      if let list = cmark_node_parent(node).flatMap({ cmark_node_parent($0) }) {
        new.flag = cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0
      }
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      new.content = store(cmark_node_get_url(node))
      new.detail = store(cmark_node_get_title(node))
      let isImage = type == CMARK_NODE_IMAGE
      if !new.content.isEmpty {
        document.links.append(
          links.locate(
            document.string(new.content), isImage: isImage, fromLine: Int(fixedLine ?? blockLine),
            isInner: linkDepth > 0))
      }
      linkDepth += 1
    default: break
    }
    document.nodes.append(new)
    return document.nodes.count - 1
  }

  private mutating func store(_ text: UnsafePointer<CChar>?) -> Document.Span {
    guard let text else { return .empty }
    var count = 0
    while text[count] != 0 { count += 1 }
    guard count > 0 else { return .empty }
    let offset = document.text.count
    text.withMemoryRebound(to: UInt8.self, capacity: count) {
      let bytes = UnsafeBufferPointer(start: $0, count: count)
      if mayHaveControls {
        document.text.append(contentsOf: bytes.lazy.filter { !Self.isControl($0) })
      } else {
        document.text.append(contentsOf: bytes)
      }
    }
    return Document.Span(offset: Int32(offset), count: Int32(document.text.count - offset))
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }

  private func kind(_ type: cmark_node_type) -> Document.Kind {
    switch type {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .text
    }
  }

  // MARK: Tables

  /// A paragraph in which a delimiter row follows a line with as many cells is a table from that line on (GFM §4.10); lines before
  /// stay a paragraph. libcmark has no tables: the paragraph's own lines are read again, each cell as a small paragraph.
  private mutating func appendTable(from paragraph: OpaquePointer) -> Bool {
    let firstLine = Int(cmark_node_get_start_line(paragraph))
    let lastLine = Int(cmark_node_get_end_line(paragraph))
    guard lastLine > firstLine else { return false }
    let quoteDepth = depthOfQuotes(around: paragraph)
    let raw = (firstLine...lastLine).map { line in
      line == firstLine
        ? lines.line(line).dropFirst(max(0, Int(cmark_node_get_start_column(paragraph)) - 1))
        : lines.line(line).droppingQuoteMarks(quoteDepth)
    }
    guard let table = TableSyntax(lines: raw) else { return false }

    var text = Bytes()
    for row in [table.head] + table.rows {
      for cell in row {
        // A no-break space keeps the cell from being read as a block of another kind, and is white space to the emphasis rules, as the
        // start of a line is. It is taken off again below.
        text.append("\u{A0}" as StaticString)
        text.append(contentsOf: cell)
        text.append("\n\n" as StaticString)
      }
    }
    for line in raw.prefix(table.headLine) {
      text.append(contentsOf: line)
      text.append(UInt8(ascii: "\n"))
    }
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: definitions.used(in: text))

    fixedLine = Int32(firstLine)
    defer { fixedLine = nil }
    text.withUnsafeBufferPointer { buffer in
      withCmarkTree(of: buffer) { root in
        var child = cmark_node_first_child(root)
        var cells: [OpaquePointer] = []
        while let node = child {
          cells.append(node)
          child = cmark_node_next(node)
        }
        let cellCount = table.head.count * (table.rows.count + 1)
        guard cells.count >= cellCount else { return }
        for paragraph in cells[cellCount...] { append(paragraph) }
        fixedLine = Int32(firstLine + table.headLine)
        appendTable(table, cells: cells[..<cellCount])
      }
    }
    return true
  }

  private mutating func appendTable(_ table: TableSyntax, cells: ArraySlice<OpaquePointer>) {
    var cells = cells
    let tableIndex = appendNode(.table)
    for row in 0...table.rows.count {
      let rowIndex = appendNode(.tableRow)
      document.nodes[rowIndex].flag = row == 0
      for alignment in table.alignments {
        let cellIndex = appendNode(.tableCell)
        document.nodes[cellIndex].number = alignment.rawValue
        document.nodes[cellIndex].flag = row == 0
        if let paragraph = cells.popFirst() { appendCell(paragraph) }
        document.nodes[cellIndex].end = Int32(document.nodes.count)
      }
      document.nodes[rowIndex].end = Int32(document.nodes.count)
      fixedLine = fixedLine.map { $0 + (row == 0 ? 2 : 1) }
    }
    document.nodes[tableIndex].end = Int32(document.nodes.count)
  }

  /// A cell's inline nodes, without the no-break space before them.
  private mutating func appendCell(_ paragraph: OpaquePointer) {
    let first = document.nodes.count
    var child = cmark_node_first_child(paragraph)
    while let node = child {
      append(node)
      child = cmark_node_next(node)
    }
    guard document.nodes.count > first, document.nodes[first].kind == .text else { return }
    document.nodes[first].content.offset += 2
    document.nodes[first].content.count -= 2
  }

  private mutating func appendNode(_ kind: Document.Kind) -> Int {
    var node = Document.Node(kind: kind)
    node.line = fixedLine ?? 0
    document.nodes.append(node)
    return document.nodes.count - 1
  }

  private func depthOfQuotes(around node: OpaquePointer) -> Int {
    var depth = 0
    var parent = cmark_node_parent(node)
    while let current = parent {
      if cmark_node_get_type(current) == CMARK_NODE_BLOCK_QUOTE { depth += 1 }
      parent = cmark_node_parent(current)
    }
    return depth
  }
}

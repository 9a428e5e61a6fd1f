import CCmark
import Encoding
import Glibc
import Scanning

/// Turns libcmark's tree into a `Document`.
struct TreeBuilder {
  private let source: UnsafeBufferPointer<UInt8>
  private let extensions: Document.Extensions
  let marks: InlineMarks?
  var document = Document()
  private var links: LinkLocator
  /// Whether the source can hold a table at all.
  private var mayHaveTables: Bool
  /// Whether character references can bring in control characters; they are dropped, but not from plain CommonMark.
  private let mayHaveControls: Bool
  /// Whether the text that is read holds sentinels.
  private var isMarked = false
  lazy var lines = SourceLines(body)
  lazy var definitions = ReferenceDefinitions(lines)
  private let body: UnsafeBufferPointer<UInt8>
  /// The first line of the block whose inline nodes are read.
  private var blockLine: Int32 = 1
  /// A paragraph behind which a rule stands, though CommonMark takes both for a heading.
  private var doubtfulRule: Int?
  /// Set while an indented text is read as what it is.
  var isProse = false
  /// How many links and pictures are open.
  private var linkDepth = 0
  /// Set while a table's cells are read, whose lines are not the source's.
  var fixedLine: Int32?
  /// Lines before the text that is read.
  var lineOffset: Int32 = 0
  /// How many bytes of the next text node have been read otherwise.
  private var consumed = 0
  private let footnotes: [FootnoteDefinitions.Definition]
  private lazy var footnoteIndex = Dictionary(
    footnotes.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
  /// Of those that are referred to, in the order of their numbers.
  private var usedFootnotes: [Int] = []
  private var footnoteNumbers: [Int: Int32] = [:]

  /// - Parameters:
  ///   - source: the whole text.
  ///   - body: the same without the footnotes' definitions, line by line.
  init(
    source: UnsafeBufferPointer<UInt8>, body: UnsafeBufferPointer<UInt8>, extensions: Document.Extensions,
    footnotes: [FootnoteDefinitions.Definition]
  ) {
    self.source = source
    self.body = body
    self.extensions = extensions
    self.footnotes = footnotes
    marks = InlineMarks(source, extensions, footnotes: Set(footnotes.map(\.label)))
    mayHaveTables = extensions.contains(.tables) && source.has(UInt8(ascii: "|"))
    mayHaveControls = !extensions.isEmpty && source.has(UInt8(ascii: "&"))
    links = LinkLocator(source)
    document.nodes.reserveCapacity(max(16, source.count / 20))
    document.text.reserveCapacity(source.count + 256)
  }

  mutating func finish() -> Document {
    appendFootnotes()
    if extensions.contains(.strikethrough) { document.resolveStrikethrough() }
    if extensions.contains(.officeWriting) {
      // Few texts have lines that are asked for.
      let body = body
      var lines: SourceLines?
      document.breakOfficeLines { line, text in
        let known = lines ?? SourceLines(body)
        lines = known
        let source = known.line(line)
        let blanks = source.prefix { $0 == 0x20 || $0 == 0x09 }
        return (blanks.count >= 4 || blanks.contains(0x09))
          && source.dropFirst(blanks.count).starts(with: String(String.UnicodeScalarView(text.prefix(8))).utf8)
      }
    }
    if extensions.contains(.hanLineBreaks) { document.markHanLineBreaks() }
    if extensions.contains(.headingAnchors) { document.anchorHeadings() }
    document.fit()
    return document
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    withMarkedTree(of: text) { builder, root in builder.append(root) }
  }

  /// Parses a text with its sentinels; they are consumed out of all that `body` stores.
  mutating func withMarkedTree(
    of text: UnsafeBufferPointer<UInt8>, _ body: (inout TreeBuilder, OpaquePointer) -> Void
  ) {
    let marked = marks?.marked(text)
    let outer = isMarked
    isMarked = outer || marked != nil
    defer { isMarked = outer }
    func parse(_ text: UnsafeBufferPointer<UInt8>) { withCmarkTree(of: text) { body(&self, $0) } }
    if let marked { marked.withUnsafeBufferPointer(parse) } else { parse(text) }
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
        if doubtfulRule == index { appendLeaf(.thematicBreak, number: 0) }
        continue
      }
      if type == CMARK_NODE_TEXT, isMarked || consumed > 0 {
        appendText(node)
        continue
      }
      if type == CMARK_NODE_PARAGRAPH {
        if mayHaveTables, fixedLine == nil, appendTable(from: node) {
          cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
          continue
        }
        if extensions.contains(.taskLists), let item = open.last { readTask(node, item: item) }
      }
      if extensions.contains(.officeWriting), fixedLine == nil, lineOffset == 0 {
        if type == CMARK_NODE_CODE_BLOCK, appendProse(from: node) { continue }
        if type == CMARK_NODE_HEADING, isParagraphOverRule(node) {
          let index = append(node, CMARK_NODE_PARAGRAPH)
          document.nodes[index].kind = .paragraph
          doubtfulRule = index
          open.append(index)
          continue
        }
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
    var new = Document.Node(kind: Self.kind(type))
    new.line = fixedLine ?? Int32(cmark_node_get_start_line(node)) + lineOffset
    if type.rawValue < CMARK_NODE_FIRST_INLINE.rawValue { blockLine = new.line }
    switch type {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
      new.content = store(cmark_node_get_literal(node))
    case CMARK_NODE_CODE_BLOCK:
      (new.content, new.number) = store(cmark_node_get_literal(node), cmark_node_get_fence_info(node))
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
      (new.content, new.number) = store(cmark_node_get_url(node), cmark_node_get_title(node))
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
    Self.withBytes(text) { store($0) }
  }

  /// A content, and how many bytes of detail stand behind it.
  private mutating func store(
    _ content: UnsafePointer<CChar>?, _ detail: UnsafePointer<CChar>?
  ) -> (content: Document.Span, detailCount: Int32) {
    let place = Int32(document.text.count)
    let content = store(content)
    // Also of no content: what is behind it has a place.
    return (Document.Span(offset: place, count: content.count), store(detail).count)
  }

  static func withBytes<R>(_ text: UnsafePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    guard let text else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let count = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// Copies what is the writer's.
  private mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> Document.Span {
    guard !bytes.isEmpty else { return .empty }
    let offset = document.text.count
    if !mayHaveControls, !isMarked || !bytes.has(0xF0) {
      document.text.append(contentsOf: bytes)
    } else {
      var index = 0
      while index < bytes.count {
        if isMarked, bytes[index] == 0xF0, isSentinel(bytes, at: index) {
          index += 4
          continue
        }
        if !mayHaveControls || !Self.isControl(bytes[index]) { document.text.append(bytes[index]) }
        index += 1
      }
    }
    return Document.Span(offset: Int32(offset), count: Int32(document.text.count - offset))
  }

  private func isSentinel(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard let marks, index + 4 <= bytes.count else { return false }
    return bytes[index..<index + 4].elementsEqual(marks.sentinel)
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }

  static func kind(_ type: cmark_node_type) -> Document.Kind {
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

  // MARK: Text with marks

  /// A text node, with what `InlineMarks` has marked in it as nodes of their own.
  private mutating func appendText(_ node: OpaquePointer) {
    let literal = cmark_node_get_literal(node)
    let skipped = consumed
    consumed = 0
    Self.withBytes(literal) { bytes in
      guard skipped > 0 || bytes.has(0xF0) else { return appendText(bytes, 0..<bytes.count) }
      var start = min(skipped, bytes.count)
      var index = start
      while index < bytes.count {
        guard bytes[index] == 0xF0, isSentinel(bytes, at: index) else {
          index += 1
          continue
        }
        var past = index + 4
        if index > start, bytes[index - 1] == UInt8(ascii: "["), let (number, end) = footnote(bytes, at: past) {
          appendText(bytes, start..<index - 1)
          appendLeaf(.footnoteReference, number: number)
          past = end
        } else if index >= start + 2, bytes[index - 1] == UInt8(ascii: "~"), bytes[index - 2] == UInt8(ascii: "~") {
          while isSentinel(bytes, at: past) { past += 4 }
          appendText(bytes, start..<index - 2)
          appendLeaf(.strikethrough, number: Int32((past - index) / 4), bytes: bytes, range: index - 2..<index)
        } else {
          index = past
          continue
        }
        start = past
        index = past
      }
      appendText(bytes, start..<bytes.count)
    }
  }

  private mutating func appendText(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if !range.isEmpty { appendLeaf(.text, number: 0, bytes: bytes, range: range) }
  }

  private mutating func appendLeaf(
    _ kind: Document.Kind, number: Int32, bytes: UnsafeBufferPointer<UInt8>? = nil, range: Range<Int> = 0..<0
  ) {
    var new = Document.Node(kind: kind)
    new.line = fixedLine ?? 0
    new.number = number
    if let bytes { new.content = store(UnsafeBufferPointer(rebasing: bytes[range])) }
    document.nodes.append(new)
    document.nodes[document.nodes.count - 1].end = Int32(document.nodes.count)
  }

  /// A footnote's number and the place behind its bracket.
  private mutating func footnote(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (number: Int32, end: Int)? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "^"),
      let close = bytes[start...].prefix(FootnoteDefinitions.longestLabel + 2).firstIndex(of: UInt8(ascii: "]")),
      let index = footnoteIndex[FootnoteDefinitions.normalized(bytes[(start + 1)..<close])]
    else { return nil }
    if let number = footnoteNumbers[index] { return (number, close + 1) }
    usedFootnotes.append(index)
    let number = Int32(usedFootnotes.count)
    footnoteNumbers[index] = number
    return (number, close + 1)
  }

  /// Those that the text refers to, in the order in which it does; they may refer to further ones.
  private mutating func appendFootnotes() {
    document.unusedFootnotes = []
    defer {
      for (index, definition) in footnotes.enumerated() where footnoteNumbers[index] == nil {
        document.unusedFootnotes.append(definition.line)
      }
    }
    guard !usedFootnotes.isEmpty else { return }
    mayHaveTables = false
    let list = document.nodes.count
    document.nodes.append(Document.Node(kind: .footnotes))
    var next = 0
    while next < usedFootnotes.count {
      let definition = footnotes[usedFootnotes[next]]
      next += 1
      var footnote = Document.Node(kind: .footnote)
      footnote.number = Int32(next)
      footnote.line = Int32(definition.line)
      let index = document.nodes.count
      document.nodes.append(footnote)
      lineOffset = Int32(definition.line - 1)
      let text = definition.text + Array("\n\n".utf8) + definitions.used(in: definition.text)
      text.withUnsafeBufferPointer { append($0) }
      document.nodes[index].end = Int32(document.nodes.count)
    }
    document.nodes[list].end = Int32(document.nodes.count)
  }

  // MARK: Tasks

  /// `[ ]` or `[x]` and a space at the beginning of an item's first paragraph; an escaped bracket is none.
  private mutating func readTask(_ paragraph: OpaquePointer, item: Int) {
    guard document.nodes[item].kind == .item, cmark_node_previous(paragraph) == nil, fixedLine == nil, lineOffset == 0,
      let text = cmark_node_first_child(paragraph), cmark_node_get_type(text) == CMARK_NODE_TEXT
    else { return }
    let found = Self.withBytes(cmark_node_get_literal(text)) {
      TaskMark($0, asTyped: extensions.contains(.officeWriting))
    }
    guard let found else { return }
    let column = max(0, Int(cmark_node_get_start_column(paragraph)) - 1)
    guard lines.line(Int(cmark_node_get_start_line(paragraph))).dropFirst(column).first == found.first else { return }
    document.nodes[item].number = found.task.rawValue
    consumed = found.count
  }
}

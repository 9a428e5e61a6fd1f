/// A line of a paragraph, as it stands in the source or is broken by hand.
struct TextLine {
  /// The break before it; nil for the first.
  let place: Int?
  /// Whether that break stands within emphasis or a link.
  let isNested: Bool
  /// Its nodes.
  let nodes: Range<Int>
  /// Its first and last text where nothing but text and emphasis stands before and behind.
  private(set) var firstText: Int?
  private(set) var lastText: Int?
  /// The beginning, without white space.
  private(set) var head: [Unicode.Scalar] = []
  /// White space before it that is no part of Markdown, in characters.
  private(set) var indent = 0
  /// In Unicode scalars; more than `longest` is not counted.
  private(set) var count = 0
  private(set) var last: Unicode.Scalar?
  private(set) var mark: OfficeMark?

  /// A line that is read as a whole: a title, a name, a date.
  static let longest = 40
  /// Behind a line of that many characters a title has ended.
  static let longestTitle = 16

  var isBlank: Bool { count == 0 }
  /// Nothing but text, up to `longest` characters.
  var isShort: Bool { count <= Self.longest && count == head.count }

  init(_ document: Document, from start: Int, to end: Int, place: Int? = nil, isNested: Bool = false) {
    self.place = place
    self.isNested = isNested
    nodes = start..<end
    var isPlain = true
    var index = start
    while index < end {
      let node = document.nodes[index]
      switch node.kind {
      case .text where !node.content.isEmpty:
        if isPlain, count == 0 { firstText = index }
        lastText = index
        append(document.bytes(node.content))
      case .text, .emphasis, .strong, .strikethrough, .link: break
      default:
        isPlain = false
        lastText = nil
        count += 1
        last = nil
      }
      index = node.kind == .image ? Int(node.end) : index + 1
    }
    while let end = head.last, OfficeMark.isBlank(end), head.count == count {
      head.removeLast()
      count -= 1
    }
    mark = firstText != nil ? OfficeMark(head) : nil
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    if count <= Self.longest {
      for scalar in String(decoding: bytes.prefix(Self.longest * 8), as: UTF8.self).unicodeScalars {
        if count == 0, OfficeMark.isBlank(scalar) {
          indent += 1
          continue
        }
        if firstText != nil, head.count == count, count < Self.longest { head.append(scalar) }
        count += 1
        if count > Self.longest { break }
      }
    }
    let tail = String(decoding: bytes.suffix(32), as: UTF8.self).unicodeScalars
    if let found = tail.last(where: { !OfficeMark.isBlank($0) }) { last = found }
  }
}

extension Document {
  /// The lines of a paragraph or a heading.
  func textLines(of block: Int) -> [TextLine] {
    let end = Int(nodes[block].end)
    var lines: [TextLine] = []
    var start = block + 1
    var place: Int?
    var isNested = false
    /// Where the outermost emphasis or link ends.
    var outer = block
    for index in (block + 1)..<max(end, block + 1) {
      let node = nodes[index]
      switch node.kind {
      case .softBreak, .lineBreak:
        lines.append(TextLine(self, from: start, to: index, place: place, isNested: isNested))
        (start, place, isNested) = (index + 1, index, outer > index)
      case .emphasis, .strong, .strikethrough, .link, .image: outer = max(outer, Int(node.end))
      default: break
      }
    }
    lines.append(TextLine(self, from: start, to: end, place: place, isNested: isNested))
    return lines
  }
}

/// Lines as an office worker means them.
///
/// To CommonMark a new line within a paragraph is a space, and between Chinese it is nothing; who writes notices begins a new line where
/// one is meant. A line that begins with a number or a mark of office writing (`OfficeMark`), or with white space as the first line of a
/// paragraph does, is a line or a paragraph of its own; a line that is broken in the middle of a sentence is joined as before.
extension Document {
  ///
  /// - Parameter isIndented: whether a line of the source has four blanks or a tab before a text, which CommonMark takes off within a paragraph.
  mutating func breakOfficeLines(isIndented: (_ line: Int, _ text: [Unicode.Scalar]) -> Bool) {
    var index = 0
    var nextTop = 1
    while index < nodes.count {
      let node = nodes[index]
      let isTop = index == nextTop
      if isTop { nextTop = Int(node.end) }
      switch node.kind {
      case .paragraph:
        if hasLines(index) { breakLines(of: index, isIndented: isTop ? isIndented : { _, _ in false }) }
        index = Int(node.end)
      case .heading, .tableCell:
        trimEnds(of: index)
        index = Int(node.end)
      case .footnotes: return setSignature()
      default: index += 1
      }
    }
    setSignature()
  }

  /// What stands between a line and the one before.
  private enum Boundary { case none, line, paragraph }

  /// Most paragraphs are one line that needs nothing.
  private func hasLines(_ paragraph: Int) -> Bool {
    let content = nodes[(paragraph + 1)..<max(Int(nodes[paragraph].end), paragraph + 1)]
    if content.contains(where: { $0.kind == .softBreak || $0.kind == .lineBreak }) { return true }
    guard let text = content.first(where: { $0.kind == .text && !$0.content.isEmpty }) else { return false }
    if bytes(text.content).blankAtEnd != nil { return true }
    switch bytes(text.content).first {
    case 0x20?, 0x23?, 0xC2?, 0xE2?, 0xE3?, 0xEF?: return true
    default: return false
    }
  }

  private mutating func breakLines(of paragraph: Int, isIndented: (Int, [Unicode.Scalar]) -> Bool) {
    let lines = textLines(of: paragraph)
    for line in lines { trim(line) }
    if lines.count == 1, lines[0].isBlank { return drop(paragraph, to: Int(nodes[paragraph].end)) }
    let isTight = nodes[paragraph].flag
    let end = nodes[paragraph].end
    let counted = CountedLines(lines)
    var current = paragraph
    if let level = counted.headingLevel(0), !isTight { makeHeading(paragraph, level: level, line: lines[0]) }
    for (number, line) in lines.enumerated().dropFirst() {
      guard let place = line.place else { continue }
      if lines[number - 1].isBlank, number == 1 { nodes[place] = Node(kind: .text, end: Int32(place + 1)) }
      if line.isBlank {
        // The next one begins a paragraph.
        nodes[place] = Node(kind: .text, end: Int32(place + 1))
        continue
      }
      var boundary = boundary(number, lines: lines, counted: counted)
      if boundary != .paragraph, isIndented(Int(nodes[paragraph].line) + number, line.head) { boundary = .paragraph }
      let heading = counted.headingLevel(number)
      if heading != nil || nodes[current].kind == .heading { boundary = .paragraph }
      if boundary == .paragraph, isTight || line.isNested { boundary = .line }
      switch boundary {
      case .none: break
      case .line:
        if !(number == 1 && lines[0].isBlank) { nodes[place] = Node(kind: .lineBreak, end: Int32(place + 1)) }
      case .paragraph:
        if number == 1, lines[0].isBlank { break }
        nodes[current].end = Int32(place)
        nodes[place] = Node(kind: .paragraph, line: nodes[paragraph].line + Int32(number), end: end)
        if let heading { makeHeading(place, level: heading, line: line) }
        current = place
      }
    }
  }

  private func boundary(_ number: Int, lines: [TextLine], counted: CountedLines) -> Boundary {
    let (line, before) = (lines[number], lines[number - 1])
    if before.isBlank || line.indent > 0 { return .paragraph }
    if let mark = counted.mark(number) { return mark.isSection ? .paragraph : .line }
    // 各位居民：
    if before.last == "：" {
      let isWhole = before.mark.map { $0.style == .label && $0.length == before.count } ?? true
      return number == 1 && before.isShort && isWhole ? .paragraph : .line
    }
    // 一、办理时间
    if let mark = counted.mark(number - 1) ?? (number == 1 ? before.mark : nil), mark.isSection, mark.isCertain,
      before.count <= TextLine.longestTitle, let last = before.last, !CharacterClass.isClosingMark(last), last != "，"
    {
      return .line
    }
    return .none
  }

  private mutating func makeHeading(_ index: Int, level: Int, line: TextLine) {
    nodes[index].kind = .heading
    nodes[index].number = Int32(level)
    nodes[index].flag = false
    if let first = line.firstText, let mark = line.mark {
      let text = string(nodes[first].content).unicodeScalars
      let count = text.prefix(mark.length).reduce(0) { $0 + UTF8.width($1) }
      nodes[first].content.offset += Int32(count)
      nodes[first].content.count -= Int32(count)
    }
  }

  /// A paragraph of white space is nothing.
  private mutating func drop(_ paragraph: Int, to end: Int) {
    for index in paragraph..<end where nodes[index].kind != .image { nodes[index].kind = .text }
    for index in paragraph..<end where nodes[index].kind == .text { nodes[index].content = .empty }
  }

  /// Takes the white space off both ends, of any width: a hole in the page.
  private mutating func trim(_ line: TextLine) {
    if let first = line.firstText { trimStart(of: first) }
    if let last = line.lastText { trimEnd(of: last) }
  }

  /// The same of a heading or a cell, most of which begin with what is no white space: then nothing has to be known of the line.
  private mutating func trimEnds(of block: Int) {
    var isPlain = true
    var first: Int?
    var last: Int?
    var index = block + 1
    let end = Int(nodes[block].end)
    while index < end {
      let node = nodes[index]
      switch node.kind {
      case .text where !node.content.isEmpty:
        if isPlain, first == nil {
          if mayBeginBlank(node) { return trim(TextLine(self, from: block + 1, to: end)) }
          first = index
        }
        last = index
      case .text, .emphasis, .strong, .strikethrough, .link: break
      default:
        isPlain = false
        last = nil
      }
      index = node.kind == .image ? Int(node.end) : index + 1
    }
    if let last { trimEnd(of: last) }
  }

  private func mayBeginBlank(_ node: Node) -> Bool {
    let bytes = bytes(node.content)
    switch bytes.first {
    case 0x20?, 0x09?, 0xC2?, 0xE2?: return true
    case 0xE3?: return bytes.dropFirst().prefix(2).elementsEqual([0x80, 0x80])
    default: return false
    }
  }

  private mutating func trimStart(of index: Int) {
    // Most texts begin with a character that is none, and none of these is one byte long but the blank.
    guard let lead = bytes(nodes[index].content).first, lead == 0x20 || lead == 0xC2 || lead >= 0xE2 else { return }
    let blanks = Unicode.Scalar.blanks(atStartOf: bytes(nodes[index].content))
    nodes[index].content.offset += Int32(blanks)
    nodes[index].content.count -= Int32(blanks)
  }

  private mutating func trimEnd(of index: Int) {
    while let tail = bytes(nodes[index].content).blankAtEnd { nodes[index].content.count -= Int32(tail) }
  }
}

extension Unicode.Scalar {
  /// In bytes.
  fileprivate static func blanks(atStartOf bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for scalar in String(decoding: bytes.prefix(120), as: UTF8.self).unicodeScalars {
      guard OfficeMark.isBlank(scalar) else { break }
      count += UTF8.width(scalar)
    }
    return count
  }
}

extension ArraySlice<UInt8> {
  /// The width of a blank at the end.
  fileprivate var blankAtEnd: Int? {
    switch last {
    case 0x20?: 1
    case 0x80?: suffix(3).elementsEqual([0xE3, 0x80, 0x80]) ? 3 : nil
    case 0xA0?: suffix(2).elementsEqual([0xC2, 0xA0]) ? 2 : nil
    default: nil
    }
  }
}

/// The marks of a paragraph's lines that count.
private struct CountedLines {
  private let marks: [OfficeMark?]
  private let counts: [Bool]

  init(_ lines: [TextLine]) {
    marks = lines.map(\.mark)
    var numbers: [OfficeMark.Style: Set<Int>] = [:]
    for case let mark? in marks { if let number = mark.number { numbers[mark.style, default: []].insert(number) } }
    let marks = marks
    counts = marks.indices.map { index in
      guard let mark = marks[index] else { return false }
      if mark.isCertain { return true }
      if index > 0, let last = lines[index - 1].last, "。！？；：".unicodeScalars.contains(last) { return true }
      if mark.style == .label {
        let beside = [index - 1, index + 1].filter { marks.indices.contains($0) }
        return beside.contains { marks[$0]?.style == .label }
      }
      guard let number = mark.number, let known = numbers[mark.style] else { return false }
      return known.contains(number - 1) || known.contains(number + 1)
    }
  }

  func mark(_ line: Int) -> OfficeMark? { counts[line] ? marks[line] : nil }

  func headingLevel(_ line: Int) -> Int? {
    if case .heading(let level)? = mark(line)?.style { level } else { nil }
  }
}

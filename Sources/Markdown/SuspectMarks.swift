/// A mark that its writer sees in the source and that stands on the page as text.
package struct SuspectMark: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// `[报名表]（/files/表.docx）`, `【表】(/files/表.docx)`, `[表] (…)`.
    case link
    /// `![图](/a b.jpg)`.
    case blankInAddress
    /// `！[图](/a.jpg)`.
    case picture
    /// `**粗体： **`, `＊＊粗体＊＊`.
    case emphasis
    /// `张*梅、李*明`: read as emphasis.
    case lostAsterisks
    /// `~~删去 ~~`.
    case strikethrough
    /// `｜表｜`, or no row of dashes below the first.
    case table
    /// `- [ ]甲`.
    case task
    /// ` ···activities`.
    case fence
    /// Text with four blanks before it, which is code.
    case indented
    /// `<br>`.
    case html
    /// `|甲|乙|` in a table of one column: what is too much is dropped (GFM §4.10).
    case extraCell
    /// ```` ``` ```` that is never closed: all that follows is code.
    case openFence
    /// ```` ```activities limit=3 ````.
    case fenceWords
    /// `[电话]: 0531-0000-1200`, which CommonMark takes for a link's address: the line is not shown (§4.7).
    case lostLine
    /// `<!--` that is never closed: all that follows is left out.
    case openComment
    /// `1.`, `3.`, `7.`: a list counts for itself.
    case countedAnew
    /// `2026. 12. 5`, which is a list in a list.
    case listInList
    /// `[TOC]`, `[[课表]]`, `==标出==`, `:::`: marks of other programs.
    case foreign
  }

  package let kind: Kind
  /// Counted from 1, columns in Unicode scalars.
  package let line: Int
  package let column: Int
  /// As it is written, up to 60 characters.
  package let text: String
}

extension Document {
  /// Marks that Markdown does not take for such, in the order of the text; of each kind one a block.
  ///
  /// - Parameter source: what the document was made of.
  package func suspectMarks(in source: String, fences: Set<String> = []) -> [SuspectMark] {
    var found: [SuspectMark] = []
    if maySuspect {
      var finder = SuspectFinder(document: self, source: source, fences: fences)
      found = finder.find()
    }
    found += LostLines.find(in: self, source: source, fences: fences)
    return found
  }

  /// Most texts have none of what marks are made of outside of code.
  private var maySuspect: Bool {
    nodes.contains { node in
      switch node.kind {
      case .emphasis, .codeBlock, .htmlInline, .htmlBlock, .table: true
      case .text: hasPartOfMark(node)
      default: false
      }
    }
  }

  /// Whether a block may hold a mark: what is emphasised, raw HTML, or a sign that one is made of.
  fileprivate func maySuspect(_ block: Range<Int>) -> Bool {
    nodes[block].contains { node in
      switch node.kind {
      case .emphasis, .htmlInline: true
      case .text: hasPartOfMark(node)
      default: false
      }
    }
  }

  /// Whether a text has a sign without which nothing that it holds is a mark: * [ ] | ~ ` of either width, 【, 】, a wide exclamation mark, and points or
  /// quotes that stand for backticks. Commas and colons begin with the same byte, and are in every Chinese text.
  private func hasPartOfMark(_ node: Node) -> Bool {
    text.withUnsafeBufferPointer { text in
      Self.isMark.withUnsafeBufferPointer { isMark in
        var index = Int(node.content.offset)
        let end = index + Int(node.content.count)
        // By the first byte of each character: nearly all are ideographs, which begin with E4 to E9.
        while index < end {
          let first = text[index]
          if first &- 0xE4 < 6 {
            index += 3
            continue
          }
          if first < 0x80 {
            if isMark[Int(first)] { return true }
            index += 1
            continue
          }
          let (second, third) = (index + 1 < end ? text[index + 1] : 0, index + 2 < end ? text[index + 2] : 0)
          switch (first, second) {
          case (0xC2, 0xB7): return true
          case (0xE2, 0x80): if third == 0x98 || third == 0x99 { return true }
          case (0xE3, 0x80): if third == 0x90 || third == 0x91 { return true }
          case (0xEF, 0xBC): if [0x81, 0x8A, 0xBB, 0xBD].contains(third) { return true }
          case (0xEF, 0xBD): if [0x80, 0x9C, 0x9E].contains(third) { return true }
          default: break
          }
          index += first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        }
        return false
      }
    }
  }

  /// Those of them that are ASCII.
  private static let isMark = (0..<128).map { "*[]|~`'".utf8.contains(UInt8($0)) }
}

private struct SuspectFinder {
  let document: Document
  let source: String
  let fences: Set<String>
  /// Asked for by what was found alone.
  lazy var lines = WrittenLines(source)
  var found: [SuspectMark] = []
  /// Of the block that is read.
  var kinds: Set<SuspectMark.Kind> = []
  /// How many characters may still be looked through for the place of a mark: a hostile text is all marks.
  var allowance = 4_000_000

  init(document: Document, source: String, fences: Set<String>) {
    self.document = document
    self.source = source
    self.fences = fences
  }

  mutating func find() -> [SuspectMark] {
    var index = 1
    while index < document.nodes.count {
      let node = document.nodes[index]
      let end = max(Int(node.end), index + 1)
      switch node.kind {
      case .paragraph, .heading, .tableCell:
        if document.maySuspect(index + 1..<end) { block(index, to: end) }
        index = end
      case .codeBlock:
        code(node)
        fence(node)
        index = end
      case .tableRow:
        row(index, to: end)
        index += 1
      case .htmlBlock:
        kinds = []
        html(node, from: Int(node.line))
        index = end
      default: index += 1
      }
    }
    return found
  }

  // MARK: Blocks

  private mutating func block(_ start: Int, to end: Int) {
    kinds = []
    let line = Int(document.nodes[start].line)
    // What is no text is one character that nobody writes.
    var text: [Unicode.Scalar] = []
    var index = start + 1
    while index < end {
      let node = document.nodes[index]
      switch node.kind {
      case .text: text += document.string(node.content).unicodeScalars
      case .softBreak, .lineBreak: text.append("\n")
      case .link:
        if text.last == "！", isPicture(document.string(node.content)) { note(.picture, "！[", from: line) }
        text.append("\u{1E}")
      case .emphasis:
        emphasis(index, before: text.last, from: line)
        text.append("\u{1E}")
      case .htmlInline:
        html(node, from: line)
        text.append("\u{1E}")
      case .image, .code:
        text.append("\u{1E}")
        index = max(Int(node.end), index + 1)
        continue
      default: text.append("\u{1E}")
      }
      index += 1
    }
    links(text, from: line)
    runs(text, from: line)
    beginnings(text, of: start, from: line)
  }

  private func isPicture(_ address: String) -> Bool {
    [".jpg", ".jpeg", ".png", ".gif", ".webp"].contains { address.lowercased().hasSuffix($0) }
  }

  /// `]` and what may be an address in brackets behind it.
  private mutating func links(_ text: [Unicode.Scalar], from line: Int) {
    var opener: Int?
    var index = 0
    while index < text.count {
      defer { index += 1 }
      switch text[index] {
      case "[", "［", "【": opener = index
      case "\n" where opener.map({ index - $0 > 200 }) ?? false: opener = nil
      case "]", "］", "】":
        guard let start = opener else { continue }
        opener = nil
        let isChinese = text[index] != "]" || text[start] != "["
        var bracket = index + 1
        while bracket < text.count, bracket < index + 3, OfficeMark.isBlank(text[bracket]) { bracket += 1 }
        guard bracket < text.count, text[bracket] == "(" || text[bracket] == "（" else { continue }
        let inside = text[(bracket + 1)...].prefix(300).prefix { $0 != "\n" && $0 != ")" && $0 != "）" }
        let address = String(String.UnicodeScalarView(inside)).trimmingBlanks
        guard Self.isAddress(address) else { continue }
        let isPlain = !isChinese && bracket == index + 1 && text[bracket] == "("
        let snippet = text[start...min(bracket + inside.count + 1, text.count - 1)]
        note(isPlain ? .blankInAddress : .link, String(String.UnicodeScalarView(snippet)), from: line)
      default: break
      }
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    let low = text.lowercased()
    if ["/", "http:", "https:", "http：", "https：", "www.", "mailto:", "tel:", "#", "./", "../", "\\\\", "file:"]
      .contains(where: {
        low.hasPrefix($0)
      })
    {
      return true
    }
    if low.dropFirst().hasPrefix(":\\") || low.dropFirst().hasPrefix(":/") { return true }
    return [
      ".docx", ".xlsx", ".pdf", ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".mp3", ".html", ".doc", ".xls",
    ].contains {
      low.hasSuffix($0)
    }
  }

  /// Pairs of marks that are left in the text.
  private mutating func runs(_ text: [Unicode.Scalar], from line: Int) {
    var index = 0
    while index < text.count {
      let mark = text[index]
      guard mark == "*" || mark == "~" || mark == "＊" || mark == "～" else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, text[end] == mark { end += 1 }
      defer { index = end }
      guard end - index == 2, mark != "～" else { continue }
      let before = index > 0 ? text[index - 1] : " "
      let after = end < text.count ? text[end] : " "
      // 0531**1234, 王**、李**
      if ChineseNumber.arabic(before) != nil, ChineseNumber.arabic(after) != nil { continue }
      if OfficeMark.isIdeograph(before), "、，。；）\n ".unicodeScalars.contains(after), isCovered(text, index) { continue }
      let context = text[max(0, index)..<min(text.count, end + 8)].prefix { $0 != "\n" && $0 != "\u{1E}" }
      note(mark == "~" ? .strikethrough : .emphasis, String(String.UnicodeScalarView(context)), from: line)
    }
  }

  /// One or two characters of a name before the marks.
  private func isCovered(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    let name = text[..<index].reversed().prefix { OfficeMark.isIdeograph($0) }
    return name.count <= 2
  }

  /// Emphasis within words, over a comma: names that are covered.
  private mutating func emphasis(_ index: Int, before: Unicode.Scalar?, from line: Int) {
    let node = document.nodes[index]
    let inside = document.nodes[(index + 1)..<max(Int(node.end), index + 1)]
    guard let before, Self.isWord(before), inside.allSatisfy({ $0.kind == .text }) else { return }
    let text = inside.map { document.string($0.content) }.joined()
    guard let next = document.nodes.dropFirst(Int(node.end)).first, next.kind == .text,
      let after = document.string(next.content).unicodeScalars.first, Self.isWord(after)
    else { return }
    let isList =
      OfficeMark.isIdeograph(before) && OfficeMark.isIdeograph(after)
      && text.unicodeScalars.contains { "、，；。 ".unicodeScalars.contains($0) }
    // 长*宽*高, A*B*C
    let isFactor = text.unicodeScalars.count == 1 && text.unicodeScalars.allSatisfy(Self.isWord)
    guard isList || isFactor else { return }
    note(.lostAsterisks, "*" + text + "*", from: line)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    OfficeMark.isIdeograph(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// What a line begins with.
  private mutating func beginnings(_ text: [Unicode.Scalar], of block: Int, from line: Int) {
    let node = document.nodes[block]
    guard node.kind == .paragraph else { return }
    for (number, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let head = part.drop { OfficeMark.isBlank($0) }
      guard let first = head.first else { continue }
      if first == "|" || first == "｜", head.filter({ $0 == first }).count >= 2 {
        note(.table, String(String.UnicodeScalarView(head)), from: line + number)
      }
      if ["···", "｀｀｀", "‘‘‘", "’’’", "'''"].contains(where: { head.starts(with: $0.unicodeScalars) }) {
        let name = String(String.UnicodeScalarView(head.dropFirst(3))).trimmingBlanks.lowercased()
        if fences.contains(name) { note(.fence, String(String.UnicodeScalarView(head)), from: line + number) }
      }
    }
    let isTask = ["[ ]", "[x]", "[X]"].contains { text.starts(with: $0.unicodeScalars) }
    if isTask, block > 0, document.nodes[block - 1].kind == .item, document.nodes[block - 1].number == 0 {
      note(.task, String(String.UnicodeScalarView(text.prefix { $0 != "\n" })), from: line)
    }
  }

  private mutating func code(_ node: Document.Node) {
    kinds = []
    guard node.detail.isEmpty, lines.indices.contains(Int(node.line) - 1) else { return }
    let written = lines[Int(node.line) - 1]
    // A fence without a name.
    if String(String.UnicodeScalarView(written)).contains("```") || written.contains("~") { return }
    let text = document.string(node.content)
    guard let first = text.split(separator: "\n").first,
      text.unicodeScalars.filter({ OfficeMark.isIdeograph($0) }).count >= 4 || Self.isProse(first)
    else { return }
    note(.indented, String(first), from: Int(node.line))
  }

  /// A sentence, or a number that is dialled: no line of a program.
  private static func isProse(_ line: Substring) -> Bool {
    line.wholeMatch(of: #/[(+]?\d[\d ()-]{5,18}\d|[A-Z][a-z']*(?: [A-Za-z0-9',:-]+){2,}[.!?]/#) != nil
  }

  /// A fence with more behind its name, or without an end.
  private mutating func fence(_ node: Document.Node) {
    let line = Int(node.line)
    guard lines.indices.contains(line - 1) else { return }
    let info = document.string(node.detail)
    let words = info.split(separator: " ")
    if words.count > 1, fences.contains(String(words[0])) {
      found.append(SuspectMark(kind: .fenceWords, line: line, column: 1, text: String(info.prefix(60))))
    }
    let written = lines[line - 1].drop(while: Self.isOfContainer)
    let mark = written.first
    guard mark == "`" || mark == "~", written.prefix(while: { $0 == mark }).count >= 3 else { return }
    let last = line + document.string(node.content).utf8.count { $0 == 0x0A }
    let isClosed =
      lines.indices.contains(last)
      && lines[last].drop(while: Self.isOfContainer).prefix(while: { $0 == mark }).count >= 3
    if !isClosed {
      let text = String(String.UnicodeScalarView(written.prefix(60)))
      found.append(SuspectMark(kind: .openFence, line: line, column: 1, text: text))
    }
  }

  /// Of a row of a table: more cells than its head has.
  private mutating func row(_ index: Int, to end: Int) {
    let line = Int(document.nodes[index].line)
    guard lines.indices.contains(line - 1) else { return }
    allowance -= lines.length(line - 1)
    let columns = document.nodes[index..<end].count { $0.kind == .tableCell }
    guard allowance > 0, lines.mayHoldMoreCells(line - 1, than: columns) else { return }
    let written = lines[line - 1]
    var cells: [(start: Int, text: ArraySlice<Unicode.Scalar>)] = []
    var start = 0
    var place = 0
    while place <= written.count {
      if place == written.count || written[place] == "|" {
        cells.append((start, written[start..<place]))
        start = place + 1
      } else if written[place] == "\\" {
        place += 1
      }
      place += 1
    }
    // What stands before the first bar and behind the last is no cell where nothing is written there.
    if cells[0].text.allSatisfy(Self.isOfContainer) { cells.removeFirst() }
    guard
      let extra = cells.dropFirst(columns).first(where: { cell in !cell.text.allSatisfy(OfficeMark.isBlank) })
    else { return }
    let blanks = extra.text.prefix(while: OfficeMark.isBlank).count
    let text = String(String.UnicodeScalarView(extra.text.dropFirst(blanks).prefix(60)))
    found.append(SuspectMark(kind: .extraCell, line: line, column: extra.start + blanks + 1, text: text.trimmingBlanks))
  }

  /// Blanks, and the marks of quotes and lists that a line may begin with.
  private static func isOfContainer(_ scalar: Unicode.Scalar) -> Bool {
    OfficeMark.isBlank(scalar) || ">-*+".unicodeScalars.contains(scalar)
  }

  private mutating func html(_ node: Document.Node, from line: Int) {
    let text = document.string(node.content)
    let name = text.drop { $0 == "<" || $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
    guard text.hasPrefix("<"), Self.tags.contains(name), let first = text.split(separator: "\n").first else { return }
    note(.html, String(first), from: line)
  }

  private static let tags: Set<String> = [
    "br", "b", "i", "u", "s", "p", "div", "span", "font", "center", "strong", "em", "img", "a", "table", "tr", "td",
    "th",
    "hr", "h1", "h2", "h3", "h4", "ul", "ol", "li", "sup", "sub", "small", "big", "iframe", "video", "audio",
  ]

  // MARK: Places

  /// Notes a mark at the place where it is written; what is not written so (escaped, by a character reference) is meant so.
  private mutating func note(_ kind: SuspectMark.Kind, _ text: String, from line: Int) {
    guard !kinds.contains(kind) else { return }
    let wanted = Array(text.unicodeScalars)
    let first = max(line, 1)
    for number in first..<min(first + 60, lines.count + 1) {
      let written = lines[number - 1]
      allowance -= written.count
      guard allowance > 0 else { return }
      guard let column = Self.place(of: wanted, in: written) else { continue }
      if column > 0, written[column - 1] == "\\" { return }
      kinds.insert(kind)
      let shown = String(text.prefix(60))
      found.append(SuspectMark(kind: kind, line: number, column: column + 1, text: shown))
      return
    }
  }

  private static func place(of wanted: [Unicode.Scalar], in line: [Unicode.Scalar]) -> Int? {
    guard let first = wanted.first, wanted.count <= line.count else { return nil }
    for start in 0...(line.count - wanted.count) where line[start] == first {
      if line[start..<start + wanted.count].elementsEqual(wanted) { return start }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

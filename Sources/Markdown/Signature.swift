/// Who signs a notice and the day stand at its end, on the right (GB/T 9704—2012 §7.3.5).
extension Document {
  /// A line near the end, and the block that it stands in.
  private struct EndLine {
    let block: Int
    /// Of its block.
    let number: Int
    /// nil for a block that is no paragraph.
    let line: TextLine?
  }

  mutating func setSignature() {
    let blocks = lastBlocks
    guard blocks.contains(where: mayEndInDay) else { return }
    let end = endLines(of: blocks)
    guard let day = end.lastIndex(where: { $0.line.map { SignatureLine($0).hasDay } ?? false }),
      let dayLine = end[day].line
    else { return }
    var first = day
    if !SignatureLine(dayLine).hasName {
      while first > 0, day - first < Self.mostSignatories, let line = end[first - 1].line, SignatureLine(line).isName {
        first -= 1
      }
    }
    let hasName = first < day || SignatureLine(dayLine).hasName
    // What belongs to a notice may follow: 附件：…
    if let next = end.dropFirst(day + 1).first {
      guard hasName, let line = next.line, SignatureLine(line).mayFollow else { return }
    }
    // A day at the end of a sentence that is broken before it.
    let isWithin = first > 0 && end[first - 1].block == end[first].block
    if isWithin, !hasName, let last = end[first - 1].line?.last, !"。！".unicodeScalars.contains(last) { return }
    guard first > 0, end[first - 1].line?.last != "：", end[first...day].allSatisfy({ $0.line?.isNested != true })
    else { return }
    var before: Int?
    for block in Set(end[first...day].map(\.block)).sorted() {
      let signature = sign(block, end[first...day].filter { $0.block == block }.map(\.number))
      if let before, let signature, Int(nodes[before].end) == signature {
        nodes[before].end = nodes[signature].end
        nodes[signature] = Node(kind: .lineBreak, end: Int32(signature + 1))
      } else {
        before = signature
      }
    }
  }

  /// A joint notice has a few.
  private static var mostSignatories: Int { 4 }
  private static var blocksAtEnd: Int { 12 }

  /// The last blocks of the body.
  private var lastBlocks: ArraySlice<Int> {
    var blocks: [Int] = []
    var index = 1
    while index < nodes.count, nodes[index].kind != .footnotes {
      // What was dropped is no block.
      if nodes[index].kind != .text { blocks.append(index) }
      index = max(Int(nodes[index].end), index + 1)
    }
    return blocks.suffix(Self.blocksAtEnd)
  }

  /// Whether a text of a paragraph ends as a day does, with a bracket, a word or white space behind it: nearly none do, and then no line has to be read.
  private func mayEndInDay(_ block: Int) -> Bool {
    guard nodes[block].kind == .paragraph else { return false }
    let end = Int(nodes[block].end)
    return (block..<end).contains { index in
      let node = nodes[index]
      guard node.kind == .text, !goesOn(behind: index, to: end) else { return false }
      let bytes = bytes(node.content)
      guard let last = bytes.last else { return false }
      if last < 0x80 { return last &- 0x30 < 10 || last == UInt8(ascii: ")") || last <= 0x20 }
      switch (bytes.suffix(3).first ?? 0, bytes.dropLast().last ?? 0, last) {
      // 日 月 发 布 印 ） and wide digits.
      case (0xE6, 0x97, 0xA5), (0xE6, 0x9C, 0x88), (0xE5, 0x8F, 0x91), (0xE5, 0xB8, 0x83), (0xE5, 0x8D, 0xB0),
        (0xEF, 0xBC, 0x89...0x99):
        return true
      // White space.
      case (0xE2, _, _), (0xE3, 0x80, 0x80), (_, 0xC2, 0xA0): return true
      default: return false
      }
    }
  }

  /// Whether more text stands behind a text in its line, which then ends in that.
  private func goesOn(behind index: Int, to end: Int) -> Bool {
    for node in nodes[(index + 1)..<end] {
      switch node.kind {
      case .emphasis, .strong, .strikethrough, .link: continue
      case .text: return !node.content.isEmpty
      default: return false
      }
    }
    return false
  }

  /// The lines of blocks.
  private func endLines(of blocks: ArraySlice<Int>) -> [EndLine] {
    blocks.flatMap { block -> [EndLine] in
      guard nodes[block].kind == .paragraph else { return [EndLine(block: block, number: 0, line: nil)] }
      return textLines(of: block).enumerated().map { EndLine(block: block, number: $0, line: $1) }
    }
  }

  /// Makes some lines of a paragraph, one after the other, a signature.
  ///
  /// - Returns: the paragraph that they are now.
  private mutating func sign(_ block: Int, _ numbers: [Int]) -> Int? {
    guard let first = numbers.first, let last = numbers.last else { return nil }
    let lines = textLines(of: block)
    let (line, end) = (nodes[block].line, nodes[block].end)
    for number in numbers.dropFirst() {
      if let place = lines[number].place { nodes[place] = Node(kind: .lineBreak, end: Int32(place + 1)) }
    }
    var signature = block
    if let place = lines[first].place {
      nodes[block].end = Int32(place)
      nodes[place] = Node(kind: .paragraph, line: line + Int32(first), end: end)
      signature = place
    }
    nodes[signature].number = 1
    if last + 1 < lines.count, let place = lines[last + 1].place {
      nodes[signature].end = Int32(place)
      nodes[place] = Node(kind: .paragraph, line: line + Int32(last + 1), end: end)
    }
    return signature
  }
}

/// What a line at the end of a notice can be.
private struct SignatureLine {
  private let line: TextLine
  private let text: [Unicode.Scalar]
  /// Where a day begins that ends the line.
  private let day: Int?

  init(_ line: TextLine) {
    self.line = line
    text = line.isShort ? line.head : []
    day = Self.day(in: text)
  }

  var hasDay: Bool {
    guard let day else { return false }
    return day == 0 || hasName
  }

  /// 桃园社区居委会　　2026年12月5日
  var hasName: Bool {
    guard let day, day > 0, OfficeMark.isBlank(text[day - 1]) else { return false }
    return Self.isName(text.prefix(day).reversed().drop { OfficeMark.isBlank($0) }.reversed())
  }

  var isName: Bool {
    line.mark == nil && (Self.isName(text[...]) || line.indent >= 6 && Self.mayBeName(text[...]))
  }

  var mayFollow: Bool {
    if line.mark?.style == .closing { return true }
    return ["（", "联系", "咨询", "监督", "附", "地址", "电话"].contains { line.head.starts(with: $0.unicodeScalars) }
  }

  private static func mayBeName(_ text: some Collection<Unicode.Scalar>) -> Bool {
    (2...30).contains(text.count) && text.contains { OfficeMark.isIdeograph($0) }
      && !text.contains { "。，；：！？:;!?“”".unicodeScalars.contains($0) }
  }

  private static func isName(_ text: some Collection<Unicode.Scalar>) -> Bool {
    guard mayBeName(text) else { return false }
    var name = Array(text)
    if name.last == "）" || name.last == ")", let open = name.lastIndex(where: { $0 == "（" || $0 == "(" }) {
      name.removeSubrange(open...)
    }
    while let last = name.last, OfficeMark.isBlank(last) { name.removeLast() }
    return offices.contains {
      name.count > $0.unicodeScalars.count && name.reversed().starts(with: $0.unicodeScalars.reversed())
    }
  }

  private static let offices = [
    "会", "处", "局", "部", "办", "室", "所", "站", "队", "组", "院", "校", "园", "社区", "街道", "中心", "公司", "物业", "社",
    "党委", "政府", "银行", "联盟", "驿站", "网格", "小区", "厂", "馆", "团", "集团", "窗口", "学院", "大学", "医院", "党组", "学", "店",
    "會", "處", "辦", "隊", "組", "院", "區", "業", "團", "館",
  ]

  /// A day with its year: 2026年12月5日, 二〇二六年十二月五日, 2026-12-05, with （公章） or 星期六 behind it.
  private static func day(in text: [Unicode.Scalar]) -> Int? {
    var rest = text[...]
    if rest.last == "）" || rest.last == ")", let open = rest.lastIndex(where: { $0 == "（" || $0 == "(" }) {
      rest = rest[..<open]
    }
    for word in ["印发", "发布", "印"] where rest.count > 6 && rest.reversed().starts(with: word.unicodeScalars.reversed()) {
      rest = rest.dropLast(word.unicodeScalars.count)
    }
    rest = rest.reversed().drop { OfficeMark.isBlank($0) }.reversed()[...]
    let isWritten = rest.last == "日" || rest.last == "月"
    guard isWritten || rest.last.map({ ChineseNumber.arabic($0) != nil }) == true else { return nil }
    for start in rest.indices where start == 0 || OfficeMark.isBlank(rest[start - 1]) {
      if isDay(rest[start...].filter { !OfficeMark.isBlank($0) }, isWritten: isWritten) { return start }
    }
    return nil
  }

  private static func isDay(_ text: [Unicode.Scalar], isWritten: Bool) -> Bool {
    let ends: [[Unicode.Scalar]] = isWritten ? [["年"], ["月"], ["日"]] : [["-", ".", "/"], ["-", ".", "/"], []]
    var rest = text[...]
    for (part, marks) in ends.enumerated() {
      let digits = rest.prefix { ChineseNumber.isDigit($0) || part == 0 && ($0 == "○" || $0 == "O") }
      guard part == 0 ? digits.count == 4 : (1...3).contains(digits.count) else { return false }
      rest = rest.dropFirst(digits.count)
      if marks.isEmpty { return rest.isEmpty }
      guard let mark = rest.first, marks.contains(mark) else { return false }
      rest = rest.dropFirst()
      // 2026年12月
      if isWritten, part == 1, rest.isEmpty { return true }
    }
    return rest.isEmpty
  }
}

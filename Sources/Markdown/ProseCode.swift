import CCmark
import Encoding

/// What CommonMark takes for something else than its writer: a text that is indented, and a text over a rule.
extension TreeBuilder {
  /// Four blanks before a line are code to CommonMark; before Chinese sentences they are the two characters that a paragraph begins with.
  mutating func appendProse(from code: OpaquePointer) -> Bool {
    let first = Int(cmark_node_get_start_line(code))
    let last = Int(cmark_node_get_end_line(code))
    guard !isProse, last >= first, last - first < 2000 else { return false }
    let column = max(0, Int(cmark_node_get_start_column(code)) - 1)
    let written = lines.line(first).dropFirst(column).drop { $0 == 0x20 || $0 == 0x09 }
    guard written.first != UInt8(ascii: "`"), written.first != UInt8(ascii: "~") else { return false }
    let text = Self.withBytes(cmark_node_get_literal(code)) { String(decoding: $0, as: UTF8.self) }
    guard Self.isProse(text) else { return false }

    isProse = true
    defer { isProse = false }
    let outer = lineOffset
    lineOffset += Int32(first - 1)
    defer { lineOffset = outer }
    var source = Bytes()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let prose = line.drop { $0 == " " || $0 == "\t" }
      let blanks = line.count - prose.count
      if !Self.isListed(prose), !prose.isEmpty {
        source.append(String(repeating: "　", count: blanks >= 8 ? 8 : 2))
      }
      source.append(prose)
      source.append(UInt8(ascii: "\n"))
    }
    source.append(UInt8(ascii: "\n"))
    source.append(contentsOf: definitions.used(in: source))
    source.withUnsafeBufferPointer { buffer in
      withMarkedTree(of: buffer) { builder, root in
        var child = cmark_node_first_child(root)
        while let node = child {
          builder.append(node)
          child = cmark_node_next(node)
        }
      }
    }
    return true
  }

  private static func isListed(_ line: Substring) -> Bool {
    if ["- ", "* ", "+ "].contains(where: { line.hasPrefix($0) }) { return true }
    let rest = line.drop { $0.isASCII && $0.isNumber }
    return rest.startIndex > line.startIndex && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  /// Chinese beside a few marks, each line begun with it, and nothing that only programs have.
  private static func isProse(_ text: String) -> Bool {
    var (han, other) = (0, 0)
    for line in text.split(separator: "\n") {
      let line = line.drop { $0 == " " || $0 == "\t" }
      for scalar in line.unicodeScalars {
        switch scalar {
        case "{", "}", ";", "=", "<", ">", "\\", "$", "|": return false
        case _ where CharacterClass.isHan(scalar): han += 1
        case _ where !OfficeMark.isBlank(scalar) && ChineseNumber.arabic(scalar) == nil: other += 1
        default: break
        }
      }
      if let first = line.unicodeScalars.first, first.isASCII, OfficeMark(Array(line.unicodeScalars.prefix(40))) == nil,
        ChineseNumber.arabic(first) == nil, !isListed(line), first != "*", first != "["
      {
        return false
      }
    }
    return han >= 2 && han * 3 >= other
  }

  /// `---` or `===` right under a text makes a heading of it, however long it is. A heading is one line and no sentence; what is not, stands over
  /// a rule.
  mutating func isParagraphOverRule(_ heading: OpaquePointer) -> Bool {
    guard cmark_node_get_heading_level(heading) <= 2 else { return false }
    let first = Int(cmark_node_get_start_line(heading))
    let last = Int(cmark_node_get_end_line(heading))
    let column = max(0, Int(cmark_node_get_start_column(heading)) - 1)
    let start = lines.line(first).dropFirst(column)
    guard start.first != UInt8(ascii: "#"), last > first else { return false }
    // The end line is the rule's.
    let text = (first..<last).map { String(decoding: lines.line($0), as: UTF8.self) }
    guard text.contains(where: { $0.unicodeScalars.contains { OfficeMark.isIdeograph($0) } }) else { return false }
    if text.count > 1 { return true }
    let line = text[0].unicodeScalars.drop { OfficeMark.isBlank($0) }
    let end = line.reversed().drop { OfficeMark.isBlank($0) }.first
    if let end, "。；！：，".unicodeScalars.contains(end) { return true }
    // 电话：0531-0000-1234
    return OfficeMark(Array(line.prefix(40)))?.style == .label
  }
}

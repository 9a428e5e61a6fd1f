import Diagnostics
import PublicText

/// YAML takes ` #` and what follows it for a comment: of `title: 3# 楼 #2 电梯停运` only `3# 楼` is left, and nothing is wrong. Comments of
/// people have a space behind the `#`; what stands right behind it belongs to a value that its writer did not put in quotes.
struct YAMLComments {
  private let place: SourcePlace
  private let lines: [[Unicode.Scalar]]

  /// nil where the text holds nothing of the kind, which is nearly always.
  init?(_ text: String, at place: SourcePlace) {
    guard Self.isSuspicious(text) else { return nil }
    self.place = place
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }

  private static func isSuspicious(_ text: String) -> Bool {
    var (beforeLast, last) = (UInt8(0), UInt8(0))
    for byte in text.utf8 {
      if last == UInt8(ascii: "#"), isBlank(beforeLast), !isBlank(byte), byte != UInt8(ascii: "#") { return true }
      // Behind a value, not on a line of its own.
      if last == UInt8(ascii: "#"), isInline(beforeLast), isInline(byte) { return true }
      (beforeLast, last) = (last, byte)
    }
    return false
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
  private static func isInline(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// `停水 # 3号楼`, `3 # 楼电梯停运`: the sign is that of a building's number, though a blank stands behind it. No other comment begins so.
  private static func isNumberSign(after value: String, _ comment: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = comment.dropFirst().drop { $0 == " " || $0 == "\t" }
    guard rest.count < comment.count - 1 else { return false }
    let number = rest.prefix { ("0"..."9").contains($0) }
    if number.isEmpty {
      guard value.last?.isNumber == true, value.contains(where: { !$0.isNumber }) || rest.count > 2 else {
        return false
      }
    } else {
      rest = rest.dropFirst(number.count).drop { $0 == " " }
      if rest.first == "号" { rest = rest.dropFirst() }
    }
    let text = String(String.UnicodeScalarView(rest.prefix(4)))
    return ["楼", "栋", "幢", "单元", "座", "电梯", "出口", "门", "院", "井", "泵", "变压器"].contains(where: text.hasPrefix)
  }

  /// The values that lose their end, in the order of the text.
  func problems(in mapping: YAMLNode.Mapping) -> [Diagnostic] {
    var found: [Diagnostic] = []
    collect(mapping, &found)
    return found
  }

  private func collect(_ mapping: YAMLNode.Mapping, _ found: inout [Diagnostic]) {
    for entry in mapping.entries {
      guard case .scalar(let name) = entry.key else { continue }
      collect(entry.value, of: name, before: name.string + ": ", &found)
    }
  }

  /// - Parameter before: what stands before the value on its line.
  private func collect(_ value: YAMLNode, of key: YAMLNode.Scalar, before: String, _ found: inout [Diagnostic]) {
    switch value {
    case .scalar(let scalar) where scalar.isPlain:
      let end = scalar.string.isEmpty ? end(of: key, then: ":") : end(of: scalar)
      if let end, let problem = problem(key.string, before: before, value: scalar.string, at: end) {
        found.append(problem)
      }
    case .mapping(let mapping): collect(mapping, &found)
    case .sequence(let sequence): for item in sequence.items { collect(item, of: key, before: "", &found) }
    case .scalar: break
    }
  }

  // MARK: Places

  private struct Position {
    var line: Int
    var column: Int
  }

  /// Where a value that stands without quotes ends. It may go on over lines, each joined to the one before by a space.
  private func end(of scalar: YAMLNode.Scalar, then mark: Unicode.Scalar? = nil) -> Position? {
    var position = Position(line: scalar.mark.line - 1, column: scalar.mark.column - 1)
    for character in scalar.string.unicodeScalars {
      if character == " " || character == "\n" {
        while lines.indices.contains(position.line), position.column >= lines[position.line].count,
          position.line + 1 < lines.count
        {
          position.line += 1
          position.column = lines[position.line].prefix { $0 == " " || $0 == "\t" }.count
        }
        if self[position] == " " { position.column += 1 }
      } else {
        // A line that is broken here: its blanks are no part of the value.
        guard self[position] == character else { return nil }
        position.column += 1
      }
    }
    if let mark {
      guard self[position] == mark else { return nil }
      position.column += 1
    }
    return position
  }

  private subscript(_ position: Position) -> Unicode.Scalar? {
    guard lines.indices.contains(position.line), lines[position.line].indices.contains(position.column) else {
      return nil
    }
    return lines[position.line][position.column]
  }

  private func problem(_ key: String, before: String, value: String, at end: Position) -> Diagnostic? {
    let rest = lines[end.line].dropFirst(end.column)
    let blanks = rest.prefix { $0 == " " || $0 == "\t" }
    let comment = rest.dropFirst(blanks.count)
    guard !blanks.isEmpty, comment.first == "#", let next = comment.dropFirst().first else { return nil }
    let isApart = Self.isNumberSign(after: value, comment)
    guard isApart || next != "#" && next.value > 0x20 else { return nil }
    var lost = String(String.UnicodeScalarView(comment))
    while lost.last?.isWhitespace == true { lost.removeLast() }
    let whole = value.isEmpty ? lost : value + String(String.UnicodeScalarView(blanks)) + lost
    let isPersonal = !PersonalNumber.find(in: whole).isEmpty
    let quoted = isPersonal ? "…" : whole.contains("\"") ? whole.replacing("'", with: "''") : whole
    let quote = whole.contains("\"") ? "'" : "\""
    return .error(
      "yaml.lost-to-comment",
      zh: "“\(key)”的值到“ #”就断了：YAML 把空格后面的 # 当作注释\(isPersonal ? "" : "，“\(lost)”不会发布")",
      en:
        "the value of “\(key)” ends before its ` #`, which begins a comment\(isPersonal ? "" : ": “\(lost)” is lost")",
      hint: Message(
        zh: "用引号括起来：\(before)\(quote)\(quoted)\(quote)；如果真是注释，\(isApart ? "另起一行写" : "在 # 后面加一个空格")",
        en:
          "put it in quotes: `\(before)\(quote)\(quoted)\(quote)`; if it is a comment, \(isApart ? "write it on a line of its own" : "put a space behind the #")"
      ),
      at: place.location(line: end.line + 1, column: end.column + blanks.count + 1))
  }
}

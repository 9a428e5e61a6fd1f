import CivilTime

/// The lines of a front matter that hold its `approval`. They are found in the text, not in what YAML makes of it: a signature may change
/// nothing of a file but these.
struct ApprovalEntry {
  /// Each with its end.
  private let lines: [ArraySlice<UInt8>]
  private let range: Range<Int>

  /// nil where it has none.
  init?(in frontMatter: String) {
    let lines = Self.lines(of: frontMatter)
    guard let start = lines.firstIndex(where: Self.isEntry) else { return nil }
    var end = lines[(start + 1)...].firstIndex(where: Self.beginsAnotherKey) ?? lines.endIndex
    // Comments before the next key are about that.
    while end > start + 1, Self.isBlankOrComment(lines[end - 1]) { end -= 1 }
    self.lines = lines
    range = start..<end
  }

  /// As it is written.
  var text: String { String(decoding: lines[range].joined(), as: UTF8.self) }

  /// A front matter without it.
  static func without(_ frontMatter: String) -> [UInt8] {
    guard let entry = ApprovalEntry(in: frontMatter) else { return Array(frontMatter.utf8) }
    return Array((entry.lines[..<entry.range.lowerBound] + entry.lines[entry.range.upperBound...]).joined())
  }

  /// A front matter with another approval in the place of its own, or at its end. Comments stay, and so do lines that say the same.
  ///
  /// - Parameter old: what it says now.
  static func replacing(_ old: Approval?, with new: Approval, in frontMatter: String) -> [UInt8] {
    let end = frontMatter.utf8.dropLast().last == UInt8(ascii: "\r") ? "\r\n" : "\n"
    guard let entry = ApprovalEntry(in: frontMatter) else {
      let block = "approval:" + end + fields(new).map { "  \($0.key): \($0.value)\(end)" }.joined()
      return Array(frontMatter.utf8) + Array(block.utf8)
    }
    let block = entry.block(replacing: old ?? Approval(), with: new, lineEnd: end)
    return Array(entry.lines[..<entry.range.lowerBound].joined()) + Array(block.utf8)
      + Array(entry.lines[entry.range.upperBound...].joined())
  }

  // MARK: Writing

  private func block(replacing old: Approval, with new: Approval, lineEnd: String) -> String {
    let written = lines[range].map { String(decoding: $0, as: UTF8.self) }
    let inner = written.dropFirst()
    let before = Dictionary(uniqueKeysWithValues: Self.fields(old).map { ($0.key, $0.value) })
    let head = Self.split(written[0].drop { $0 != ":" }.dropFirst())
    let isPlainBlock =
      head.value.isEmpty && inner.allSatisfy { Self.isBlankOrComment(Array($0.utf8)[...]) || Self.key(of: $0) != nil }
    let after = Dictionary(uniqueKeysWithValues: Self.fields(new).map { ($0.key, $0.value) })
    let present = isPlainBlock ? Set(inner.compactMap(Self.key)) : []
    var added = Self.fields(new).filter { !present.contains($0.key) }
    var block = head.value.isEmpty ? written[0] : "approval:" + (head.comment.map { "  " + $0 } ?? "") + lineEnd
    var indent = "  "
    func addRest() {
      block += added.map { "\(indent)\($0.key): \($0.value)\(lineEnd)" }.joined()
      added = []
    }
    for line in inner {
      if Self.isBlankOrComment(Array(line.utf8)[...]) {
        block += line
      } else if isPlainBlock, let key = Self.key(of: line) {
        indent = String(line.prefix { $0 == " " })
        // The digest is that of the lines above it.
        if key == "digest" { addRest() }
        guard let value = after[key] else { continue }
        let comment = Self.split(line.drop { $0 != ":" }.dropFirst()).comment.map { "  " + $0 } ?? ""
        block += before[key] == value ? line : "\(indent)\(key): \(value)\(comment)\(lineEnd)"
      }
    }
    addRest()
    return block
  }

  /// What is written of an approval, a line each.
  private static func fields(_ approval: Approval) -> [(key: String, value: String)] {
    let days = [approval.authoredOn, approval.reviewedOn, approval.approvedOn].map { $0.map { TimeText.date($0) } }
    let fields: [(String, String?)] = [
      ("author", approval.author.map(scalar)), ("authoredOn", days[0]),
      ("reviewer", approval.reviewer.map(scalar)), ("reviewedOn", days[1]),
      ("approver", approval.approver.map(scalar)), ("approvedOn", days[2]),
      ("digest", approval.digest),
    ]
    return fields.compactMap { key, value in value.map { (key, $0) } }
  }

  /// A YAML scalar: plain where nothing in it could mean anything else.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last != " "
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -·（）、".contains($0) }
      && !["null", "true", "false"].contains(text.lowercased())
    return isPlain ? text : "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  // MARK: Reading

  private static func lines(of text: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(text.utf8)
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func isEntry(_ line: ArraySlice<UInt8>) -> Bool {
    ["approval", "\"approval\"", "'approval'"].contains { name in
      guard line.starts(with: name.utf8) else { return false }
      let rest = line.dropFirst(name.utf8.count).drop { $0 == 0x20 || $0 == 0x09 }
      return rest.first == UInt8(ascii: ":") && (rest.dropFirst().first.map { $0 <= 0x20 } ?? true)
    }
  }

  /// Lines of a value are indented, or, in braces, may close them.
  private static func beginsAnotherKey(_ line: ArraySlice<UInt8>) -> Bool {
    line.first.map { !" \t\r\n#}],".utf8.contains($0) } ?? false
  }

  private static func isBlankOrComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.first { $0 > 0x20 }.map { $0 == UInt8(ascii: "#") } ?? true
  }

  /// The key of an indented line `key: value`, where it is one of an approval's.
  private static func key(of line: String) -> String? {
    let inner = line.drop { $0 == " " }
    guard inner.startIndex > line.startIndex, let colon = inner.firstIndex(of: ":") else { return nil }
    let key = String(inner[..<colon])
    let known = ["author", "authoredOn", "reviewer", "reviewedOn", "approver", "approvedOn", "digest"]
    return known.contains(key) ? key : nil
  }

  /// What stands behind a colon: the value, and the comment behind it.
  private static func split(_ rest: Substring) -> (value: String, comment: String?) {
    var quote: Character?
    var before: Character = " "
    for index in rest.indices {
      let character = rest[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#", before.isWhitespace {
        return (trimmed(rest[..<index]), trimmed(rest[index...]))
      }
      before = character
    }
    return (trimmed(rest), nil)
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start[..<(start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)])
  }
}

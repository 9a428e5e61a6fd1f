/// What a source says and no reader sees, or sees as something else, though every line of it is right for Markdown: found in the lines as
/// they are written.
struct LostLines {
  private let document: Document
  private let lines: WrittenLines
  private let source: String
  private let fences: Set<String>
  private var found: [SuspectMark] = []
  /// The last line that ends a comment.
  private lazy var lastClose = lines.indices.last { number in
    String(String.UnicodeScalarView(lines[number])).contains("-->")
  }

  private init(_ document: Document, source: String, fences: Set<String>) {
    self.document = document
    self.source = source
    self.fences = fences
    lines = WrittenLines(source)
  }

  /// Nothing is decoded where bytes and nodes show that there is nothing to read.
  static func find(in document: Document, source: String, fences: Set<String>) -> [SuspectMark] {
    let hasList = document.nodes.contains { $0.kind == .list && $0.number >= 0 }
    let hasMarks = mayHoldMarks(source)
    guard hasList || hasMarks else { return [] }
    var finder = LostLines(document, source: source, fences: fences)
    if hasMarks { finder.readLines() }
    if hasList { finder.readLists() }
    return finder.found
  }

  /// Whether a line may be lost or be a mark of another program; most texts hold none.
  private static func mayHoldMarks(_ source: String) -> Bool {
    var source = source
    return source.withUTF8 { bytes in
      guard bytes.count > 1 else { return false }
      for index in 1..<bytes.count where isMark[Int(bytes[index])] {
        let (last, byte) = (bytes[index - 1], bytes[index])
        switch byte {
        case UInt8(ascii: ":"): if last == UInt8(ascii: "]") || last == byte { return true }
        case UInt8(ascii: "!"):
          if last == UInt8(ascii: "<") || last == UInt8(ascii: "[") || last == byte { return true }
        case UInt8(ascii: "T"), UInt8(ascii: "t"): if last == UInt8(ascii: "[") { return true }
        default: if last == byte { return true }
        }
      }
      return false
    }
  }

  /// What ends a sign of two bytes that `mayHoldMarks` looks for.
  private static let isMark = (0..<256).map { ":![=_\"Tt".utf8.contains(UInt8($0)) }

  // MARK: Lines

  private mutating func readLines() {
    var fence: Unicode.Scalar?
    var isFirst = true
    var wasDefinition = false
    var uses: [String: Int]?
    for number in lines.indices {
      let line = lines[number]
      let text = line.drop { $0 == " " || $0 == "\t" }
      if let first = text.first, first == "`" || first == "~", text.prefix(while: { $0 == first }).count >= 3 {
        fence = fence == nil ? first : fence == first ? nil : fence
        isFirst = true
        continue
      }
      guard fence == nil, line.count - text.count < 4 else { continue }
      if text.isEmpty {
        isFirst = true
        continue
      }
      let isDefinition = (isFirst || wasDefinition) && Self.label(of: text) != nil
      if isDefinition, let label = Self.label(of: text) {
        uses = uses ?? Self.uses(in: source)
        if (uses?[Self.folded(label)] ?? 0) < 2 { note(.lostLine, number: number, text: text) }
      }
      wasDefinition = isDefinition
      // A heading is a block by itself.
      isFirst = text.first == "#"
      comment(text, number)
      if text.starts(with: "\"\"\"".unicodeScalars),
        fences.contains(String(String.UnicodeScalarView(text.dropFirst(3))))
      {
        note(.fence, number: number, text: text)
      }
      foreign(text, number)
    }
  }

  private mutating func note(
    _ kind: SuspectMark.Kind, number: Int, text: ArraySlice<Unicode.Scalar>, at start: Int? = nil
  ) {
    guard found.count < 50 else { return }
    found.append(
      SuspectMark(
        kind: kind, line: number + 1, column: (start ?? text.startIndex) + 1,
        text: String(String.UnicodeScalarView(text.prefix(60)))))
  }

  /// The label of a line that is a link reference definition (CommonMark §4.7) and nothing else; no footnote's.
  private static func label(of line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    guard line.first == "[", let close = line.firstIndex(of: "]"), line.index(after: close) < line.endIndex,
      line[close + 1] == ":"
    else { return nil }
    let label = line[(line.startIndex + 1)..<close]
    guard let first = label.first, first != "^", !label.contains("["), label.contains(where: { $0 != " " }) else {
      return nil
    }
    let rest = line[(close + 2)...].drop { $0 == " " || $0 == "\t" }
    let address = rest.prefix { $0 != " " && $0 != "\t" }
    let title = rest.dropFirst(address.count).drop { $0 == " " || $0 == "\t" }
    guard !address.isEmpty else { return nil }
    guard let mark = title.first else { return label }
    let end = title.last { $0 != " " && $0 != "\t" }
    let isTitle =
      title.count > 1 && (mark == "\"" && end == mark || mark == "'" && end == mark || mark == "(" && end == ")")
    return isTitle ? label : nil
  }

  /// How often each text stands in square brackets.
  private static func uses(in source: String) -> [String: Int] {
    var uses: [String: Int] = [:]
    var open: String.UnicodeScalarView.Index?
    let scalars = source.unicodeScalars
    for index in scalars.indices {
      if scalars[index] == "[" {
        open = scalars.index(after: index)
      } else if scalars[index] == "]", let start = open {
        open = nil
        uses[folded(scalars[start..<index]), default: 0] += 1
      }
    }
    return uses
  }

  private static func folded(_ label: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(label)).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `<!--` at the start of a line, without `-->` in all that follows.
  private mutating func comment(_ text: ArraySlice<Unicode.Scalar>, _ number: Int) {
    guard text.starts(with: "<!--".unicodeScalars), !found.contains(where: { $0.kind == .openComment }) else { return }
    if (lastClose ?? -1) < number { note(.openComment, number: number, text: text) }
  }

  /// `[[`, `==` or `__`.
  private static func holdsPair(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    zip(line, line.dropFirst()).contains { $0 == $1 && ($0 == "[" || $0 == "=" || $0 == "_") }
  }

  /// Marks that other programs know.
  private mutating func foreign(_ line: ArraySlice<Unicode.Scalar>, _ number: Int) {
    guard let first = line.first, "[:!>".unicodeScalars.contains(first) || Self.holdsPair(line) else { return }
    let text = String(String.UnicodeScalarView(line))
    guard !text.contains("`"), !found.contains(where: { $0.kind == .foreign }) else { return }
    let isWhole =
      text.wholeMatch(of: #/\[\[?(?i:toc)\]\]?\s*/#) != nil
      || text.prefixMatch(of: #/:::+ ?[a-z]|!!! ?[a-z]|> ?\[![A-Z]+\]/#) != nil
    if isWhole { return note(.foreign, number: number, text: line) }
    let inside =
      text.firstMatch(of: #/!?\[\[[^\[\]]{1,60}\]\](?!\()/#)?.range
      ?? text.firstMatch(of: #/==[^=\s][^=]{0,60}==(?!=)/#)?.range
    if let inside {
      let start = text.unicodeScalars.distance(from: text.startIndex, to: inside.lowerBound)
      return note(
        .foreign, number: number, text: line[(line.startIndex + start)...].prefix(text[inside].unicodeScalars.count))
    }
    // Within words an underscore is one.
    if let match = text.firstMatch(of: #/(?:[\p{Han}])__[^_\s]{1,40}__|__[^_\s]{1,40}__(?:[\p{Han}])/#) {
      let start = text.unicodeScalars.distance(from: text.startIndex, to: match.range.lowerBound)
      note(
        .foreign, number: number,
        text: line[(line.startIndex + start)...].prefix(text[match.range].unicodeScalars.count))
    }
  }

  // MARK: Lists

  private mutating func readLists() {
    for (index, node) in document.nodes.enumerated() where node.kind == .list && node.number >= 0 {
      let end = Int(node.end)
      var item = index + 1
      var numbers: [(line: Int, number: Int)] = []
      var isNested = false
      while item < end, document.nodes[item].kind == .item {
        let line = Int(document.nodes[item].line) - 1
        if let number = lines.listNumber(line) { numbers.append((line, number)) }
        let first = item + 1
        if first < Int(document.nodes[item].end), document.nodes[first].kind == .list,
          document.nodes[first].number >= 0,
          Int(document.nodes[first].line) - 1 == line
        {
          isNested = true
          note(.listInList, number: line, text: lines[line][...])
        }
        item = max(Int(document.nodes[item].end), item + 1)
      }
      guard !isNested, let first = numbers.first?.number, numbers.contains(where: { $0.number != first }) else {
        continue
      }
      let wrong = numbers.enumerated().first { $0.element.number != first + $0.offset }
      if let wrong { note(.countedAnew, number: wrong.element.line, text: lines[wrong.element.line][...]) }
    }
  }
}

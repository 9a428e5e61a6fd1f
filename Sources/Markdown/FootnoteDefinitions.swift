import CCmark
import Encoding
import Scanning

/// Footnotes as GitHub writes them: `[^label]: text` at the beginning of a line, further lines as in a paragraph, further paragraphs
/// indented by four spaces. CommonMark would take such a line for a link's definition, so they are definitionLines out before libcmark reads.
struct FootnoteDefinitions {
  struct Definition {
    let label: Bytes
    /// As written, without the label.
    var text: Bytes
    /// Of the label, counted from 1.
    let line: Int
  }

  /// In bytes; CommonMark allows 999 characters for a link's label.
  static let longestLabel = 255

  /// The first of two with the same label holds.
  private(set) var definitions: [Definition] = []
  /// The source with empty lines where definitions stood, so that all others keep their numbers; nil where there are none.
  private(set) var rest: Bytes?

  var labels: Set<Bytes> { Set(definitions.map(\.label)) }

  init(_ source: UnsafeBufferPointer<UInt8>) {
    guard Self.mayHoldAny(source) else { return }
    let lines = SourceLines(source)
    var definitionLines: [Range<Int>] = []
    var verbatim = Self.verbatim(source)[...]
    var number = 1
    while number <= lines.count {
      while let next = verbatim.first, next.upperBound < number { verbatim.removeFirst() }
      let isVerbatim = verbatim.first?.contains(number) ?? false
      guard !isVerbatim, let (label, text) = Self.beginning(of: lines.line(number)) else {
        number += 1
        continue
      }
      var definition = Definition(label: label, text: Bytes(text), line: number)
      let first = number
      number += 1
      while number <= lines.count, let more = Self.continuation(lines, number, isFirst: number == first + 1) {
        for line in more { definition.text.append(contentsOf: [UInt8(ascii: "\n")] + line) }
        number += more.count
      }
      definitions.append(definition)
      definitionLines.append(first..<number)
    }
    if !definitionLines.isEmpty { rest = Self.blanking(definitionLines, of: lines, source) }
  }

  /// Labels are compared without regard to ASCII case.
  static func normalized(_ label: some Sequence<UInt8>) -> Bytes {
    label.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
  }

  /// The lines of code and raw HTML, comments among it, in which nothing is a definition. Only libcmark knows where they end: fences stand in
  /// lists and quotations too.
  private static func verbatim(_ source: UnsafeBufferPointer<UInt8>) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    withCmarkTree(of: source) { root in
      let iterator = cmark_iter_new(root)
      defer { cmark_iter_free(iterator) }
      while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
        guard let node = cmark_iter_get_node(iterator) else { return }
        let type = cmark_node_get_type(node)
        guard type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK else { continue }
        let first = Int(cmark_node_get_start_line(node))
        found.append(first...max(first, Int(cmark_node_get_end_line(node))))
      }
    }
    return found
  }

  // MARK: Lines

  private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  private static func mayHoldAny(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let index = source.first(of: UInt8(ascii: "^"), from: start) {
      if index > 0, source[index - 1] == UInt8(ascii: "[") { return true }
      start = index + 1
    }
    return false
  }

  private static func beginning(of line: Line) -> (label: Bytes, text: Line)? {
    let trimmed = line.drop { $0 == 0x20 }
    guard line.count - trimmed.count < 4, trimmed.starts(with: "[^".utf8),
      let close = trimmed.prefix(longestLabel + 3).firstIndex(of: UInt8(ascii: "]")),
      close > trimmed.startIndex + 2, close + 1 < trimmed.endIndex, trimmed[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let label = trimmed[(trimmed.startIndex + 2)..<close]
    guard !label.contains(where: { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "[") }) else { return nil }
    return (normalized(label), trimmed[(close + 2)...].drop { $0 == 0x20 || $0 == 0x09 })
  }

  /// The lines that go on with a definition, without their indent; nil where it has ended.
  private static func continuation(_ lines: SourceLines, _ number: Int, isFirst: Bool) -> [Bytes]? {
    let line = lines.line(number)
    if !isBlank(line) {
      if let inner = withoutIndent(line) { return [Bytes(inner)] }
      // A paragraph goes on by itself, unless another block begins; after an empty line it doesn't.
      let isAfterBlank = isBlank(lines.line(number - 1))
      return isAfterBlank || beginning(of: line) != nil || beginsBlock(line) ? nil : [Bytes(line)]
    }
    var next = number + 1
    while next <= lines.count, isBlank(lines.line(next)) { next += 1 }
    guard next <= lines.count, withoutIndent(lines.line(next)) != nil else { return nil }
    return Array(repeating: [], count: next - number)
  }

  private static func isBlank(_ line: Line) -> Bool { line.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  private static func withoutIndent(_ line: Line) -> Line? {
    if line.first == 0x09 { return line.dropFirst() }
    return line.prefix(4).count == 4 && line.prefix(4).allSatisfy { $0 == 0x20 } ? line.dropFirst(4) : nil
  }

  private static func beginsBlock(_ line: Line) -> Bool {
    let trimmed = line.drop { $0 == 0x20 }
    guard let first = trimmed.first else { return true }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "="): return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return trimmed.dropFirst().first.map { $0 == 0x20 || $0 == first } ?? true
    case 0x30...0x39:
      let mark = trimmed.drop { (0x30...0x39).contains($0) }
      return mark.first.map { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") } ?? false
        && (mark.dropFirst().first ?? 0x20) == 0x20
    default: return line.opensFence
    }
  }

  private static func blanking(
    _ definitionLines: [Range<Int>], of lines: SourceLines, _ source: UnsafeBufferPointer<UInt8>
  ) -> Bytes {
    var rest = Bytes()
    rest.reserveCapacity(source.count)
    var copied = 0
    for range in definitionLines {
      rest.append(contentsOf: source[copied..<lines.start(range.lowerBound)])
      rest.append(contentsOf: Bytes(repeating: UInt8(ascii: "\n"), count: range.count))
      copied = range.upperBound <= lines.count ? lines.start(range.upperBound) : source.count
    }
    rest.append(contentsOf: source[copied...])
    return rest
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Whether a line opens a block of code (CommonMark §4.5).
  fileprivate var opensFence: Bool {
    let trimmed = drop { $0 == 0x20 }
    guard count - trimmed.count < 4, let first = trimmed.first,
      first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
    else { return false }
    let rest = trimmed.drop { $0 == first }
    return trimmed.count - rest.count >= 3 && (first != UInt8(ascii: "`") || !rest.contains(UInt8(ascii: "`")))
  }
}

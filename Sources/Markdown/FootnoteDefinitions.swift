import Encoding

/// Footnotes as GitHub writes them: `[^label]: text` at the beginning of a line, further lines as in a paragraph, further paragraphs
/// indented by four spaces. CommonMark would take such a line for a link's definition, so they are taken out before libcmark reads.
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
    var taken: [Range<Int>] = []
    var fence: Fence?
    var number = 1
    while number <= lines.count {
      let line = lines.line(number)
      if let open = fence {
        if open.isClosed(by: line) { fence = nil }
        number += 1
        continue
      }
      fence = Fence(line)
      guard fence == nil, let (label, text) = Self.beginning(of: line) else {
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
      taken.append(first..<number)
    }
    if !taken.isEmpty { rest = Self.blanking(taken, of: lines, source) }
  }

  /// Labels are compared without regard to ASCII case.
  static func normalized(_ label: some Sequence<UInt8>) -> Bytes {
    label.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
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
    default: return Fence(line) != nil
    }
  }

  private static func blanking(
    _ taken: [Range<Int>], of lines: SourceLines, _ source: UnsafeBufferPointer<UInt8>
  ) -> Bytes {
    var rest = Bytes()
    rest.reserveCapacity(source.count)
    var copied = 0
    for range in taken {
      rest.append(contentsOf: source[copied..<lines.start(range.lowerBound)])
      rest.append(contentsOf: Bytes(repeating: UInt8(ascii: "\n"), count: range.count))
      copied = range.upperBound <= lines.count ? lines.start(range.upperBound) : source.count
    }
    rest.append(contentsOf: source[copied...])
    return rest
  }
}

/// A code fence that is open (CommonMark §4.5).
private struct Fence {
  let mark: UInt8
  let length: Int

  /// nil where a line opens none.
  init?(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    let trimmed = line.drop { $0 == 0x20 }
    guard line.count - trimmed.count < 4, let first = trimmed.first,
      first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
    else { return nil }
    let rest = trimmed.drop { $0 == first }
    guard trimmed.count - rest.count >= 3, first != UInt8(ascii: "`") || !rest.contains(UInt8(ascii: "`")) else {
      return nil
    }
    mark = first
    length = trimmed.count - rest.count
  }

  func isClosed(by line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let trimmed = line.drop { $0 == 0x20 }
    let rest = trimmed.drop { $0 == mark }
    return line.count - trimmed.count < 4 && trimmed.count - rest.count >= length
      && rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

import Encoding

/// How a column stands; raw values are `Document.Node.number`.
public enum ColumnAlignment: Int32, Sendable {
  case none, left, center, right
}

/// The rows of a pipe table as GitHub Flavored Markdown writes them (§4.10).
struct TableSyntax {
  typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  /// Which of the lines is the head; those before are a paragraph.
  let headLine: Int
  let alignments: [ColumnAlignment]
  let head: [Bytes]
  /// Each as long as the head: short rows are filled up, what is too much is dropped.
  let rows: [[Bytes]]

  /// nil when no line is a delimiter row that fits the line before it.
  init?(lines: [Line]) {
    for index in lines.indices.dropFirst() {
      guard let alignments = Self.delimiterRow(lines[index]) else { continue }
      let head = Self.cells(lines[index - 1])
      guard head.count == alignments.count, lines[index - 1].contains(UInt8(ascii: "|")) || alignments.count == 1 else {
        continue
      }
      headLine = index - 1
      self.alignments = alignments
      self.head = head
      rows = lines[(index + 1)...].map { line in
        let cells = Self.cells(line).prefix(head.count)
        return cells + Array(repeating: [], count: head.count - cells.count)
      }
      return
    }
    return nil
  }

  /// `| :-- | --: |`: every cell hyphens with an optional colon at either end; at least one pipe.
  private static func delimiterRow(_ line: Line) -> [ColumnAlignment]? {
    guard line.contains(UInt8(ascii: "|")),
      line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x7C || $0 == 0x3A || $0 == 0x2D })
    else { return nil }
    var alignments: [ColumnAlignment] = []
    for cell in cells(line) {
      let starts = cell.first == UInt8(ascii: ":")
      let ends = cell.last == UInt8(ascii: ":")
      let dashes = cell.dropFirst(starts ? 1 : 0).dropLast(ends ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(starts ? (ends ? .center : .left) : (ends ? .right : .none))
    }
    return alignments
  }

  /// Splits at pipes without a backslash before them; `\|` becomes `|`, in code too.
  static func cells(_ line: Line) -> [Bytes] {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    var trimmed = line.drop(while: isBlank)
    while let last = trimmed.last, isBlank(last) { trimmed = trimmed.dropLast() }
    if trimmed.first == UInt8(ascii: "|") { trimmed = trimmed.dropFirst() }
    var cells: [Bytes] = [[]]
    var isEscaped = false
    for byte in trimmed {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append([])
      } else {
        if byte == UInt8(ascii: "|") { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    // The closing pipe opens no cell.
    if trimmed.last == UInt8(ascii: "|"), cells.count > 1, cells.last?.isEmpty == true { cells.removeLast() }
    return cells.map { cell in
      var rest = cell.drop(while: isBlank)
      while let last = rest.last, isBlank(last) { rest.removeLast() }
      return Bytes(rest)
    }
  }
}

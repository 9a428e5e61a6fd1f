import Encoding

/// How a column stands; raw values are `Document.Node.number`.
package enum ColumnAlignment: Int32, Sendable {
  case none, left, center, right
}

/// The rows of a pipe table as GitHub Flavored Markdown writes them (§4.10).
struct TableSyntax {
  typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  /// A cell as it stands in its line, without white space at its ends.
  struct Cell {
    var bytes: Line
    var hasEscapedPipes = false

    /// `\|` is `|`, in code too.
    func append(to out: inout Bytes) {
      guard hasEscapedPipes else { return out.append(contentsOf: bytes) }
      var index = bytes.startIndex
      while index < bytes.endIndex {
        let next = index + 1
        let isPipe = bytes[index] == UInt8(ascii: "\\") && next < bytes.endIndex && bytes[next] == UInt8(ascii: "|")
        if !isPipe { out.append(bytes[index]) }
        if bytes[index] == UInt8(ascii: "\\"), !isPipe, next < bytes.endIndex {
          out.append(bytes[next])
          index = next
        }
        index += 1
      }
    }
  }

  /// Which of the lines is the head; those before are a paragraph.
  let headLine: Int
  let alignments: [ColumnAlignment]
  /// Row after row, the head first, each as long as it: short rows are filled up, what is too much is dropped.
  private(set) var cells: [Cell]

  /// 1,500 columns and as many rows of a letter each are 9 KB of text, and would be gigabytes of a page.
  static let mostFilledCells = 65_536

  var columnCount: Int { alignments.count }
  var rowCount: Int { cells.count / columnCount }

  /// nil when no line is a delimiter row that fits the line before it.
  init?(lines: [Line]) {
    for index in lines.indices.dropFirst() {
      guard let alignments = Self.delimiterRow(lines[index]) else { continue }
      var cells: [Cell] = []
      cells.reserveCapacity(alignments.count * (lines.count - index))
      Self.append(lines[index - 1], to: &cells)
      guard cells.count == alignments.count, lines[index - 1].contains(UInt8(ascii: "|")) || alignments.count == 1
      else {
        continue
      }
      headLine = index - 1
      var filled = 0
      for line in lines[(index + 1)...] {
        let end = cells.count + alignments.count
        Self.append(line, to: &cells)
        let missing = end - cells.count
        if missing < 0 { cells.removeLast(-missing) }
        filled += max(0, missing)
        // What is over is dropped with its row, and all behind it.
        guard filled <= Self.mostFilledCells else {
          cells.removeLast(cells.count % alignments.count)
          break
        }
        for _ in 0..<max(0, missing) { cells.append(Cell(bytes: line.suffix(0))) }
      }
      self.alignments = alignments
      self.cells = cells
      return
    }
    return nil
  }

  /// `| :-- | --: |`: every cell hyphens with an optional colon at either end; at least one pipe.
  private static func delimiterRow(_ line: Line) -> [ColumnAlignment]? {
    guard line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x7C || $0 == 0x3A || $0 == 0x2D }),
      line.contains(UInt8(ascii: "|"))
    else { return nil }
    var cells: [Cell] = []
    append(line, to: &cells)
    var alignments: [ColumnAlignment] = []
    for cell in cells.map(\.bytes) {
      let starts = cell.first == UInt8(ascii: ":")
      let ends = cell.last == UInt8(ascii: ":")
      let dashes = cell.dropFirst(starts ? 1 : 0).dropLast(ends ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(starts ? (ends ? .center : .left) : (ends ? .right : .none))
    }
    return alignments
  }

  /// Splits at pipes without a backslash before them.
  private static func append(_ line: Line, to cells: inout [Cell]) {
    var rest = trimmed(line)
    if rest.first == UInt8(ascii: "|") { rest = rest.dropFirst() }
    // The closing pipe opens no cell.
    var start = rest.startIndex
    var index = start
    var hasEscapedPipes = false
    while index < rest.endIndex {
      switch rest[index] {
      case UInt8(ascii: "\\"):
        index += 1
        if index < rest.endIndex, rest[index] == UInt8(ascii: "|") { hasEscapedPipes = true }
      case UInt8(ascii: "|"):
        cells.append(Cell(bytes: trimmed(rest[start..<index]), hasEscapedPipes: hasEscapedPipes))
        start = index + 1
        hasEscapedPipes = false
      default: break
      }
      index += 1
    }
    if start < rest.endIndex || start == rest.startIndex {
      cells.append(Cell(bytes: trimmed(rest[start...]), hasEscapedPipes: hasEscapedPipes))
    }
  }

  private static func trimmed(_ line: Line) -> Line {
    var (start, end) = (line.startIndex, line.endIndex)
    while start < end, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    return line[start..<end]
  }
}

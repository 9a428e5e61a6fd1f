import Diagnostics
import Vocabulary

/// Where a YAML text stands in its file: the parser counts lines and columns from the text's own start.
struct SourcePlace {
  let path: String
  /// Lines of the file before the text.
  var lineOffset = 0
  /// What names of rows in it mean.
  var rows = RowNames()
  /// Characters before each line of the text: a data block in a list or a quote is indented. Lines beyond have none.
  var indents: [Int] = []

  /// - Parameters: counted from 1; column 0 is the line as a whole.
  func location(line: Int, column: Int = 0) -> Location {
    let indent = column > 0 && indents.indices.contains(line - 1) ? indents[line - 1] : 0
    return .file(path: path, line: line + lineOffset, column: column + indent)
  }

  /// The place of a fenced block's body in the text that it stands in.
  init(of block: String, atLine line: Int, in text: String, path: String, lineOffset: Int) {
    self.init(path: path, lineOffset: lineOffset + line - 1)
    func lines(_ text: String) -> [ArraySlice<UInt8>] {
      Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
        $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0
      }
    }
    for (source, inner) in zip(lines(text).dropFirst(line - 1), lines(block)) {
      if inner.isEmpty {
        // Nothing of it is left to find it by; it is where the line before it is.
        indents.append(indents.last ?? 0)
      } else if source.count > inner.count, source.suffix(inner.count).elementsEqual(inner) {
        indents.append(String(decoding: source.dropLast(inner.count), as: UTF8.self).count)
      } else {
        indents.append(0)
      }
    }
  }

  init(path: String, lineOffset: Int = 0, rows: RowNames = RowNames()) {
    self.path = path
    self.lineOffset = lineOffset
    self.rows = rows
  }
}

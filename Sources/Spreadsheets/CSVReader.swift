/// Separated values (RFC 4180) from UTF-8: rows with the number that a spreadsheet shows beside them.
///
/// Written here because the package that was tried drops leading blanks, accepts an unclosed quote and can't say in which row it failed.
struct CSVReader {
  struct Row {
    /// Counted from 1, as in a spreadsheet; rows, not lines: a quoted field may hold line breaks.
    let number: Int
    let fields: [String]
  }

  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var number = 1
  private var fields: [String] = []
  private var field: [UInt8] = []

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Excel's own way to say it, in a line before the first.
    let named =
      bytes.count > 4 && bytes.starts(with: "sep=".utf8) && (bytes.count == 5 || [0x0A, 0x0D].contains(bytes[5]))
    separator = named ? bytes[4] : Self.separator(of: bytes)
    guard named else { return }
    index = 5
    if index < bytes.count, bytes[index] == 0x0D { index += 1 }
    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
    number = 2
  }

  /// The file as a sheet of texts. What `FormulaGuard` put in front of a text is taken off.
  static func sheet(_ bytes: [UInt8], limits: Workbook.Limits) throws(SpreadsheetProblem) -> Sheet {
    var cells = 0
    var rows: [SheetRow] = []
    if hasFullWidthCommas(bytes) { throw SpreadsheetProblem(.fullWidthCommas, row: 1) }
    var reader = CSVReader(bytes)
    while let row = try reader.next() {
      guard row.fields.count <= CellName.maximumColumn else { throw SpreadsheetProblem(.tooLarge, row: row.number) }
      guard row.number <= CellName.maximumRow, rows.count < limits.rows else {
        // All of it is read all the same: how much there is decides in how many parts it can come.
        let first = row.number
        var count = rows.count + 1
        while try reader.skipRow() { count += 1 }
        throw SpreadsheetProblem(.tooLarge, row: first, rows: .init(found: count, most: limits.rows))
      }
      let filled = row.fields.enumerated().filter { !$0.element.isEmpty }.map {
        SheetRow.Place(column: $0.offset + 1, cell: CSVCell.cell($0.element))
      }
      cells += filled.count
      guard cells <= limits.cells else { throw SpreadsheetProblem(.tooLarge, row: row.number) }
      rows.append(SheetRow(number: row.number, cells: filled, width: row.fields.count))
    }
    return Sheet(name: nil, rows: rows)
  }

  /// All rows but blank ones; lines end in CR, LF or both.
  static func rows(_ bytes: [UInt8]) throws(SpreadsheetProblem) -> [Row] {
    var reader = CSVReader(bytes)
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  /// What parts most of the first lines: a comma; a tab, as in Excel's “Unicode text”; a semicolon, as in Excel where the comma is
  /// the decimal sign. A title above the header has none of them, or another one; of two in as many lines, the more frequent.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]
    var lines = [0, 0, 0, 0]
    var counts = [0, 0, 0, 0]
    var own = [0, 0, 0, 0]
    var isQuoted = false
    var lineNumber = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        for index in own.indices where own[index] > 0 {
          lines[index] += 1
          counts[index] += own[index]
        }
        own = [0, 0, 0, 0]
        lineNumber += 1
        if lineNumber == 40 { break }
      } else if let index = candidates.firstIndex(of: byte) {
        own[index] += 1
      }
    }
    for index in own.indices where own[index] > 0 {
      lines[index] += 1
      counts[index] += own[index]
    }
    // A bar parts what a database printed; within cells of other files it stands in lists.
    if lines[3] > 1, lines[..<3].allSatisfy({ $0 == 0 }) { return candidates[3] }
    let best = candidates.indices.dropLast().max { (lines[$0], counts[$0]) < (lines[$1], counts[$1]) }
    return candidates[best ?? 0]
  }

  /// Whether `，` stands where separators should: several in each of the first two lines, and nothing else that parts fields.
  private static func hasFullWidthCommas(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.split(maxSplits: 2, whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(2)
    guard lines.count == 2 else { return false }
    return lines.allSatisfy { line in
      guard !line.contains(where: { [0x22, 0x2C, 0x3B, 0x09].contains($0) }) else { return false }
      return String(decoding: line, as: UTF8.self).count { $0 == "，" } > 1
    }
  }

  private mutating func next() throws(SpreadsheetProblem) -> Row? {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\"") where field.allSatisfy({ $0 == 0x20 }):
        field.removeAll(keepingCapacity: true)
        try readQuoted()
      case separator:
        endField()
        index += 1
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        let isPair =
          bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
        index += isPair ? 2 : 1
        if let row = endRow() { return row }
      default:
        field.append(bytes[index])
        index += 1
      }
    }
    return field.isEmpty && fields.isEmpty ? nil : endRow()
  }

  /// Reads a row, blank or not, without keeping it.
  ///
  /// - Returns: false at the end, and for a last line of nothing.
  private mutating func skipRow() throws(SpreadsheetProblem) -> Bool {
    // Blank ones don't count.
    while index < bytes.count {
      if let row = try next() { return row.number > 0 }
      if index >= bytes.count { return false }
    }
    return false
  }

  private mutating func endField() {
    fields.append(String(decoding: field, as: UTF8.self))
    field.removeAll(keepingCapacity: true)
  }

  /// nil for a blank row.
  private mutating func endRow() -> Row? {
    endField()
    defer {
      fields = []
      number += 1
    }
    return fields.allSatisfy(\.isEmpty) ? nil : Row(number: number, fields: fields)
  }

  /// Reads from a quote to after the closing one.
  private mutating func readQuoted() throws(SpreadsheetProblem) {
    index += 1
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "\"") {
        field.append(bytes[index])
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        field.append(UInt8(ascii: "\""))
        index += 2
        continue
      }
      let next = index + 1 < bytes.count ? bytes[index + 1] : separator
      guard [separator, UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(next) else {
        throw SpreadsheetProblem(.textAfterQuote, row: number, column: fields.count + 1)
      }
      index += 1
      return
    }
    throw SpreadsheetProblem(.unclosedQuote, row: number, column: fields.count + 1)
  }
}

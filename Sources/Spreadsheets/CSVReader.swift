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

  private init(_ bytes: [UInt8], separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// The file as a sheet of texts. What `FormulaGuard` put in front of a text is taken off.
  static func sheet(_ bytes: [UInt8], limits: Workbook.Limits) throws(SpreadsheetProblem) -> Sheet {
    var cells = 0
    var rows: [SheetRow] = []
    var reader = CSVReader(bytes, separator: separator(of: bytes))
    while let row = try reader.next() {
      guard row.number <= CellName.maximumRow, row.fields.count <= CellName.maximumColumn else {
        throw SpreadsheetProblem(.tooLarge, row: row.number)
      }
      let filled = row.fields.enumerated().filter { !$0.element.isEmpty }.map {
        SheetRow.Place(column: $0.offset + 1, cell: .text(FormulaGuard.removed(from: $0.element)))
      }
      cells += filled.count
      guard cells <= limits.cells else { throw SpreadsheetProblem(.tooLarge, row: row.number) }
      rows.append(SheetRow(number: row.number, cells: filled, width: row.fields.count))
    }
    return Sheet(name: nil, rows: rows)
  }

  /// All rows but blank ones; lines end in CR, LF or both.
  static func rows(_ bytes: [UInt8]) throws(SpreadsheetProblem) -> [Row] {
    var reader = CSVReader(bytes, separator: separator(of: bytes))
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  /// What parts the first line most often: a comma; a tab, as in Excel's “Unicode text”; a semicolon, as in Excel where the comma is
  /// the decimal sign.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
    return candidates.reversed().max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
  }

  private mutating func next() throws(SpreadsheetProblem) -> Row? {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\"") where field.isEmpty: try readQuoted()
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

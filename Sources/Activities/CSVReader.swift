/// Comma-separated values (RFC 4180) from UTF-8: rows with the number that a spreadsheet shows beside them.
///
/// Written here because the package that was tried drops leading blanks, accepts an unclosed quote and can't say in which row it failed.
struct CSVReader {
  struct Row {
    /// Counted from 1, as in a spreadsheet; rows, not lines: a quoted field may hold line breaks.
    let number: Int
    let fields: [String]
  }

  struct Problem: Error {
    enum Reason {
      case unclosedQuote
      case textAfterQuote
    }

    let reason: Reason
    let row: Int
    /// Counted from 1.
    let field: Int
  }

  /// All rows but blank ones. A byte order mark at the start is passed over; lines end in CR, LF or both.
  static func rows(_ bytes: [UInt8]) throws(Problem) -> [Row] {
    var rows: [Row] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var number = 1
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0

    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }
    func endRow() {
      endField()
      if fields.contains(where: { !$0.isEmpty }) { rows.append(Row(number: number, fields: fields)) }
      fields = []
      number += 1
    }

    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\"") where field.isEmpty:
        index = try quoted(bytes, from: index + 1, row: number, column: fields.count + 1, into: &field)
      case UInt8(ascii: ","):
        endField()
        index += 1
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        let isPair =
          bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
        endRow()
        index += isPair ? 2 : 1
      default:
        field.append(bytes[index])
        index += 1
      }
    }
    if !field.isEmpty || !fields.isEmpty { endRow() }
    return rows
  }

  /// Reads to the closing quote and gives the index after it.
  private static func quoted(
    _ bytes: [UInt8], from start: Int, row: Int, column: Int, into field: inout [UInt8]
  ) throws(Problem) -> Int {
    var index = start
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
      let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: ",")
      guard [UInt8(ascii: ","), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains(next) else {
        throw Problem(reason: .textAfterQuote, row: row, field: column)
      }
      return index + 1
    }
    throw Problem(reason: .unclosedQuote, row: row, field: column)
  }
}

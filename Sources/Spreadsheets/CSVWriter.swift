package import Encoding

/// A sheet as CSV (RFC 4180) in UTF-8, with the byte order mark without which Excel takes it for something else.
package enum CSVWriter {
  package static func text(_ sheet: OutputSheet) -> Bytes {
    var out: Bytes = [0xEF, 0xBB, 0xBF]
    append(sheet.columns.map { FormulaGuard.added(to: $0.header) }, to: &out)
    for row in sheet.rows { append(row.map { $0.map(field) ?? "" }, to: &out) }
    return out
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .error(let text): FormulaGuard.added(to: text)
    case .number(let number), .labelled(_, let number): NumberText.plain(number)
    case .pending: ""
    case .flag(let flag): flag ? "TRUE" : "FALSE"
    // Excel and WPS take it for a time too.
    case .time(let time): time.text
    }
  }

  private static func append(_ fields: [String], to out: inout Bytes) {
    for (index, field) in fields.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      let needsQuotes =
        field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x09].contains($0) } || field.utf8.first == 0x20
      guard needsQuotes else {
        out.append(field)
        continue
      }
      var text = field
      out.append(UInt8(ascii: "\""))
      text.withUTF8 { out.append($0) { $0 == UInt8(ascii: "\"") ? "\"\"" : nil } }
      out.append(UInt8(ascii: "\""))
    }
    out.append("\r\n" as StaticString)
  }
}

import CivilTime
import Encoding

/// One sheet's XML: the header bold and always in sight, columns as wide as what they hold.
enum WorksheetWriter {
  static func part(_ sheet: OutputSheet, validations: String) -> Bytes {
    var out = XLSXWriter.xml("<worksheet xmlns=\"\(XLSXWriter.namespace)\">")
    out.append(
      """
      <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" \
      state="frozen"/></sheetView></sheetViews><cols>
      """ as StaticString)
    for (index, column) in sheet.columns.enumerated() {
      out.append(
        """
        <col min="\(index + 1)" max="\(index + 1)" width="\(width(of: index, in: sheet))" \
        style="\(WorkbookStyle(column.format).rawValue)" customWidth="1"/>
        """)
    }
    out.append("</cols><sheetData>" as StaticString)
    append(sheet.columns.map { (.text($0.header), .header) }, row: 1, to: &out)
    let styles = sheet.columns.map { WorkbookStyle($0.format) }
    for (index, row) in sheet.rows.enumerated() { append(Array(zip(row, styles)), row: index + 2, to: &out) }
    out.append("</sheetData>\(validations)</worksheet>")
    return out
  }

  private static func append(_ cells: [(Cell?, WorkbookStyle)], row: Int, to out: inout Bytes) {
    out.append("<row r=\"\(row)\">")
    for (index, (cell, style)) in cells.enumerated() {
      if let cell { append(cell, style, at: CellName.cell(row: row, column: index + 1), to: &out) }
    }
    out.append("</row>" as StaticString)
  }

  private static func append(_ cell: Cell, _ style: WorkbookStyle, at name: String, to out: inout Bytes) {
    switch cell {
    case .text(let text), .error(let text): appendText(text, style == .header ? .header : .text, at: name, to: &out)
    case .number(let number), .labelled(_, let number):
      appendValue(NumberText.plain(number), style == .text ? .plain : style, at: name, to: &out)
    case .pending: break
    case .flag(let flag): out.append("<c r=\"\(name)\" t=\"b\"><v>\(flag ? 1 : 0)</v></c>")
    case .time(let time):
      guard let serial = serial(time) else {
        return appendText(time.text, .text, at: name, to: &out)
      }
      appendValue("\(serial)", time.second == nil ? .date : .dateAndTime, at: name, to: &out)
    }
  }

  private static func serial(_ time: CellTime) -> Double? {
    guard let date = time.date else { return nil }
    return SerialDate.serial(date, minute: (time.second ?? 0) / 60)
  }

  private static func appendValue(_ value: String, _ style: WorkbookStyle, at name: String, to out: inout Bytes) {
    out.append("<c r=\"\(name)\" s=\"\(style.rawValue)\"><v>\(value)</v></c>")
  }

  private static func appendText(_ text: String, _ style: WorkbookStyle, at name: String, to out: inout Bytes) {
    out.append("<c r=\"\(name)\" s=\"\(style.rawValue)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    out.append(escaping: EscapedText.escaped(text))
    out.append("</t></is></c>" as StaticString)
  }

  /// In characters of the standard font, 8 to 48; a Chinese one takes two.
  private static func width(of column: Int, in sheet: OutputSheet) -> Int {
    var widest = cells(sheet.columns[column].header)
    for row in sheet.rows.prefix(1000) {
      switch row[column] {
      case .text(let text)?: widest = max(widest, cells(text))
      case .time?: widest = max(widest, 16)
      case .number(let number)?, .labelled(_, let number)?: widest = max(widest, NumberText.plain(number).utf8.count)
      case .flag?, .error?, .pending?, nil: break
      }
    }
    return min(max(widest + 2, 8), 48)
  }

  private static func cells(_ text: String) -> Int {
    text.unicodeScalars.prefix(48).reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
  }
}

import Diagnostics
import Spreadsheets

/// A sheet that is meant for one table: its header understood, its rows as they were read.
struct ImportSheet {
  struct Column {
    /// Counted from 1, as in the spreadsheet.
    let position: Int
    let form: ColumnForm
    /// As the sheet has it.
    let header: String
  }

  let form: TableForm
  let path: String
  /// nil for a CSV file.
  let name: String?
  let columns: [Column]
  let rows: [SheetRow]
  let startsIn1904: Bool
  /// Has only some of its table's rows, so that none are missing from it.
  var isPart = false

  func column(_ name: String) -> Column? { columns.first { $0.form.name == name } }

  func location(row: Int, column: Int = 0) -> Location {
    .cell(path: path, sheet: name, row: row, column: column)
  }

  /// A cell that is not blank; a text that is nothing but blanks counts only where blanks are kept.
  func cell(_ name: String, of row: SheetRow) -> Cell? {
    guard let column = column(name), let cell = row[column.position] else { return nil }
    if case .text = column.form.kind { return cell }
    return cell.isBlank ? nil : cell
  }
}

extension ImportSheet {
  /// Finds the header and understands it; what it doesn't is a problem, and then there is no sheet.
  init?(
    _ sheet: Sheet, form: TableForm, path: String, startsIn1904: Bool, shape: DatabaseShape,
    problems: inout [Diagnostic]
  ) {
    func at(_ row: Int, _ column: Int = 0) -> Location {
      .cell(path: path, sheet: sheet.name, row: row, column: column)
    }
    let names = HeaderNames(shape.columns(of: form))
    var rows = sheet.rows.filter { row in !row.cells.allSatisfy(\.cell.isBlank) }
    rows.removeFirst(Self.headerIndex(rows, names))
    guard let header = rows.first else { return nil }
    rows.removeFirst()

    let problemCount = problems.count
    var columns: [Column] = []
    for place in header.cells where !place.cell.isBlank {
      let text = place.cell.shownText
      guard let column = names.column(text) else {
        if HeaderNames.isPassedOver(text) { continue }
        problems.append(Self.unknown(text, names: names, form: form, shape: shape, at: at(header.number, place.column)))
        continue
      }
      if let earlier = columns.first(where: { $0.form.name == column.name }) {
        problems.append(
          .error(
            "import.repeated-column", zh: "“\(text)”和“\(earlier.header)”是同一列（\(column.name)）",
            en: "“\(text)” and “\(earlier.header)” mean the same column (\(column.name))",
            hint: Message(zh: "只留一列", en: "keep one of them"), at: at(header.number, place.column)))
        continue
      }
      columns.append(Column(position: place.column, form: column, header: text))
    }

    let key = columns.first { $0.form.name == form.key[0] }?.position
    while let last = rows.last, let words = Footer.words(last, key: key) {
      rows.removeLast()
      problems.append(
        .warning(
          "import.footer", zh: "跳过这一行：“\(words)”是表尾，不是一条记录",
          en: "the row is passed over: “\(words)” is a footer, not a record",
          hint: Message(zh: "要导入它就写上编号", en: "to import it, give it an id"), at: at(last.number)))
    }
    var hasShortRow = false
    for row in rows {
      for place in row.cells where !place.cell.isBlank && header[place.column]?.isBlank != false {
        problems.append(
          .error(
            "import.no-header", zh: "这一格在表头之外，不知道是哪一列", en: "the cell stands in a column without a header",
            hint: Message(
              zh: "给这一列加上表头，或清空它；CSV 里有逗号的文字要加引号",
              en: "give the column a header, or empty it; in CSV, quote texts with commas"),
            at: at(row.number, place.column)))
      }
      if let width = row.width, width < columns.last?.position ?? 0, !hasShortRow {
        hasShortRow = true
        problems.append(
          .warning(
            "import.short-row", zh: "这一行有 \(width) 格，表头有 \(columns.last?.position ?? 0) 格；缺的当作空格子",
            en:
              "the row has \(width) fields, the header \(columns.last?.position ?? 0); what is missing is taken for empty",
            at: at(row.number)))
      }
    }
    if problems[problemCount...].hasErrors { return nil }
    self.init(
      form: form, path: path, name: sheet.name, columns: columns, rows: rows, startsIn1904: startsIn1904)
  }

  /// The first row most of whose cells are known names: above it stand a title, who filled it in and when. Where there is none, the
  /// first below a title, so that its unknown names are told.
  private static func headerIndex(_ rows: [SheetRow], _ names: HeaderNames) -> Int {
    for (index, row) in rows.prefix(20).enumerated() {
      let known = row.cells.count { names.column($0.cell.shownText) != nil }
      if known > 1, known * 2 > row.cells.count(where: { !$0.cell.isBlank }) { return index }
    }
    let title = rows.dropLast().prefix { row in
      guard Set(row.cells.map(\.cell)).count == 1, case .text(let text)? = row.cells.first?.cell else { return false }
      return names.column(text) == nil
    }
    return title.count
  }

  private static func unknown(
    _ header: String, names: HeaderNames, form: TableForm, shape: DatabaseShape, at location: Location
  ) -> Diagnostic {
    let known = shape.columns(of: form).map { $0.headers.first ?? $0.name }
    let hint =
      names.nearest(to: header).map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
      ?? Message(
        zh: "改成已知的表头；不导入的列把表头放进括号，如（备注）。可用：\(known.joined(separator: "、"))",
        en:
          "rename it, or put the header of a column of your own in brackets; known: \(shape.columns(of: form).map(\.name).joined(separator: ", "))"
      )
    return .error(
      "import.unknown-column", zh: "\(form.label)表没有“\(header)”这一列", en: "\(form.name) has no column “\(header)”",
      hint: hint,
      at: location)
  }
}

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
  var columns: [Column]
  var rows: [SheetRow]
  let startsIn1904: Bool
  /// Has only some of its table's rows, so that none are missing from it.
  var isPart = false
  /// Of a duty sheet: what it is the whole of.
  var edition: DutyEdition?
  /// Something is wrong with its columns: what seems to be missing may stand under a header that was not understood.
  var isIncomplete = false
  /// Columns that say the weekday of what another one says.
  var weekdays: [(position: Int, header: String)] = []
  /// The years of the dates that are written in full, in the rows and in the title above them.
  var years: Set<Int> = []
  /// Where what stands in a column of none is shown.
  var shownColumns: [Int: Int] = [:]

  func column(_ name: String) -> Column? { columns.first { $0.form.name == name } }

  func location(row: Int, column: Int = 0) -> Location {
    .cell(path: path, sheet: name, row: row, column: shownColumns[column] ?? column)
  }

  /// A cell that is not blank, nor holds the stroke that stands for nothing; a text that is nothing but blanks counts only where blanks are kept.
  func cell(_ name: String, of row: SheetRow) -> Cell? {
    guard let column = column(name), let cell = row[column.position] else { return nil }
    switch column.form.kind {
    // Where 是 and × stand, a stroke is a no.
    case .flag: return cell.isBlank ? nil : cell
    case .text: return cell.isStroke ? nil : cell
    case .reference where !column.form.isRequired && cell.saysNone: return nil
    default: return cell.isBlank || cell.isStroke ? nil : cell
    }
  }
}

extension ImportSheet {
  /// Finds the header and understands it; columns that it doesn't are a problem, and left out. nil where there is no header.
  init?(
    _ sheet: Sheet, form: TableForm, path: String, startsIn1904: Bool, shape: DatabaseShape,
    problems: inout [Diagnostic]
  ) {
    func at(_ row: Int, _ column: Int = 0) -> Location {
      .cell(path: path, sheet: sheet.name, row: row, column: column)
    }
    let names = HeaderNames(shape.columns(of: form))
    var rows = sheet.rows.filter { row in !row.cells.allSatisfy(\.cell.isBlank) }
    guard let header = SheetHeader(rows, names) else { return nil }
    let above = rows[..<header.range.lowerBound]
    rows.removeFirst(header.range.upperBound)

    let problemCount = problems.count
    var columns: [Column] = []
    var weekdays: [(position: Int, header: String)] = []
    for name in header.names {
      let (text, place) = (name.text, at(name.row, name.column))
      guard let column = names.column(text) else {
        if HeaderNames.isWeekday(text) { weekdays.append((name.column, text)) }
        if HeaderNames.isPassedOver(text) { continue }
        problems.append(Self.unknown(text, names: names, form: form, shape: shape, at: place))
        continue
      }
      if let earlier = columns.first(where: { $0.form.name == column.name }) {
        problems.append(
          .error(
            "import.repeated-column", zh: "“\(text.quoted)”和“\(earlier.header.quoted)”是同一列（\(column.name)）",
            en: "“\(text.quoted)” and “\(earlier.header.quoted)” mean the same column (\(column.name))",
            hint: Message(zh: "只留一列", en: "keep one of them"), at: place))
        continue
      }
      columns.append(Column(position: name.column, form: column, header: text.onOneLine))
    }

    for row in rows where header.isRepeated(by: row) {
      problems.append(
        .warning(
          "import.repeated-header", zh: "跳过这一行：与表头相同", en: "the row is passed over: it is the header once more",
          at: at(row.number)))
    }
    rows.removeAll(where: header.isRepeated)

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
      for place in row.cells where !place.cell.isBlank && header.name(of: place.column) == nil {
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
    // A timetable says its repetition under 星期: 每周三, 周二、周四.
    let isRepetition = weekdays.first.map { weekday in
      rows.contains { row in row[weekday.position].map(WeekdayCell.isRepetition) ?? false }
    }
    let isIncomplete = problems[problemCount...].hasErrors
    self.init(
      form: form, path: path, name: sheet.name, columns: columns, rows: rows, startsIn1904: startsIn1904)
    self.isIncomplete = isIncomplete
    self.weekdays = weekdays
    years = Self.years(above, rows, startsIn1904: startsIn1904)
    // Read before the days of the week are made repetitions of: marks are those of the sheet as it lies there.
    problems += unseen(sheet.marks)
    if column("rrule") == nil, isRepetition == true || isRepetition == false && !hasDates,
      let rule = shape.columns(of: form).first(where: { $0.name == "rrule" })
    {
      readWeekdays(as: rule)
    }
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
      "import.unknown-column", zh: "\(form.named)没有“\(header.quoted)”这一列",
      en: "\(form.name) has no column “\(header.quoted)”",
      hint: hint,
      at: location)
  }
}

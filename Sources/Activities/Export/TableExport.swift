package import CivilTime
package import Diagnostics
package import Spreadsheets
import Words

/// The database's tables as sheets that `TableImport` reads back into the identical rows.
package struct TableExport: Sendable {
  /// The language of headers and words; ids, times and numbers are the same in both.
  package enum Language: Sendable {
    case chinese
    /// The database's own names, for programs.
    case english
  }

  let database: ActivityDatabase
  let language: Language
  let zone: Zone

  /// - Parameter zone: the site's, in which a rule's end is meant.
  package init(of database: ActivityDatabase, language: Language, zone: Zone) {
    self.database = database
    self.language = language
    self.zone = zone
  }

  /// One table's sheet, with the name of its table in the database.
  package struct Table: Sendable {
    package let name: String
    package let sheet: OutputSheet
  }

  /// All tables at one moment, or one.
  ///
  /// - Parameter table: a table's name in either language; nil for all.
  /// - Returns: the tables in the order in which rows refer to one another, rows in the order of their keys.
  package func tables(_ table: String?) -> (tables: [Table], [Diagnostic]) {
    let wanted = table.map(TableForm.named)
    if case .some(nil) = wanted, let table { return ([], [TableForm.unknown(table)]) }
    do {
      return try database.storage.read { connection in
        if let problem = try database.versionProblem(connection) { return ([], [problem]) }
        let shape = try DatabaseShape(connection)
        var tables: [Table] = []
        for form in TableForm.all where wanted.map({ $0?.name == form.name }) ?? true {
          guard let columns = shape.stored(form) else { continue }
          tables.append(Table(name: form.name, sheet: try sheet(form, columns: columns, connection: connection)))
        }
        return (tables, [])
      }
    } catch {
      return ([], [DatabaseProblem.diagnostic(for: error, path: database.shownPath)])
    }
  }

  /// What a workbook can't hold; CSV holds everything.
  package static func problems(ofWorkbook tables: [Table], path: String) -> [Diagnostic] {
    tables.flatMap { table in
      table.sheet.rows.enumerated().flatMap { row, cells in
        cells.enumerated().compactMap { column, cell -> Diagnostic? in
          guard case .text(let text)? = cell, text.utf16.count > XLSXWriter.maximumTextLength else { return nil }
          return .error(
            "export.too-long", zh: "这段文字有 \(text.utf16.count) 字，Excel 的一格最多 \(XLSXWriter.maximumTextLength) 字",
            en:
              "the text has \(text.utf16.count) characters, a cell of a workbook holds \(XLSXWriter.maximumTextLength)",
            hint: Message(zh: "导出为 CSV，或缩短它", en: "export it as CSV, or shorten it"),
            at: .cell(path: path, sheet: table.sheet.name, row: row + 2, column: column + 1))
        }
      }
    }
  }

  // MARK: Sheets

  private func sheet(_ form: TableForm, columns: [DatabaseShape.Column], connection: Connection) throws
    -> OutputSheet
  {
    let forms = columns.map { column in form.column(column.name) ?? ColumnForm(column.name) }
    let order = form.key.map(Connection.quoted).joined(separator: ",")
    let listWords = try ExportedListWords(connection)
    var rows: [[Cell?]] = []
    try connection.forEachRow("SELECT * FROM \(Connection.quoted(form.name)) ORDER BY \(order)") { row in
      rows.append(
        zip(columns, forms).map { column, columnForm in
          label(of: row[column.name], columnForm, row: row, words: listWords) ?? cell(row[column.name], columnForm)
        })
    }
    let shown = zip(columns, forms).map { column, columnForm in
      OutputSheet.Column(
        header: header(columnForm), format: Self.format(columnForm, column), choices: choices(columnForm, listWords))
    }
    return OutputSheet(name: language == .chinese ? form.label : form.name, columns: shown, rows: rows)
  }

  private func header(_ form: ColumnForm) -> String {
    language == .chinese ? form.headers.first ?? form.name : form.name
  }

  // MARK: Choices

  /// What people choose from when they fill in a column.
  private func choices(_ form: ColumnForm, _ words: ExportedListWords) -> OutputSheet.Column.Choices? {
    func written(_ word: ColumnForm.Word) -> String {
      language == .chinese ? word.labels.first ?? word.code : word.code
    }
    switch form.kind {
    case .term(let terms): return .texts(terms.map(written))
    case .listWord(let kind, let terms):
      let own = words.all(kind, asLabels: language == .chinese).filter { word in !terms.contains { written($0) == word }
      }
      return .texts(terms.map(written) + own)
    case .flag: return language == .chinese ? .texts(["是", "否"]) : nil
    case .reference(let table):
      guard let other = TableForm.named(table), let id = other.column("id") else { return nil }
      let title = language == .chinese ? other.title.flatMap(other.column) ?? id : id
      return .column(header(title), ofSheet: language == .chinese ? other.label : other.name)
    default: return nil
    }
  }

  private static func format(_ form: ColumnForm, _ column: DatabaseShape.Column) -> OutputSheet.Column.Format {
    switch form.kind {
    case .time: .dateAndTime
    case .date: .date
    case .integer, .number: .number
    default: column.type == "INTEGER" || column.type == "REAL" ? .number : .text
    }
  }

  /// A word of a list, in a sheet for people.
  private func label(
    of value: StoredValue, _ form: ColumnForm, row: StoredRow, words: ExportedListWords
  ) -> Cell? {
    guard language == .chinese, case .listWord(let kind, let terms) = form.kind, let code = value.filledText else {
      return nil
    }
    let own = row["list_id"].text.flatMap { words.label(of: code, kind, in: $0) }
    return (own ?? terms.first { $0.code == code }?.labels.first).map(Cell.text)
  }

  private func cell(_ value: StoredValue, _ form: ColumnForm) -> Cell? {
    switch value {
    case .null, .text(""): return nil
    // A spreadsheet's numbers have 53 bits.
    case .integer(let number) where language == .chinese && form.isFlag: return .text(number == 0 ? "否" : "是")
    case .integer(let number): return abs(number) < 1 << 53 ? .number(Double(number)) : .text(String(number))
    case .real(let number): return number.isFinite ? .number(number) : .text("\(number)")
    case .blob, .unreadable: return value.shownText.map(Cell.text)
    case .text(let text): return cell(text, form)
    }
  }

  private func cell(_ text: String, _ form: ColumnForm) -> Cell {
    switch form.kind {
    case .time:
      guard let time = TimeText.parseLocal(text), TimeText.local(time) == text else { return .text(text) }
      return .time(CellTime(date: time.date, second: time.minuteOfDay * 60))
    case .date:
      return .text(text).date(TimeText.parseDate(text))
    case .rule where language == .chinese: return .text(spoken(text) ?? text)
    case .term(let words) where language == .chinese:
      return .text(words.first { $0.code == text }?.labels.first ?? text)
    default: return .text(text)
    }
  }
}

extension TableExport {
  /// A rule as people say it, where that reads back to the very same text; else nil.
  private func spoken(_ text: String) -> String? {
    guard let rule = try? RecurrenceRule(text, zone: zone) else { return nil }
    let spoken = SimplifiedChinese.words.rule(rule, from: LocalDateTime(CivilDate(dayNumber: 0)))
    guard let phrase = try? DatePhrase.parse(spoken), phrase.rule?.text(zone: zone) == text else { return nil }
    return spoken
  }
}

extension Cell {
  fileprivate func date(_ date: CivilDate?) -> Cell {
    date.map { .time(CellTime(date: $0, second: nil)) } ?? self
  }
}

extension ColumnForm {
  fileprivate var isFlag: Bool { if case .flag = kind { true } else { false } }
}

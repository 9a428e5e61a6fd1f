import CivilTime
import Diagnostics
import GRDB
import Spreadsheets
import Vocabulary

/// Writes the rows of one table's sheets, and notes what changed.
struct TableWriter {
  let form: TableForm
  let connection: Database
  let columns: [DatabaseShape.Column]
  let references: ReferenceIndex
  let now: LocalDateTime
  let zone: Zone
  private(set) var summary: TableSummary
  private(set) var problems: [Diagnostic] = []
  /// Where each key was met first.
  private var seen: [[DatabaseValue]: (path: String, row: Int)] = [:]

  init(
    form: TableForm, connection: Database, columns: [DatabaseShape.Column], references: ReferenceIndex,
    now: LocalDateTime, zone: Zone
  ) {
    self.form = form
    self.connection = connection
    self.columns = columns
    self.references = references
    self.now = now
    self.zone = zone
    summary = TableSummary(form)
  }

  mutating func write(_ sheet: ImportSheet) throws {
    for name in form.key where sheet.column(name) == nil {
      let header = form.column(name)?.headers.first ?? name
      problems.append(
        .error(
          "import.missing-column", zh: "缺少“\(header)”（\(name)）这一列", en: "the column \(name) is missing",
          hint: name == "id"
            ? Message(
              zh: "每行给一个固定的编号，用小写字母、数字和连字符，如 reading-club；以后靠它认出同一行",
              en: "give each row an id that stays, of a-z, 0-9 and hyphens, such as reading-club") : nil,
          at: sheet.location(row: 0)))
    }
    guard form.key.allSatisfy({ sheet.column($0) != nil }) else { return }
    for row in sheet.rows { try write(row, of: sheet) }
  }

  private mutating func write(_ row: SheetRow, of sheet: ImportSheet) throws {
    let reader = CellReader(references: references, startsIn1904: sheet.startsIn1904)
    let problemCount = problems.count
    var values = simpleValues(row, of: sheet, reader)
    let key = form.key.map { values[$0] ?? .null }
    if problems.count == problemCount, let empty = form.key.first(where: { values[$0]?.isNull != false }) {
      problems.append(emptyKey(empty, row, sheet))
    }
    let hasKey = !key.contains { $0.isNull }
    if hasKey, let earlier = seen.updateValue((sheet.path, row.number), forKey: key) {
      let place = earlier.path == sheet.path ? "" : earlier.path + " "
      problems.append(
        .error(
          "import.duplicate-row", zh: "与\(place)第 \(earlier.row) 行重复", en: "it repeats \(place)row \(earlier.row)",
          at: sheet.location(row: row.number, column: sheet.column(form.key[0])?.position ?? 0)))
    }
    let existing = hasKey ? try fetch(key) : nil
    if sheet.columns.contains(where: { EventTimes.columns.contains($0.form.name) }), form.column("ends_at") != nil {
      let times = EventTimes(sheet: sheet, row: row, reader: reader, zone: zone, existing: existing)
      values.merge(times.values) { $1 }
      problems += times.problems
    }
    if problems.count == problemCount { checkTrack(values, existing, row, sheet) }
    guard problems.count == problemCount else { return }
    if let existing {
      try change(existing, to: values, key: key, row, sheet)
    } else {
      try add(values, key: key, row, sheet)
    }
  }

  /// The columns whose cells stand for themselves.
  private mutating func simpleValues(
    _ row: SheetRow, of sheet: ImportSheet, _ reader: CellReader
  ) -> [String: DatabaseValue] {
    let together = form.column("ends_at") == nil ? [] : EventTimes.columns
    var values: [String: DatabaseValue] = [:]
    for column in sheet.columns where !together.contains(column.form.name) {
      let standIn = columns.first { $0.name == column.form.name }?.defaultValue ?? .null
      guard let cell = sheet.cell(column.form.name, of: row) else {
        values[column.form.name] = standIn
        continue
      }
      do throws(CellProblem) {
        values[column.form.name] = try reader.value(cell, column.form)
      } catch {
        problems.append(error.diagnostic(at: sheet.location(row: row.number, column: column.position)))
      }
    }
    // Left empty, it is set when the row changes.
    if values["updated_at"]?.isNull == true { values["updated_at"] = nil }
    return values
  }

  private func emptyKey(_ name: String, _ row: SheetRow, _ sheet: ImportSheet) -> Diagnostic {
    let header = sheet.column(name)?.header ?? name
    let title = form.title.flatMap { sheet.cell($0, of: row)?.shownText } ?? ""
    let proposal = ProposedIdentifier.text(for: title)
    return .error(
      "import.required", zh: "“\(header)”不能为空", en: "\(name) must not be empty",
      hint: name == "id"
        ? Message(
          zh: "写一个以后不变的编号，用小写字母、数字和连字符" + (proposal.map { "，如 \($0)" } ?? ""),
          en: "give an id that stays, of a-z, 0-9 and hyphens" + (proposal.map { ", such as \($0)" } ?? "")) : nil,
      at: sheet.location(row: row.number, column: sheet.column(name)?.position ?? 0))
  }

  /// The one rule over two columns that people trip over; SQLite would name neither in words.
  private mutating func checkTrack(
    _ values: [String: DatabaseValue], _ existing: Row?, _ row: SheetRow, _ sheet: ImportSheet
  ) {
    guard form.column("track") != nil else { return }
    func value(_ name: String) -> DatabaseValue { values[name] ?? existing?[name] ?? .null }
    let isClassroom = value("kind") == ActivityKind.classroom.rawValue.databaseValue
    guard isClassroom == value("track").isNull else { return }
    problems.append(
      .error(
        "import.bad-value", zh: isClassroom ? "先锋课堂必须写明课程类别" : "只有先锋课堂写课程类别",
        en: isClassroom ? "a classroom has a track" : "only a classroom has a track",
        hint: Message(
          zh: isClassroom ? "在“课程类别”列写理论培训、实践操作或远程线上" : "清空“课程类别”，或把类型改为先锋课堂",
          en: isClassroom ? "set track to theory, practice or remote" : "empty track, or set kind to classroom"),
        at: sheet.location(
          row: row.number, column: (sheet.column("track") ?? sheet.column("kind"))?.position ?? 0)))
  }

  // MARK: Rows of the database

  private var quotedName: String { form.name.quotedDatabaseIdentifier }
  private var keyMatch: String { form.key.map { "\($0.quotedDatabaseIdentifier) IS ?" }.joined(separator: " AND ") }

  private func fetch(_ key: [DatabaseValue]) throws -> Row? {
    try Row.fetchOne(
      connection, sql: "SELECT * FROM \(quotedName) WHERE \(keyMatch)", arguments: StatementArguments(key))
  }

  private mutating func change(
    _ existing: Row, to values: [String: DatabaseValue], key: [DatabaseValue], _ row: SheetRow, _ sheet: ImportSheet
  ) throws {
    var fields = columns.filter { column in
      values[column.name].map { !Self.isSame($0, existing[column.name]) } ?? false
    }.map { (name: $0.name, value: values[$0.name] ?? .null) }
    if fields.isEmpty {
      summary.unchanged += 1
      return
    }
    // An edited export still has the old time of change.
    if columns.contains(where: { $0.name == "updated_at" }), !fields.contains(where: { $0.name == "updated_at" }) {
      fields.append(("updated_at", TimeText.local(now).databaseValue))
    }
    let list = fields.map { "\($0.name.quotedDatabaseIdentifier) = ?" }.joined(separator: ",")
    guard
      try execute(
        "UPDATE \(quotedName) SET \(list) WHERE \(keyMatch)", StatementArguments(fields.map(\.value) + key), row, sheet)
    else { return }
    let changes = fields.map {
      TableSummary.Field(
        column: $0.name, label: form.column($0.name)?.headers.first ?? $0.name,
        old: (existing[$0.name] as DatabaseValue).shownText, new: $0.value.shownText)
    }
    note(.changed(changes), key, values, existing)
  }

  private mutating func add(
    _ values: [String: DatabaseValue], key: [DatabaseValue], _ row: SheetRow, _ sheet: ImportSheet
  ) throws {
    var values = values.filter { value in !value.value.isNull && columns.contains { $0.name == value.key } }
    if columns.contains(where: { $0.name == "updated_at" }), values["updated_at"] == nil {
      values["updated_at"] = TimeText.local(now).databaseValue
    }
    let missing = columns.filter { $0.isRequired && values[$0.name] == nil }
    for column in missing {
      let header = sheet.column(column.name)?.header ?? form.column(column.name)?.headers.first ?? column.name
      problems.append(
        .error(
          "import.required", zh: "“\(header)”不能为空", en: "\(column.name) must not be empty",
          hint: sheet.column(column.name) == nil
            ? Message(zh: "表里没有这一列，请加上", en: "the sheet has no such column: add it") : nil,
          at: sheet.location(row: row.number, column: sheet.column(column.name)?.position ?? 0)))
    }
    guard missing.isEmpty else { return }
    let names = columns.map(\.name).filter { values[$0] != nil }
    let list = names.map(\.quotedDatabaseIdentifier).joined(separator: ",")
    let marks = names.map { _ in "?" }.joined(separator: ",")
    let arguments = StatementArguments(names.map { values[$0] ?? .null })
    guard try execute("INSERT INTO \(quotedName)(\(list)) VALUES(\(marks))", arguments, row, sheet) else { return }
    note(.added, key, values, nil)
  }

  /// Removes the table's rows that no sheet had.
  mutating func removeOthers() throws {
    let list = form.key.map(\.quotedDatabaseIdentifier).joined(separator: ",")
    for row in try Row.fetchAll(connection, sql: "SELECT \(list) FROM \(quotedName)") {
      let key = form.key.map { row[$0] as DatabaseValue }
      if seen[key] != nil { continue }
      try connection.execute(sql: "DELETE FROM \(quotedName) WHERE \(keyMatch)", arguments: StatementArguments(key))
    }
  }

  /// False when one of the table's rules is broken, which is noted.
  private mutating func execute(
    _ sql: String, _ arguments: StatementArguments, _ row: SheetRow, _ sheet: ImportSheet
  ) throws -> Bool {
    do {
      try connection.cachedStatement(sql: sql).execute(arguments: arguments)
      return true
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      problems.append(brokenRule(error, row, sheet))
      return false
    }
  }

  /// A failed CHECK or NOT NULL, with the column that it speaks of, as far as SQLite's message names it.
  private func brokenRule(_ error: DatabaseError, _ row: SheetRow, _ sheet: ImportSheet) -> Diagnostic {
    let message = error.message ?? "SQLite \(error.resultCode.rawValue)"
    let detail = message.split(separator: ":", maxSplits: 1).last.map { String($0).withoutOuterBlanks } ?? message
    let words = detail.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    let column = sheet.columns.first { words.contains($0.form.name) }
    return .error(
      "import.bad-row", zh: "“\(column?.header ?? form.label)”不符合要求（\(detail)）",
      en: "\(column?.form.name ?? form.name) breaks a rule of the table (\(detail))",
      at: sheet.location(row: row.number, column: column?.position ?? 0))
  }

  // MARK: Notes

  private mutating func note(
    _ change: TableSummary.Change, _ key: [DatabaseValue], _ values: [String: DatabaseValue], _ existing: Row?
  ) {
    let title = form.title.flatMap { name in (values[name] ?? existing?[name]).flatMap(\.shownText) }
    summary.lines.append(TableSummary.Line(change: change, key: TableSummary.keyText(key), title: title))
  }

  /// 12 and 12.0 are the same, and so are nothing and an empty text: a spreadsheet has one empty cell, and a build reads both alike.
  private static func isSame(_ a: DatabaseValue, _ b: DatabaseValue) -> Bool {
    switch (a.storage, b.storage) {
    case (.int64(let x), .double(let y)), (.double(let y), .int64(let x)): Double(x) == y
    case (.null, .string("")): true
    default: a == b
    }
  }
}

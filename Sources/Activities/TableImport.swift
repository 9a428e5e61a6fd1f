import Diagnostics
import Files
import GRDB

/// Brings rows of readable text into the database: one CSV file a table, named after it (`activity.csv`), with the columns' names in
/// its first row. All files in one transaction: all rows or none.
public struct TableImport: Sendable {
  /// What would be done, or was done, to one table.
  public struct Summary: Sendable, Hashable {
    public let table: String
    public var added = 0
    public var changed = 0
    public var unchanged = 0
  }

  /// In the order in which rows refer to one another.
  public static let tables = [
    "unit", "venue", "activity", "activity_change", "attendance", "metric", "roster", "roster_holder", "roster_swap",
  ]

  let database: ActivityDatabase

  public init(into database: ActivityDatabase) {
    self.database = database
  }

  /// - Parameters:
  ///   - files: paths of CSV files, or of directories with such files.
  ///   - apply: false rolls everything back after it has been tried out.
  /// - Returns: what happened to each table; empty when there are errors among the diagnostics, and then nothing was changed.
  public func run(_ files: [String], apply: Bool) throws(FileError) -> (summaries: [Summary], [Diagnostic]) {
    var problems: [Diagnostic] = []
    var sheets: [Sheet] = []
    for file in try expand(files) {
      if let sheet = Sheet(path: file, bytes: try Files.read(file), problems: &problems) { sheets.append(sheet) }
    }
    sheets.sort { (Self.tables.firstIndex(of: $0.table) ?? 0) < (Self.tables.firstIndex(of: $1.table) ?? 0) }
    if problems.hasErrors { return ([], problems) }

    var summaries: [Summary] = []
    do {
      let queue = try database.writableQueue()
      try queue.inTransaction { connection in
        // Rows may refer to later ones of the same file; what is still missing at the end is named row by row.
        try connection.execute(sql: "PRAGMA defer_foreign_keys = ON")
        for sheet in sheets { summaries.append(sheet.write(to: connection, problems: &problems)) }
        if !problems.hasErrors { problems += try Self.missingReferences(connection, sheets) }
        return apply && !problems.hasErrors ? .commit : .rollback
      }
    } catch {
      if let failure = DatabaseProblem.machineFailure(error, path: database.path, writing: true) { throw failure }
      problems.append(DatabaseProblem.diagnostic(for: error, path: database.shownPath))
    }
    return (problems.hasErrors ? [] : summaries, problems)
  }

  private func expand(_ files: [String]) throws(FileError) -> [String] {
    var expanded: [String] = []
    for file in files {
      if Files.isDirectory(file) {
        expanded += try Files.names(in: file).filter { $0.hasSuffix(".csv") }.map { file + "/" + $0 }
      } else {
        expanded.append(file)
      }
    }
    return expanded
  }

  private static func missingReferences(_ connection: Database, _ sheets: [Sheet]) throws -> [Diagnostic] {
    try ForeignKeyViolation.all(connection).map { violation in
      let column = violation.column ?? "?"
      let value: String = violation.row.flatMap { String.fromDatabaseValue($0[column]) } ?? "?"
      let sheet = sheets.first { $0.table == violation.table }
      return .error(
        "import.missing-reference", zh: "\(column) 的“\(value)”不在 \(violation.parent) 表里",
        en: "\(column) “\(value)” is not in \(violation.parent)",
        hint: Message(zh: "先导入 \(violation.parent)，或改正编号", en: "import \(violation.parent) first, or mend the id"),
        at: sheet.flatMap { sheet in violation.row.flatMap { sheet.location(of: $0, column: column) } })
    }
  }
}

/// One CSV file that is meant for one table.
private struct Sheet {
  let table: String
  let path: String
  let columns: [String]
  let rows: [CSVReader.Row]
  private let key: [String]

  init?(path: String, bytes: [UInt8], problems: inout [Diagnostic]) {
    self.path = path
    let name = path.split(separator: "/").last.map { String($0.dropLast(".csv".count)) } ?? ""
    guard path.hasSuffix(".csv"), TableImport.tables.contains(name) else {
      let known = TableImport.tables.map { $0 + ".csv" }.joined(separator: ", ")
      problems.append(
        .error(
          "import.unknown-table", zh: "不知道该导入哪个表", en: "the file does not name a table",
          hint: Message(zh: "文件名应是：\(known)", en: "name it one of \(known)"), at: .file(path: path)))
      return nil
    }
    table = name
    key = TableKeys.columns[name] ?? ["id"]
    guard String(validating: bytes, as: UTF8.self) != nil else {
      problems.append(
        .error(
          "file.not-utf8", zh: "文件不是 UTF-8 编码", en: "the file is not UTF-8 text",
          hint: Message(zh: "在 Excel 或 WPS 里另存为“CSV UTF-8”", en: "save it as “CSV UTF-8”"), at: .file(path: path)))
      return nil
    }
    do throws(CSVReader.Problem) {
      var rows = try CSVReader.rows(bytes)
      columns = rows.isEmpty ? [] : rows.removeFirst().fields
      self.rows = rows
    } catch {
      let reason: Message =
        switch error.reason {
        case .unclosedQuote: Message(zh: "引号没有结束", en: "a quote is not closed")
        case .textAfterQuote: Message(zh: "引号结束后还有文字", en: "text follows a closing quote")
        }
      problems.append(
        Diagnostic(.error, "import.csv", reason, at: .file(path: path, line: error.row, column: error.field)))
      return nil
    }
  }

  func write(to connection: Database, problems: inout [Diagnostic]) -> TableImport.Summary {
    var summary = TableImport.Summary(table: table)
    guard columnsAreKnown(connection, &problems) else { return summary }
    let names = columns.joined(separator: ",")
    let marks = columns.map { _ in "?" }.joined(separator: ",")
    let updates = columns.filter { !key.contains($0) }.map { "\($0)=excluded.\($0)" }.joined(separator: ",")
    let action = updates.isEmpty ? "NOTHING" : "UPDATE SET \(updates)"
    let insert =
      "INSERT INTO \(table)(\(names)) VALUES(\(marks)) ON CONFLICT(\(key.joined(separator: ","))) DO \(action)"
    let match = columns.map { "\($0) IS ?" }.joined(separator: " AND ")
    let keyMatch = key.map { "\($0) IS ?" }.joined(separator: " AND ")
    var seen: [[String]: Int] = [:]

    for row in rows {
      guard row.fields.count == columns.count else {
        problems.append(
          .error(
            "import.field-count", zh: "这一行有 \(row.fields.count) 格，表头有 \(columns.count) 格",
            en: "the row has \(row.fields.count) fields, the header \(columns.count)",
            at: .file(path: path, line: row.number)))
        continue
      }
      let values: [String?] = row.fields.map { $0.isEmpty ? nil : $0 }
      let keyValues = key.map { name in columns.firstIndex(of: name).flatMap { values[$0] } ?? "" }
      if let earlier = seen.updateValue(row.number, forKey: keyValues) {
        problems.append(
          .error(
            "import.duplicate-row", zh: "与第 \(earlier) 行重复", en: "it repeats row \(earlier)",
            at: .file(path: path, line: row.number, column: 1)))
        continue
      }
      do {
        let exists = try Bool.fetchOne(
          connection, sql: "SELECT EXISTS(SELECT 1 FROM \(table) WHERE \(keyMatch))", arguments: .init(keyValues))
        try connection.execute(sql: "SAVEPOINT one_row")
        let isSame =
          exists == true
          ? try Bool.fetchOne(
            connection, sql: "SELECT EXISTS(SELECT 1 FROM \(table) WHERE \(match))", arguments: .init(values)) == true
          : false
        if isSame {
          summary.unchanged += 1
        } else {
          try connection.execute(sql: insert, arguments: .init(values))
          if exists == true { summary.changed += 1 } else { summary.added += 1 }
        }
        try connection.execute(sql: "RELEASE one_row")
      } catch {
        try? connection.execute(sql: "ROLLBACK TO one_row; RELEASE one_row")
        problems.append(problem(error, row))
      }
    }
    return summary
  }

  private func columnsAreKnown(_ connection: Database, _ problems: inout [Diagnostic]) -> Bool {
    let known = ((try? connection.columns(in: table)) ?? []).map(\.name)
    var areKnown = true
    for (index, column) in columns.enumerated() where !known.contains(column) {
      areKnown = false
      let near = Suggestion.nearest(to: column, among: known)
      problems.append(
        .error(
          "import.unknown-column", zh: "\(table) 表没有“\(column)”这一列", en: "\(table) has no column “\(column)”",
          hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
            ?? Message(zh: "可用的列：\(known.joined(separator: ", "))", en: "known: \(known.joined(separator: ", "))"),
          at: .file(path: path, line: 1, column: index + 1)))
    }
    return areKnown
  }

  /// The column that a failed CHECK or NOT NULL speaks of, as far as SQLite's message names it.
  private func problem(_ error: any Error, _ row: CSVReader.Row) -> Diagnostic {
    let message = (error as? DatabaseError)?.message ?? "\(error)"
    let detail = message.split(separator: ":", maxSplits: 1).last.map(String.init) ?? message
    let words = detail.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
    let index = columns.firstIndex { words.contains($0) }
    let name = index.map { columns[$0] }
    return .error(
      "import.bad-row", zh: "第 \(row.number) 行\(name.map { "的 \($0) " } ?? "")不符合要求（\(detail.trimmed)）",
      en: "row \(row.number)\(name.map { ", \($0)" } ?? "") breaks a rule of the table (\(detail.trimmed))",
      at: .file(path: path, line: row.number, column: index.map { $0 + 1 } ?? 0))
  }

  func location(of databaseRow: Row, column: String) -> Location? {
    let wanted = key.map { String.fromDatabaseValue(databaseRow[$0]) ?? "" }
    let indices = key.compactMap(columns.firstIndex(of:))
    let row = rows.first { row in indices.map { $0 < row.fields.count ? row.fields[$0] : "" } == wanted }
    return row.map {
      .file(path: path, line: $0.number, column: (columns.firstIndex(of: column) ?? 0) + 1)
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

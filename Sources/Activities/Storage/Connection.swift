import Foundation
import GRDB
import GRDBSQLite

/// A connection within a transaction. With `Storage` and `StorageError` it is all that knows which library speaks to SQLite.
struct Connection {
  private let database: Database

  init(_ database: Database) { self.database = database }

  // MARK: Rows

  func forEachRow(
    _ sql: String, arguments: [StoredValue] = [], body: (StoredRow) throws -> Void
  ) throws {
    let statement = try database.cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments.map(\.databaseValue)))
    let names = StoredRow.Names(statement.columnNames)
    let columns = 0..<Int32(names.names.count)
    // The bytes themselves are read: GRDB ends a text at its first NUL, and puts U+FFFD where it is not UTF-8.
    while try cursor.next() != nil {
      try body(StoredRow(names: names, values: columns.map { StoredValue(statement.sqliteStatement, $0) }))
    }
  }

  func rows(_ sql: String, _ arguments: [StoredValue] = []) throws -> [StoredRow] {
    var rows: [StoredRow] = []
    try forEachRow(sql, arguments: arguments) { rows.append($0) }
    return rows
  }

  /// The first row's first column.
  func value(_ sql: String) throws -> StoredValue { try rows(sql).first?.values.first ?? .null }

  func execute(_ sql: String, _ arguments: [StoredValue]) throws {
    try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments.map(\.databaseValue)))
  }

  /// Any number of statements.
  func run(_ script: String) throws { try database.execute(sql: script) }

  // MARK: Tables

  struct Column {
    let name: String
    /// As declared, in capitals.
    let type: String
    let isNotNull: Bool
    /// The SQL of what stands in for a value that is left out.
    let defaultSQL: String?
    /// From 1, where the column is part of the primary key.
    let keyPosition: Int?
  }

  /// The user's tables, not SQLite's own.
  func tables() throws -> [String] {
    let sql = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
    return try rows(sql).compactMap(\.values.first?.text)
  }

  /// Empty when there is no such table.
  func columns(of table: String) throws -> [Column] {
    try rows("PRAGMA table_info(\(Self.quoted(table)))").map { row in
      Column(
        name: row["name"].text ?? "", type: row["type"].text?.uppercased() ?? "",
        isNotNull: row["notnull"].integer == 1, defaultSQL: row["dflt_value"].text,
        keyPosition: row["pk"].integer.flatMap { $0 > 0 ? $0 : nil })
    }
  }

  struct ForeignKey: Hashable {
    /// The first of its columns, which is the one that people write.
    let column: String
    let parent: String
    let number: Int
  }

  func foreignKeys(of table: String) throws -> [ForeignKey] {
    try rows("PRAGMA foreign_key_list(\(Self.quoted(table)))").filter { $0["seq"].integer == 0 }.map { row in
      ForeignKey(column: row["from"].text ?? "", parent: row["table"].text ?? "", number: row["id"].integer ?? 0)
    }
  }

  /// A name as SQL writes it.
  static func quoted(_ name: String) -> String { name.quotedDatabaseIdentifier }
}

extension StoredValue {
  /// A column of the row that a statement stands at.
  fileprivate init(_ statement: OpaquePointer, _ column: Int32) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(statement, column)
      self.init(text: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(statement, column)
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
      self = bytes.count > Self.longestText ? .unreadable(.tooLong(bytes.count), shown: "") : .blob(Array(bytes))
    default: self = .null
    }
  }

  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): bytes.withUnsafeBytes { Data($0).databaseValue }
    // Nothing that could not be read is written.
    case .unreadable: .null
    }
  }
}

import GRDB

/// A row that names another one that is not there.
struct ForeignKeyViolation {
  let table: String
  /// The table in which the named row is missing.
  let parent: String
  let column: String?
  let row: Row?

  /// All of a database, by SQLite's own check.
  static func all(_ database: Database) throws -> [ForeignKeyViolation] {
    try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { violation in
      let table: String = violation["table"]
      let number: Int = violation["fkid"]
      let rowID: Int64? = violation["rowid"]
      return ForeignKeyViolation(
        table: table, parent: violation["parent"],
        column: try database.foreignKeys(on: table).first { $0.id == number }?.mapping.first?.origin,
        row: try rowID.flatMap {
          try Row.fetchOne(
            database, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier) WHERE rowid = ?", arguments: [$0])
        })
    }
  }
}

/// A row that names another one that is not there.
struct ForeignKeyViolation {
  let table: String
  /// The table in which the named row is missing.
  let parent: String
  let column: String?
  let row: StoredRow?

  /// All of a database, by SQLite's own check.
  static func all(_ connection: Connection) throws -> [ForeignKeyViolation] {
    try connection.rows("PRAGMA foreign_key_check").map { violation in
      let table = violation["table"].text ?? ""
      let number = violation["fkid"].integer
      let rowID = violation["rowid"]
      return ForeignKeyViolation(
        table: table, parent: violation["parent"].text ?? "",
        column: try connection.foreignKeys(of: table).first { $0.number == number }?.column,
        row: rowID.isNull
          ? nil
          : try connection.rows("SELECT * FROM \(Connection.quoted(table)) WHERE rowid = ?", [rowID]).first)
    }
  }
}

package import Files
package import Vocabulary

extension ActivityDatabase {
  /// What people call the rows that pages name.
  ///
  /// - Returns: `unread` where the database can't be read; `read` says why.
  /// - Throws: `FileError` when the machine refuses.
  package func rowNames() throws(FileError) -> RowNames {
    guard Files.isRegular(path) else { return .unread }
    do {
      return try storage.read { connection in
        var names = RowNames()
        try add("unit", columns: ["name", "short_name"], connection: connection) { (id: UnitID, texts) in
          names.add(id, names: texts)
        }
        try add("venue", columns: ["name"], connection: connection) { (id: VenueID, texts) in
          names.add(id, names: texts)
        }
        try add("activity", columns: ["title"], connection: connection) { (id: ActivityID, texts) in
          names.add(id, names: texts)
        }
        try add("list", columns: ["title"], connection: connection) { (id: ListID, texts) in names.add(id, names: texts)
        }
        return names
      }
    } catch {
      if let failure = DatabaseProblem.machineFailure(error, path: path) { throw failure }
      return .unread
    }
  }

  private func add<Subject>(
    _ table: String, columns: [String], connection: Connection, body: (Identifier<Subject>, [String]) -> Void
  ) throws {
    let known = Set(try connection.columns(of: table).map(\.name))
    let texts = columns.filter(known.contains)
    guard known.contains("id"), !texts.isEmpty else { return }
    let list = (["id"] + texts).map(Connection.quoted).joined(separator: ",")
    try connection.forEachRow("SELECT \(list) FROM \(Connection.quoted(table))") { row in
      if let id = row["id"].text.flatMap({ Identifier<Subject>($0) }) { body(id, texts.compactMap { row[$0].text }) }
    }
  }
}

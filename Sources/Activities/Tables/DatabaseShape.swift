/// The tables and columns that a database really has: import and export go by them, so that a newer schema needs no new code here.
struct DatabaseShape {
  struct Column {
    let name: String
    let type: String
    /// May not be empty, and nothing stands in for it.
    let isRequired: Bool
    /// What an empty cell means.
    let defaultValue: StoredValue
  }

  private var tables: [String: [Column]] = [:]

  init(_ connection: Connection) throws {
    for form in TableForm.all {
      let columns = try connection.columns(of: form.name)
      if columns.isEmpty { continue }
      tables[form.name] = try columns.map { column in
        let standIn = try column.defaultSQL.map { try connection.value("SELECT \($0)") }
        return Column(
          name: column.name, type: column.type, isRequired: column.isNotNull && standIn == nil,
          defaultValue: standIn ?? .null)
      }
    }
  }

  /// nil when the database has no such table.
  func stored(_ form: TableForm) -> [Column]? { tables[form.name] }

  /// What a sheet of the table may hold: the columns of its form that the database has, those for spreadsheets alone, and what the form
  /// doesn't know yet.
  func columns(of form: TableForm) -> [ColumnForm] {
    let stored = tables[form.name] ?? []
    let known = form.columns.filter { column in !column.isStored || stored.contains { $0.name == column.name } }
    let others = stored.filter { form.column($0.name) == nil }.map { column in
      ColumnForm(
        column.name,
        kind: column.type == "INTEGER" ? .integer(.init()) : column.type == "REAL" ? .number(.init()) : .text)
    }
    return known + others
  }
}

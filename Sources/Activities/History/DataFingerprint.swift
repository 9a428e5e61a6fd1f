import Digests

/// What all tables of a database say at a moment, row by row, whatever file it is in.
struct DataFingerprint {
  private var rows: [(form: TableForm, rows: [[StoredValue]: [String: StoredValue]])] = []
  /// Of all rows in the order of their keys.
  private(set) var digest = ""

  init(_ connection: Connection) throws {
    let shape = try DatabaseShape(connection)
    var bytes: [UInt8] = []
    for form in TableForm.all {
      guard let columns = shape.stored(form)?.map(\.name).sorted() else { continue }
      var own: [[StoredValue]: [String: StoredValue]] = [:]
      let (list, key) = (columns.map(Connection.quoted), form.key.map(Connection.quoted))
      bytes += "\(form.name)(\(columns.joined(separator: ",")))\n".utf8
      try connection.forEachRow(
        "SELECT \(list.joined(separator: ",")) FROM \(Connection.quoted(form.name)) ORDER BY \(key.joined(separator: ","))"
      ) { row in
        let values = columns.map { row[$0] }
        // A length before each, so that no text can say what two say.
        for value in values {
          let text = String(describing: value)
          bytes += "\(text.utf8.count):".utf8
          bytes += text.utf8
        }
        own[form.key.map { row[$0] }] = Dictionary(zip(columns, values)) { first, _ in first }
      }
      rows.append((form, own))
    }
    digest = SHA256.hexadecimal(bytes)
  }

  /// What became of the rows of another state; columns that one of them doesn't have say nothing.
  func changes(since earlier: DataFingerprint) -> [DataHistoryEntry.Table] {
    rows.compactMap { form, own in
      let old = earlier.rows.first { $0.form.name == form.name }?.rows ?? [:]
      let changed = own.count { key, values in
        old[key].map { was in values.contains { name, value in (was[name] ?? value) != value } } ?? false
      }
      let added = own.count { old[$0.key] == nil }
      let removed = old.count { own[$0.key] == nil }
      if added + changed + removed == 0 { return nil }
      return DataHistoryEntry.Table(
        table: form.name, label: form.label, added: added, changed: changed, removed: removed)
    }
  }
}

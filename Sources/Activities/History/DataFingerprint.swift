import Digests

/// What all tables of a database say at a moment, row by row, whatever file it is in.
struct DataFingerprint {
  private var rows: [(form: TableForm, rows: [[StoredValue]: [String: StoredValue]])] = []
  /// Of all rows in the order of their keys.
  private(set) var digest = ""

  init(_ connection: Connection) throws {
    digest = try Self.digest(
      of: connection,
      beginsTable: { form in rows.append((form, [:])) },
      row: { form, columns, values in
        let named = Dictionary(zip(columns, values)) { first, _ in first }
        rows[rows.count - 1].rows[form.key.map { named[$0] ?? .null }] = named
      })
  }

  /// The digest alone: the rows are read one by one, and none is kept.
  static func digest(of connection: Connection) throws -> String {
    try digest(of: connection, beginsTable: { _ in }, row: { _, _, _ in })
  }

  private static func digest(
    of connection: Connection, beginsTable: (TableForm) -> Void, row read: (TableForm, [String], [StoredValue]) -> Void
  ) throws -> String {
    let shape = try DatabaseShape(connection)
    var bytes: [UInt8] = []
    for form in TableForm.all {
      guard let columns = shape.stored(form)?.map(\.name).sorted() else { continue }
      beginsTable(form)
      let (list, key) = (columns.map(Connection.quoted), form.key.map(Connection.quoted))
      bytes += "\(form.name)(\(columns.joined(separator: ",")))\n".utf8
      try connection.forEachRow(
        "SELECT \(list.joined(separator: ",")) FROM \(Connection.quoted(form.name)) ORDER BY \(key.joined(separator: ","))"
      ) { row in
        let values = columns.map { row[$0] }
        // A length before each, so that no text can say what two say.
        for value in values {
          let text = value.literal
          bytes += "\(text.utf8.count):".utf8
          bytes += text.utf8
        }
        read(form, columns, values)
      }
    }
    return SHA256.hexadecimal(bytes)
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

extension StoredValue {
  /// `text("甲")`, `integer(3)`: as `String(describing:)` has it, which looks an enumeration's cases up each time. Notes of earlier imports hold
  /// digests of it.
  var literal: String {
    switch self {
    case .null: "null"
    case .integer(let number): "integer(\(number))"
    case .real(let number): "real(\(number.debugDescription))"
    case .text(let text): "text(\(text.debugDescription))"
    case .blob, .unreadable: String(describing: self)
    }
  }
}

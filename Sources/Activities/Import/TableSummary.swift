package import Diagnostics

/// What would be done, or was done, to one table.
package struct TableSummary: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    /// What people call the column: in Chinese by its first header, in English by the sheet's own where it is English.
    package let name: Message
    /// In words; nil for nothing.
    package let old: Message?
    package let new: Message?
  }

  package enum Change: Sendable, Hashable {
    case added
    case changed([Field])
    case removed
  }

  package struct Line: Sendable, Hashable {
    package let change: Change
    /// The row's key: `reading`, or `reading, 2026-11-25T19:00`.
    package let key: String
    /// What people call the row.
    package let title: String?
    /// What was read of the row, as its readers will see it: rule, time and place in words, or the columns that were filled.
    package var reading: Message?
  }

  /// A row by its key and by what people call it.
  package struct Row: Sendable, Hashable {
    package let key: String
    package let title: String?
  }

  package let table: String
  /// The table's Chinese name.
  package let label: String
  package var lines: [Line] = []
  package var unchanged = 0
  /// Rows of the database that a sheet which seems to be all of its table does not have, and that were left as they are.
  package var missing = 0
  /// Rows of the database that no sheet of the import has.
  package var others = 0
  /// Rows of the database that one of the files had when it was imported before, and has no longer; by key, in its order.
  package var leftOut: [Row] = []
  /// What is like that which was imported and was left as it is.
  package var kept: [Message] = []

  init(_ form: TableForm) {
    table = form.name
    label = form.label
  }

  package var added: Int { lines.count { $0.change == .added } }
  package var removed: Int { lines.count { $0.change == .removed } }
  package var changed: Int { lines.count - added - removed }
}

/// The rows that were there before, so that at the end each one that is gone can be named, also where it went with another (ON DELETE
/// CASCADE).
struct RowKeys {
  private var rows: [(form: TableForm, keys: [[StoredValue]: String?])] = []

  init(_ connection: Connection, shape: DatabaseShape) throws {
    for form in TableForm.all where shape.stored(form) != nil {
      let names = form.key + [form.title].compactMap(\.self)
      let list = names.map(Connection.quoted).joined(separator: ",")
      var keys: [[StoredValue]: String?] = [:]
      try connection.forEachRow("SELECT \(list) FROM \(Connection.quoted(form.name))") { row in
        keys[form.key.map { row[$0] }] = .some(form.title.flatMap { row[$0].text })
      }
      rows.append((form, keys))
    }
  }

  /// The summaries with a line for each row that is gone.
  func removals(after connection: Connection, shape: DatabaseShape, in summaries: [TableSummary]) throws
    -> [TableSummary]
  {
    let now = try RowKeys(connection, shape: shape)
    var all: [TableSummary] = []
    for ((form, keys), (_, left)) in zip(rows, now.rows) {
      let gone = keys.filter { left[$0.key] == nil }.map { key, title in
        TableSummary.Line(change: .removed, key: TableSummary.keyText(key), title: title)
      }
      var summary = summaries.first { $0.table == form.name }
      if !gone.isEmpty {
        summary = summary ?? TableSummary(form)
        summary?.lines += gone.sorted { $0.key < $1.key }
      }
      if let summary { all.append(summary) }
    }
    return all
  }
}

extension TableSummary {
  static func keyText(_ key: [StoredValue]) -> String {
    key.map { $0.shownText ?? "?" }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

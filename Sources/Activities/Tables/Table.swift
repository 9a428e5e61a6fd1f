import Diagnostics

/// A table said once: what it is called, its columns with their types, the rules of its rows, and the record that a row becomes. Reading,
/// import, export, the checks of references and of residents' numbers, and docs/database.md follow from it.
///
///     static let venue = Table(
///       "venue", "场所", key: ["id"], title: "name", about: "a place",
///       columns: .id("场所编号"), .text("name", "名称")
///     ) { _, id, name in VenueRecord(id: id, name: name) }
struct Table<Record: Sendable>: AnyTable {
  let form: TableForm
  /// nil where something is wrong, which the row then notes.
  let record: @Sendable (CheckedRow) -> Record?

  init<each Value: Sendable>(
    _ name: String, _ label: String, _ otherNames: [String] = [], key: [String], title: String? = nil, about: String,
    columns: repeat Column<each Value>, rules: [TableRule] = [],
    record: @escaping @Sendable (CheckedRow, repeat each Value) -> Record?
  ) {
    var forms: [ColumnForm] = []
    for column in repeat each columns { forms.append(column.form) }
    form = TableForm(
      name: name, label: label, otherNames: otherNames, about: about, key: key, title: title, columns: forms,
      rules: rules)
    // Once a table, not once a row.
    let rules = form.allRules
    self.record = { row in
      // Every column is read, so that all that is wrong with a row is known at once.
      let values = (repeat (each columns).read(row))
      row.check(rules)
      do {
        return try record(row, repeat Self.present(each values))
      } catch {
        return nil
      }
    }
  }

  private struct Missing: Error {}

  private static func present<Value>(_ value: Value?) throws(Missing) -> Value {
    guard let value else { throw Missing() }
    return value
  }

  /// All rows, in the order of their keys.
  var selection: String {
    let columns = form.stored.map { Connection.quoted($0.name) }.joined(separator: ",")
    let order = form.key.map(Connection.quoted).joined(separator: ",")
    return "SELECT \(columns) FROM \(Connection.quoted(form.name)) ORDER BY \(order)"
  }
}

/// A table of any record.
protocol AnyTable: Sendable {
  var form: TableForm { get }
  var recordType: any Sendable.Type { get }
  /// Reads all its rows.
  func read(_ reader: inout RecordReader, into data: inout ActivityData) throws
}

extension Table {
  var recordType: any Sendable.Type { Record.self }

  func read(_ reader: inout RecordReader, into data: inout ActivityData) throws {
    data[Record.self] = try reader.records(self)
  }
}

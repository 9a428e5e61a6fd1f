package import CivilTime

/// One change of a database, of which the state before it is kept.
package struct DataHistoryEntry: Sendable, Hashable, Codable {
  package enum Action: String, Sendable, Codable {
    case imported, undone
  }

  /// What became of a table's rows.
  package struct Table: Sendable, Hashable, Codable {
    package let table: String
    /// The table's Chinese name.
    package let label: String
    package let added: Int
    package let changed: Int
    package let removed: Int
  }

  /// From 1.
  package internal(set) var number = 0
  /// On the site's wall clock, `YYYY-MM-DDTHH:MM`.
  package let at: String
  package let action: Action
  /// Before which the database is again.
  package let of: Int?
  /// The imports that this took back.
  let taken: [Int]
  /// The files that were imported, as they were named.
  package let files: [String]
  package let tables: [Table]
  /// A digest of all rows afterwards: by it, what others wrote since is noticed.
  let after: String
  package internal(set) var isUndone = false
  /// The digests of the sheets that the rows before it came from; nil where that was not noted.
  let sheets: [String: String]?

  init(
    at: LocalDateTime, action: Action, of: Int? = nil, taken: [Int] = [], files: [String] = [], tables: [Table],
    after: String, sheets: [String: String]? = nil
  ) {
    self.at = TimeText.local(at)
    self.action = action
    self.of = of
    self.taken = taken
    self.files = files
    self.tables = tables
    self.after = after
    self.sheets = sheets
  }
}

extension DataHistoryEntry.Table {
  init(_ summary: TableSummary) {
    self.init(
      table: summary.table, label: summary.label, added: summary.added, changed: summary.changed,
      removed: summary.removed)
  }
}

import Diagnostics

/// A table as people meet it in a spreadsheet: the names that its sheet and its columns may have there, and what a column's cells hold.
struct TableForm: Sendable {
  /// The table's name in the database (CONTRACT: fixed).
  let name: String
  /// What its sheet is called in a Chinese workbook.
  let label: String
  let otherNames: [String]
  /// The columns that tell its rows apart.
  let key: [String]
  /// The column that names a row to people.
  let title: String?
  let columns: [ColumnForm]

  func column(_ name: String) -> ColumnForm? { columns.first { $0.name == name } }

  /// The columns by which a table's rows are told apart.
  static func key(of table: String) -> [String] { all.first { $0.name == table }?.key ?? ["id"] }

  /// All tables, in the order in which rows refer to one another.
  static let all: [TableForm] = [
    .unit, .venue, .activity, .activityChange, .attendance, .metric, .metricHistory, .roster, .rosterHolder,
    .rosterSwap, .honour, .almanac,
  ]

  /// The table that a sheet's or a file's name means, in either language.
  static func named(_ name: String) -> TableForm? {
    let wanted = HeaderNames.folded(name)
    return all.first { form in
      ([form.name, form.label] + form.otherNames).contains { HeaderNames.folded($0) == wanted }
    }
  }
}

extension TableForm {
  /// The user named a table that there isn't.
  static func unknown(_ name: String) -> Diagnostic {
    let near = Suggestion.nearest(to: name, among: all.flatMap { [$0.name, $0.label] + $0.otherNames })
    return .error(
      "table.unknown", zh: "没有叫“\(name)”的表", en: "there is no table “\(name)”",
      hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
        ?? Message(
          zh: "可用：\(all.map(\.label).joined(separator: "、"))", en: "known: \(all.map(\.name).joined(separator: ", "))"))
  }
}

/// A column: its name in the database, the headers that mean it, and how its cells are read and written.
struct ColumnForm: Sendable {
  enum Kind: Sendable {
    /// Taken as it is, blanks too.
    case text
    /// An id, made of `a-z`, `0-9` and hyphens.
    case identifier
    /// A row of that table, by id, name or short name.
    case reference(String)
    /// One of a few words, by code or by label.
    case term([Word])
    /// A whole number; these words after it, or in its place, mean what they say.
    case integer(Quantity)
    case number(Quantity)
    /// `YYYY-MM-DDTHH:MM`.
    case time
    case date
    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    case partialDate
    /// `MM-DD`.
    case monthDay
    /// RFC 5545, or as people say it.
    case rule
    /// Only in spreadsheets: a day on which something begins or ends, written in a column of its own.
    case day
    /// Only in spreadsheets: how long something lasts, in minutes where nothing else is said.
    case duration
  }

  struct Word: Sendable, Hashable {
    let code: String
    /// The first is the one that is written.
    let labels: [String]
  }

  struct Quantity: Sendable {
    /// `元`, `人`: may follow the number.
    var units: [String] = []
    /// `免费`: 0.
    var zero: [String] = []
    /// `不限`: nothing.
    var none: [String] = []
  }

  let name: String
  /// The first is the one that a Chinese export writes.
  let headers: [String]
  let kind: Kind
  /// Whether the database has such a column, or a spreadsheet alone.
  let isStored: Bool

  init(_ name: String, _ headers: String..., kind: Kind = .text, isStored: Bool = true) {
    self.name = name
    self.headers = headers
    self.kind = kind
    self.isStored = isStored
  }
}

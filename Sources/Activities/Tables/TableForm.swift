import Diagnostics

/// A table as it was declared, without its records' type: what its sheet and its columns are called, what their cells hold, and the rules
/// that a row keeps. Import, export, checks and docs/database.md go by it.
struct TableForm: Sendable {
  /// The table's name in the database, which is fixed: other programs write to it.
  let name: String
  /// What its sheet is called in a Chinese workbook.
  let label: String
  let otherNames: [String]
  /// What one row is, for those who write rows.
  let about: String
  /// The columns that identify its rows.
  let key: [String]
  /// The column that names a row to people.
  let title: String?
  let columns: [ColumnForm]
  /// What several columns say together; what one says alone is among its own.
  let rules: [TableRule]

  init(
    name: String, label: String, otherNames: [String], about: String, key: [String], title: String?,
    columns: [ColumnForm], rules: [TableRule]
  ) {
    self.name = name
    self.label = label
    self.otherNames = otherNames
    self.about = about
    self.key = key
    self.title = title
    self.columns = columns
    self.rules = rules
    stored = columns.filter(\.isStored)
  }

  /// As a Chinese sentence names it: 活动表, and 轮值表 as it is.
  var named: String { label.hasSuffix("表") ? label : label + "表" }

  func column(_ name: String) -> ColumnForm? { columns.first { $0.name == name } }

  /// The columns that the database has.
  let stored: [ColumnForm]

  /// All rules of a row.
  var allRules: [TableRule] {
    columns.flatMap { column in column.rules.map { TableRule($0, of: column.name) } } + rules
  }

  /// The table that a sheet's or a file's name means, in either language.
  static func named(_ name: String) -> TableForm? {
    byName[name] ?? byFoldedName[HeaderNames.folded(name)]
  }

  /// Cells that name a row of another table ask for each row: folding all names then took a third of the time of an import.
  private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
  private static let byFoldedName = Dictionary(
    all.flatMap { form in ([form.name, form.label] + form.otherNames).map { (HeaderNames.folded($0), form) } }
  ) { first, _ in first }
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

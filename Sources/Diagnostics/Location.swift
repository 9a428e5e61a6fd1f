/// Where a problem stands: a place in a text file, a cell of a spreadsheet, or a row of a database table.
package enum Location: Sendable, Hashable {
  /// `line` and `column` count from 1, columns in Unicode characters as an editor counts them. 0 stands for the file as a whole.
  case file(path: String, line: Int = 0, column: Int = 0)
  /// `row` and `column` count from 1, as a spreadsheet shows them beside its cells; 0 stands for the sheet, or the row, as a whole.
  /// `sheet` is nil in a CSV file.
  case cell(path: String, sheet: String?, row: Int = 0, column: Int = 0)
  /// `key` names the row as its writer knows it (`id=songtai-homework`), `column` the field, where one is at fault.
  case row(database: String, table: String, key: String, column: String? = nil)

  package var path: String {
    switch self {
    case .file(let path, _, _): path
    case .cell(let path, _, _, _): path
    case .row(let database, _, _, _): database
    }
  }
}

extension Location: CustomStringConvertible {
  /// `path:line:column`, `path`, `path:sheet!C5` (in a CSV file `path:5:3`: row and column), or `path:table[key].column`.
  package var description: String {
    switch self {
    case .file(let path, 0, _): path
    case .file(let path, let line, 0): "\(path):\(line)"
    case .file(let path, let line, let column): "\(path):\(line):\(column)"
    case .cell(let path, let sheet?, let row, let column):
      "\(path):\(sheet)" + (row > 0 ? "!" + Self.cellName(row: row, column: column) : "")
    case .cell(let path, nil, let row, let column): Location.file(path: path, line: row, column: column).description
    case .row(let database, let table, let key, let column):
      "\(database):\(table)[\(key)]" + (column.map { ".\($0)" } ?? "")
    }
  }
}

extension Location {
  /// `C5`; a row as a whole is its number.
  private static func cellName(row: Int, column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + "\(row)"
  }
}

extension Location: Comparable {
  /// Files in path order and top to bottom, sheets by name within their file; rows by table and key.
  package static func < (a: Location, b: Location) -> Bool {
    switch (a, b) {
    case (.cell(let p, let s, let l, let c), .cell(let q, let t, let m, let d)):
      (p, s ?? "", l, c) < (q, t ?? "", m, d)
    case (.file(let p, let l, let c), .file(let q, let m, let d)): (p, l, c) < (q, m, d)
    case (.row(let p, let t, let k, let c), .row(let q, let u, let l, let d)):
      (p, t, k, c ?? "") < (q, u, l, d ?? "")
    case (.file, .cell), (.file, .row), (.cell, .row): true
    case (.cell, .file), (.row, .file), (.row, .cell): false
    }
  }
}

/// Where a problem stands: a place in a text file, or a row of a database table.
public enum Location: Sendable, Hashable {
  /// `line` and `column` count from 1, columns in Unicode characters as an editor counts them. 0 stands for the file as a whole.
  case file(path: String, line: Int = 0, column: Int = 0)
  /// `key` names the row as its writer knows it (`id=songtai-homework`), `column` the field, where one is at fault.
  case row(database: String, table: String, key: String, column: String? = nil)

  public var path: String {
    switch self {
    case .file(let path, _, _): path
    case .row(let database, _, _, _): database
    }
  }
}

extension Location: CustomStringConvertible {
  /// `path:line:column`, `path`, or `path:table[key].column`.
  public var description: String {
    switch self {
    case .file(let path, 0, _): path
    case .file(let path, let line, 0): "\(path):\(line)"
    case .file(let path, let line, let column): "\(path):\(line):\(column)"
    case .row(let database, let table, let key, let column):
      "\(database):\(table)[\(key)]" + (column.map { ".\($0)" } ?? "")
    }
  }
}

extension Location: Comparable {
  /// Files in path order and top to bottom; rows by table and key.
  public static func < (a: Location, b: Location) -> Bool {
    switch (a, b) {
    case (.file(let p, let l, let c), .file(let q, let m, let d)): (p, l, c) < (q, m, d)
    case (.row(let p, let t, let k, let c), .row(let q, let u, let l, let d)):
      (p, t, k, c ?? "") < (q, u, l, d ?? "")
    case (.file, .row): true
    case (.row, .file): false
    }
  }
}

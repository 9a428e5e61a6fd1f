/// A row with its columns' names.
struct StoredRow: Sendable {
  /// Shared by the rows of one query.
  final class Names: Sendable {
    let names: [String]
    let positions: [String: Int]

    init(_ names: [String]) {
      self.names = names
      positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  let names: Names
  let values: [StoredValue]

  func has(_ column: String) -> Bool { names.positions[column] != nil }

  /// Nothing where there is no such column.
  subscript(column: String) -> StoredValue { names.positions[column].map { values[$0] } ?? .null }
}

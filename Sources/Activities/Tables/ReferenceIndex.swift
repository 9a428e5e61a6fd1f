import Diagnostics

/// The rows that others may name, by id, name and short name.
struct ReferenceIndex {
  enum Finding: Equatable {
    case found(String)
    /// Several rows have that name; their ids.
    case ambiguous([String])
    case unknown(nearest: String?)
  }

  /// In which sheet people keep each table, as messages name it.
  var sheets: [String: Message] = [:]
  private var ids: [String: Set<String>] = [:]
  private var names: [String: [String: Set<String>]] = [:]

  /// What a database's table holds.
  mutating func add(_ form: TableForm, of connection: Connection, shape: DatabaseShape) throws {
    guard let columns = shape.stored(form)?.map(\.name), columns.contains("id") else { return }
    let texts = Self.nameColumns(form).filter(columns.contains)
    let list = (["id"] + texts).map(Connection.quoted).joined(separator: ",")
    try connection.forEachRow("SELECT \(list) FROM \(Connection.quoted(form.name))") { row in
      guard let id = row["id"].text else { return }
      add(form.name, id: id, names: texts.compactMap { row[$0].text })
    }
  }

  mutating func add(_ table: String, id: String, names texts: [String]) {
    ids[table, default: []].insert(id)
    for text in texts.map(\.withoutOuterBlanks) where !text.isEmpty {
      names[table, default: [:]][text, default: []].insert(id)
    }
  }

  /// The columns that name a row to people.
  static func nameColumns(_ form: TableForm) -> [String] {
    [form.title, form.column("short_name")?.name].compactMap(\.self)
  }

  func find(_ text: String, in table: String) -> Finding {
    if ids[table]?.contains(text) == true { return .found(text) }
    let named = names[table]?[text] ?? []
    if named.count > 1 { return .ambiguous(named.sorted()) }
    if let id = named.first { return .found(id) }
    let candidates = (ids[table].map(Array.init) ?? []) + (names[table].map { Array($0.keys) } ?? [])
    // Comparing with each of many names, for each of many cells, would take minutes.
    if candidates.count > 2000 { return .unknown(nearest: nil) }
    return .unknown(nearest: Suggestion.nearest(to: text, among: candidates.sorted()))
  }

  /// Up to five names that hold a text, or that it holds: 便民服务大厅 for 大厅.
  func similar(to text: String, in table: String) -> [String] {
    // As with the nearest: one look at each name for each of many wrong cells.
    guard !text.isEmpty, let known = names[table]?.keys, known.count <= 2000 else { return [] }
    return Array(known.filter { $0.contains(text) || ($0.count > 1 && text.contains($0)) }.sorted().prefix(5))
  }
}

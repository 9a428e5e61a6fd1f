/// What a database that is there turns out to be, before anything is written to it.
enum SchemaState: Equatable {
  /// Nothing in it yet.
  case empty
  /// All tables of a version; also where other programs made them by hand, after docs/database.md, and set no version.
  case version(Int)
  case newer(Int)
  /// Another program's.
  case foreign
  /// Our tables, but something of each version is missing: of the nearest: `table` or `table.column`.
  case incomplete([String])

  static func of(_ connection: Connection) throws -> SchemaState {
    let owner = try connection.value("PRAGMA application_id").integer ?? 0
    let version = try connection.value("PRAGMA user_version").integer ?? 0
    guard owner == 0 || owner == Schema.applicationID else { return .foreign }
    if owner == Schema.applicationID, version > Schema.version { return .newer(version) }
    if owner == Schema.applicationID, version > 0 { return .version(version) }
    let columns = try Schema.columns(connection)
    if columns.isEmpty { return version == 0 ? .empty : .foreign }
    // A few of the names are anybody's; most of those of an activity are not.
    let oldest = try Schema.columns(ofVersion: 1)
    let known = oldest["activity", default: []].intersection(columns["activity", default: []])
    guard known.count * 2 >= oldest["activity", default: []].count else { return .foreign }
    for version in (1...Schema.version).reversed()
    where Schema.missing(in: columns, of: try Schema.columns(ofVersion: version)).isEmpty {
      return .version(version)
    }
    // Measured by the version that it comes nearest to.
    let missing = try (1...Schema.version).map { Schema.missing(in: columns, of: try Schema.columns(ofVersion: $0)) }
    return .incomplete(missing.min { $0.count < $1.count } ?? [])
  }
}

extension Schema {
  typealias Columns = [String: Set<String>]

  /// The tables of a database with their columns.
  static func columns(_ connection: Connection) throws -> Columns {
    var columns: Columns = [:]
    for table in try connection.tables() { columns[table] = Set(try connection.columns(of: table).map(\.name)) }
    return columns
  }

  /// Those of a version, by making it: the steps are the only place where they are written down.
  static func columns(ofVersion version: Int) throws -> Columns {
    try Storage.inMemory { connection in
      for step in steps.prefix(version) { try connection.run(step) }
      return try columns(connection)
    }
  }

  static func missing(in columns: Columns, of wanted: Columns) -> [String] {
    wanted.flatMap { table, names in
      columns[table].map { names.subtracting($0).map { "\(table).\($0)" } } ?? [table]
    }.sorted()
  }
}

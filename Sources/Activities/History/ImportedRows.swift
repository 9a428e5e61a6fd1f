import Files
import Foundation

/// Which rows each spreadsheet has brought: one that it has no longer was taken out by somebody, who is told that it is still in the database,
/// however few rows the sheet has. Kept beside the history of the data, as `activities.rows.json`. It says nothing of what rows hold.
struct ImportedRows: Equatable {
  /// Keys, as `RowPlaces` writes them, by table, by file.
  private(set) var files: [String: [String: Set<String>]] = [:]

  /// Nothing, where no import has left a note.
  static func read(of database: ActivityDatabase) throws(FileError) -> ImportedRows {
    let file = DataHistory(of: database).rowsFile
    guard Files.isRegular(file) else { return ImportedRows() }
    let bytes = try Files.read(file)
    let read = try? JSONDecoder().decode([String: [String: [String]]].self, from: Data(bytes))
    return ImportedRows(files: (read ?? [:]).mapValues { $0.mapValues { Set($0) } })
  }

  /// The rows of a table that one of these files had and none has now. What another file has brought as well is that one's.
  func leftOut(of table: String, by paths: [String], now places: RowPlaces, besides database: ActivityDatabase)
    -> Set<String>
  {
    let own = Set(paths.map { Self.name($0, besides: database) })
    var keys = own.reduce(into: Set<String>()) { $0.formUnion(files[$1]?[table] ?? []) }
    keys.subtract(places.keys(of: table))
    for (file, tables) in files where !own.contains(file) { keys.subtract(tables[table] ?? []) }
    return keys
  }

  /// With the rows of files that were imported; those that they left out stay theirs while they are in the database.
  func adding(
    _ paths: [String], _ places: RowPlaces, leftOut: [String: Set<String>], besides database: ActivityDatabase
  ) -> ImportedRows {
    var next = self
    for path in paths {
      let name = Self.name(path, besides: database)
      var tables = places.keys(from: path)
      for (table, keys) in files[name] ?? [:] {
        if let left = leftOut[table] {
          tables[table, default: []].formUnion(keys.intersection(left))
        } else if tables[table] == nil {
          // The import was of another of its sheets.
          tables[table] = keys
        }
      }
      next.files[name] = tables.filter { !$0.value.isEmpty }
    }
    return next
  }

  func write(besides database: ActivityDatabase) throws {
    let history = DataHistory(of: database)
    try Files.makeDirectory(history.directory, isPrivate: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let sorted = files.mapValues { $0.mapValues { $0.sorted() } }
    try Files.replace(history.rowsFile, with: Array(try encoder.encode(sorted)) + Array("\n".utf8))
  }

  private static func name(_ path: String, besides database: ActivityDatabase) -> String {
    ImportedSheets.place(path, besides: database) ?? Files.eventualPath(path)
  }
}

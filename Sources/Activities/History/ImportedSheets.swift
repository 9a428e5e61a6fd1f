import Digests
package import Files
import Foundation

/// Which spreadsheets the rows came from, by what the files said then: one that was changed since, or never imported, is reported, because what
/// was typed into it is in no output. Kept beside the history of the data, as `activities.sheets.json`.
package struct ImportedSheets: Sendable, Equatable {
  /// Digests by path, below the database's directory; behind one, how the sheet was imported: `--fill 类型=文化活动`.
  private(set) var digests: [String: String] = [:]

  /// Where the notes are kept.
  package static func file(of database: ActivityDatabase) -> String { DataHistory(of: database).sheetsFile }

  /// nil where no import has left a note: of such a site nothing can be said.
  package static func read(of database: ActivityDatabase) throws(FileError) -> ImportedSheets? {
    let file = file(of: database)
    guard Files.isRegular(file) else { return nil }
    let bytes = try Files.read(file)
    guard let digests = try? JSONDecoder().decode([String: String].self, from: Data(bytes)) else { return nil }
    return ImportedSheets(digests: digests)
  }

  package enum State: Sendable {
    case same, changed, never
  }

  /// - Parameter file: a path below the database's directory.
  package func state(of file: String, _ bytes: [UInt8]) -> State {
    guard let digest = digests[file] else { return .never }
    return digest.prefix { $0 != " " } == SHA256.hexadecimal(bytes) ? .same : .changed
  }

  /// What the command line said of it beside its name, as it is typed; empty where it said nothing.
  package func arguments(of file: String) -> String {
    digests[file].flatMap { note in note.firstIndex(of: " ").map { String(note[note.index(after: $0)...]) } } ?? ""
  }

  /// By the path of a file, wherever that leads from.
  func arguments(of path: String, besides database: ActivityDatabase) -> String {
    Self.place(path, besides: database).map(arguments) ?? ""
  }

  /// Below the database's directory; nil for one that lies elsewhere.
  static func place(_ path: String, besides database: ActivityDatabase) -> String? {
    let directory = Files.eventualPath(DataHistory(of: database).place) + "/"
    let whole = Files.eventualPath(path)
    return whole.hasPrefix(directory) ? String(whole.dropFirst(directory.count)) : nil
  }

  /// Whether `check` and the preview will say that such a sheet was changed.
  package static func isWatched(_ path: String, besides database: ActivityDatabase) -> Bool {
    place(path, besides: database).map { file in
      file.hasPrefix("data/") && !file.dropFirst("data/".count).contains("/")
    } ?? false
  }

  /// The sheet of a table that the site keeps: `content/data/场所.csv`, as it was imported last. nil where none was.
  func file(of form: TableForm, besides database: ActivityDatabase) -> String? {
    digests.keys.sorted().first { file in
      let name = file.split(separator: "/").last.map(String.init) ?? file
      return file.hasPrefix("data/") && TableForm.named(String(name.prefix { $0 != "." }))?.name == form.name
    }.map { (DataHistory(of: database).shownPlace + "/" + $0) }
  }

  /// With files that were imported; those that lie elsewhere are nobody's to watch.
  ///
  /// - Parameter arguments: how they were imported.
  func adding(
    _ files: [(path: String, bytes: [UInt8])], _ arguments: String, besides database: ActivityDatabase
  ) -> ImportedSheets {
    var next = self
    for (path, bytes) in files {
      guard let file = Self.place(path, besides: database) else { continue }
      next.digests[file] = SHA256.hexadecimal(bytes) + (arguments.isEmpty ? "" : " " + arguments)
    }
    return next
  }

  func write(besides database: ActivityDatabase) throws {
    let history = DataHistory(of: database)
    try Files.makeDirectory(history.directory, isPrivate: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try Files.replace(history.sheetsFile, with: Array(try encoder.encode(digests)) + Array("\n".utf8))
  }
}

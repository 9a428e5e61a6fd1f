import Digests
package import Files
import Foundation

/// Which spreadsheets the rows came from, by what the files said then: one that was changed since, or never imported, is told, because what
/// was typed into it is in no output. Kept beside the history of the data, as `activities.sheets.json`.
package struct ImportedSheets: Sendable, Equatable {
  /// Digests by path, below the database's directory.
  private(set) var digests: [String: String] = [:]

  /// nil where no import has left a note: of such a site nothing can be said.
  package static func read(of database: ActivityDatabase) throws(FileError) -> ImportedSheets? {
    let file = DataHistory(of: database).sheetsFile
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
    return digest == SHA256.hexadecimal(bytes) ? .same : .changed
  }

  /// With files that were imported; those that lie elsewhere are nobody's to watch.
  func adding(_ files: [(path: String, bytes: [UInt8])], besides database: ActivityDatabase) -> ImportedSheets {
    var next = self
    let directory = Files.eventualPath(DataHistory(of: database).place) + "/"
    for (path, bytes) in files {
      let whole = Files.eventualPath(path)
      guard whole.hasPrefix(directory) else { continue }
      next.digests[String(whole.dropFirst(directory.count))] = SHA256.hexadecimal(bytes)
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

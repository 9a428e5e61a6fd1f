package import CivilTime
package import Diagnostics
package import Files
package import Parallel
import Vocabulary

/// The SQLite file with the activities. Reading never writes to it.
package struct ActivityDatabase: Sendable {
  /// Where the file lies.
  package let path: String
  /// How messages name it.
  package let shownPath: String

  package init(path: String, shownPath: String) {
    self.path = path
    self.shownPath = shownPath
  }

  /// Reads all tables in one transaction, so that what is read is the database of one moment also while others write (WAL mode).
  ///
  /// - Parameters:
  ///   - zone: the site's, in which the database's wall-clock times are meant.
  ///   - jobs: how many rows are looked into at once.
  ///   - check: what else is wrong with a text that may be published, at its place.
  /// - Returns: nil data when the file can't be used at all; else all rows that are right, and a problem for each that is not.
  /// - Throws: `FileError` when the machine refuses to open it.
  package func read(
    zone: Zone, jobs: Jobs = Jobs(1), check: (@Sendable (_ text: String, _ place: Location) -> [Diagnostic])? = nil
  ) throws(FileError) -> (data: ActivityData?, [Diagnostic]) {
    guard Files.exists(path) else { return (nil, [DatabaseProblem.missing(shownPath)]) }
    if let problem = notAFile { return (nil, [problem]) }
    var isRecovered = false
    do {
      let (data, problems) = try storage.read {
        isRecovered = true
      } _: { connection -> (ActivityData?, [Diagnostic]) in
        if let problem = try versionProblem(connection) { return (nil, [problem]) }
        if let damage = try connection.value("PRAGMA quick_check(1)").text, damage != "ok" {
          let line = damage.split(whereSeparator: \.isNewline).joined(separator: " ")
          return (nil, [DatabaseProblem.damaged(shownPath, line)])
        }
        let missing = Schema.missing(
          in: try Schema.columns(connection), of: try Schema.columns(ofVersion: Schema.version))
        guard missing.isEmpty else { return (nil, [DatabaseProblem.incomplete(shownPath, missing)]) }
        if let problem = try crowd(connection) { return (nil, [problem]) }
        var reader = RecordReader(connection: connection, path: shownPath, zone: zone, jobs: jobs, check: check)
        let data = try ActivityData(&reader)
        return (data, reader.problems)
      }
      return (data, (isRecovered ? [DatabaseProblem.recovered(shownPath)] : []) + problems)
    } catch let error as FileError {
      throw error
    } catch {
      if let failure = DatabaseProblem.machineFailure(error, path: path) { throw failure }
      return (nil, [DatabaseProblem.diagnostic(for: error, path: shownPath)])
    }
  }

  /// Each activity has pages and calendars of its own, some three files and 10 kB while they are made; a district has some thousands a year.
  static let mostActivities = 50_000

  func crowd(_ connection: Connection) throws -> Diagnostic? {
    let count = try connection.value("SELECT count(*) FROM activity").integer ?? 0
    return count > Self.mostActivities ? DatabaseProblem.crowded(shownPath, count, most: Self.mostActivities) : nil
  }

  var storage: Storage { Storage(path: path) }

  /// Opening a pipe or a device may never end.
  private var notAFile: Diagnostic? {
    if Files.isDirectory(path) { return DatabaseProblem.isDirectory(shownPath) }
    return Files.isRegular(path) || Files.realPath(path) == nil ? nil : DatabaseProblem.notAFile(shownPath)
  }

  func versionProblem(_ connection: Connection) throws -> Diagnostic? {
    switch try SchemaState.of(connection) {
    case .empty, .foreign: return DatabaseProblem.notOurs(shownPath)
    case .newer(let version): return DatabaseProblem.newer(shownPath, version: version)
    case .incomplete(let missing): return DatabaseProblem.incomplete(shownPath, missing)
    case .version:
      // Tables that were made by hand have no version yet: `activities init` sets it.
      let version = try connection.value("PRAGMA user_version").integer ?? 0
      return version < Schema.version ? DatabaseProblem.older(shownPath, version: version) : nil
    }
  }

  /// The SQLite library's version.
  package static var sqliteVersion: String {
    (try? Storage.inMemory { try $0.value("SELECT sqlite_version()").text }) ?? "?"
  }

  /// Makes the file where there is none, or brings it to the newest schema. Another program's file is not touched.
  ///
  /// - Returns: problems; none when it is ready.
  /// - Throws: `FileError` when the machine refuses to write it.
  package func create() throws(FileError) -> [Diagnostic] {
    do {
      var current = SchemaState.empty
      if Files.exists(path) {
        if let problem = notAFile { return [problem] }
        // Looked at without writing: opening it for writing already changes it to WAL mode.
        if Files.realPath(path) != nil { current = try storage.read(SchemaState.of) }
      }
      switch current {
      case .foreign: return [DatabaseProblem.foreign(shownPath)]
      case .newer(let version): return [DatabaseProblem.newer(shownPath, version: version)]
      case .incomplete(let missing): return [DatabaseProblem.incomplete(shownPath, missing)]
      case .empty: try storage.write { try Schema.migrate($0, from: 0) }
      case .version(let version): try storage.write { try Schema.migrate($0, from: version) }
      }
      return []
    } catch {
      if let failure = DatabaseProblem.machineFailure(error, path: path, writing: true) { throw failure }
      return [DatabaseProblem.diagnostic(for: error, path: shownPath, writing: true)]
    }
  }
}

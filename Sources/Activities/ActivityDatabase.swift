import CivilTime
import Diagnostics
import Files
import GRDB
import Vocabulary

/// The SQLite file with the activities. Reading never writes to it.
public struct ActivityDatabase: Sendable {
  /// Where the file lies.
  public let path: String
  /// How messages name it.
  public let shownPath: String

  public init(path: String, shownPath: String) {
    self.path = path
    self.shownPath = shownPath
  }

  /// Reads all tables in one transaction, so that what is read is the database of one moment also while others write (WAL mode).
  ///
  /// - Parameter zone: the site's, in which the database's wall-clock times are meant.
  /// - Returns: nil data when the file can't be used at all; else all rows that are right, and a problem for each that is not.
  public func read(zone: Zone) -> (data: ActivityData?, [Diagnostic]) {
    guard Files.exists(path) else { return (nil, [DatabaseProblem.missing(shownPath)]) }
    if Files.isDirectory(path) { return (nil, [DatabaseProblem.isDirectory(shownPath)]) }
    do {
      return try readOnlyQueue().read { database in
        if let problem = try versionProblem(database) { return (nil, [problem]) }
        if let damage = try String.fetchOne(database, sql: "PRAGMA quick_check(1)"), damage != "ok" {
          let line = damage.split(separator: "\n").joined(separator: " ")
          return (nil, [DatabaseProblem.damaged(shownPath, line)])
        }
        var reader = RecordReader(database: database, path: shownPath, zone: zone)
        let data = try reader.readAll()
        return (data, reader.problems)
      }
    } catch {
      return (nil, [DatabaseProblem.diagnostic(for: error, path: shownPath)])
    }
  }

  func versionProblem(_ database: Database) throws -> Diagnostic? {
    let owner = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    // 0: made by hand after docs/database.md.
    guard owner == Schema.applicationID || owner == 0 else { return DatabaseProblem.notOurs(shownPath) }
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if version > Schema.version, owner == Schema.applicationID {
      return DatabaseProblem.newer(shownPath, version: version)
    }
    guard try database.tableExists("activity"), try database.tableExists("unit") else {
      return DatabaseProblem.notOurs(shownPath)
    }
    return version < Schema.version ? DatabaseProblem.older(shownPath, version: version) : nil
  }

  /// The SQLite library's version.
  public static var sqliteVersion: String {
    (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "?"
  }

  /// Makes the file where there is none, or brings it to the newest schema.
  ///
  /// - Returns: problems; none when it is ready.
  public func create() -> [Diagnostic] {
    do {
      let queue = try writableQueue()
      return try queue.write { database in
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if version > Schema.version { return [DatabaseProblem.newer(shownPath, version: version)] }
        try Schema.migrate(database)
        return []
      }
    } catch {
      return [DatabaseProblem.diagnostic(for: error, path: shownPath)]
    }
  }

  /// A connection that can't write.
  func readOnlyQueue() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(3)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// A connection that writes, in WAL mode with foreign keys on: readers are never kept waiting.
  func writableQueue() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.journalMode = .wal
    configuration.foreignKeysEnabled = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}

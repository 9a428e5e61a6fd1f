import Files
import GRDB
import Glibc

/// The SQLite file's connections.
struct Storage {
  let path: String

  enum Ending {
    case commit
    case rollback
  }

  /// - Parameter recovered: called where a writer was killed in the midst of its work, and what was read is the database as it was before
  ///   that. The file itself stays as it is.
  func read<Result>(recovered: () -> Void = {}, _ body: (Connection) throws -> Result) throws -> Result {
    do {
      return try readOnlyQueue().read { try body(Connection($0)) }
    } catch {
      let kind = StorageError(error)?.kind
      // A directory where nothing may be written: WAL mode keeps its shared memory in a file beside the database.
      let isRefused = kind == .cannotOpen || kind == .readOnly
      let isReadOnlyPlace = isRefused && Files.isRegular(path) && access(path, R_OK) == 0
      guard kind == .unfinished || isReadOnlyPlace else { throw error }
      let result = try RecoveredCopy.with(path) { copy in
        try Storage(path: copy).recoveringQueue().read { try body(Connection($0)) }
      }
      if kind == .unfinished { recovered() }
      return result
    }
  }

  func write<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    try writableQueue().write { try body(Connection($0)) }
  }

  /// One transaction, which locks the file from its start; what is thrown rolls it back.
  func transaction(_ body: (Connection) throws -> Ending) throws {
    try writableQueue().inTransaction(.immediate) { database in
      switch try body(Connection(database)) {
      case .commit: .commit
      case .rollback: .rollback
      }
    }
  }

  /// Copies what is committed, whole, into a file that is not there yet; also while a transaction of another connection is open.
  func copy(to path: String) throws {
    try readOnlyQueue().inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
  }

  /// Makes all of it what another database is, in one transaction: who reads it meanwhile reads the one or the other.
  func replaceContents(with other: Storage) throws {
    try other.readOnlyQueue().backup(to: writableQueue())
  }

  /// A database that lives in memory for as long as the body runs.
  static func inMemory<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    try DatabaseQueue().write { try body(Connection($0)) }
  }

  /// A connection that can't write.
  private func readOnlyQueue() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(3)
    return try queue(configuration)
  }

  /// SQLite waits without end for somebody to write to a pipe in place of one of the files.
  private func queue(_ configuration: Configuration) throws -> DatabaseQueue {
    for suffix in ["", "-journal", "-wal", "-shm"] {
      if case .special? = FileTree.obstacle(of: path + suffix, within: "/") {
        throw FileError("open", path + suffix, code: FileError.notRegular)
      }
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// A connection to a copy, which undoes what is unfinished when it first reads.
  private func recoveringQueue() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(3)
    return try queue(configuration)
  }

  /// A connection that writes, in WAL mode with foreign keys on: readers are never kept waiting.
  ///
  /// The mode is set here: GRDB's own setting looks for the log's file and then at its size, and fails where another program takes it away between.
  private func writableQueue() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
    }
    return try queue(configuration)
  }
}

import Files
import Foundation

/// A database whose writer was killed, with the journal that it left, copied to where it may be written: SQLite undoes there what was unfinished
/// (sqlite.org/lockingv3.html#rollback), and nobody's file is changed by reading it.
enum RecoveredCopy {
  private static let attempts = 3

  /// - Throws: what the body throws; `FileError` where it can't be copied.
  static func with<Result>(_ path: String, _ body: (_ copy: String) throws -> Result) throws -> Result {
    // SQLite keeps a journal beside the file itself, and not beside a link to it.
    let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let directory = "/tmp/gongshi-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let copy = directory + "/database"
    for attempt in 1... {
      let before = states(of: path)
      for suffix in suffixes {
        try? FileManager.default.removeItem(atPath: copy + suffix)
        guard Files.isRegular(path + suffix) else { continue }
        try Files.write(try Files.read(path + suffix), to: copy + suffix)
      }
      // Another program may have begun to write since: then the copies are of two moments.
      if states(of: path) == before || attempt == attempts { break }
    }
    return try body(copy)
  }

  /// A rollback journal, or the log of WAL mode.
  private static let suffixes = ["", "-journal", "-wal"]

  private static func states(of path: String) -> [[FileAttributeKey: AnyHashable]] {
    suffixes.map { suffix in
      let all = (try? FileManager.default.attributesOfItem(atPath: path + suffix)) ?? [:]
      return [.size, .modificationDate, .systemFileNumber].reduce(into: [:]) { $0[$1] = all[$1] as? AnyHashable }
    }
  }
}

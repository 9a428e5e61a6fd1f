import Glibc

/// Held by whoever changes a database together with its history: two undos at once would both take the same import back, and keep as “before”
/// what the other had made; an import between the two steps of an undo would be lost.
final class HistoryLock {
  private let descriptor: Int32

  /// In tenths of a second: an import of a large sheet takes some seconds.
  private static let patience = 300

  /// Waits for others.
  ///
  /// - Parameter directory: in which the database lies. Where the directory is not there, or its file system locks nothing, there is no lock.
  ///
  /// - Returns: nil where another one holds it for half a minute.
  init?(_ directory: String) {
    descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    for _ in 0..<Self.patience {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      usleep(100_000)
    }
    return nil
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}

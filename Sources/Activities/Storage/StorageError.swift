import GRDB

/// What SQLite refused, and its own words. Bound values are residents' data and are never among them.
struct StorageError {
  enum Kind {
    case notADatabase
    case busy
    case corrupt
    /// A writer was killed in the midst of its work: what it left must be undone first, and a connection that can't write can't do that.
    case unfinished
    /// The disk does not give or take what is asked of it.
    case machine
    case constraint
    case diskFull
    /// No permission, or no way to make the files that WAL mode needs.
    case cannotOpen
    case readOnly
    case other
  }

  let kind: Kind
  let detail: String

  /// nil for what did not come from SQLite.
  init?(_ error: any Error) {
    guard let error = error as? DatabaseError else { return nil }
    detail = error.message ?? "SQLite \(error.resultCode.rawValue)"
    if Self.unfinished.contains(error.extendedResultCode) {
      kind = .unfinished
      return
    }
    kind =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notADatabase
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_CORRUPT: .corrupt
      case .SQLITE_CONSTRAINT: .constraint
      case .SQLITE_FULL: .diskFull
      case .SQLITE_CANTOPEN, .SQLITE_PERM: .cannotOpen
      case .SQLITE_READONLY: .readOnly
      case .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_PROTOCOL, .SQLITE_NOLFS: .machine
      default: .other
      }
  }

  private static let unfinished: [ResultCode] = [
    .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY, .SQLITE_READONLY_CANTINIT,
  ]
}

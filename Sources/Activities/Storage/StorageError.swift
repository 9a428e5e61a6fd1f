import GRDB

/// What SQLite refused, and its own words. Bound values are residents' data and are never among them.
struct StorageError {
  enum Kind {
    case notADatabase
    case busy
    case corrupt
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
    kind =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notADatabase
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_CORRUPT: .corrupt
      case .SQLITE_CONSTRAINT: .constraint
      case .SQLITE_FULL: .diskFull
      case .SQLITE_CANTOPEN, .SQLITE_PERM: .cannotOpen
      case .SQLITE_READONLY: .readOnly
      default: .other
      }
  }
}

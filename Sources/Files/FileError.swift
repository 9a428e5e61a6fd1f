#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The machine refused: which call on which path, and the system's reason.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  public let operation: String
  public let path: String
  public let code: Int32

  public init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  public var reason: String { String(cString: strerror(code)) }
  public var description: String { "\(operation) \(path): \(reason)" }
  /// Nothing there, also since what should be a directory above it is a file.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The machine refused: which call on which path, and the system's reason.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  package let operation: String
  package let path: String
  package let code: Int32

  package init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// The code of what is a pipe, a socket or a device where a file should be.
  package static var notRegular: Int32 { ESPIPE }

  /// The system's own words, but where they say too little.
  package var reason: String {
    code == Self.notRegular ? "this is no file but a pipe, a socket or a device" : String(cString: strerror(code))
  }

  /// The commonest reasons in Chinese, the others in the system's words.
  package var chineseReason: String {
    switch code {
    case ENOENT: "没有这个文件或文件夹"
    case EACCES, EPERM: "没有权限"
    case ENOSPC, EDQUOT: "磁盘已满"
    case EROFS: "这里是只读的"
    case ENOTDIR: "路径中有一段不是文件夹"
    case EISDIR: "这是文件夹，不是文件"
    case EEXIST: "已经存在"
    case ELOOP: "链接绕回了自己"
    case EIO: "读写设备出错"
    case EMFILE, ENFILE: "打开的文件太多"
    case ENAMETOOLONG: "名称太长"
    case EBADF: "没有打开"
    case Self.notRegular: "这不是普通文件，而是管道、套接字或设备"
    default: reason
    }
  }

  /// No room, or no more of it for this account.
  package var isFull: Bool { code == ENOSPC || code == EDQUOT }

  package static var diskFull: Int32 { ENOSPC }
  package static var inputOutput: Int32 { EIO }

  package var description: String { "\(operation) \(path): \(reason)" }
  /// Nothing there, also since what should be a directory above it is a file.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// Something has this name already.
  package var isOccupied: Bool { code == EEXIST }
  /// A name or a path is longer than the system takes.
  package var isTooLong: Bool { code == ENAMETOOLONG }
  /// A directory stands where a file should.
  package var isDirectory: Bool { code == EISDIR }
}

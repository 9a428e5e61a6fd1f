#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading and writing whole files by system calls: Foundation's writers call fsync for each file, which costs 10 to 60 times as much.
package enum Files {
  package typealias Bytes = [UInt8]

  /// All of a file up to its end: what the kernel makes up has no size beforehand.
  ///
  /// - Parameter isNamed: a person named it, and may mean a pipe. Else what is no file is refused: reading it may never end.
  package static func read(_ path: String, isNamed: Bool = false) throws(FileError) -> Bytes {
    let (descriptor, status) = try openFile(BytePath(path), takesStreams: isNamed)
    defer { close(descriptor) }
    // One byte more, so that the end shows with the first call that reads nothing.
    return try read(descriptor, path, expecting: status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) + 1 : 1 << 16)
  }

  /// Opens a file to read it, without waiting for somebody to write to a pipe in its place.
  ///
  /// - Throws: `FileError` of its own code for what is no file (`FileError.notRegular`).
  static func openFile(_ name: BytePath, takesStreams: Bool = false) throws(FileError) -> (Int32, stat) {
    let path = name.shown
    let descriptor = name.call { open($0, O_RDONLY | O_CLOEXEC | (takesStreams ? 0 : O_NONBLOCK)) }
    guard descriptor >= 0 else { throw FileError("open", path, code: errno == ENXIO ? FileError.notRegular : errno) }
    var status = stat()
    let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
    let code: Int32? =
      switch kind {
      case S_IFREG: nil
      case S_IFDIR: EISDIR
      case 0: errno
      default: takesStreams ? nil : FileError.notRegular
      }
    guard let code else { return (descriptor, status) }
    close(descriptor)
    throw FileError(kind == 0 ? "stat" : "read", path, code: code)
  }

  /// All that comes from an open descriptor.
  ///
  /// - Parameter name: what errors call it.
  package static func read(_ descriptor: Int32, _ name: String, expecting size: Int = 1 << 16) throws(FileError)
    -> Bytes
  {
    var bytes = Bytes()
    var failure: FileError?
    var wanted = size
    while true {
      let part = Bytes(unsafeUninitializedCapacity: wanted) { buffer, count in
        while count < wanted {
          let got = Self.retrying { systemRead(descriptor, buffer: buffer.baseAddress! + count, count: wanted - count) }
          if got < 0 { failure = FileError("read", name) }
          if got <= 0 { break }
          count += got
        }
      }
      if let failure { throw failure }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if part.count < wanted { return bytes }
      wanted = max(1 << 16, bytes.count)
    }
  }

  /// The first bytes of a file, fewer where it is shorter.
  package static func head(_ path: String, count: Int) throws(FileError) -> Bytes {
    let (descriptor, _) = try openFile(BytePath(path))
    defer { close(descriptor) }
    var failure: FileError?
    let bytes = Bytes(unsafeUninitializedCapacity: count) { buffer, filled in
      let got = Self.retrying { systemRead(descriptor, buffer: buffer.baseAddress!, count: count) }
      if got < 0 { failure = FileError("read", path) }
      filled = max(0, got)
    }
    if let failure { throw failure }
    return bytes
  }

  /// Creates or replaces a file, readable by all.
  ///
  /// - Parameter mode: whatever the process's mask says; nil: what the mask leaves of 0644.
  package static func write(_ bytes: UnsafeBufferPointer<UInt8>, to path: String, mode: UInt32? = nil) throws(FileError)
  {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError("create", path) }
    if let mode, let error = setMode(mode, of: descriptor, path) {
      close(descriptor)
      throw error
    }
    var written = 0
    while written < bytes.count {
      let count = Self.retrying {
        systemWrite(descriptor, buffer: bytes.baseAddress! + written, count: bytes.count - written)
      }
      guard count >= 0 else {
        let error = FileError("write", path)
        close(descriptor)
        throw error
      }
      written += count
    }
    // Some file systems report a full disk only here.
    guard close(descriptor) == 0 else { throw FileError("close", path) }
  }

  package static func write(_ bytes: Bytes, to path: String, mode: UInt32? = nil) throws(FileError) {
    let result = bytes.withUnsafeBufferPointer { buffer -> FileError? in
      do throws(FileError) { try write(buffer, to: path, mode: mode) } catch { return error }
      return nil
    }
    if let result { throw result }
  }

  /// A file system that knows no modes (FAT, some shares) refuses with EPERM even the owner: it shows what it was mounted with.
  static func setMode(_ mode: UInt32, of descriptor: Int32, _ path: String) -> FileError? {
    if fchmod(descriptor, mode_t(mode)) == 0 || [EPERM, ENOTSUP, ENOSYS].contains(errno) { return nil }
    return FileError("chmod", path)
  }

  /// Creates or replaces a file whole or not at all: what is there stays until all of the new is on the disk.
  ///
  /// - Throws: `FileError` that names the file as the caller does, whichever step was refused.
  package static func replace(_ named: String, with bytes: Bytes) throws(FileError) {
    let path = resolvingLink(named)
    let aside = "\(path).\(getpid()).new"
    do throws(FileError) {
      try write(bytes, to: aside)
      let descriptor = open(aside, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError("open", aside) }
      defer { close(descriptor) }
      keepAccess(of: path, for: descriptor)
      guard fsync(descriptor) == 0 else { throw FileError("fsync", aside) }
      guard rename(aside, path) == 0 else { throw FileError("rename", path) }
    } catch {
      unlink(aside)
      throw FileError(error.operation, named, code: error.code)
    }
  }

  /// Who could write to a file can write to the one that takes its place, as far as the system lets it be said.
  private static func keepAccess(of path: String, for descriptor: Int32) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    _ = fchown(descriptor, uid_t.max, status.st_gid)
    _ = fchmod(descriptor, status.st_mode & 0o777)
  }

  /// Makes a file that only its owner may read, and has it on the disk before it returns. What is there already, a link too, is refused
  /// with `EEXIST`.
  package static func createPrivate(_ bytes: Bytes, at path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError("create", path) }
    let failure: FileError? = bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Self.retrying {
          systemWrite(descriptor, buffer: buffer.baseAddress! + written, count: buffer.count - written)
        }
        if count < 0 { return FileError("write", path) }
        written += count
      }
      // Whatever the process's mask leaves of it, the mode is what it is to be.
      return fchmod(descriptor, 0o600) == 0 && fsync(descriptor) == 0 ? nil : FileError("fsync", path)
    }
    close(descriptor)
    if let failure {
      unlink(path)
      throw failure
    }
  }

  /// Makes a directory and those above it; one that is there already is fine.
  ///
  /// - Parameters:
  ///   - isPrivate: those that are made are for their owner alone.
  ///   - mode: of those that are made, whatever the process's mask says.
  package static func makeDirectory(
    _ path: String, isPrivate: Bool = false, mode: UInt32? = nil
  ) throws(FileError) {
    if try makeOneDirectory(path, isPrivate: isPrivate, mode: mode) { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileError("mkdir", path)
    }
    try makeDirectory(String(path[..<slash]), isPrivate: isPrivate, mode: mode)
    guard try makeOneDirectory(path, isPrivate: isPrivate, mode: mode) else { throw FileError("mkdir", path) }
  }

  /// Whether it is there now; else `errno` says why not.
  private static func makeOneDirectory(_ path: String, isPrivate: Bool, mode: UInt32?) throws(FileError) -> Bool {
    guard mkdir(path, mode_t(mode ?? (isPrivate ? 0o700 : 0o755))) == 0 else { return errno == EEXIST }
    if let mode, chmod(path, mode_t(mode)) != 0, ![EPERM, ENOTSUP, ENOSYS].contains(errno) {
      throw FileError("chmod", path)
    }
    return true
  }

  /// Has the names in a directory on the disk: what was made, renamed and removed in it.
  package static func syncDirectory(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", path) }
    defer { close(descriptor) }
    // Some file systems have nothing to do here, and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw FileError("fsync", path) }
  }

  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  package static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  package static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// A regular file itself, not a link to one.
  package static func isOwn(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether others than its owner may do anything with a file.
  package static func isOpenToOthers(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
  }

  /// Why a file that is there may not be read, or one may not be written; nil where permission is not the reason.
  package static func refusal(of path: String, writing: Bool) -> FileError? {
    if access(path, writing ? W_OK : R_OK) != 0, errno != ENOENT { return FileError("open", path) }
    guard writing, !exists(path), let slash = path.lastIndex(of: "/") else { return nil }
    let directory = slash == path.startIndex ? "/" : String(path[..<slash])
    return access(directory, W_OK) == 0 ? nil : FileError("create", path)
  }

  /// The absolute path without links; nil where it leads nowhere.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The absolute path without links, `.` and `..`, also of what is not there yet.
  package static func eventualPath(_ path: String) -> String {
    var current = path.hasPrefix("/") ? "" : realPath(".") ?? ""
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        current = String(current[..<(current.lastIndex(of: "/") ?? current.startIndex)])
      } else {
        let next = "\(current)/\(part)"
        current = realPath(next) ?? next
      }
    }
    return current.isEmpty ? "/" : current
  }

  /// What a symbolic link leads to, as an absolute path; any other path as it is.
  package static func resolvingLink(_ path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    return realPath(path) ?? path
  }

  /// The first part of a path that is a link to nothing, or back to itself, and where it says it leads; nil where all of its links lead
  /// somewhere.
  package static func brokenLink(in path: String) -> (link: String, destination: String)? {
    var current = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      current += "/" + part
      guard let destination = destination(ofLink: current) else { continue }
      var status = stat()
      if stat(current, &status) != 0, errno == ENOENT || errno == ELOOP || errno == ENOTDIR {
        return (current.hasPrefix("./") ? String(current.dropFirst(2)) : current, destination)
      }
    }
    return nil
  }

  /// Where a symbolic link says it leads; nil for any other path.
  package static func destination(ofLink path: String) -> String? {
    let size = Int(PATH_MAX)
    var failed = false
    let text = [CChar](unsafeUninitializedCapacity: size) { buffer, count in
      let length = readlink(path, buffer.baseAddress!, size)
      failed = length < 0
      count = max(0, length)
    }
    return failed ? nil : String(decoding: text.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes a file or a whole tree; what is not there is fine. Links are removed, not followed.
  package static func remove(_ path: String) throws(FileError) { try remove(BytePath(path)) }

  /// The same by a name of any bytes.
  package static func remove(_ path: BytePath) throws(FileError) {
    if path.call({ unlink($0) }) == 0 || errno == ENOENT { return }
    guard errno == EISDIR || errno == EPERM else { throw FileError("unlink", path.shown) }
    for name in try path.names() { try remove(path.appending(name)) }
    guard path.call({ rmdir($0) }) == 0 || errno == ENOENT else { throw FileError("rmdir", path.shown) }
  }

  /// The names in a directory in byte order, hidden ones too.
  package static func names(in directory: String) throws(FileError) -> [String] {
    try rawNames(in: directory).map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  /// The names as the file system holds them: any bytes.
  static func rawNames(in directory: String) throws(FileError) -> [Bytes] { try BytePath(directory).names() }

  private static func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

private func systemRead(_ descriptor: Int32, buffer: UnsafeMutableRawPointer, count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, buffer: UnsafeRawPointer, count: Int) -> Int {
  write(descriptor, buffer, count)
}

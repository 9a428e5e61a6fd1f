import CLinux
import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is in `public/` that this program did not put there (`CNAME`, `.htaccess`, a picture copied in by hand, a pipe). A release holds
/// what it was made of and nothing else, so such things leave `public/`, whatever bytes their names are; they are kept in `found/` for
/// ever and reported, so that nobody's work is lost.
final class ForeignFiles {
  /// `found/`.
  let directory: String
  /// What was set aside so far, as people can read it: each file by itself.
  private(set) var kept: [String] = []
  /// Whether it was only guessed whose a thing is: the notes of the release that it lay in are gone.
  var isGuess = false
  /// What could not be moved, and why.
  private(set) var staying: [(path: String, error: FileError)] = []

  init(directory: String) { self.directory = directory }

  /// Moves things out of a release.
  ///
  /// - Parameter paths: below the release.
  func setAside(_ paths: [BytePath], of release: String) throws(FileError) {
    for path in paths {
      let names = names(below: BytePath(release), path)
      try move(BytePath(release).appending(path), to: BytePath(directory).appending(path))
      kept += names
    }
  }

  /// The same; what can't be moved (another's directory, a socket on another disk) holds up nothing else and stays.
  func setAsideIfPossible(_ paths: [BytePath], of release: String) {
    for path in paths {
      do throws(FileError) {
        try setAside([path], of: release)
      } catch {
        staying.append((path.shown, error))
      }
    }
  }

  /// A whole tree of which it is not known whose it is, or which can't be removed.
  func setAside(tree: String) throws(FileError) {
    try move(BytePath(tree), to: BytePath(directory).appending(Array("release".utf8)))
  }

  // MARK: Moving

  /// - Parameter target: where something of this name is kept already, `name.~2~` and so on.
  private func move(_ source: BytePath, to target: BytePath) throws(FileError) {
    if let parent = target.parent { try makeDirectories(parent) }
    var free = target
    var number = 1
    while true {
      if rename(source, free) { return }
      guard errno == EEXIST || errno == ENOTEMPTY else { break }
      if hasBytes(source, of: free) { return try Files.remove(source) }
      number += 1
      free = BytePath(bytes: target.bytes + Array(".~\(number)~".utf8))
    }
    guard errno == EXDEV else { throw FileError("rename", source.shown) }
    try copy(source, to: free)
  }

  private func rename(_ source: BytePath, _ target: BytePath) -> Bool {
    source.call { from in target.call { gongshi_rename_new(from, $0) } } == 0 || renameWithoutFlags(source, target)
  }

  /// Where the file system does not know the flag.
  private func renameWithoutFlags(_ source: BytePath, _ target: BytePath) -> Bool {
    guard errno == EINVAL || errno == ENOSYS else { return false }
    guard target.status == nil else {
      errno = EEXIST
      return false
    }
    return source.call { from in target.call { renameat(AT_FDCWD, from, AT_FDCWD, $0) } } == 0
  }

  /// A directory of the name of a file that is kept, or the other way round, gets out of the way by a number too.
  private func makeDirectories(_ path: BytePath) throws(FileError) {
    if path.call({ mkdir($0, 0o700) }) == 0 { return }
    if errno == EEXIST {
      if (path.status?.st_mode ?? 0) & S_IFMT == S_IFDIR { return }
      // A file is kept under this name: it makes room.
      try move(path, to: BytePath(bytes: path.bytes + Array(".~file~".utf8)))
      return try makeDirectories(path)
    }
    guard errno == ENOENT || errno == ENOTDIR, let parent = path.parent, !parent.bytes.isEmpty else {
      throw FileError("mkdir", path.shown)
    }
    try makeDirectories(parent)
    guard path.call({ mkdir($0, 0o700) }) == 0 || errno == EEXIST else { throw FileError("mkdir", path.shown) }
  }

  /// To another disk, or where a layered file system moves files only, and directories not.
  private func copy(_ source: BytePath, to target: BytePath) throws(FileError) {
    guard let status = source.status else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      try makeDirectories(target)
      for name in try source.names() { try move(source.appending(name), to: target.appending(name)) }
      guard source.call({ rmdir($0) }) == 0 else { throw FileError("rmdir", source.shown) }
      return
    case S_IFREG:
      try OpenFile(source).copy(to: target, mode: UInt32(status.st_mode & 0o777))
      // On the disk before the one that there is goes.
      guard gongshi_sync_filesystem(directory) == 0 else { throw FileError("syncfs", directory) }
    case S_IFLNK:
      var text = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      guard source.call({ readlink($0, &text, Int(PATH_MAX)) }) >= 0 else { throw FileError("readlink", source.shown) }
      guard target.call({ symlink(text, $0) }) == 0 else { throw FileError("symlink", target.shown) }
    case S_IFIFO:
      guard target.call({ mkfifo($0, status.st_mode & 0o777) }) == 0 else { throw FileError("mkfifo", target.shown) }
    default: throw FileError("rename", source.shown, code: EXDEV)
    }
    try Files.remove(source)
  }

  /// The same bytes once more need not be kept twice.
  private func hasBytes(_ one: BytePath, of other: BytePath) -> Bool {
    guard let first = one.status, let second = other.status, first.st_mode & S_IFMT == S_IFREG,
      second.st_mode & S_IFMT == S_IFREG, first.st_size == second.st_size,
      let left = try? OpenFile(one), let right = try? OpenFile(other)
    else { return false }
    return (try? left.hasBytes(of: right)) == true
  }

  /// The files in what is set aside; an empty directory, or one that may not be looked into, by its own name.
  private func names(below root: BytePath, _ path: BytePath) -> [String] {
    guard let status = root.appending(path).status, status.st_mode & S_IFMT == S_IFDIR,
      let names = try? root.appending(path).names(), !names.isEmpty
    else { return [path.shown] }
    return names.map(path.appending).sorted().flatMap { self.names(below: root, $0) }
  }
}

import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Times of files as HTTP goes by them (`Last-Modified`, and nginx's and Apache's `ETag` of time and size, RFC 9110 §8.8): where bytes
/// change the time grows, by whole seconds, whatever the clock says and whichever way the change goes, also within a second and back to
/// an earlier release. Else a server answers “not modified”.
struct FileTimes: Sendable {
  /// Releases whose times were seen: the one that is public and the one before, as far as they are there.
  let releases: [String]

  init(releases: [String]) { self.releases = releases.filter(Files.isDirectory) }

  /// A file that was just written: its time becomes later than those of its path were.
  func advance(_ file: String, _ path: String) throws(FileError) {
    guard let floor = releases.compactMap({ Self.seconds(of: $0 + "/" + path) }).max() else { return }
    var status = stat()
    guard lstat(file, &status) == 0 else { throw FileError("stat", file) }
    guard Self.modified(status).tv_sec <= floor else { return }
    let later = timespec(tv_sec: floor + 1, tv_nsec: 0)
    guard utimensat(AT_FDCWD, file, [later, later], AT_SYMLINK_NOFOLLOW) == 0 else {
      throw FileError("utimensat", file)
    }
  }

  /// A file that becomes public again: as if it were written now.
  func renew(_ file: String, _ path: String) throws(FileError) {
    guard utimensat(AT_FDCWD, file, nil, AT_SYMLINK_NOFOLLOW) == 0 else { throw FileError("utimensat", file) }
    try advance(file, path)
  }

  /// Gives a copy its original's time.
  static func copy(of original: String, to copy: String) throws(FileError) {
    var status = stat()
    guard lstat(original, &status) == 0 else { throw FileError("stat", original) }
    let time = modified(status)
    guard utimensat(AT_FDCWD, copy, [time, time], AT_SYMLINK_NOFOLLOW) == 0 else { throw FileError("utimensat", copy) }
  }

  private static func seconds(of path: String) -> Int? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return modified(status).tv_sec
  }

  private static func modified(_ status: stat) -> timespec {
    #if canImport(Glibc)
      status.st_mtim
    #else
      status.st_mtimespec
    #endif
  }
}

import Artifacts
import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes one file of a release that is being built. A file with the bytes and the mode it had before becomes a second name of the old one,
/// which is never written to again; every other gets a time that no earlier one of its path had.
struct ReleaseWriter: Sendable {
  let building: String
  /// The release that is public now.
  let last: String?
  let times: FileTimes
  /// What a file of mode 0644 shows here: where the file system knows no modes, another.
  let mode: UInt32

  /// What was written.
  struct Written {
    /// Not the last release's file.
    var isNew: Bool
    var size: Int
  }

  func write(_ artifact: Artifact) throws(FileError) -> Written {
    let path = artifact.path.file
    let target = building + "/" + path
    let bytes: [UInt8]
    switch artifact.body {
    case .bytes(let made): bytes = made
    case .made(let make): bytes = make()
    case .copy(let file): return try copy(OpenFile(file), to: target, path)
    }
    if let old = published(path, size: bytes.count), (try? Files.read(old)) == bytes, link(old, target) == 0 {
      return Written(isNew: false, size: bytes.count)
    }
    try Files.write(bytes, to: target, mode: PublishedMode.file)
    try times.advance(target, path)
    return Written(isNew: true, size: bytes.count)
  }

  /// A file may be a film: it is compared and copied piece by piece.
  private func copy(_ file: OpenFile, to target: String, _ path: String) throws(FileError) -> Written {
    if let old = published(path, size: file.size), let published = try? OpenFile(old), try file.hasBytes(of: published),
      link(old, target) == 0
    {
      return Written(isNew: false, size: file.size)
    }
    let size = try file.copy(to: target, mode: PublishedMode.file)
    try times.advance(target, path)
    return Written(isNew: true, size: size)
  }

  /// The last release's file of this path, where it may be what is to be written: a pipe is never opened.
  private func published(_ path: String, size: Int) -> String? {
    guard let last else { return nil }
    var status = stat()
    let old = last + "/" + path
    guard lstat(old, &status) == 0, status.st_mode & S_IFMT == S_IFREG, UInt32(status.st_mode & 0o7777) == mode,
      Int(status.st_size) == size
    else { return nil }
    return old
  }
}

import Artifacts
import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes one file of a release that is being built. A file with the bytes it had before becomes a second name of the old one, which is
/// never written to again.
struct ReleaseWriter: Sendable {
  let building: String
  /// The release that is public now.
  let last: String?

  func write(_ artifact: Artifact) throws(FileError) -> (written: Bool, bytes: Int) {
    let target = building + "/" + artifact.path.file
    let bytes: [UInt8]
    switch artifact.body {
    case .bytes(let made): bytes = made
    case .made(let make): bytes = make()
    case .copy(let file): return try copy(OpenFile(file), to: target, of: artifact.path)
    }
    if let last {
      let old = last + "/" + artifact.path.file
      if isSame(old, bytes), link(old, target) == 0 { return (false, bytes.count) }
    }
    try Files.write(bytes, to: target)
    return (true, bytes.count)
  }

  /// A file may be a film: it is compared and copied piece by piece.
  private func copy(
    _ file: OpenFile, to target: String, of path: SitePath
  ) throws(FileError) -> (written: Bool, bytes: Int) {
    if let last {
      let old = last + "/" + path.file
      if Files.isOwn(old), let published = try? OpenFile(old), try file.hasBytes(of: published), link(old, target) == 0
      {
        return (false, file.size)
      }
    }
    return (true, try file.copy(to: target))
  }

  private func isSame(_ path: String, _ bytes: [UInt8]) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count,
      let old = try? Files.read(path)
    else { return false }
    return old == bytes
  }
}

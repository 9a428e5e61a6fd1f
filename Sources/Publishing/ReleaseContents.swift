import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What lies in a release's directory, and whose it is.
struct ReleaseContents {
  /// The release's own files that are there, with their state.
  private(set) var files: [String: stat] = [:]
  /// Its directories that are there, each after the one above it.
  private(set) var directories: [String] = []
  /// What others put there: files, links, pipes, directories with all that is in them, by names of any bytes.
  private(set) var foreign: [BytePath] = []
  private let root: BytePath
  private let manifest: Manifest
  private let place: OutputPlace?
  private let mounts: [BytePath]

  /// - Parameters:
  ///   - manifest: what is ours there. A thing of another kind in the place of a file or directory of ours is not.
  ///   - place: where the directory is the output itself: what is reserved there, and mounts with what they lie in, are passed over.
  init(of directory: String, _ manifest: Manifest, in place: OutputPlace? = nil) throws(FileError) {
    root = BytePath(directory)
    self.manifest = manifest
    self.place = place
    mounts = place.map { MountTable().below($0.output) } ?? []
    try walk(BytePath(bytes: []))
    foreign.sort()
  }

  private mutating func walk(_ directory: BytePath) throws(FileError) {
    let isRoot = directory.bytes.isEmpty
    let names = try (isRoot ? root : root.appending(directory)).names()
    for name in names where !isRoot || place?.isReserved(name) != true {
      let path = directory.appending(name)
      let full = root.appending(path)
      // Gone by now.
      guard let status = full.status else { continue }
      let own = String(validating: path.bytes, as: UTF8.self)
      switch status.st_mode & S_IFMT {
      case S_IFDIR where mounts.contains(path): continue
      case S_IFDIR:
        if let own, manifest.directories.contains(own) {
          directories.append(own)
          try walk(path)
        } else if !mounts.contains(where: { $0.bytes.starts(with: path.bytes + [UInt8(ascii: "/")]) }) {
          foreign.append(path)
        }
      case S_IFREG:
        if let own, manifest.files[own] != nil { files[own] = status } else { foreign.append(path) }
      default: foreign.append(path)
      }
    }
  }
}

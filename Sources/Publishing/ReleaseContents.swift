import Files
import Parallel

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

  /// - Parameters:
  ///   - manifest: what is ours there. A thing of another kind in the place of a file or directory of ours is not.
  ///   - place: where the directory is the output itself: what is reserved there, and mounts with what they lie in, are passed over.
  ///   - jobs: how many directories are looked into at once.
  init(
    of directory: String, _ manifest: Manifest, in place: OutputPlace? = nil, jobs: Jobs = Jobs(1)
  ) throws(FileError) {
    root = BytePath(directory)
    let look = DirectoryLook(
      root: root, manifest: manifest, place: place, mounts: place.map { MountTable().below($0.output) } ?? [])
    var level = [BytePath(bytes: [])]
    while !level.isEmpty {
      let seen = jobs.map(level, look.at)
      level = []
      for result in seen {
        let found = try result.get()
        for (path, status) in found.files { files[path] = status }
        directories += found.directories
        foreign += found.foreign
        level += found.directories.map { BytePath($0) }
      }
    }
    foreign.sort()
  }

  /// Removes the release's own files, and its directories where nothing else is in them. What can't be removed stays: `Files.remove` says why.
  func remove(jobs: Jobs) {
    remove(Array(files.keys), jobs, unlink)
    let byDepth = Dictionary(grouping: directories) { path in path.utf8.count { $0 == UInt8(ascii: "/") } }
    for depth in byDepth.keys.sorted(by: >) { remove(byDepth[depth] ?? [], jobs, rmdir) }
  }

  private func remove(_ paths: [String], _ jobs: Jobs, _ call: @Sendable (UnsafePointer<CChar>) -> Int32) {
    let root = root
    _ = jobs.map(paths, grain: 128) { root.appending($0.utf8).call(call) }
  }
}

/// What lies in one directory of a release.
private struct DirectoryLook: Sendable {
  struct Found: Sendable {
    var files: [(path: String, status: stat)] = []
    var directories: [String] = []
    var foreign: [BytePath] = []
  }

  let root: BytePath
  let manifest: Manifest
  let place: OutputPlace?
  let mounts: [BytePath]

  func at(_ directory: BytePath) -> Result<Found, FileError> {
    do throws(FileError) {
      return .success(try found(in: directory))
    } catch {
      return .failure(error)
    }
  }

  private func found(in directory: BytePath) throws(FileError) -> Found {
    let isRoot = directory.bytes.isEmpty
    var found = Found()
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
          found.directories.append(own)
        } else if !mounts.contains(where: { $0.bytes.starts(with: path.bytes + [UInt8(ascii: "/")]) }) {
          found.foreign.append(path)
        }
      case S_IFREG:
        if let own, manifest.files[own] != nil {
          found.files.append((own, status))
        } else {
          found.foreign.append(path)
        }
      default: found.foreign.append(path)
      }
    }
    return found
  }
}

package import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is public, as it stays while this is kept: no build changes it until then. With it, how it differs from an earlier release.
package final class ReleaseSnapshot {
  /// nil where the release has none.
  package let number: Int?
  /// All of its files, by their paths.
  package let files: [String]
  /// Those that the earlier release lacks; all of them where there is none to compare with.
  package private(set) var added: Set<String> = []
  /// Those that have other bytes in the earlier release, or in one between the two.
  package private(set) var changed: Set<String> = []
  /// What the earlier release, or one between the two, has besides.
  package private(set) var removed: [String] = []
  private let directory: String
  private let lock: ReleaseLock

  fileprivate init(_ directory: String, _ manifest: Manifest, lock: ReleaseLock) {
    self.directory = directory
    self.lock = lock
    number = manifest.note?.number
    files = manifest.paths
    added = Set(files)
  }

  /// - Parameter earlier: the release to compare with first, then those between: of each where it lies and what it consists of. Where a release
  ///   was sent in part only, a destination may hold any of what lies between.
  fileprivate func compare(_ manifest: Manifest, with earlier: [(path: String, manifest: Manifest)]) throws(FileError) {
    guard let base = earlier.first else {
      added = []
      return
    }
    added = added.filter { base.manifest.files[$0] == nil }
    for file in files where !added.contains(file) {
      for release in earlier {
        guard let size = release.manifest.files[file] else { continue }
        if size == manifest.files[file], try isSame(file, in: release.path) { continue }
        changed.insert(file)
        break
      }
    }
    let known = Set(files)
    removed = Set(earlier.flatMap { $0.manifest.files.keys.filter { !known.contains($0) } }).sorted()
  }

  /// A file that did not change is one file under two names.
  private func isSame(_ file: String, in release: String) throws(FileError) -> Bool {
    let (own, other) = (directory + "/" + file, release + "/" + file)
    guard let left = BytePath(own).status, let right = BytePath(other).status else { return false }
    if left.st_dev == right.st_dev, left.st_ino == right.st_ino { return true }
    return try OpenFile(own).hasBytes(of: OpenFile(other))
  }

  /// Gives a file a second name, with its time; on another disk, a copy.
  ///
  /// - Parameter target: a directory in which the file's directory may be missing, and the file is.
  package func put(_ file: String, into target: String) throws(FileError) {
    let (from, to) = (directory + "/" + file, target + "/" + file)
    if let slash = to.utf8.lastIndex(of: UInt8(ascii: "/")) {
      try Files.makeDirectory(String(to[..<slash]), mode: PublishedMode.directory)
    }
    if link(from, to) == 0 { return }
    guard [EXDEV, EPERM, EMLINK, ENOTSUP, ENOSYS].contains(errno) else { throw FileError("link", to) }
    try OpenFile(from).copy(to: to, mode: PublishedMode.file)
    try FileTimes.copy(of: from, to: to)
  }
}

extension Publisher {
  /// What is public, and how it differs from an earlier release.
  ///
  /// - Parameter number: of a release that is public or kept; nil: it is compared with none.
  /// - Throws: `nothingPublished`; `noSuchRelease`; `isBetween` and `incomplete`, where what is public is no whole release; `locked` while a
  ///   build publishes.
  package func snapshot(since number: Int?) throws(PublishingError) -> ReleaseSnapshot {
    guard Files.isDirectory(output), let store, store.manifests[output] != nil else { throw .nothingPublished }
    let lock = try ReleaseLock(store.place)
    func read<Value>(_ body: () throws(FileError) -> Value) throws(PublishingError) -> Value {
      do throws(FileError) { return try body() } catch { throw .file(error, store.publicNow) }
    }
    try read { () throws(FileError) in try store.recover() }
    if store.isBetween { throw .isBetween }
    guard let manifest = store.manifests[output] else { throw .nothingPublished }
    let damage = try read { () throws(FileError) in try Self.damage(of: output, manifest) }
    if case .damaged(let count, let first) = damage { throw .incomplete(count: count, first: first) }
    let snapshot = ReleaseSnapshot(output, manifest, lock: lock)
    if let number {
      let earlier = try Self.releases(from: number, to: manifest.note?.number ?? 0, store)
      try read { () throws(FileError) in try snapshot.compare(manifest, with: earlier) }
    }
    return snapshot
  }

  /// The release of the first number, then those between the two but for the second, which is public. After a rollback the first is the later.
  private static func releases(
    from first: Int, to last: Int, _ store: ReleaseStore
  ) throws(PublishingError) -> [(path: String, manifest: Manifest)] {
    if first == last { return [] }
    let kept = store.earlierReleases.compactMap { path, manifest in
      manifest.flatMap { known in known.note.map { (number: $0.number, path: path, manifest: known) } }
    }
    guard let base = kept.first(where: { $0.number == first }) else {
      throw .noSuchRelease(first, kept: kept.map(\.number).sorted())
    }
    let between = kept.filter { $0.number != first && (min(first, last)...max(first, last)).contains($0.number) }
    return ([base] + between).map { ($0.path, $0.manifest) }
  }
}

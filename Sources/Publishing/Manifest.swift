import Digests
import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a release consists of: its files and their sizes.
struct Manifest: Sendable {
  private(set) var files: [String: Int]
  /// Its number and what it changed; nil for one of before there were numbers.
  var note: ReleaseNote?
  /// All directories that the files lie in.
  let directories: Set<String>

  init(_ files: [String: Int]) {
    self.files = files
    var directories = Set<String>()
    for path in files.keys {
      var rest = path[...]
      while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
        rest = rest[..<slash]
        if !directories.insert(String(rest)).inserted { break }
      }
    }
    self.directories = directories
  }

  var paths: [String] { files.keys.sorted() }

  /// What is of either.
  func joined(with other: Manifest?) -> Manifest {
    guard let other else { return self }
    var joined = Manifest(files.merging(other.files) { own, _ in own })
    joined.note = note
    return joined
  }

  // MARK: As a file

  private static let seal = Array("sealed ".utf8)

  /// A line a file: its size, a blank and its path. Lines of the note come first, and before them a digest of the rest.
  ///
  /// - Returns: nil for notes that a disk or somebody cut short or changed: they would say that files are not ours, or that a release is whole.
  init?(_ sealed: [UInt8]) {
    let bytes: [UInt8]
    if sealed.starts(with: Self.seal) {
      guard let content = Self.unsealed(sealed) else { return nil }
      bytes = content
    } else {
      bytes = sealed
    }
    if bytes.isEmpty { return nil }
    var files: [String: Int] = [:]
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2, let size = Int(parts[0]) { files[String(parts[1])] = size }
    }
    self.init(files)
    note = ReleaseNote(lines: lines)
  }

  var bytes: [UInt8] {
    let lines = (note?.lines ?? []) + paths.map { "\(files[$0] ?? 0) \($0)" }
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    return Self.sealed(bytes)
  }

  /// With a digest of itself before it.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] { seal + Array(SHA256.hexadecimal(bytes).utf8) + [0x0A] + bytes }

  /// nil for what is not what was sealed.
  static func unsealed(_ sealed: [UInt8]) -> [UInt8]? {
    guard sealed.starts(with: seal), let end = sealed.firstIndex(of: 0x0A) else { return nil }
    let bytes = Array(sealed[(end + 1)...])
    return sealed[seal.count..<end].elementsEqual(SHA256.hexadecimal(bytes).utf8) ? bytes : nil
  }
}

/// What each release that is kept consists of. The notes are named after the releases' directories' inodes, which stay the same wherever a
/// directory is moved, so that they are right after a kill at any moment and after a rollback.
struct Manifests: Sendable {
  /// The directory of the notes.
  let directory: String
  /// The output where it is a mount: on another disk inodes are others.
  let volume: String?

  private func path(of release: String) -> String? {
    var status = stat()
    return stat(release, &status) == 0 ? "\(directory)/\(release == volume ? "volume-" : "")\(status.st_ino)" : nil
  }

  /// The notes as they lie on the disk; nil where there are none.
  func lines(of release: String) -> ManifestLines? {
    path(of: release).flatMap { try? Files.read($0) }.flatMap(ManifestLines.init)
  }

  func record(_ lines: ManifestLines, of release: String) throws(FileError) {
    guard let path = path(of: release) else { throw FileError("stat", release) }
    try Files.replace(path, with: lines.sealed)
  }

  /// nil where it is not known.
  subscript(_ release: String) -> Manifest? {
    guard let path = path(of: release), let bytes = try? Files.read(path) else { return nil }
    return Manifest(bytes)
  }

  func record(_ manifest: Manifest, of release: String) throws(FileError) {
    guard let path = path(of: release) else { throw FileError("stat", release) }
    try Files.makeDirectory(directory, isPrivate: true)
    try Files.replace(path, with: manifest.bytes)
  }

  /// Removes the notes of releases that are gone.
  func removeAll(exceptOf releases: [String]) throws(FileError) {
    let kept = Set(releases.compactMap(path(of:)))
    guard Files.isDirectory(directory) else { return }
    for name in try Files.names(in: directory) where !kept.contains("\(directory)/\(name)") {
      try Files.remove("\(directory)/\(name)")
    }
  }
}

import CLinux
import Digests
import Files
import Scanning

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
    guard let bytes = Self.content(sealed) else { return nil }
    var files: [String: Int] = [:]
    Self.forEachLine(of: bytes) { line in
      let digits = line.prefix { $0 &- 0x30 < 10 }
      let rest = line.dropFirst(digits.count)
      if rest.count > 1, rest.first == UInt8(ascii: " "), let size = Int(String(decoding: digits, as: UTF8.self)) {
        files[String(decoding: rest.dropFirst(), as: UTF8.self)] = size
      }
      return true
    }
    self.init(files)
    note = Self.note(of: bytes)
  }

  /// The note alone, where thousands of files' lines are not asked for; nil where `init` gives nil too.
  static func note(in sealed: [UInt8]) -> ReleaseNote? { content(sealed).flatMap(note(of:)) }

  /// Lines of files begin with a digit, none of the note does.
  private static func note(of bytes: [UInt8]) -> ReleaseNote? {
    var lines: [Substring] = []
    forEachLine(of: bytes) { line in
      if let first = line.first, first &- 0x30 < 10 { return false }
      lines.append(Substring(decoding: line, as: UTF8.self))
      return true
    }
    return ReleaseNote(lines: lines)
  }

  private static func content(_ sealed: [UInt8]) -> [UInt8]? {
    guard let bytes = sealed.starts(with: seal) ? unsealed(sealed) : sealed, !bytes.isEmpty else { return nil }
    return bytes
  }

  /// - Parameter body: says whether to go on.
  private static func forEachLine(of bytes: [UInt8], _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes.first(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
        guard start == end || body(bytes[start..<end]) else { return }
        start = end + 1
      }
    }
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
/// directory is moved, so that they are right after a kill at any moment and after a rollback. Where all of it was copied, the inodes are others
/// and the notes are known by what they list (`MovedNotes`), until the next build names them anew.
struct Manifests: Sendable {
  /// The directory of the notes.
  let directory: String
  /// The output where it is a mount: on another disk inodes are others.
  let volume: String?
  /// The releases' output.
  let output: String

  private func ownPath(of release: String) -> String? {
    var status = stat()
    return stat(release, &status) == 0 ? "\(directory)/\(release == volume ? "volume-" : "")\(status.st_ino)" : nil
  }

  private func path(of release: String) -> String? {
    guard isMoved, let moved = MovedNotes(directory).note(of: release) else { return ownPath(of: release) }
    return "\(directory)/\(moved)"
  }

  /// The notes as they lie on the disk; nil where there are none.
  func lines(of release: String) -> ManifestLines? {
    path(of: release).flatMap { try? Files.read($0) }.flatMap(ManifestLines.init)
  }

  func record(_ lines: ManifestLines, of release: String) throws(FileError) {
    try record(sealed: lines.sealed, of: release)
  }

  /// nil where it is not known.
  subscript(_ release: String) -> Manifest? {
    guard let path = path(of: release), let bytes = try? Files.read(path) else { return nil }
    return Manifest(bytes)
  }

  /// What is noted of a release beside its files; nil where that is not known.
  func note(of release: String) -> ReleaseNote? {
    path(of: release).flatMap { try? Files.read($0) }.flatMap(Manifest.note(in:))
  }

  func record(_ manifest: Manifest, of release: String) throws(FileError) {
    try Files.makeDirectory(directory, isPrivate: true)
    if !Files.exists(home) { try settle() }
    try record(sealed: manifest.bytes, of: release)
  }

  private func record(sealed: [UInt8], of release: String) throws(FileError) {
    guard let path = ownPath(of: release) else { throw FileError("stat", release) }
    // A directory of that name is nothing that anybody can read.
    if Files.isDirectory(path) { try Files.remove(path) }
    try Files.replace(path, with: sealed)
  }

  /// Removes the notes of releases that are gone.
  func removeAll(exceptOf releases: [String]) throws(FileError) {
    let kept = Set(releases.compactMap(ownPath(of:)))
    guard Files.isDirectory(directory) else { return }
    for name in try Files.names(in: directory) where !kept.contains("\(directory)/\(name)") {
      try Files.remove("\(directory)/\(name)")
    }
  }

  // MARK: Copies

  /// Says which directory of notes this is: in a copy of it all the same is said of another.
  private var home: String { directory + "-home" }

  private var inode: [UInt8]? { BytePath(directory).status.map { Array("\($0.st_ino)".utf8) } }

  private func settle() throws(FileError) {
    guard let inode else { return }
    try Files.replace(home, with: inode)
  }

  /// Whether the notes lie elsewhere than where they were written.
  private var isMoved: Bool {
    guard let inode else { return false }
    if let known = try? Files.read(home) { return known != inode }
    // Of before it was said.
    guard let own = ownPath(of: output), !Files.exists(own) else { return false }
    return (try? Files.names(in: directory))?.isEmpty == false
  }

  /// Names notes that were copied anew. What is killed in between is done again.
  ///
  /// - Parameter releases: all that are there.
  func findHome(of releases: [String]) throws(FileError) {
    guard isMoved else { return try Files.isDirectory(directory) && !Files.exists(home) ? settle() : () }
    let notes = MovedNotes(directory)
    let new = directory + ".new"
    try Files.remove(new)
    try Files.makeDirectory(new, isPrivate: true)
    for release in releases {
      guard let note = notes.note(of: release), let own = ownPath(of: release) else { continue }
      let name = own[own.lastIndex(of: "/")!...]
      try Files.replace(new + name, with: try Files.read("\(directory)/\(note)"))
    }
    if gongshi_exchange(new, directory) != 0 {
      // Where there is no such step, what is lost by a kill between the two is what is known of earlier releases, not they.
      try Files.remove(directory)
      guard rename(new, directory) == 0 else { throw FileError("rename", new) }
    }
    try Files.remove(new)
    try settle()
  }
}

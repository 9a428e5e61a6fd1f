import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Publishes into a directory that can't be exchanged (a mount, a file system without RENAME_EXCHANGE): all that is new is on the disk
/// before the first file changes; then each file is replaced by a rename, in an order in which what points to a thing comes after the
/// thing; what is no longer there goes last. Nothing is written to a file that readers see, and nothing is left beside it. [0043]
struct InPlaceUpdate {
  let place: OutputPlace
  /// On the output's file system: where the new files wait, `incoming/`.
  let state: String
  let foreign: ForeignFiles
  /// How far it came.
  private(set) var changed = 0
  private(set) var total = 0

  init(_ place: OutputPlace, state: String, foreign: ForeignFiles) {
    self.place = place
    self.state = state
    self.foreign = foreign
  }

  private var output: String { place.output }
  static func incoming(_ state: String) -> String { state + "/incoming" }
  private var incoming: String { Self.incoming(state) }

  // MARK: Before anything changes

  /// What is to be done, and the new files' second names in `incoming/`.
  struct Plan {
    fileprivate let contents: ReleaseContents
    /// Files that get other bytes, in their order, each with its name in `incoming/`.
    fileprivate let changes: [(file: String, waiting: String)]
    fileprivate let gone: [String]
    fileprivate let wanted: Manifest

    var replaced: Int { changes.count }
    var removed: Int { gone.count }
  }

  /// - Parameters:
  ///   - source: a release on the same file system.
  ///   - known: what is ours in the output.
  func plan(from source: String, _ release: Manifest, known: Manifest) throws(FileError) -> Plan {
    let contents = try ReleaseContents(of: output, known.joined(with: release), in: place)
    try Files.remove(incoming)
    try Files.makeDirectory(incoming, isPrivate: true)
    var changes: [(String, String)] = []
    for file in ReleaseOrder.sorted(release.paths) where try !isSame(source + "/" + file, contents.files[file], file) {
      let waiting = "\(incoming)/\(changes.count)"
      try Self.link(source + "/" + file, waiting)
      changes.append((file, waiting))
    }
    let gone = contents.files.keys.filter { release.files[$0] == nil }
    return Plan(
      contents: contents, changes: changes, gone: ReleaseOrder.sorted(gone).reversed(), wanted: release)
  }

  private func isSame(_ new: String, _ old: stat?, _ file: String) throws(FileError) -> Bool {
    guard let old, let fresh = BytePath(new).status else { return false }
    if fresh.st_ino == old.st_ino, fresh.st_dev == old.st_dev { return true }
    guard fresh.st_size == old.st_size, fresh.st_mode == old.st_mode else { return false }
    let published = try OpenFile(output + "/" + file)
    return try OpenFile(new).hasBytes(of: published)
  }

  /// A second name, or, where a file system has none, a copy with the same time.
  static func link(_ file: String, _ target: String) throws(FileError) {
    if systemLink(file, target) == 0 { return }
    guard [EPERM, EMLINK, ENOTSUP, ENOSYS, EXDEV].contains(errno) else { throw FileError("link", target) }
    _ = try OpenFile(file).copy(to: target, mode: PublishedMode.file)
    guard let status = BytePath(file).status else { throw FileError("stat", file) }
    #if canImport(Glibc)
      let times = [status.st_atim, status.st_mtim]
    #else
      let times = [status.st_atimespec, status.st_mtimespec]
    #endif
    guard utimensat(AT_FDCWD, target, times, AT_SYMLINK_NOFOLLOW) == 0 else { throw FileError("utimensat", target) }
  }

  // MARK: The change

  mutating func run(_ plan: Plan) throws(FileError) {
    total = plan.changes.count + plan.gone.count
    try clearTheWay(plan)
    for directory in plan.wanted.directories.sorted() {
      try Files.makeDirectory(output + "/" + directory, mode: PublishedMode.directory)
    }
    for directory in plan.contents.directories where plan.wanted.directories.contains(directory) {
      try mend(directory)
    }
    for (file, waiting) in plan.changes {
      guard rename(waiting, output + "/" + file) == 0 else { throw FileError("rename", output + "/" + file) }
      changed += 1
    }
    for file in plan.gone {
      try Files.remove(output + "/" + file)
      changed += 1
    }
    let inTheWay = Set(strangersInTheWay(plan))
    try foreign.setAside(plan.contents.foreign.filter { !inTheWay.contains($0) }, of: output)
    // Fails where something is left, as it should.
    for directory in plan.contents.directories.reversed() where !plan.wanted.directories.contains(directory) {
      rmdir(output + "/" + directory)
    }
    try Files.remove(incoming)
  }

  /// What stands where a file or a directory of the release belongs: others' things, and ours of another kind.
  private func clearTheWay(_ plan: Plan) throws(FileError) {
    try foreign.setAside(strangersInTheWay(plan), of: output)
    for file in plan.gone where plan.wanted.directories.contains(file) { try Files.remove(output + "/" + file) }
    for directory in plan.contents.directories.reversed() where plan.wanted.files[directory] != nil {
      for file in plan.gone where file.hasPrefix(directory + "/") { try Files.remove(output + "/" + file) }
      rmdir(output + "/" + directory)
    }
  }

  private func strangersInTheWay(_ plan: Plan) -> [BytePath] {
    plan.contents.foreign.filter { path in
      guard let text = String(validating: path.bytes, as: UTF8.self) else { return false }
      return plan.wanted.files[text] != nil || plan.wanted.directories.contains(text)
        || plan.wanted.files.keys.contains { text.hasPrefix($0 + "/") }
    }
  }

  private func mend(_ directory: String) throws(FileError) {
    let path = output + "/" + directory
    guard let status = BytePath(path).status, status.st_mode & 0o777 != PublishedMode.directory else { return }
    // Where the file system knows no modes it stays as it is.
    if chmod(path, PublishedMode.directory) != 0, errno != EPERM, errno != ENOTSUP { throw FileError("chmod", path) }
  }
}

private func systemLink(_ file: String, _ target: String) -> Int32 { link(file, target) }

/// Files that nothing points to first: pictures and styles, then pages, then feeds, their index last.
enum ReleaseOrder {
  static func sorted(_ files: [String]) -> [String] { files.sorted { (rank($0), $0) < (rank($1), $1) } }

  private static func rank(_ file: String) -> Int {
    if file == "feeds/v1/index.json" { return 4 }
    if file.hasPrefix("feeds/") { return 3 }
    if file == "index.html" { return 2 }
    return file.hasSuffix(".html") || file.hasSuffix(".xml") || file.hasSuffix(".json") ? 1 : 0
  }
}

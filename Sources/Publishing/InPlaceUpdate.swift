import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Publishes into a directory that can't be exchanged (a mount, a file system without RENAME_EXCHANGE): all that is new is on its disk
/// before the first file changes; then each file is replaced by a rename, in an order in which what points to a thing comes after the
/// thing; what is no longer there goes last. Nothing is written to a file that readers see, nothing is left beside it, and what was there
/// has a second name until all is done, by which it is put back where a step fails. [0043]
struct InPlaceUpdate {
  private let place: OutputPlace
  private let foreign: ForeignFiles
  private let contents: ReleaseContents
  private let wanted: Manifest
  private var steps: [Step] = []
  /// How many steps are done.
  private(set) var changed = 0

  /// A file that gets other bytes, or none.
  private struct Step {
    let file: String
    /// Its new bytes' name in the workspace; nil for a file that goes.
    let new: String?
    /// Its old bytes' second name in the workspace; nil for one that was not there.
    let old: String?
  }

  private var output: String { place.output }

  /// Steps in all, files that get other bytes, and files that go.
  var total: Int { steps.count }
  var replaced: Int { steps.count { $0.new != nil } }
  var removed: Int { total - replaced }

  // MARK: Before anything changes

  /// Brings all that is needed to the output's file system.
  ///
  /// - Parameters:
  ///   - source: a release.
  ///   - known: what is ours in the output.
  init(
    _ place: OutputPlace, from source: String, _ release: Manifest, known: Manifest, foreign: ForeignFiles
  ) throws(FileError) {
    self.place = place
    self.foreign = foreign
    wanted = release
    if !Files.exists(place.output) { try Files.makeDirectory(place.output, mode: PublishedMode.directory) }
    contents = try ReleaseContents(of: place.output, known.joined(with: release), in: place)
    let workspace = place.workspace
    try Files.remove(workspace)
    try Files.makeDirectory(workspace, isPrivate: true)
    let mode = try Self.mode(in: workspace)
    let times = FileTimes(releases: [place.output])
    for file in ReleaseOrder.sorted(release.paths) where try !isSame(source + "/" + file, file: file, mode: mode) {
      let new = "\(workspace)/\(steps.count).gongshi-new"
      try Self.link(source + "/" + file, new)
      try times.advance(new, file)
      steps.append(Step(file: file, new: new, old: try secondName(of: file, workspace)))
    }
    let gone = contents.files.keys.filter { release.files[$0] == nil }
    for file in ReleaseOrder.sorted(gone).reversed() {
      steps.append(Step(file: file, new: nil, old: try secondName(of: file, workspace)))
    }
  }

  private func secondName(of file: String, _ workspace: String) throws(FileError) -> String? {
    guard contents.files[file] != nil else { return nil }
    let old = "\(workspace)/\(steps.count).old.gongshi-new"
    try Self.link(output + "/" + file, old)
    return old
  }

  private func isSame(_ new: String, file: String, mode: UInt32) throws(FileError) -> Bool {
    guard let old = contents.files[file], let fresh = BytePath(new).status else { return false }
    if fresh.st_ino == old.st_ino, fresh.st_dev == old.st_dev { return true }
    guard fresh.st_size == old.st_size else { return false }
    guard try OpenFile(new).hasBytes(of: OpenFile(output + "/" + file)) else { return false }
    // A mode that is wrong is mended by a new file, as far as the file system knows modes.
    return UInt32(old.st_mode & 0o7777) == mode
  }

  /// What a file of mode 0644 shows there.
  private static func mode(in directory: String) throws(FileError) -> UInt32 {
    let probe = directory + "/mode.gongshi-new"
    try Files.write([], to: probe, mode: PublishedMode.file)
    guard let status = BytePath(probe).status else { throw FileError("stat", probe) }
    try Files.remove(probe)
    return UInt32(status.st_mode & 0o7777)
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

  mutating func run() throws(FileError) {
    let inTheWay = strangersInTheWay
    try foreign.setAside(inTheWay, of: output)
    try makeRoomForDirectories()
    for directory in wanted.directories.sorted() {
      try Files.makeDirectory(output + "/" + directory, mode: PublishedMode.directory)
    }
    for directory in contents.directories where wanted.directories.contains(directory) { try mend(directory) }
    for step in steps {
      let path = output + "/" + step.file
      if let new = step.new {
        if Files.isDirectory(path) { removeEmptyDirectories(step.file) }
        guard rename(new, path) == 0 else { throw FileError("rename", path) }
      } else if Files.isOwn(path) {
        // It may have made room for a directory that is there now, or, with its directory, for a file.
        try Files.remove(path)
      }
      changed += 1
    }
    foreign.setAsideIfPossible(contents.foreign.filter { !inTheWay.contains($0) }, of: output)
    for directory in contents.directories.reversed() where !wanted.directories.contains(directory) {
      // Fails where something is left, as it should.
      rmdir(output + "/" + directory)
    }
  }

  /// Puts back what was changed.
  func undo() throws(FileError) {
    for step in steps.prefix(changed).reversed() where step.old == nil { try Files.remove(output + "/" + step.file) }
    for directory in wanted.directories.sorted().reversed() { rmdir(output + "/" + directory) }
    for directory in contents.directories {
      try Files.makeDirectory(output + "/" + directory, mode: PublishedMode.directory)
    }
    for step in steps.reversed() {
      guard let old = step.old, Files.exists(old) else { continue }
      let path = output + "/" + step.file
      // Of two names of one file nothing is renamed, as it should.
      guard rename(old, path) == 0 else { throw FileError("rename", path) }
    }
  }

  /// Files of ours where directories are to be, and what lies in directories where files are to be, go first.
  private func makeRoomForDirectories() throws(FileError) {
    for step in steps where step.new == nil {
      let isInTheWay =
        wanted.directories.contains(step.file)
        || contents.directories.contains { wanted.files[$0] != nil && step.file.hasPrefix($0 + "/") }
      if isInTheWay { try Files.remove(output + "/" + step.file) }
    }
  }

  private func removeEmptyDirectories(_ directory: String) {
    for inner in contents.directories.reversed() where inner == directory || inner.hasPrefix(directory + "/") {
      rmdir(output + "/" + inner)
    }
  }

  private var strangersInTheWay: [BytePath] {
    contents.foreign.filter { path in
      guard let text = String(validating: path.bytes, as: UTF8.self) else { return false }
      return wanted.files[text] != nil || wanted.directories.contains(text) || isBelowFile(text)
    }
  }

  /// In a directory whose place a file is to take.
  private func isBelowFile(_ path: String) -> Bool {
    var rest = path[...]
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      if wanted.files[String(rest)] != nil { return true }
    }
    return false
  }

  private func mend(_ directory: String) throws(FileError) {
    let path = output + "/" + directory
    guard let status = BytePath(path).status, UInt32(status.st_mode & 0o777) != PublishedMode.directory else { return }
    // Where the file system knows no modes it stays as it is.
    if chmod(path, mode_t(PublishedMode.directory)) != 0, errno != EPERM, errno != ENOTSUP {
      throw FileError("chmod", path)
    }
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

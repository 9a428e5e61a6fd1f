import CLinux
import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where releases lie on the disk. `public/` is what is published; beside it, in `.public.gongshi/`, stand
///
/// - `building/`: a release that is not whole yet; the next build throws it away;
/// - `ready/`: a whole release on its way in, or, the moment after the switch, the old one on its way out; `switch` tells which;
/// - `previous/`: the release before, for `rollback`;
/// - `saved/`, `updating`: only where releases are updated in place: a copy that is being made of what is public, and the mark that
///   `public/` is between two releases, so that it is not taken for one;
/// - `files`, `found/`: what the last release consists of, and what lay in `public/` besides (`ForeignFiles`);
/// - `history`: when what was published last changed, which a rollback leaves as it is: times never go back;
/// - `retired/`: the one before that, kept until the next build for those who are still reading it.
///
/// Architecture invariant: `public/` changes only in `exchange`, by one system call, or in `updateInPlace`, which says so.
struct ReleaseStore {
  let output: String
  let state: String

  init(output: String) {
    self.output = output
    let parts = output.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? output
    let parent = parts.dropLast().joined(separator: "/")
    let prefix = parts.count > 1 ? (parent.isEmpty ? "/" : parent + "/") : ""
    state = prefix + ".\(name).gongshi"
  }

  var building: String { state + "/building" }
  var ready: String { state + "/ready" }
  var previous: String { state + "/previous" }
  var memory: String { state + "/history" }
  private var retired: String { state + "/retired" }
  private var saved: String { state + "/saved" }
  private var updating: String { state + "/updating" }
  private var journal: String { state + "/switch" }
  private var lockFile: String { state + "/lock" }

  // MARK: One build at a time

  /// Takes the lock, which the system gives back when the process ends, however it ends.
  func lock() throws(PublishingError) -> ReleaseLock {
    try files { () throws(FileError) in try Files.makeDirectory(state) }
    let descriptor = open(lockFile, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .file(FileError("open", lockFile)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw code == EWOULDBLOCK ? .locked : .file(FileError("flock", lockFile, code: code))
    }
    return ReleaseLock(descriptor: descriptor)
  }

  // MARK: Recovery

  /// Clears up after a build that was killed at any moment.
  func recover() throws(PublishingError) {
    try files { () throws(FileError) in
      try Files.remove(building)
      if Files.exists(ready) {
        if switchHappened { try finishSwitch() } else { try Files.remove(ready) }
      }
      try Files.remove(journal)
      try Files.remove(saved)
      try Files.remove(retired)
    }
  }

  /// Whether `public/` is the directory that the journal meant to put there.
  private var switchHappened: Bool {
    guard let recorded = try? Files.read(journal), let inode = inode(of: output) else { return false }
    return String(decoding: recorded, as: UTF8.self) == "\(inode)"
  }

  private func inode(of path: String) -> UInt64? {
    var status = stat()
    return lstat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }

  // MARK: Switching

  /// How a release came to be public.
  enum Switch {
    case exchanged
    /// The system's reason why the exchange could not be done, and how many files got other bytes.
    case inPlace(String, replaced: Int)
  }

  /// Puts `ready/` in place of `public/`. `order` gives the files of the release in the order in which an in-place update writes them.
  func publishReady(order: [String]) throws(PublishingError) -> Switch {
    if !Files.exists(output) || isEmptyDirectory(output) {
      // rename(2) replaces an empty directory in one step too; a mount refuses.
      if rename(ready, output) == 0 { return .exchanged }
      guard isExchangeRefusal(errno) else { throw .file(FileError("rename", output)) }
      return try inPlace(order, code: errno)
    }
    guard let inode = inode(of: ready) else { throw .file(FileError("stat", ready)) }
    try files { () throws(FileError) in try Files.write(Array("\(inode)".utf8), to: journal) }
    if gongshi_exchange(ready, output) == 0 {
      try files { () throws(FileError) in try finishSwitch() }
      return .exchanged
    }
    guard isExchangeRefusal(errno) else { throw .file(FileError("exchange", output)) }
    return try inPlace(order, code: errno)
  }

  private func inPlace(_ order: [String], code: Int32) throws(PublishingError) -> Switch {
    let replaced = try files { () throws(FileError) in
      try Files.remove(journal)
      if try saveOutput() { try replacePrevious(with: saved) }
      let replaced = try updateInPlace(from: ready, order)
      try Files.remove(ready)
      return replaced
    }
    return .inPlace(FileError("exchange", output, code: code).reason, replaced: replaced)
  }

  /// Copies what is public to `saved/`, unless it is no whole release; tells whether it did.
  private func saveOutput() throws(FileError) -> Bool {
    try Files.remove(saved)
    guard !Files.exists(updating), Files.exists(output), !isEmptyDirectory(output) else { return false }
    try InPlaceUpdate(output: output, source: output).save(to: saved)
    return true
  }

  private func updateInPlace(from source: String, _ order: [String]) throws(FileError) -> Int {
    try Files.write([], to: updating)
    let replaced = try InPlaceUpdate(output: output, source: source).run(order)
    try Files.remove(updating)
    return replaced
  }

  /// After the exchange: what was public becomes `previous/`.
  private func finishSwitch() throws(FileError) {
    try replacePrevious(with: ready)
    try Files.remove(journal)
  }

  /// `previous/` is only ever renamed, never emptied where it stands: it is a whole release or not there.
  private func replacePrevious(with release: String) throws(FileError) {
    try Files.remove(retired)
    if Files.exists(previous), rename(previous, retired) != 0 { throw FileError("rename", previous) }
    guard rename(release, previous) == 0 else { throw FileError("rename", release) }
  }

  /// Whether there was ever a release here: a mistyped directory is left as it is.
  var mayRollBack: Bool { Files.isDirectory(state) && Files.isDirectory(output) }

  /// `public/` and `previous/` change places.
  func exchangeWithPrevious() throws(PublishingError) {
    guard Files.exists(previous), Files.exists(output) else { throw .nothingToRollBackTo }
    if gongshi_exchange(previous, output) == 0 { return }
    guard isExchangeRefusal(errno) else { throw .file(FileError("exchange", output)) }
    try files { () throws(FileError) in
      // `previous/` stays where it is until `public/` is whole again.
      let hasSaved = try saveOutput()
      _ = try updateInPlace(from: previous, try FileTree(below: previous).files)
      if hasSaved { try replacePrevious(with: saved) }
    }
  }

  /// ENOSYS: no such call; EINVAL: the file system can't; EXDEV, EBUSY: a mount.
  private func isExchangeRefusal(_ code: Int32) -> Bool { [ENOSYS, EINVAL, EXDEV, EBUSY, ENOTSUP].contains(code) }

  // MARK: Safety

  /// A directory with things in it that this program did not write is never replaced.
  func checkOutputIsOurs() throws(PublishingError) {
    guard Files.exists(output) else { return }
    guard Files.isDirectory(output) else { throw .notOurs(output) }
    if isEmptyDirectory(output) || Files.exists(output + "/feeds/v1/index.json") { return }
    throw .notOurs(output)
  }

  private func isEmptyDirectory(_ path: String) -> Bool {
    (try? Files.names(in: path))?.isEmpty == true
  }

  func sync() { _ = gongshi_sync_filesystem(building) }

  func files<Value>(_ work: () throws(FileError) -> Value) throws(PublishingError) -> Value {
    do throws(FileError) { return try work() } catch { throw .file(error) }
  }
}

/// Held while a build publishes.
final class ReleaseLock {
  private let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}

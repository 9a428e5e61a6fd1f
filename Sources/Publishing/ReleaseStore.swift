import CLinux
package import Files
import Parallel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where releases lie on the disk. `public/` is what is published; beside it, in `.public.gongshi/`, stand
///
/// - `building/`: a release that is not whole yet; the next build throws it away;
/// - `ready/`: a whole release on its way in, or, the moment after the switch, the old one on its way out; `switch` says which;
/// - `previous/`: the release before, for `rollback`;
/// - `saved/`, `updating`: only where releases are updated in place: what is public, to become `previous/`, and the mark that `public/` is
///   between two releases, so that it is not taken for one;
/// - `incoming/`: what an update in place is about to rename; for a mount it lies within it (`OutputPlace.workspace`);
/// - `files/`, `files-home`, `found/`: what each release consists of (`Manifests`), and what lay in `public/` besides (`ForeignFiles`);
/// - `history`: when what was published last changed, which a rollback leaves as it is: times never go back;
/// - `kept/`: those before that (`KeptReleases`), also for those who are still reading one;
/// - `held`: a rollback's word that builds publish nothing until it is taken back;
/// - `standing`: what the release that is public was made of and how it lies there (`StandingRelease`).
///
/// Architecture invariant: `public/` changes only in `exchange`, by one system call, or in `updateInPlace`, which says so.
final class ReleaseStore {
  let place: OutputPlace
  let state: String
  let manifests: Manifests
  let foreign: ForeignFiles
  private let jobs: Jobs
  /// What readers see, should the next step fail.
  var publicNow: PublicNow = .untouched

  init(_ place: OutputPlace, jobs: Jobs = Jobs(1)) {
    self.place = place
    self.jobs = jobs
    state = place.state
    manifests = Manifests(
      directory: state + "/files", volume: place.isMount ? place.output : nil, output: place.output)
    foreign = ForeignFiles(directory: state + "/found")
    if isBetween { publicNow = .stillBetween }
  }

  var output: String { place.output }
  var building: String { state + "/building" }
  var ready: String { state + "/ready" }
  var previous: String { state + "/previous" }
  var memory: String { state + "/history" }
  /// A copy of what is public, which an update in place has left behind; the next command removes it.
  var retired: String { state + "/retired" }
  var saved: String { state + "/saved" }
  var updating: String { state + "/updating" }
  private var journal: String { state + "/switch" }

  /// Whether `public/` holds files of two releases, as an update in place leaves it that was broken off.
  var isBetween: Bool { Files.exists(updating) }

  /// Whether a build that was broken off left something to do.
  var isUnfinished: Bool {
    isBetween || mountWithin != nil
      || [building, ready, saved, retired, journal, place.workspace].contains(where: Files.exists)
  }

  // MARK: Recovery

  /// Clears up after a build that was killed at any moment.
  func recover() throws(FileError) {
    try manifests.findHome(of: ([output, previous, ready, saved, retired] + keptReleases).filter(Files.isDirectory))
    try Files.remove(building)
    try Files.remove(place.workspace)
    if isBetween {
      // The release that was public before is the one to go back to, unless it was just being left for that.
      if Files.exists(saved), (try? Files.read(updating)) != Direction.back.bytes {
        try replacePrevious(with: saved)
      }
      try Files.remove(ready)
    } else if Files.exists(ready) {
      if switchHappened { try finishSwitch() } else { try Files.remove(ready) }
    }
    try Files.remove(journal)
    try Files.remove(saved)
    try discard(retired)
    try findPrevious()
    // Notes that were being replaced (`Files.replace`).
    for name in try Files.names(in: state) where name.hasSuffix(".new") { try Files.remove(state + "/" + name) }
  }

  /// Whether `public/` is the directory that the journal meant to put there.
  private var switchHappened: Bool {
    guard let recorded = try? Files.read(journal), let inode = inode(of: output) else { return false }
    return String(decoding: recorded, as: UTF8.self) == "\(inode)"
  }

  private func inode(of path: String) -> UInt64? { BytePath(path).status.map { UInt64($0.st_ino) } }

  /// Removes a release. What others put into it since it was written is kept; what can't be removed, or is not known, is kept as a whole.
  func discard(_ release: String) throws(FileError) {
    guard Files.exists(release) else { return }
    guard let manifest = manifests[release] else { return try foreign.setAside(tree: release) }
    do throws(FileError) {
      let contents = try ReleaseContents(of: release, manifest, jobs: jobs)
      try foreign.setAside(contents.foreign, of: release)
      contents.remove(jobs: jobs)
      try Files.remove(release)
    } catch {
      guard error.code == EACCES || error.code == EPERM || error.code == EBUSY else { throw error }
      try foreign.setAside(tree: release)
    }
  }

  // MARK: Switching

  /// How a release came to be public.
  enum Switch {
    case exchanged(removed: Int)
    /// Why the exchange could not be done; how many files got other bytes, and how many went.
    case inPlace(InPlaceReason, replaced: Int, removed: Int)
  }

  /// Puts `ready/` in place of `public/`.
  func publishReady(_ release: Manifest) throws(FileError) -> Switch {
    try manifests.record(release, of: ready)
    if place.isMount { return try updateInPlace(release, because: .mount) }
    if place.isEmpty {
      // rename(2) replaces an empty directory in one step too.
      if rename(ready, output) == 0 { return try published(removed: 0) }
      guard isExchangeRefusal(errno) else { throw FileError("rename", output) }
      return try updateInPlace(release, because: .refused(FileError("rename", output)))
    }
    if let mount = mountWithin { return try updateInPlace(release, because: .mountWithin(mount)) }
    guard let inode = inode(of: ready) else { throw FileError("stat", ready) }
    try Files.replace(journal, with: Array("\(inode)".utf8))
    guard gongshi_exchange(ready, output) == 0 else {
      guard isExchangeRefusal(errno) else { throw FileError("exchange", output) }
      let reason = InPlaceReason.refused(FileError("exchange", output))
      try Files.remove(journal)
      return try updateInPlace(release, because: reason)
    }
    publicNow = .published
    let old = try finishSwitch()
    return try published(removed: old?.files.keys.count { release.files[$0] == nil } ?? 0)
  }

  private func published(removed: Int) throws(FileError) -> Switch {
    publicNow = .published
    try Files.syncDirectory(place.directory)
    try Files.syncDirectory(state)
    return .exchanged(removed: removed)
  }

  /// After the exchange: what was public becomes `previous/`, without what others had put into it.
  @discardableResult
  private func finishSwitch() throws(FileError) -> ReleaseContents? {
    let old = try setAsideForeign(of: ready)
    try replacePrevious(with: ready)
    try Files.remove(journal)
    return old
  }

  /// Where it is not known what the release was, whatever has a file of the one that is public now in its place was ours.
  @discardableResult
  private func setAsideForeign(of release: String) throws(FileError) -> ReleaseContents? {
    let own = manifests[release]
    guard let manifest = own ?? manifests[output] else { return nil }
    let contents = try ReleaseContents(of: release, manifest, jobs: jobs)
    // What can't be moved leaves with the release that it lies in.
    foreign.setAsideIfPossible(contents.foreign, of: release)
    if own == nil {
      foreign.isGuess = true
      try manifests.record(Manifest(contents.files.mapValues { Int($0.st_size) }), of: release)
    }
    return contents
  }

  /// `previous/` is only ever renamed, never emptied where it stands: it is a whole release or not there.
  func replacePrevious(with release: String) throws(FileError) {
    if Files.exists(previous) { try keep(previous) }
    guard rename(release, previous) == 0 else { throw FileError("rename", release) }
    try Files.syncDirectory(state)
  }

  /// After a failure: a full disk should not stay full of a release that never was.
  ///
  /// - Parameter remembered: what was noted of releases before.
  func abandon(remembering remembered: [UInt8]? = nil) {
    for path in [building, place.workspace] { try? Files.remove(path) }
    // Then `ready/` is the release that was public before, on its way to `previous/`: what is left to do waits for the next command.
    if Files.exists(ready), switchHappened { return }
    guard publicNow == .untouched || publicNow == .restored else { return }
    // What was not published has no number and dates nothing.
    if let remembered, (try? Files.read(memory)) != remembered { try? Files.replace(memory, with: remembered) }
    // What the journal names is gone then, and it says nothing.
    for path in [ready, journal, saved] where !isBetween { try? Files.remove(path) }
  }

  /// Removes releases that need not be kept any more, and notes of those that are gone. Without its notes `retired/`, which the next command removes,
  /// would be taken for somebody else's.
  func tidy(keeping count: Int) throws(FileError) {
    try prune(keeping: count)
    try manifests.removeAll(exceptOf: [output, previous, retired] + keptReleases)
  }

  // MARK: Going back

  /// `public/` and `previous/` change places.
  ///
  /// - Parameter release: what `previous/` consists of.
  func exchangeWithPrevious(_ release: Manifest?) throws(FileError) {
    let times = FileTimes(releases: [output])
    let contents = try release.map { (release) throws(FileError) in try ReleaseContents(of: previous, release) }
    for (file, status) in contents?.files ?? [:] where inode(of: output + "/" + file) != UInt64(status.st_ino) {
      try times.renew(previous + "/" + file, file)
    }
    try sync()
    if !place.isMount, mountWithin == nil {
      if gongshi_exchange(previous, output) == 0 {
        publicNow = .published
        try setAsideForeign(of: previous)
        _ = try published(removed: 0)
        return
      }
      guard isExchangeRefusal(errno) else { throw FileError("exchange", output) }
    }
    let files: Manifest
    if let release { files = release } else { files = try Self.whatLies(in: previous) }
    _ = try updateInPlace(from: previous, files, .back)
  }

  /// ENOSYS: no such call; EINVAL: the file system can't; EXDEV, EBUSY: a mount.
  func isRefusal(_ error: FileError) -> Bool { isExchangeRefusal(error.code) }

  private func isExchangeRefusal(_ code: Int32) -> Bool { [ENOSYS, EINVAL, EXDEV, EBUSY, ENOTSUP].contains(code) }

  /// A mount somewhere in `public/`, which an exchange would take away with the old release.
  private var mountWithin: String? { place.isMount ? nil : MountTable().below(output).first?.shown }

  // MARK: Safety

  /// A directory with things in it that this program did not write is never replaced.
  func checkOutputIsOurs() throws(PublishingError) {
    guard Files.exists(output) else { return }
    guard Files.isDirectory(output) else { throw .notOurs(output) }
    if place.isEmpty || Files.exists(output + "/feeds/v1/index.json") || isBetween { return }
    // A plain directory is known by its inode, whatever was taken out of it.
    if !place.isMount, manifests[output] != nil { return }
    throw .notOurs(output)
  }

  /// Waits until all that was written is on the disk, and hears of what could not be.
  func sync() throws(FileError) {
    for path in [state, output] where Files.isDirectory(path) && (path == state || place.isMount) {
      guard gongshi_sync_filesystem(path) == 0 else { throw FileError("syncfs", path) }
    }
  }
}

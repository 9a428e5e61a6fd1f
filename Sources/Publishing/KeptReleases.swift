import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Earlier releases than the last: `kept/`, a directory each, named after its inode. Their files are for the most part second names of the
/// published ones, so that they cost what has changed since.
extension ReleaseStore {
  private var kept: String { state + "/kept" }

  /// All of what these releases hold that later ones don't, in bytes. Beyond it the oldest go.
  static let mostKeptBytes = 2 << 30

  /// Their directories.
  var keptReleases: [String] {
    guard Files.isDirectory(kept), let names = try? Files.names(in: kept) else { return [] }
    return names.map { kept + "/" + $0 }
  }

  /// Where releases can be gone back to, with what is known of them.
  var earlierReleases: [(path: String, manifest: Manifest?)] {
    earlierPaths.map { ($0, manifests[$0]) }
  }

  private var earlierPaths: [String] { ([previous] + keptReleases).filter(Files.isDirectory) }

  /// The number of the next release.
  var nextNumber: Int {
    let known = ([output] + earlierPaths).compactMap { manifests.note(of: $0)?.number }
    return (known.max() ?? 0) + 1
  }

  /// Whether no release that is public or kept is newer than one of this number.
  func isNewest(_ number: Int?) -> Bool {
    guard let number, manifests.note(of: output) != nil else { return false }
    return number == nextNumber - 1
  }

  func keep(_ release: String) throws(FileError) {
    var status = stat()
    guard stat(release, &status) == 0 else { throw FileError("stat", release) }
    try Files.makeDirectory(kept, isPrivate: true)
    // An update in place leaves a copy of what is public behind; others have it already, too.
    if let number = manifests.note(of: release)?.number,
      ([output] + keptReleases).contains(where: { manifests.note(of: $0)?.number == number })
    {
      // In one step, so that what fails then leaves no half of a release in its place; the next command removes it.
      try Files.remove(retired)
      guard rename(release, retired) == 0 else { throw FileError("rename", release) }
      return
    }
    // Where all was copied to another disk, another release may have this name.
    var target = "\(kept)/\(status.st_ino)"
    while Files.exists(target) { target += "-" }
    guard rename(release, target) == 0 else { throw FileError("rename", release) }
    try Files.syncDirectory(kept)
  }

  /// Makes one of them `previous/`, to which a rollback goes.
  func bringBack(_ release: String) throws(FileError) {
    guard release != previous else { return }
    if Files.exists(previous) { try keep(previous) }
    guard rename(release, previous) == 0 else { throw FileError("rename", release) }
    try Files.syncDirectory(state)
  }

  /// After a kill between two of these steps there is no `previous/`.
  func findPrevious() throws(FileError) {
    guard !Files.exists(previous) else { return }
    let known = keptReleases.compactMap { path in manifests.note(of: path).map { (path, $0.number) } }
    if let last = known.max(by: { $0.1 < $1.1 }) { try bringBack(last.0) }
  }

  /// Removes what is too old or too much.
  ///
  /// - Parameter count: how many releases there may be, with the public one and the one before.
  func prune(keeping count: Int) throws(FileError) {
    let known = keptReleases.map { ($0, manifests.note(of: $0)) }.sorted { ($0.1?.number ?? 0) > ($1.1?.number ?? 0) }
    var bytes = 0
    for (index, (path, note)) in known.enumerated() {
      bytes += note?.newBytes ?? 0
      if index >= max(1, count - 2) || index > 0 && bytes > Self.mostKeptBytes { try discard(path) }
    }
  }

  // MARK: Holding

  private var heldFile: String { state + "/held" }

  /// The number of the release that a rollback holds, 0 where it has none; nil where builds publish. A rollback that was killed before
  /// anything was exchanged, or between two releases, holds nothing.
  var held: Int? {
    guard Files.exists(heldFile), !isBetween, !isNewest(manifests.note(of: output)?.number) else { return nil }
    return (try? Files.read(heldFile)).flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
  }

  /// - Parameter number: nil ends it.
  func hold(_ number: Int?) throws(FileError) {
    if number == nil, !Files.exists(heldFile) { return }
    if let number { try Files.replace(heldFile, with: Array("\(number)".utf8)) } else { try Files.remove(heldFile) }
    try Files.syncDirectory(state)
  }
}

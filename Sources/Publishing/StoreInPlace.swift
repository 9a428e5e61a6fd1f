import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a release can't be put in place by one step: what is saved, marked and put back around an `InPlaceUpdate`. [0043]
extension ReleaseStore {
  /// What an update in place leads to: its mark says it.
  enum Direction: String {
    case forward = "build"
    case back = "rollback"

    var bytes: [UInt8] { Array(rawValue.utf8) }
  }

  func updateInPlace(_ release: Manifest, because reason: InPlaceReason) throws(FileError) -> Switch {
    let (replaced, removed) = try updateInPlace(from: ready, release, .forward)
    try Files.remove(ready)
    return .inPlace(reason, replaced: replaced, removed: removed)
  }

  func updateInPlace(
    from source: String, _ release: Manifest, _ direction: Direction
  ) throws(FileError) -> (replaced: Int, removed: Int) {
    let known = manifests[output] ?? release
    if manifests[output] == nil { foreign.isGuess = true }
    try saveOutput()
    var update = try InPlaceUpdate(place, from: source, release, known: known, foreign: foreign)
    try manifests.record(release.joined(with: known), of: output)
    // From here on everything that will be public is on its disk, and everything that was, on this one.
    try sync()
    let wasBetween = isBetween
    try Files.replace(updating, with: direction.bytes)
    try Files.syncDirectory(state)
    do throws(FileError) {
      try update.run()
      publicNow = .published
      try Files.remove(place.workspace)
      try sync()
    } catch {
      if publicNow != .published { publicNow = putBack(update, known: known, wasBetween: wasBetween) }
      throw error
    }
    try manifests.record(release, of: output)
    if let old = manifests[saved], !old.files.isEmpty { try replacePrevious(with: saved) }
    try Files.remove(saved)
    try Files.remove(updating)
    try Files.syncDirectory(state)
    return (update.replaced, update.removed)
  }

  /// After an update that failed; gives what readers see now.
  private func putBack(_ update: InPlaceUpdate, known: Manifest, wasBetween: Bool) -> PublicNow {
    do throws(FileError) {
      try update.undo()
      try sync()
      if wasBetween { return .stillBetween }
      try Files.remove(updating)
      try? manifests.record(known, of: output)
      return .restored
    } catch {
      return .between(changed: update.changed, of: update.total)
    }
  }

  /// What is public, unless that is no whole release, as it is to become `previous/`: second names where the file system is the same, else
  /// copies, but for what `previous/` has already.
  func saveOutput() throws(FileError) {
    guard !isBetween, !Files.exists(saved), Files.isDirectory(output), let known = manifests[output] ?? knownElse else {
      return
    }
    try Files.makeDirectory(saved, mode: PublishedMode.directory)
    let contents = try ReleaseContents(of: output, known, in: place)
    for directory in contents.directories {
      try Files.makeDirectory(saved + "/" + directory, mode: PublishedMode.directory)
    }
    for (file, status) in contents.files {
      let (target, earlier) = (saved + "/" + file, previous + "/" + file)
      if link(output + "/" + file, target) == 0 { continue }
      if Files.isOwn(earlier), Int(BytePath(earlier).status?.st_size ?? -1) == Int(status.st_size),
        try OpenFile(earlier).hasBytes(of: OpenFile(output + "/" + file)), link(earlier, target) == 0
      {
        continue
      }
      try InPlaceUpdate.link(output + "/" + file, target)
    }
    // What somebody took out of it is missing in it, and rollback will say so.
    try manifests.record(manifests[output] ?? Manifest(contents.files.mapValues { Int($0.st_size) }), of: saved)
  }

  /// Where the notes are lost: all that is there.
  private var knownElse: Manifest? {
    guard let all = try? Self.whatLies(in: output), all.files["feeds/v1/index.json"] != nil else { return nil }
    return all
  }

  static func whatLies(in directory: String) throws(FileError) -> Manifest {
    let files = try FileTree(below: directory).files
    return Manifest(Dictionary(uniqueKeysWithValues: files.map { ($0, 0) }))
  }
}

import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Notes of releases that were copied elsewhere with them (`cp -a`, a backup, another disk): whose notes they are follows from the files that they list, as
/// they lie there, and among notes that list the same, by the moment that the release's index states.
struct MovedNotes {
  private let notes: [(name: String, manifest: Manifest)]

  init(_ directory: String) {
    let names = (try? Files.names(in: directory)) ?? []
    notes = names.sorted().compactMap { name in
      (try? Files.read("\(directory)/\(name)")).flatMap(Manifest.init).map { (name, $0) }
    }
  }

  /// The name of a release's notes; nil where none fits.
  func note(of release: String) -> String? {
    guard Files.isDirectory(release) else { return nil }
    let index = (try? Files.read(release + "/feeds/v1/index.json")) ?? []
    var best: (name: String, fit: Fit)?
    for (name, manifest) in notes {
      guard let fit = Fit(manifest, release, index), best.map({ $0.fit < fit }) ?? true else { continue }
      best = (name, fit)
    }
    return best?.name
  }

  /// How well notes fit a release.
  private struct Fit: Comparable {
    /// Files that are missing or have another size.
    let wrong: Int
    let statesMoment: Bool
    let number: Int

    /// nil where most is otherwise: they are another site's.
    init?(_ manifest: Manifest, _ release: String, _ index: [UInt8]) {
      var wrong = 0
      for (path, size) in manifest.files {
        let status = BytePath(release + "/" + path).status
        let isThere = status.map { $0.st_mode & S_IFMT == S_IFREG && (size == 0 || Int($0.st_size) == size) }
        if isThere != true { wrong += 1 }
      }
      guard wrong * 2 < manifest.files.count else { return nil }
      self.wrong = wrong
      let moment = Array((manifest.note?.moment ?? "").utf8)
      statesMoment = moment.count > 1 && index.firstRange(of: moment) != nil
      number = manifest.note?.number ?? 0
    }

    static func < (one: Fit, other: Fit) -> Bool {
      if one.wrong != other.wrong { return one.wrong > other.wrong }
      if one.statesMoment != other.statesMoment { return other.statesMoment }
      return one.number < other.number
    }
  }
}

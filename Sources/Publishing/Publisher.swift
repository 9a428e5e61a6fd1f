package import Artifacts
package import Files
package import Parallel
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Artifacts → a release in place of the last one, whole or not at all (Promise 3).
package struct Publisher: Sendable {
  /// What was done.
  package struct Report: Sendable {
    package var files = 0
    /// The release's number; nil where a rollback went to one of before there were numbers.
    package var number: Int?
    /// Whether builds publish nothing from now on.
    package var holds = false
    /// Files whose bytes are new; the others are the last release's own, linked.
    package var written = 0
    /// Files of the last release that are gone.
    package var removed = 0
    package var bytes = 0
    /// Of files whose bytes are new.
    package var newBytes = 0
    /// Why the release could not be put in place by one step, where it could not.
    package var inPlaceReason: InPlaceReason?
    /// Files in the output that were not this program's, and where they are kept now.
    package var foreignFiles: [String] = []
    package var foundDirectory = ""
    /// Whether some of them may have been of the last release, of which nothing is known any more.
    package var isGuess = false
    /// Those of them that can't be moved, and stay where they are; why the first of them can't.
    package var stayingFiles: [String] = []
    package var stayingReason: FileError?

    mutating func add(_ foreign: ForeignFiles) {
      foreignFiles = foreign.kept
      foundDirectory = foreign.directory
      isGuess = foreign.isGuess
      stayingFiles = foreign.staying.map(\.path)
      stayingReason = foreign.staying.first?.error
    }
  }

  /// As it was written.
  let named: String
  let place: OutputPlace
  let jobs: Jobs

  /// - Parameter output: a directory, there or not; a link to one stands for what it leads to.
  package init(output: String, jobs: Jobs) {
    named = output
    place = OutputPlace(output)
    self.jobs = jobs
  }

  /// Absolute, without links, `.` and `..`.
  package var output: String { place.output }

  /// What is there of earlier releases; nil where nothing is.
  var store: ReleaseStore? { Files.isDirectory(place.state) ? ReleaseStore(place) : nil }

  /// The files of the release that is public now, by their paths; none where that is not known.
  package var lastFiles: [String] {
    // After an update that was broken off what is known to be ours may be of two releases.
    (store?.manifests[output]?.paths ?? []).filter { Files.exists(output + "/" + $0) }
  }

  /// What the last release left for the next to know; empty where there was none.
  package var memory: [UInt8] { store.flatMap { try? Files.read($0.memory) } ?? [] }

  /// The index of what is public, where nothing is left of what earlier releases noted.
  package var unnotedIndex: [UInt8]? {
    let index = output + "/feeds/v1/index.json"
    return Files.isDirectory(place.state) || !Files.isOwn(index) ? nil : try? Files.read(index)
  }

  /// How many releases are kept where nobody says how many.
  package static let usuallyKept = 5

  /// Number of the release that a rollback holds, 0 where it has none; nil where builds publish.
  package var held: Int? { store?.held }

  /// Whether readers see files of two releases, since an update in place was broken off.
  package var isBetween: Bool { store?.isBetween == true }

  /// - Parameters:
  ///   - artifacts: one for each path.
  ///   - memory: what the next release is to know of this one.
  ///   - moment: that it speaks of, as people are to read it in a list of releases; without blanks.
  ///   - kept: how many releases are kept with this one, 3 or more.
  ///   - standing: a note for a build that would make the same once more (`StandingRelease`), asked for when all is done.
  package func publish(
    _ artifacts: [Artifact], memory: [UInt8]? = nil, moment: String = "-", keeping kept: Int = Self.usuallyKept,
    standing: () -> [UInt8]? = { nil }
  ) throws(PublishingError) -> Report {
    try place.check(named: named)
    try ReleaseStore(place).checkOutputIsOurs()
    let lock = try ReleaseLock(place)
    defer { withExtendedLifetime(lock) {} }
    let store = ReleaseStore(place, jobs: jobs)
    if let number = store.held { throw .held(number) }
    func attempt() throws(FileError) -> Report {
      let report = try publish(artifacts, memory: memory, store: store, mode: lock.mode, moment: moment, keeping: kept)
      if report.inPlaceReason == nil, report.stayingFiles.isEmpty, let memory, let note = standing(),
        let lines = store.manifests.lines(of: output)
      {
        StandingRelease.leave(note, in: store, lines: lines, memory: memory, jobs: jobs)
      }
      return report
    }
    do throws(FileError) {
      // What a rollback left that was killed.
      try store.hold(nil)
      return try attempt()
    } catch {
      store.abandon()
      guard error.isFull, store.publicNow == .untouched, store.keptReleases.count > 1 else {
        throw .file(error, store.publicNow)
      }
      // A full disk: what is kept for looking back makes room for what is to be public.
      do throws(FileError) {
        try store.prune(keeping: 0)
        return try attempt()
      } catch {
        store.abandon()
        throw .file(error, store.publicNow)
      }
    }
  }

  private func publish(
    _ artifacts: [Artifact], memory: [UInt8]?, store: ReleaseStore, mode: UInt32, moment: String, keeping kept: Int
  ) throws(FileError) -> Report {
    try store.recover()
    try Files.remove(StandingRelease.path(store.state))
    if place.isMount { try store.saveOutput() }
    var (report, release, written) = try write(artifacts, store, mode: mode)
    let number = store.nextNumber
    release = release.noted(
      as: number, at: moment, after: store.manifests[output], written: written, newBytes: report.newBytes)
    report.number = number
    try store.sync()
    // Before the switch: what was killed in between dates no change twice, and loses none.
    if let memory { try Files.replace(store.memory, with: memory) }
    guard rename(store.building, store.ready) == 0 else { throw FileError("rename", store.building) }
    switch try store.publishReady(release) {
    case .exchanged(let removed): report.removed = removed
    case .inPlace(let reason, let replaced, let removed):
      report.inPlaceReason = reason
      report.written = replaced
      report.removed = removed
    }
    try store.tidy(keeping: kept)
    report.add(store.foreign)
    return report
  }

  /// Puts an earlier release back, atomically: builds publish nothing then until `resume`. Without a number it is the one that was public
  /// before, and doing it again brings the newer one back. Where `public/` is between two releases, it becomes a whole one.
  package func rollback(to number: Int? = nil) throws(PublishingError) -> Report {
    try place.check(named: named)
    // A mistyped directory is left as it is.
    guard Files.isDirectory(output), Files.isDirectory(place.state) else { throw .nothingToRollBackTo }
    let lock = try ReleaseLock(place)
    defer { withExtendedLifetime(lock) {} }
    let store = ReleaseStore(place)
    let wasBetween = store.isBetween
    let heldBefore = store.held
    var problem: PublishingError?
    var report = Report()
    do throws(FileError) {
      try store.recover()
      switch Self.target(number, store) {
      case .failure(let error): problem = error
      case .success(let target):
        let release = store.manifests[target]
        problem = try release.flatMap { (release) throws(FileError) in try Self.damage(of: target, release) }
        // Of what is in one without notes nothing is known but this.
        if release == nil, !Files.isOwn(target + "/feeds/v1/index.json") {
          problem = .damaged(count: 1, first: "feeds/v1/index.json")
        }
        if problem == nil {
          try store.bringBack(target)
          report.number = release?.note?.number
          // What was broken off was no mistake, and the newest release is what builds go on from.
          report.holds = !wasBetween && !store.isNewest(report.number)
          if report.holds { try store.hold(report.number ?? 0) }
          try store.exchangeWithPrevious(release)
          if !report.holds { try store.hold(nil) }
        }
      }
    } catch {
      if store.publicNow != .published { try? store.hold(heldBefore) }
      store.abandon()
      throw .file(error, store.publicNow)
    }
    if let problem { throw problem }
    report.add(store.foreign)
    return report
  }

  /// Where the release is that a rollback goes to.
  private static func target(_ number: Int?, _ store: ReleaseStore) -> Result<String, PublishingError> {
    let earlier = store.earlierReleases
    guard let number else {
      return Files.isDirectory(store.previous) ? .success(store.previous) : .failure(.nothingToRollBackTo)
    }
    if let found = earlier.first(where: { $0.manifest?.note?.number == number }) { return .success(found.path) }
    if store.manifests[store.output]?.note?.number == number { return .failure(.alreadyPublic(number)) }
    return .failure(.noSuchRelease(number, kept: earlier.compactMap { $0.manifest?.note?.number }.sorted()))
  }

  /// Ends what a rollback holds.
  ///
  /// - Returns: the number of the release that was held, 0 where it has none; nil where none was.
  package func resume() throws(PublishingError) -> Int? {
    guard Files.isDirectory(place.state) else { return nil }
    let lock = try ReleaseLock(place)
    defer { withExtendedLifetime(lock) {} }
    let store = ReleaseStore(place)
    guard let held = store.held else { return nil }
    do throws(FileError) { try store.hold(nil) } catch { throw .file(error, .untouched) }
    return held
  }

  /// What a disk lost of a release, as after a power cut on one that lied.
  static func damage(of directory: String, _ release: Manifest) throws(FileError) -> PublishingError? {
    let found = try ReleaseContents(of: directory, release).files
    let damaged = release.paths.filter { path in
      guard let file = found[path] else { return true }
      // One whose notes were lost has none of its sizes.
      return release.files[path].map { $0 > 0 && Int(file.st_size) != $0 } ?? true
    }
    return damaged.first.map { .damaged(count: damaged.count, first: $0) }
  }

  // MARK: Writing

  private func write(
    _ artifacts: [Artifact], _ store: ReleaseStore, mode: UInt32
  ) throws(FileError) -> (Report, Manifest, written: [String]) {
    let (directories, own) = Self.directories(artifacts)
    for directory in directories {
      try Files.makeDirectory(
        directory.isEmpty ? store.building : store.building + "/" + directory, mode: PublishedMode.directory)
    }
    // Links lead to nothing on another disk: there the copy that was just made stands for what is public.
    let last = [store.saved, place.isMount ? store.previous : output].first(where: Files.isDirectory)
    let writer = ReleaseWriter(
      building: store.building, last: last,
      times: FileTimes(releases: [output, store.previous]), mode: mode)
    let failure = Mutex<FileError?>(nil)
    let results = jobs.map(artifacts) { artifact -> ReleaseWriter.Written in
      // After a failure (a full disk), the rest is not worth trying.
      if failure.withLock({ $0 != nil }) { return .init(isNew: false, size: 0) }
      do throws(FileError) {
        if let directory = Self.directory(of: artifact), own.contains(directory) {
          try Files.makeDirectory(writer.building + "/" + directory, mode: PublishedMode.directory)
        }
        return try writer.write(artifact)
      } catch {
        failure.withLock { $0 = $0 ?? error }
        return .init(isNew: false, size: 0)
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    var report = Report()
    report.files = artifacts.count
    var sizes: [String: Int] = [:]
    for (artifact, result) in zip(artifacts, results) {
      report.written += result.isNew ? 1 : 0
      report.bytes += result.size
      report.newBytes += result.isNew ? result.size : 0
      sizes[artifact.path.file] = result.size
    }
    let written = zip(artifacts, results).filter(\.1.isNew).map(\.0.path.file)
    return (report, Manifest(sizes), written)
  }

  /// All directories that the files lie in, without those that another one makes on its way: those to be made first, each after the one above it,
  /// and those that hold one file and nothing else, which are made with it.
  private static func directories(_ artifacts: [Artifact]) -> (shared: [String], own: Set<Substring>) {
    var counts: [Substring: Int] = ["": 2]
    for artifact in artifacts {
      if let directory = directory(of: artifact) { counts[directory, default: 0] += 1 }
    }
    for directory in counts.keys {
      if let slash = directory.utf8.lastIndex(of: UInt8(ascii: "/")) { counts[directory[..<slash]]? += 2 }
    }
    let own = Set(counts.lazy.filter { $0.value == 1 }.map(\.key))
    return (counts.keys.filter { !own.contains($0) }.sorted().map(String.init), own)
  }

  private static func directory(of artifact: Artifact) -> Substring? {
    artifact.path.file.utf8.lastIndex(of: UInt8(ascii: "/")).map { artifact.path.file[..<$0] }
  }
}

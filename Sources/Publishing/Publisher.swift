package import Artifacts
import Files
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
    /// Files whose bytes are new; the others are the last release's own, linked.
    package var written = 0
    /// Files of the last release that are gone.
    package var removed = 0
    package var bytes = 0
    /// Why the release could not be put in place by one step, where it could not.
    package var inPlaceReason: String?
    /// Files in the output that were not this program's, and where they are kept now.
    package var foreignFiles: [String] = []
    package var foundDirectory = ""
  }

  package let output: String
  private let jobs: Jobs

  /// - Parameter output: a directory, there or not; a link to one stands for what it leads to.
  package init(output: String, jobs: Jobs) {
    self.output = Files.resolvingLink(output)
    self.jobs = jobs
  }

  /// The files of the release that is public now, by their paths; none where that is not known.
  package var lastFiles: [String] {
    // After a rollback what is known to be ours may be of two releases.
    ForeignFiles(output: output, state: ReleaseStore(output: output).state).knownFiles
      .filter { Files.exists(output + "/" + $0) }
  }

  /// What the last release left for the next to know; empty where there was none.
  package var memory: [UInt8] { (try? Files.read(ReleaseStore(output: output).memory)) ?? [] }

  /// - Parameters:
  ///   - artifacts: one for each path.
  ///   - memory: what the next release is to know of this one.
  package func publish(_ artifacts: [Artifact], memory: [UInt8]? = nil) throws(PublishingError) -> Report {
    let store = ReleaseStore(output: output)
    try store.checkOutputIsOurs()
    let lock = try store.lock()
    defer { withExtendedLifetime(lock) {} }
    try store.recover()
    do throws(PublishingError) {
      var report = try write(artifacts, store)
      let foreignFiles = ForeignFiles(output: output, state: store.state)
      let before = try store.files { () throws(FileError) in try foreignFiles.filesPresent() }
      report.foreignFiles = try store.files { () throws(FileError) in try foreignFiles.setAsideForeign(among: before) }
      report.foundDirectory = foreignFiles.foundDirectory
      report.removed = Set(before).subtracting(artifacts.map(\.path.file)).count - report.foreignFiles.count
      store.sync()
      // Before the switch: what was killed in between dates no change twice, and loses none.
      if let memory { try store.files { () throws(FileError) in try Files.replace(store.memory, with: memory) } }
      guard rename(store.building, store.ready) == 0 else { throw .file(FileError("rename", store.building)) }
      let paths = artifacts.map(\.path.file)
      foreignFiles.recordManifest(paths, of: store.ready)
      foreignFiles.extendManifest(by: paths)
      if case .inPlace(let reason, let replaced) = try store.publishReady(order: Self.order(artifacts)) {
        report.inPlaceReason = reason
        report.written = replaced
        foreignFiles.recordManifest(paths, of: output)
      }
      foreignFiles.removeManifests(exceptOf: [output, store.previous])
      return report
    } catch {
      // A full disk should not stay full of a release that never was.
      try? Files.remove(store.building)
      throw error
    }
  }

  /// Puts the release before the last one back, atomically; doing it again brings the newer one back.
  package func rollback() throws(PublishingError) {
    let store = ReleaseStore(output: output)
    guard store.mayRollBack else { throw .nothingToRollBackTo }
    let lock = try store.lock()
    defer { withExtendedLifetime(lock) {} }
    try store.recover()
    try store.exchangeWithPrevious()
  }

  // MARK: Writing

  private func write(_ artifacts: [Artifact], _ store: ReleaseStore) throws(PublishingError) -> Report {
    try store.files { () throws(FileError) in
      for directory in Self.directories(artifacts) {
        try Files.makeDirectory(directory.isEmpty ? store.building : store.building + "/" + directory)
      }
    }
    let writer = ReleaseWriter(building: store.building, last: Files.exists(output) ? output : nil)
    let failure = Mutex<FileError?>(nil)
    let results = jobs.map(artifacts) { artifact -> (written: Bool, bytes: Int) in
      // After a failure (a full disk), the rest is not worth trying.
      if failure.withLock({ $0 != nil }) { return (false, 0) }
      do throws(FileError) {
        return try writer.write(artifact)
      } catch {
        failure.withLock { $0 = $0 ?? error }
        return (false, 0)
      }
    }
    if let error = failure.withLock({ $0 }) { throw .file(error) }
    var report = Report()
    report.files = artifacts.count
    for result in results {
      report.written += result.written ? 1 : 0
      report.bytes += result.bytes
    }
    return report
  }

  /// All directories that the files lie in, each after the one above it, without those that another one makes on its way.
  private static func directories(_ artifacts: [Artifact]) -> [String] {
    var directories: Set<Substring> = [""]
    for artifact in artifacts {
      if let slash = artifact.path.file.utf8.lastIndex(of: UInt8(ascii: "/")) {
        directories.insert(artifact.path.file[..<slash])
      }
    }
    return directories.sorted().map(String.init)
  }

  /// Files that nothing points to first: pictures and styles, then pages, then feeds, their index last.
  private static func order(_ artifacts: [Artifact]) -> [String] {
    func rank(_ file: String) -> Int {
      if file == "feeds/v1/index.json" { return 4 }
      if file.hasPrefix("feeds/") { return 3 }
      if file == "index.html" { return 2 }
      return file.hasSuffix(".html") || file.hasSuffix(".xml") || file.hasSuffix(".json") ? 1 : 0
    }
    return artifacts.map(\.path.file).sorted { (rank($0), $0) < (rank($1), $1) }
  }
}

package import Artifacts
import CLinux
import Digests
package import Files
import Parallel

/// A release that is public as it was put there, with what whoever made it left beside it (`.public.gongshi/standing`): a build that would make the
/// same once more renews the few files that state its moment and leaves all others where they are. Another build waits until it is gone. [0077]
///
/// The file begins with a digest of the rest, as releases' notes do: one that is cut short or was changed is none.
package final class StandingRelease {
  /// What was left for the next build.
  package let note: [UInt8]
  /// What the release left for the next to know (`Publisher.memory`).
  package let memory: [UInt8]

  private let store: ReleaseStore
  private let lock: ReleaseLock
  private let lines: ManifestLines
  private let state: PublicState
  private let jobs: Jobs

  /// nil where nothing was left, or anything is not as it was left.
  init?(_ place: OutputPlace, jobs: Jobs) {
    guard let file = try? Files.read(Self.path(place.state)), let left = Left(file), !place.isMount,
      let lock = try? ReleaseLock(place)
    else { return nil }
    let store = ReleaseStore(place)
    guard !store.isUnfinished, store.held == nil, let memory = try? Files.read(store.memory),
      SHA256.hexadecimal(memory) == left.memory, let lines = store.manifests.lines(of: place.output),
      let state = PublicState(of: place.output, lines, jobs: jobs), state == left.state
    else { return nil }
    (self.store, self.lock, self.lines, self.memory, self.jobs) = (store, lock, lines, memory, jobs)
    self.state = state
    note = left.note
  }

  /// A file of it.
  package func file(_ path: SitePath) -> [UInt8]? { try? Files.read(store.output + "/" + path.file) }

  static func path(_ state: String) -> String { state + "/standing" }

  // MARK: Renewing

  /// Puts files in place of theirs, by one step.
  ///
  /// - Parameters:
  ///   - artifacts: of files of the release below `feeds/v1/`.
  ///   - memory: what the next release is to know now.
  ///   - moment: that the release speaks of now (`Publisher.publish`).
  ///   - note: for the next build.
  /// - Returns: nil where the file system has no such step: nothing is changed then.
  /// - Throws: `FileError` when the machine refuses; the release is as it was.
  package func renew(
    _ artifacts: [Artifact], memory: [UInt8], moment: String, note: [UInt8]
  ) throws(PublishingError) -> Publisher.Report? {
    defer { withExtendedLifetime(lock) {} }
    do throws(FileError) {
      return try exchange(artifacts, memory: memory, moment: moment, note: note)
    } catch {
      store.abandon(remembering: self.memory)
      throw .file(error, store.publicNow)
    }
  }

  private static let directory = "feeds/v1"

  private func exchange(
    _ artifacts: [Artifact], memory: [UInt8], moment: String, note: [UInt8]
  ) throws(FileError) -> Publisher.Report? {
    let (output, building) = (store.output, store.building)
    try copyNames(but: Set(artifacts.map(\.path.file)), to: building)
    let writer = ReleaseWriter(
      building: building, last: output, times: FileTimes(releases: [output, store.previous]), mode: lock.mode)
    var written: [ReleaseWriter.Written] = []
    for artifact in artifacts { written.append(try writer.write(artifact)) }
    let sizes = zip(artifacts, written).map { ($0.path.file, $1.size) }
    guard let after = lines.replacing(sizes: sizes, moment: moment),
      // Between the two steps neither size is wrong.
      let during = lines.replacing(sizes: sizes.map { ($0.0, 0) }, moment: moment)
    else {
      try Files.remove(building)
      return nil
    }
    try store.sync()
    try Files.remove(Self.path(store.state))
    try Files.replace(store.memory, with: memory)
    try store.manifests.record(during, of: output)
    let directory = Self.directory
    guard gongshi_exchange("\(building)/\(directory)", "\(output)/\(directory)") == 0 else {
      let error = FileError("exchange", output + "/" + directory)
      try store.manifests.record(lines, of: output)
      guard store.isRefusal(error) else { throw error }
      store.abandon(remembering: self.memory)
      return nil
    }
    store.publicNow = .published
    try store.manifests.record(after, of: output)
    try Files.syncDirectory("\(output)/feeds")
    try Files.remove(building)
    Self.leave(note, in: store, lines: after, others: state.others, memory: memory, jobs: jobs)
    return report(after, written)
  }

  /// Second names of all that stays.
  private func copyNames(but renewed: Set<String>, to building: String) throws(FileError) {
    let root = Array((Self.directory + "/").utf8)
    try Files.makeDirectory("\(building)/\(Self.directory)", mode: PublishedMode.directory)
    for entry in lines.feeds where entry.path.starts(with: root) {
      let path = String(decoding: entry.path, as: UTF8.self)
      if entry.size == nil {
        try Files.makeDirectory("\(building)/\(path)", mode: PublishedMode.directory)
      } else if !renewed.contains(path) {
        try InPlaceUpdate.link("\(store.output)/\(path)", "\(building)/\(path)")
      }
    }
  }

  private func report(_ lines: ManifestLines, _ written: [ReleaseWriter.Written]) -> Publisher.Report {
    var report = Publisher.Report()
    report.files = (lines.feeds + lines.others).count { $0.size != nil }
    report.written = written.count { $0.isNew }
    report.newBytes = written.filter(\.isNew).map(\.size).reduce(0, +)
    return report
  }

  // MARK: Leaving

  /// Leaves a note beside the release that is public; where it can't be said what state that is in, none.
  ///
  /// - Parameter others: known already of what lies outside `feeds/`.
  static func leave(
    _ note: [UInt8], in store: ReleaseStore, lines: ManifestLines, others: String? = nil, memory: [UInt8],
    jobs: Jobs
  ) {
    let state: PublicState?
    let tick = FileClock(probe: store.state + "/tick").nextTick()
    if let others, let tick {
      state = PublicState.feeds(of: store.output, lines, before: tick, jobs: jobs).map {
        PublicState(feeds: $0, others: others)
      }
    } else {
      state = tick.flatMap { PublicState(of: store.output, lines, before: $0, jobs: jobs) }
    }
    guard let state else { return }
    // Whether it is there or not, the next build is right.
    try? Files.replace(
      path(store.state), with: Left(memory: SHA256.hexadecimal(memory), state: state, note: note).bytes)
  }

  /// The file that is left.
  private struct Left {
    let memory: String
    let state: PublicState
    let note: [UInt8]

    init(memory: String, state: PublicState, note: [UInt8]) {
      (self.memory, self.state, self.note) = (memory, state, note)
    }

    init?(_ sealed: [UInt8]) {
      guard let bytes = Manifest.unsealed(sealed), let end = bytes.firstIndex(of: 0x0A) else { return nil }
      let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").map(String.init)
      guard words.count == 4, words[0] == "standing" else { return nil }
      memory = words[1]
      state = PublicState(feeds: words[2], others: words[3])
      note = Array(bytes[(end + 1)...])
    }

    var bytes: [UInt8] {
      Manifest.sealed(Array("standing \(memory) \(state.feeds) \(state.others)\n".utf8) + note)
    }
  }
}

extension Publisher {
  /// What stands, for a build that may make the same once more; no other build publishes there while it is held. nil where that is not sure.
  package func standing() -> StandingRelease? {
    guard Files.isRegular(StandingRelease.path(place.state)), (try? place.check(named: named)) != nil else {
      return nil
    }
    return StandingRelease(place, jobs: jobs)
  }
}

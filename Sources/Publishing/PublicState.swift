import Digests
import Files
import Parallel

/// Whether a release lies where it was put as it was put there: digests of what the file system says of each of its files and directories
/// (`FileState`). What is written into, replaced, added or removed by whomever makes another of it. Nothing is read: a release has hundreds of
/// megabytes.
struct PublicState: Sendable, Hashable {
  /// Of what lies below `feeds/`, which a release that stands is renewed in; of all else.
  let feeds: String
  let others: String

  private static let feedsRoot = Array("feeds".utf8)

  /// The two at once.
  ///
  /// - Parameters:
  ///   - list: the release's notes (`Manifest.bytes`).
  ///   - tick: nothing of it changed at this time or later, by the file system's clock; nil: that does not matter.
  /// - Returns: nil where anything is missing, has another size than the notes say, or changed later.
  init?(of release: String, _ list: ManifestLines, before tick: Int64? = nil, jobs: Jobs) {
    guard let feeds = Self.feeds(of: release, list, before: tick, jobs: jobs),
      let others = Self.digest(of: release, list.others, before: tick, jobs: jobs)
    else { return nil }
    (self.feeds, self.others) = (feeds, others)
  }

  init(feeds: String, others: String) { (self.feeds, self.others) = (feeds, others) }

  static func feeds(of release: String, _ list: ManifestLines, before tick: Int64?, jobs: Jobs) -> String? {
    digest(of: release, list.feeds, before: tick, jobs: jobs)
  }

  private static func digest(
    of release: String, _ entries: [ManifestLines.Entry], before tick: Int64?, jobs: Jobs
  ) -> String? {
    let grain = 256
    let runs = stride(from: 0, to: entries.count, by: grain).map { $0..<min(entries.count, $0 + grain) }
    guard let root = OpenDirectory(BytePath(release)) else { return nil }
    let itself = BytePath(".")
    let digests = jobs.map(runs, grain: 1) { run -> [UInt8]? in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(run.count * 64)
      for entry in entries[run] {
        let path = entry.path.isEmpty ? itself : BytePath(bytes: entry.path)
        guard let state = path.call({ FileState(of: $0, below: root) }),
          entry.size.map({ state.isRegular && state.size == $0 }) ?? state.isDirectory,
          tick.map({ state.changed < $0 }) ?? true
        else { return nil }
        state.append(to: &bytes)
      }
      return SHA256.digest(bytes)
    }
    var all: [UInt8] = []
    for digest in digests {
      guard let digest else { return nil }
      all += digest
    }
    return SHA256.hexadecimal(all)
  }
}

/// A release's notes as they lie on the disk, without a dictionary made of them: there is a line a file, and most builds only go through them.
struct ManifestLines: Sendable {
  struct Entry: Sendable {
    let path: [UInt8]
    /// nil for a directory.
    let size: Int?
  }

  private(set) var bytes: [UInt8]
  /// Below `feeds/`, with that itself; all others, with the release's own directory.
  private(set) var feeds: [Entry] = []
  private(set) var others: [Entry] = []

  /// nil for notes that are not whole, or have no number.
  init?(_ sealed: [UInt8]) {
    guard let bytes = Manifest.unsealed(sealed), bytes.starts(with: ReleaseNote.mark.utf8) else { return nil }
    self.bytes = bytes
    others.append(Entry(path: [], size: nil))
    var lastDirectory: ArraySlice<UInt8> = []
    for line in bytes.split(separator: 0x0A) {
      guard let blank = line.firstIndex(of: 0x20), let size = Self.number(line[..<blank]) else { continue }
      let path = line[(blank + 1)...]
      if let slash = path.lastIndex(of: 0x2F) {
        let directory = path[..<slash]
        if directory != lastDirectory {
          addDirectories(of: directory, after: lastDirectory)
          lastDirectory = directory
        }
      }
      add(Entry(path: Array(path), size: size))
    }
    // In the order of the paths a directory may come twice; once more does no harm.
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 19 else { return nil }
    var number = 0
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39 else { return nil }
      number = number * 10 + Int(digit - 0x30)
    }
    return number
  }

  private mutating func add(_ entry: Entry) {
    if entry.path.starts(with: "feeds/".utf8) || entry.path.elementsEqual("feeds".utf8) {
      feeds.append(entry)
    } else {
      others.append(entry)
    }
  }

  /// Those above it first, as far as the last one did not lie in them.
  private mutating func addDirectories(of path: ArraySlice<UInt8>, after last: ArraySlice<UInt8>) {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[end...].firstIndex(of: 0x2F) ?? path.endIndex
      let directory = path[..<end]
      let isKnown =
        last.starts(with: directory) && (last.count == directory.count || last.dropFirst(directory.count).first == 0x2F)
      if !isKnown { add(Entry(path: Array(directory), size: nil)) }
      end = min(end + 1, path.endIndex)
    }
  }

  // MARK: As another release's

  /// - Parameters:
  ///   - sizes: of files that it lists.
  ///   - moment: that the release speaks of now.
  /// - Returns: nil where one is not listed.
  func replacing(sizes: [(path: String, size: Int)], moment: String) -> ManifestLines? {
    var changed = self
    guard let end = bytes.firstIndex(of: 0x0A), let blank = bytes[..<end].lastIndex(of: 0x20) else { return nil }
    changed.bytes.replaceSubrange(blank + 1..<end, with: moment.utf8)
    for (path, size) in sizes {
      let wanted = Array(path.utf8)
      guard let index = changed.feeds.firstIndex(where: { $0.path == wanted }), let old = changed.feeds[index].size,
        let place = changed.bytes.firstRange(of: Array("\n\(old) \(path)\n".utf8))
      else { return nil }
      changed.bytes.replaceSubrange(place, with: Array("\n\(size) \(path)\n".utf8))
      changed.feeds[index] = Entry(path: wanted, size: size)
    }
    return changed
  }

  var sealed: [UInt8] { Manifest.sealed(bytes) }
}

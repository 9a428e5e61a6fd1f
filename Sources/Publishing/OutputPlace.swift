import CLinux
import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a site is published, however it was written, and where the state of its releases lies.
///
/// The state (`ReleaseStore`) lies on the same file system, so that files can be linked and renamed: beside the output, or within it where
/// the output is a mount. There it goes with the volume, its name can't be guessed and only its owner may enter it, since a server may
/// serve what lies in a volume. [0043]
struct OutputPlace: Sendable {
  /// Absolute, without links, `.` and `..`.
  let output: String
  /// A volume of its own: its root can't be exchanged.
  let isMount: Bool

  init(_ path: String) {
    output = Files.eventualPath(path)
    isMount = gongshi_is_mount(output) == 1
  }

  private var parent: String { output.lastIndex(of: "/").map { String(output[..<$0]) } ?? "" }
  private var name: String { String(output[(output.lastIndex(of: "/").map(output.index(after:)) ?? output.startIndex)...]) }

  /// The directory that holds the output.
  var directory: String { parent.isEmpty ? "/" : parent }

  private static let prefix = ".gongshi-"

  /// The state that is there; nil where nothing was published yet, or it is lost.
  var existingState: String? {
    if !isMount { return Files.isDirectory(stateBeside) ? stateBeside : nil }
    let names = ((try? Files.names(in: output)) ?? []).filter { $0.hasPrefix(Self.prefix) }
    return names.map { output + "/" + $0 }.first { Files.isDirectory($0) && Files.isOwn($0 + "/lock") }
  }

  private var stateBeside: String { "\(parent)/.\(name).gongshi" }

  /// The state, made where it is not there. Nobody but its owner may enter it.
  func makeState() throws(FileError) -> String {
    if let state = existingState {
      // One of an earlier version, or of a careless copy.
      _ = chmod(state, 0o700)
      return state
    }
    if !isMount {
      if !parent.isEmpty { try Files.makeDirectory(parent, mode: PublishedMode.directory) }
      try Files.makeDirectory(stateBeside, isPrivate: true)
      return stateBeside
    }
    var random = SystemRandomNumberGenerator()
    let state = output + "/" + Self.prefix + String(random.next(), radix: 36) + String(random.next(), radix: 36)
    try Files.makeDirectory(state, isPrivate: true)
    return state
  }

  /// What of a mount's root is no part of a release: the state, and what the file system itself keeps there.
  func isReserved(_ name: [UInt8]) -> Bool {
    guard isMount else { return false }
    if name == Array("lost+found".utf8) { return true }
    return name.starts(with: Self.prefix.utf8) && existingState == output + "/" + String(decoding: name, as: UTF8.self)
  }

  // MARK: Checks

  /// - Parameter named: the output as it was written.
  func check(named: String) throws(PublishingError) {
    if let broken = Files.brokenLink(in: named) { throw .brokenLink(broken.link, destination: broken.destination) }
    guard output != "/" else { throw .notOurs("/") }
    var above = parent
    while !above.isEmpty {
      let place = OutputPlace(above)
      if Files.isOwn(above + "/feeds/v1/index.json"), place.existingState != nil { throw .within(above) }
      above = String(above[..<(above.lastIndex(of: "/") ?? above.startIndex)])
    }
  }

  /// Nothing is there, or nothing that counts.
  var isEmpty: Bool {
    guard let names = try? BytePath(output).names() else { return !Files.exists(output) }
    return names.allSatisfy(isReserved)
  }
}

/// What files and directories that are published may be read by, whatever the mask of the process that publishes.
enum PublishedMode {
  static let file: mode_t = 0o644
  static let directory: mode_t = 0o755
}

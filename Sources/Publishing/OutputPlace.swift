import CLinux
import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a site is published, however it was written, and where the state of its releases lies: beside it, for its owner alone, since a
/// web server may serve what lies there.
struct OutputPlace: Sendable {
  /// Absolute, without links, `.` and `..`.
  let output: String
  /// A volume of its own: its root can't be exchanged.
  let isMount: Bool

  init(_ path: String) {
    output = Files.eventualPath(path)
    isMount = gongshi_is_mount(output) == 1
  }

  private var slash: String.Index { output.lastIndex(of: "/") ?? output.startIndex }
  private var parent: String { String(output[..<slash]) }

  /// The directory that holds the output.
  var directory: String { parent.isEmpty ? "/" : parent }

  /// `.public.gongshi/`.
  var state: String { "\(parent)/.\(output[slash...].dropFirst()).gongshi" }

  func makeState() throws(FileError) {
    if !parent.isEmpty { try Files.makeDirectory(parent, mode: PublishedMode.directory) }
    try Files.makeDirectory(state, isPrivate: true)
    // One of an earlier version, or of a careless copy.
    if Files.isOpenToOthers(state) { _ = chmod(state, 0o700) }
  }

  // MARK: A volume

  private static let workspaceName = ".gongshi-update"

  /// Where files wait that are to be renamed into the output: on its own file system. Within a mount it is there only while the mount is
  /// updated, for its owner alone. [0043]
  var workspace: String {
    let isOfOneDevice = BytePath(output).status?.st_dev == BytePath(state).status?.st_dev
    return isMount || !isOfOneDevice ? output + "/" + Self.workspaceName : state + "/incoming"
  }

  /// What at the output's root is no part of a release: the workspace, and what a file system itself keeps there.
  func isReserved(_ name: [UInt8]) -> Bool {
    name == Array(Self.workspaceName.utf8) || isMount && name == Array("lost+found".utf8)
  }

  // MARK: Checks

  /// - Parameter named: the output as it was written.
  func check(named: String) throws(PublishingError) {
    for path in [named, state] {
      if let broken = Files.brokenLink(in: path) { throw .brokenLink(broken.link, destination: broken.destination) }
    }
    guard output != "/" else { throw .notOurs("/") }
    var above = parent
    while !above.isEmpty {
      let place = OutputPlace(above)
      if Files.isOwn(above + "/feeds/v1/index.json"), Files.isDirectory(place.state) { throw .within(above) }
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
  static let file: UInt32 = 0o644
  static let directory: UInt32 = 0o755
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files below a directory that may be read, and what stands in their place that may not: a source directory is written by many
/// hands, and what is in it is published; and so is the directory that is published to.
package struct FileTree: Sendable {
  /// What can't be read as a file.
  package enum Obstacle: Sendable, Hashable {
    /// A link to a place outside.
    case leadsOut
    /// A link to nothing.
    case dangling
    /// A link that leads back to itself.
    case loop
    /// A link to a directory: it is not followed, so that no tree is without end.
    case directoryLink
    /// A pipe, a socket, a device: reading it may never end.
    case special
    /// The name is no UTF-8; the path holds it as far as it can be read.
    case unreadableName
  }

  /// Paths relative to the directory, sorted, so that the file system's order never shows.
  package private(set) var files: [String] = []
  package private(set) var obstacles: [(path: String, obstacle: Obstacle)] = []

  /// Whether any of them is a link.
  package private(set) var hasLinks = false

  private let roots: [String]
  private let hidden: Bool

  /// - Parameters:
  ///   - bounds: the directory that links may not lead out of; the root itself may lie elsewhere.
  ///   - hidden: whether names that begin with a dot count too.
  package init(below root: String, within bounds: String = "/", hidden: Bool = false) throws(FileError) {
    roots = [root, bounds].compactMap(Files.realPath)
    self.hidden = hidden
    try walk(root, prefix: "")
    files.sort()
    obstacles.sort { $0.path < $1.path }
  }

  /// All that is no directory, readable or not, sorted.
  package var everything: [String] { obstacles.isEmpty ? files : (files + obstacles.map(\.path)).sorted() }

  /// What a single path is, if not a file.
  package static func obstacle(of path: String, within bounds: String) -> Obstacle? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR: return nil
    case S_IFLNK: return obstacle(ofLink: path, roots: [bounds].compactMap(Files.realPath))
    default: return .special
    }
  }

  private mutating func walk(_ directory: String, prefix: String) throws(FileError) {
    for name in try Files.rawNames(in: directory) where hidden || name.first != UInt8(ascii: ".") {
      guard let text = String(validating: name, as: UTF8.self) else {
        obstacles.append((prefix + LegacyText.shown(name), .unreadableName))
        continue
      }
      let path = directory + "/" + text
      var status = stat()
      guard lstat(path, &status) == 0 else {
        // An editor's file that is gone by now.
        if errno == ENOENT { continue }
        throw FileError("stat", path)
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: try walk(path, prefix: prefix + text + "/")
      case S_IFREG: files.append(prefix + text)
      case S_IFLNK:
        hasLinks = true
        if let obstacle = Self.obstacle(ofLink: path, roots: roots) {
          obstacles.append((prefix + text, obstacle))
        } else {
          files.append(prefix + text)
        }
      default: obstacles.append((prefix + text, .special))
      }
    }
  }

  private static func obstacle(ofLink path: String, roots: [String]) -> Obstacle? {
    var status = stat()
    guard stat(path, &status) == 0, let target = Files.realPath(path) else {
      return errno == ELOOP ? .loop : .dangling
    }
    let isInside = roots.contains { target.hasPrefix($0 == "/" ? $0 : $0 + "/") }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return isInside ? nil : .leadsOut
    case S_IFDIR: return .directoryLink
    default: return .special
    }
  }
}

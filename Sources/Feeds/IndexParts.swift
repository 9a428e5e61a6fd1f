package import Artifacts
import Community

/// Which files the index leaves to parts. It goes by their paths alone, so that it is known before any of them is made. [0072]
package enum IndexParts {
  /// Bytes of the index, and of each part, as they are reckoned ahead.
  static let bytes = 450_000

  package struct Part: Sendable {
    package let path: SitePath
    /// `/calendar/venue/`.
    let folder: String
    package let paths: [SitePath]
  }

  /// None where one file has room for all. What programs ask for by name (feeds, screens, tables) stays in the index itself.
  package static func parts(of paths: [SitePath]) -> [Part] {
    guard size(paths) > bytes else { return [] }
    let apart = paths.filter { path in
      [
        "calendar/", "feeds/v1/activities/", "feeds/openactive/session-series/", "feeds/openactive/scheduled-sessions/",
        "feeds/openactive/events/", "feeds/hsds/services/", "feeds/hsds/organizations/",
      ].contains(where: path.file.hasPrefix)
    }
    let folders = Dictionary(grouping: apart) { path in
      "/" + path.file.split(separator: "/").dropLast().joined(separator: "/") + "/"
    }
    return folders.sorted { $0.key < $1.key }.flatMap { folder, paths -> [Part] in
      let name = folder.split(separator: "/").filter { $0 != "feeds" && $0 != "v1" }.joined(separator: "-")
      let pieces = pieces(paths.sorted())
      return pieces.enumerated().map { number, paths in
        Part(
          path: .feed("index/" + (number == 0 ? name : "\(name)-\(number + 1)")), folder: folder, paths: paths)
      }
    }
  }

  private static func size(_ path: SitePath) -> Int { path.file.utf8.count + 150 }
  private static func size(_ paths: [SitePath]) -> Int { paths.reduce(0) { $0 + size($1) } }

  private static func pieces(_ paths: [SitePath]) -> [[SitePath]] {
    var found: [[SitePath]] = []
    var room = 0
    for path in paths {
      if room < size(path) {
        found.append([])
        room = bytes
      }
      found[found.count - 1].append(path)
      room -= size(path)
    }
    return found
  }
}

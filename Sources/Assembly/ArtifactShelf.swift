package import Artifacts
package import Parallel

/// The files of a release that are made one by one, when they are asked for: whoever looks at a page waits for that page alone. What is made of all
/// others (the feeds' index, the map, the search) is made together, once.
package struct ArtifactShelf: Sendable {
  private let single: [SitePath: Artifact]
  private let late: Set<SitePath>
  private let rest: Once<[SitePath: Artifact]>

  /// - Parameters:
  ///   - single: those that can be made by themselves.
  ///   - late: further paths that there are.
  ///   - all: all files of the release.
  init(_ single: [Artifact], late: [SitePath], all: Once<[SitePath: Artifact]>) {
    self.single = Dictionary(single.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.late = Set(late)
    rest = all
  }

  /// nil where the release has no such file.
  package subscript(path: SitePath) -> Artifact? {
    if let artifact = single[path] { return artifact }
    guard late.contains(path) || Self.isOfSearch(path) else { return nil }
    return rest.value[path]
  }

  /// Pages, pictures, feeds and all else that is no part of the search and not made of the others, by their paths.
  package var paths: [SitePath] { single.keys.sorted() }

  private static func isOfSearch(_ path: SitePath) -> Bool {
    path.file.hasPrefix("search/") || path.file.hasPrefix("assets/search-") || path.file.hasPrefix("sitemap-")
  }
}

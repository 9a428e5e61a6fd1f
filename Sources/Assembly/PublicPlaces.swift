import Files

/// The directories of a site whose files reach the public, or are taken for something that should: no secret may lie in them.
package struct PublicPlaces: Sendable {
  /// The site's directory.
  let site: String
  private let places: [(shown: String, path: String)]

  /// - Parameter output: where the site is published, if not in `public/` alone.
  package init(site: String, output: String? = nil) {
    self.site = site
    let own = ["content", "themes", "public"].map { ($0 + "/", Files.eventualPath(site + "/" + $0)) }
    places = own + (output.map { [($0, Files.eventualPath($0))] } ?? [])
  }

  /// The directory that a file lies in, as people name it, whatever links and `..` lead there; nil where it lies in none. The file need
  /// not be there.
  package func place(of file: String) -> String? {
    // A link that lies in such a directory is as wrong as one that leads there.
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let directory = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    let paths = [Files.eventualPath(file), Files.eventualPath(directory) + "/" + (parts.last ?? "")]
    return places.first { place in paths.contains { $0 == place.path || $0.hasPrefix(place.path + "/") } }?.shown
  }
}

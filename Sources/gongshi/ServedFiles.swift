import Content
import Files

/// Which files of a site's directory a preview depends on.
enum ServedFiles {
  /// - Parameters:
  ///   - database: where the settings say that it lies.
  ///   - theme: its name.
  static func places(database: String?, theme: String?) -> [TreeWatch.Place] {
    var places = [TreeWatch.Place("", isDeep: false), TreeWatch.Place("content", isDeep: true)]
    places.append(TreeWatch.Place(theme.map { "themes/" + $0 } ?? "themes", isDeep: true))
    if let database, !database.hasPrefix("content/"), let slash = database.lastIndex(of: "/") {
      places.append(TreeWatch.Place(String(database[..<slash]), isDeep: false))
    }
    return places
  }

  /// Editors' own files, hidden ones, and what SQLite keeps for itself don't count; nor does what is published.
  @Sendable static func matters(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last, let first = path.split(separator: "/").first else { return false }
    if first == "public" || [".swp", ".swx", ".swo", ".tmp", "~", "-shm"].contains(where: name.hasSuffix) {
      return false
    }
    if path == ApprovedEditions.directory || path.hasPrefix(ApprovedEditions.directory + "/") { return true }
    return !path.split(separator: "/").contains { $0.first == "." } && name != "4913"
  }
}

import Artifacts

/// What a file below `content/` is to the program, by its path alone. Endings count in any case: `公告.MD` is a page.
enum SourceKind: Equatable {
  case page
  case picture
  /// For readers to keep (`content/files/`).
  case attachment
  case screen
  case holidays
  /// `data/weather.json`.
  case weather
  /// `site.yaml` and `terms.yaml`, read by their own names.
  case settings
  /// Nothing is said of it: rows that are imported, the database, what editors and systems leave beside people's files.
  case unspoken
  case unread(UnreadFile)

  /// - Parameters:
  ///   - name: below `content/`.
  ///   - database: as `site.yaml` names it, below the site's directory.
  init(_ name: String, database: String) {
    let parts = name.split(separator: "/").map(String.init)
    let file = parts.last?.lowercased() ?? ""
    if AttachmentRules.isLeftBehind(name) || Self.isBackup(file) || Self.isDatabase("content/" + name, database) {
      self = .unspoken
    } else if name.hasPrefix(NamedFile.directory) {
      self = .attachment
    } else if Self.isPage(name) {
      self = .page
    } else if MediaType(fileName: name).isContentImage {
      self = .picture
    } else if Self.isYAML(file) {
      self = .yaml(parts, file)
    } else if name == WeatherReport.name {
      self = .weather
    } else if parts.first == "data", parts.count > 1, [".csv", ".xlsx"].contains(where: file.hasSuffix) {
      self = .unspoken
    } else {
      self = .unread(UnreadFile(parts, file))
    }
  }

  static func isPage(_ name: String) -> Bool { name.lowercased().hasSuffix(pageEnding) }

  static let pageEnding = ".md"

  /// A page's file name without folder and ending.
  static func stem(_ name: String) -> String {
    String((name.split(separator: "/").last ?? "").dropLast(isPage(name) ? pageEnding.count : 0))
  }

  static func isYAML(_ name: String) -> Bool { [".yaml", ".yml"].contains(where: name.lowercased().hasSuffix) }

  private static func yaml(_ parts: [String], _ file: String) -> SourceKind {
    if parts == ["site.yaml"] || parts == ["terms.yaml"] { return .settings }
    switch parts.first {
    case "screens" where parts.count > 1: return .screen
    case "holidays" where parts.count > 1: return .holidays
    default: return .unread(UnreadFile(parts, file))
    }
  }

  private static func isBackup(_ file: String) -> Bool {
    [".swp", ".swo", ".bak", ".tmp", "~"].contains(where: file.hasSuffix)
  }

  /// The database with the files that SQLite keeps beside it.
  private static func isDatabase(_ path: String, _ database: String) -> Bool {
    path == database || path.hasPrefix(database + "-")
  }
}

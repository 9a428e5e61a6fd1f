import Diagnostics
import Files

/// The files below `content/` by what they are, relative to it and sorted.
struct SourceFiles {
  private(set) var pages: [String] = []
  private(set) var pictures: [String] = []
  private(set) var attachments: [String] = []
  private(set) var screens: [String] = []
  private(set) var holidays: [String] = []
  private(set) var hasWeather = false

  /// What is not read is said: each file is used, or named in a warning.
  ///
  /// - Parameter memory: of the same directory, as it was read before.
  static func find(
    below directory: String, database: String, _ memory: SourceMemory?, _ problems: ProblemList
  ) throws(FileError) -> SourceFiles {
    func find() throws(FileError) -> (value: Found, isKept: Bool) {
      let found = ProblemList()
      let (files, hasLinks) = try Self.find(below: directory, database: database, found)
      return (Found(files: files, database: database, problems: found.diagnostics), !hasLinks)
    }
    func known() throws(FileError) -> Found {
      guard let memory else { return try find().value }
      let known = try memory.listing(isThere: { Files.isOwn(directory + "/" + $0) }, find: find)
      // Which file is the database, its settings say.
      return known.database == database ? known : try find().value
    }
    let found = try known()
    found.problems.forEach(problems.add)
    return found.files
  }

  private struct Found: Sendable {
    let files: SourceFiles
    let database: String
    let problems: [Diagnostic]
  }

  private static func find(
    below directory: String, database: String, _ problems: ProblemList
  ) throws(FileError) -> (files: SourceFiles, hasLinks: Bool) {
    func kind(_ name: String) -> SourceKind { SourceKind(name, database: database) }
    var files = SourceFiles()
    var unread: [(name: String, reason: UnreadFile)] = []
    let (all, hasLinks) = try SourceTree.everything(below: "content", site: directory, problems: problems) { name in
      switch kind(name) {
      case .unspoken, .unread: false
      default: true
      }
    }
    for name in all {
      switch kind(name) {
      case .page: files.pages.append(name)
      case .picture: files.pictures.append(name)
      case .attachment: files.attachments.append(name)
      case .screen: files.screens.append(name)
      case .holidays: files.holidays.append(name)
      case .weather: files.hasWeather = true
      case .settings, .unspoken: break
      case .unread(let reason): unread.append((name, reason))
      }
    }
    UnreadFile.warnings(unread).forEach(problems.add)
    FileNames.warnings(all).forEach(problems.add)
    return (files, hasLinks)
  }
}

import Diagnostics
import Files

/// The files below `content/` by what they are, relative to it and sorted.
struct SourceFiles {
  private(set) var pages: [String] = []
  private(set) var pictures: [String] = []
  private(set) var attachments: [String] = []
  private(set) var screens: [String] = []
  private(set) var holidays: [String] = []

  /// What is not read is said: each file is used, or named in a warning.
  static func find(
    below directory: String, database: String, _ problems: ProblemList
  ) throws(FileError) -> SourceFiles {
    func kind(_ name: String) -> SourceKind { SourceKind(name, database: database) }
    var files = SourceFiles()
    var unread: [(name: String, reason: UnreadFile)] = []
    let all = try SourceTree.everything(below: "content", site: directory, problems: problems) { name in
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
      case .settings, .unspoken: break
      case .unread(let reason): unread.append((name, reason))
      }
    }
    UnreadFile.warnings(unread).forEach(problems.add)
    return files
  }
}

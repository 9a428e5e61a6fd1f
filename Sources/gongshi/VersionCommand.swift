import Activities
import ArgumentParser
import CCmark

/// `gongshi version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version", abstract: .said(zh: "版本，以及 SQLite 和 cmark 的版本。", en: "Version, SQLite's and cmark's."))

  static let version = "0.1.0"

  static var text: String {
    "gongshi \(version)\nSQLite \(ActivityDatabase.sqliteVersion)\ncmark \(String(cString: cmark_version_string()))"
  }

  func run() { Terminal.output(Self.text + "\n") }
}

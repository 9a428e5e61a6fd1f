import Foundation

/// A browser of this machine that prints without a window.
enum Browser {
  /// Chromium's relatives by the names under which systems have them.
  private static let names = [
    "chromium", "chromium-browser", "chromium-headless-shell", "google-chrome", "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
  ]

  /// The first of them that the search path has; nil where there is none.
  static var found: String? {
    let directories = (Terminal.environment["PATH"] ?? "").split(separator: ":")
    return names.lazy.flatMap { name in directories.map { "\($0)/\(name)" } }.first(
      where: FileManager.default.isExecutableFile(atPath:))
  }

  /// - Returns: whether it ended as it should. What it says besides is not for people.
  static func print(_ page: String, to target: String, by program: String, profile: String) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: program.contains("/") ? program : "/usr/bin/env")
    let arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--user-data-dir=\(profile)", "--no-pdf-header-footer",
      "--print-to-pdf-no-header", "--print-to-pdf=\(target)", "file://\(page)",
    ]
    // As root, and so in most containers, Chromium has no sandbox; it is given a file of our own without scripts.
    let all = getuid() == 0 ? ["--no-sandbox"] + arguments : arguments
    process.arguments = program.contains("/") ? all : [program] + all
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }
}

import Foundation

/// What git would do with a file; asked of git itself, since `.gitignore`, `info/exclude` and a person's own rules all count.
enum GitWorkTree {
  /// Whether the file lies in a work tree and nothing keeps it from being committed. False where there is no git.
  static func wouldCommit(_ file: String) -> Bool {
    let path = URL(filePath: file)
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = [
      "git", "-C", path.deletingLastPathComponent().path, "check-ignore", "--quiet", "--", path.lastPathComponent,
    ]
    git.standardInput = FileHandle.nullDevice
    git.standardOutput = FileHandle.nullDevice
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return false }
    git.waitUntilExit()
    // 0: ignored; 1: not; 128: no work tree; 127: no git.
    return git.terminationReason == .exit && git.terminationStatus == 1
  }
}

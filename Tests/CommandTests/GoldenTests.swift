import Foundation
import Testing

/// The real binary on small sites, and all it writes compared with what was reviewed. `make golden` records anew.
@Suite struct GoldenTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  private static let isRecording = ProcessInfo.processInfo.environment["GOLDEN"] == "record"

  static let sites = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path).sorted()) ?? []

  @Test func thereAreSites() { #expect(!Self.sites.isEmpty) }

  @Test(arguments: sites)
  func outputIsAsReviewed(site: String) throws {
    let source = Self.fixtures.appending(path: site)
    let work = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: source.appending(path: "site"), to: work)
    defer { try? FileManager.default.removeItem(at: work) }

    var transcript = ""
    let commands = try String(contentsOf: source.appending(path: "commands.txt"), encoding: .utf8)
    for command in commands.split(separator: "\n") where !command.hasPrefix("#") {
      let result = try Binary.run(command.split(separator: " ").map(String.init), in: work)
      transcript += "$ gongshi \(command)\n\(result.output)\(result.error)[\(result.status)]\n"
    }
    var actual = ["transcript.txt": Data(transcript.utf8)]
    for (path, data) in try files(below: work.appending(path: "public")) {
      actual["public/\(path)"] = Self.withoutPlayer(path, data)
    }

    let expected = source.appending(path: "expected")
    if Self.isRecording {
      try? FileManager.default.removeItem(at: expected)
      for (path, data) in actual {
        let file = expected.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
      }
      Issue.record("recorded \(site): review the difference and run again")
      return
    }
    let reviewed = try files(below: expected)
    #expect(actual.keys.sorted() == reviewed.keys.sorted())
    for (path, data) in actual where reviewed[path] != nil {
      #expect(String(decoding: data, as: UTF8.self) == String(decoding: reviewed[path]!, as: UTF8.self), "\(path)")
    }
  }

  /// The player's styles and script stand in Sources/Screens/Player: here, they would be reviewed a second time. Packages are pages again, and
  /// the search's index and share cards are read by their own tests.
  private static func withoutPlayer(_ path: String, _ data: Data) -> Data {
    if path.hasSuffix(".htz") { return Data("a package\n".utf8) }
    if path.hasPrefix("images/share/") { return Data("a card\n".utf8) }
    if path.hasPrefix("search/") || path.hasPrefix("assets/search-"), !path.hasSuffix("/index.html"),
      !path.hasSuffix("/index.json")
    {
      return Data("part of the search\n".utf8)
    }
    guard path.hasPrefix("screens/"), path.hasSuffix(".html") else { return data }
    var text = String(decoding: data, as: UTF8.self)
    for (start, end) in [("<style>\n", "</style>"), ("<script>\n", "</script>")] {
      guard let from = text.range(of: start),
        let to = text.range(of: end, range: from.upperBound..<text.endIndex)
      else { continue }
      text.replaceSubrange(from.upperBound..<to.lowerBound, with: "…\n")
    }
    return Data(text.utf8)
  }

  private func files(below root: URL) throws -> [String: Data] {
    guard FileManager.default.fileExists(atPath: root.path) else { return [:] }
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let file = root.appending(path: path)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      files[path] = try Data(contentsOf: file)
    }
    return files
  }
}

/// The program that is shipped, as `GONGSHI` names it.
enum Binary {
  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  static func run(_ arguments: [String], in directory: URL) throws -> Result {
    let environment = ProcessInfo.processInfo.environment
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL =
      environment["GONGSHI"].map { URL(filePath: $0) } ?? root.appending(path: ".build/release/gongshi")
    process.arguments = arguments
    process.currentDirectoryURL = directory
    // As where no font is installed, whatever this machine has.
    process.environment = ["PATH": environment["PATH"] ?? "", "LANG": "C.UTF-8", "GONGSHI_FONTS": ""]
    let output = Pipe()
    let error = Pipe()
    process.standardOutput = output
    process.standardError = error
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Both are small here: neither pipe fills up while the other is read.
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
      error: String(decoding: errorData, as: UTF8.self))
  }
}

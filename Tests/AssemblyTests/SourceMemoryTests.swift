import Activities
import Artifacts
import CivilTime
import Community
import Content
import Diagnostics
import Files
import Foundation
import Parallel
import RandomInputs
import Testing

@testable import Assembly

/// What was read before saves time and changes nothing: after any edits a site that is read again is the one that is read for the first time.
@Suite struct SourceMemoryTests {
  private let directory: String
  private let now = TimeText.parseInstant("2026-11-21T09:00:00+08:00")!

  init() throws {
    let sample = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../CommandTests/Fixtures/small/site")
    directory = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: sample.path, toPath: directory)
    let database = ActivityDatabase(
      path: directory + "/content/activities.sqlite", shownPath: "content/activities.sqlite")
    #expect(try database.create().isEmpty)
    // Nothing that names rows, of which there are none.
    try FileManager.default.removeItem(atPath: directory + "/content/venues")
    for file in try FileTree(below: directory + "/content").files where !file.contains("sqlite") {
      let lines = String(decoding: try Files.read(directory + "/content/" + file), as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      let kept = lines.filter { line in
        !["unit: ", "units: ", "venue: "].contains(where: line.hasPrefix) && !line.contains("/venues/")
      }
      try Files.write(Array(kept.joined(separator: "\n").utf8), to: directory + "/content/" + file)
    }
  }

  private struct Made: Equatable {
    var problems: [String]
    var files: [String: Bytes]
  }

  /// All that a run makes, with or without a memory, each file by the one way and by the other.
  private func made(_ memory: SourceMemory?) throws -> Made {
    let options = Site.Options(directory: directory, now: now, jobs: Jobs(2))
    let (sources, problems) = try SiteSources.load(options, memory: memory)
    guard let sources else { return Made(problems: lines(problems), files: [:]) }
    let (community, more) = sources.community(at: now, includeDrafts: false)
    guard let outputs = SiteOutputs(community, sources, jobs: Jobs(2)) else {
      return Made(problems: lines(problems + more), files: [:])
    }
    let all = problems + more + outputs.problems
    if all.hasErrors { return Made(problems: lines(all), files: [:]) }
    let shelf = outputs.shelf()
    var files: [String: Bytes] = [:]
    for artifact in outputs.artifacts().all {
      files[artifact.path.file] =
        memory == nil ? bytes(artifact) : bytes(try #require(shelf[artifact.path], "\(artifact.path)"))
    }
    return Made(problems: lines(all), files: files)
  }

  private func lines(_ problems: [Diagnostic]) -> [String] {
    problems.inReadingOrder().map { "\($0.location?.description ?? "") \($0.code) \($0.message.en)" }
  }

  private func bytes(_ artifact: Artifact) -> Bytes {
    switch artifact.body {
    case .bytes(let bytes): bytes
    case .made(let make): make()
    case .copy(let path): (try? Files.read(path)) ?? []
    }
  }

  private typealias Bytes = [UInt8]

  /// One edit of those that people make; the paths that are heard of.
  private func edit(_ random: inout SeededRandom, _ round: Int) throws -> Set<String> {
    let files = try FileTree(below: directory + "/content").files.filter { $0.hasSuffix(".md") }
    let file = "content/" + (files.randomElement(using: &random) ?? "index.md")
    let path = directory + "/" + file
    func write(_ text: String, to file: String) throws {
      try Files.makeDirectory(directory + "/" + file.split(separator: "/").dropLast().joined(separator: "/"))
      try Files.write(Array(text.utf8), to: directory + "/" + file)
    }
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    switch Int.random(in: 0..<11, using: &random) {
    case 0...2: try write(text + "\n第 \(round) 次改动。\n", to: file)
    case 3: try write(text.replacingOccurrences(of: "title: ", with: "title: 改"), to: file)
    case 4: try write(text.replacingOccurrences(of: "kind: ", with: "knid: "), to: file)
    case 5: try write(text.replacingOccurrences(of: "knid: ", with: "kind: "), to: file)
    case 6:
      let new = "content/notices/round\(round).md"
      try write("---\ntitle: 第 \(round) 条\nkind: notice\ndate: 2026-11-20\n---\n见[首页](/)。\n", to: new)
      return [new]
    case 7 where file.contains("round"):
      try Files.remove(path)
    case 8 where file.contains("round"):
      let new = file.replacingOccurrences(of: "round", with: "moved-round")
      try FileManager.default.moveItem(atPath: path, toPath: directory + "/" + new)
      return [file, new]
    case 9:
      let settings = String(decoding: try Files.read(directory + "/content/site.yaml"), as: UTF8.self)
      try write(settings + "# \(round)\n", to: "content/site.yaml")
      return ["content/site.yaml"]
    case 10:
      let home = "themes/plain/templates/home.mustache"
      try write(String(decoding: try Files.read(directory + "/" + home), as: UTF8.self) + "<!-- \(round) -->", to: home)
      return [home]
    default: break
    }
    return [file]
  }

  @Test(arguments: [UInt64(20_261_129), 7]) func anyEdits(seed: UInt64) throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    var random = SeededRandom(seed: seed)
    let memory = SourceMemory()
    var seen = try made(memory)
    #expect(try seen == made(nil))
    #expect(seen.files.count > 20)
    for round in 0..<16 {
      // A burst now and then, or more than can be told.
      let edits = round % 5 == 0 ? 4 : 1
      for _ in 0..<edits {
        let paths = try edit(&random, round)
        if round % 7 == 6 { memory.hearOfAll() } else { memory.hear(of: paths) }
      }
      seen = try made(memory)
      let fresh = try made(nil)
      #expect(seen.problems == fresh.problems, "seed \(seed), round \(round)")
      let others = Set(seen.files.keys).union(fresh.files.keys).filter { seen.files[$0] != fresh.files[$0] }
      #expect(others.isEmpty, "seed \(seed), round \(round): \(others.sorted())")
    }
  }

  /// Of a file of which nothing was heard nothing is read; of one with the same bytes nothing is made.
  @Test func onlyWhatChangedIsMade() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let memory = SourceMemory()
    _ = try made(memory)
    let first = memory.made
    #expect(first > 3)
    memory.hear(of: ["content/index.md"])
    _ = try made(memory)
    #expect(memory.made == first)
    let path = directory + "/content/index.md"
    try Files.write(try Files.read(path) + Array("\n改。\n".utf8), to: path)
    memory.hear(of: ["content/index.md"])
    _ = try made(memory)
    #expect(memory.made == first + 1)
  }

  /// A directory that was moved: all below it are others.
  @Test func directoriesAreHeardOf() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let memory = SourceMemory()
    _ = try made(memory)
    let path = directory + "/content/index.md"
    try Files.write(try Files.read(path) + Array("\n改。\n".utf8), to: path)
    memory.hear(of: ["content"])
    #expect(try made(memory) == made(nil))
  }
}

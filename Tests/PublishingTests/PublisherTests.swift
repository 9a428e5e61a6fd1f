import Artifacts
import Files
import Foundation
import Parallel
import Testing

@testable import Publishing

@Suite struct PublisherTests {
  private func inDirectory(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory.path)
  }

  private func release(_ files: [String: String]) -> [Artifact] {
    let index = ["feeds/v1/index.json": files.values.sorted().joined()]
    return files.merging(index) { own, _ in own }.sorted { $0.key < $1.key }.map {
      Artifact(.at($0.key), .text, .bytes(Array($0.value.utf8)))
    }
  }

  private func published(_ output: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for file in try FileTree(below: output).files where file != "feeds/v1/index.json" {
      files[file] = String(decoding: try Files.read(output + "/" + file), as: UTF8.self)
    }
    return files
  }

  @Test func releasesReplaceEachOtherWhole() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(2))
      let first = ["a/index.html": "one", "b.txt": "same"]
      let second = ["b.txt": "same", "c/d/index.html": "two"]
      #expect(try publisher.publish(release(first)).written == 3)
      #expect(try published(publisher.output) == first)
      let report = try publisher.publish(release(second))
      #expect(report.written == 2 && report.removed == 1 && report.files == 3)
      #expect(try published(publisher.output) == second)
      _ = try publisher.rollback()
      #expect(try published(publisher.output) == first)
      _ = try publisher.rollback()
      #expect(try published(publisher.output) == second)
    }
  }

  /// What the last release left for the next is there, and a rollback does not take it back.
  @Test func aReleaseIsRemembered() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      #expect(publisher.memory.isEmpty && publisher.lastFiles.isEmpty)
      _ = try publisher.publish(release(["a/index.html": "1"]), memory: [1])
      _ = try publisher.publish(release(["b/index.html": "1"]), memory: [2])
      #expect(publisher.memory == [2])
      #expect(publisher.lastFiles == ["b/index.html", "feeds/v1/index.json"])
      _ = try publisher.rollback()
      #expect(publisher.memory == [2])
      #expect(publisher.lastFiles == ["a/index.html", "feeds/v1/index.json"])
    }
  }

  @Test func unchangedFilesAreTheSameFiles() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      _ = try publisher.publish(release(["a": "1", "b": "2"]))
      func number(_ name: String) throws -> UInt64 {
        try #require(
          try FileManager.default.attributesOfItem(atPath: publisher.output + "/" + name)[.systemFileNumber] as? UInt64)
      }
      let before = (try number("a"), try number("b"))
      _ = try publisher.publish(release(["a": "1", "b": "3"]))
      #expect(try number("a") == before.0)
      #expect(try number("b") != before.1)
    }
  }

  @Test func aLinkedOutputStaysALink() throws {
    try inDirectory { directory in
      try Files.makeDirectory(directory + "/disk/www")
      try FileManager.default.createSymbolicLink(
        atPath: directory + "/public", withDestinationPath: directory + "/disk/www")
      for text in ["1", "2"] {
        _ = try Publisher(output: directory + "/public", jobs: Jobs(1)).publish(release(["a": text]))
        #expect(try published(directory + "/disk/www") == ["a": text])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: directory + "/public").hasSuffix("/disk/www"))
      }
    }
  }

  @Test func foreignFilesAreNeverReplaced() throws {
    try inDirectory { directory in
      try Files.makeDirectory(directory + "/public")
      try Files.write(Array("mine".utf8), to: directory + "/public/precious.txt")
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      #expect {
        try publisher.publish(release(["a": "1"]))
      } throws: {
        if case PublishingError.notOurs = $0 { true } else { false }
      }
      #expect(try published(publisher.output) == ["precious.txt": "mine"])
    }
  }

  @Test func whatLiesInTheOutputBesidesIsKeptAndToldOf() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      _ = try publisher.publish(release(["a/b": "1"]))
      try Files.makeDirectory(directory + "/elsewhere")
      try Files.write(Array("far".utf8), to: directory + "/elsewhere/picture")
      try Files.write(Array("mine".utf8), to: publisher.output + "/a/.htaccess")
      let links = ["pictures": "../elsewhere", "circle": ".", "gone": "nowhere"]
      for (name, destination) in links {
        try FileManager.default.createSymbolicLink(
          atPath: publisher.output + "/" + name, withDestinationPath: destination)
      }
      let report = try publisher.publish(release(["a/b": "2"]))
      #expect(report.foreignFiles == ["a/.htaccess", "circle", "gone", "pictures"])
      #expect(report.removed == 0)
      #expect(try published(publisher.output) == ["a/b": "2"])
      #expect(try Files.read(report.foundDirectory + "/a/.htaccess") == Array("mine".utf8))
      for (name, destination) in links {
        #expect(Files.destination(ofLink: report.foundDirectory + "/" + name) == destination)
      }
      #expect(try published(directory + "/elsewhere") == ["picture": "far"])
    }
  }

  @Test func aFailureLeavesTheLastReleaseAndNoLitter() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(2))
      _ = try publisher.publish(release(["a": "1"]))
      let broken = release(["a": "2"]) + [Artifact(.at("x.png"), .png, .copy(of: directory + "/nowhere.png"))]
      #expect(throws: PublishingError.self) { try publisher.publish(broken) }
      #expect(try published(publisher.output) == ["a": "1"])
      #expect(!Files.exists(directory + "/.public.gongshi/building"))
    }
  }

  /// A file that is copied as it is: the last release's where its bytes are the same, else a new one.
  @Test func filesAreCopiedWhereTheyChanged() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      let source = directory + "/film"
      let artifacts = release(["a": "1"]) + [Artifact(.at("files/a.mp4"), .mp4, .copy(of: source))]
      var bytes = [UInt8](repeating: 7, count: (2 << 20) + 5)
      try Files.write(bytes, to: source)
      _ = try publisher.publish(artifacts)
      #expect(try Files.read(publisher.output + "/files/a.mp4") == bytes)
      #expect(try publisher.publish(artifacts).written == 0)
      // The last of three pieces.
      bytes[bytes.count - 1] = 8
      try Files.write(bytes, to: source)
      #expect(try publisher.publish(artifacts).written == 1)
      #expect(try Files.read(publisher.output + "/files/a.mp4") == bytes)
    }
  }

  @Test func withoutAPreviousReleaseThereIsNothingToGoBackTo() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      _ = try publisher.publish(release(["a": "1"]))
      #expect(throws: PublishingError.self) { _ = try publisher.rollback() }
      #expect(try published(publisher.output) == ["a": "1"])
    }
  }

  /// A kill between the exchange and the tidying: the journal tells which of the two whole releases is the old one.
  @Test(arguments: [true, false])
  func recoversAroundTheSwitch(happened: Bool) throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      _ = try publisher.publish(release(["a": "1"]))
      let state = directory + "/.public.gongshi"
      try FileManager.default.copyItem(atPath: publisher.output, toPath: state + "/ready")
      try Files.write(Array("2".utf8), to: state + "/ready/a")
      let inode = try #require(
        try FileManager.default.attributesOfItem(atPath: state + "/ready")[.systemFileNumber] as? UInt64)
      try Files.write(Array("\(inode)".utf8), to: state + "/switch")
      if happened {
        try FileManager.default.moveItem(atPath: publisher.output, toPath: directory + "/old")
        try FileManager.default.moveItem(atPath: state + "/ready", toPath: publisher.output)
        try FileManager.default.moveItem(atPath: directory + "/old", toPath: state + "/ready")
      }
      if happened {
        _ = try publisher.rollback()
      } else {
        #expect(throws: PublishingError.self) { _ = try publisher.rollback() }
      }
      #expect(try published(publisher.output) == ["a": "1"])
    }
  }
}

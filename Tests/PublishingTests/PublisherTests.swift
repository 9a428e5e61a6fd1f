import Artifacts
import Files
import Foundation
import Parallel
import Testing

@testable import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct PublisherTests {
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

  // MARK: What the environment may not decide

  private func mode(_ path: String) throws -> mode_t {
    try #require(BytePath(path).status).st_mode & 0o7777
  }

  @Test func modesAreTheSameUnderAnyMask() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      let old = umask(0o077)
      defer { umask(old) }
      let release = release(["a/b": "1", "c": "1"])
      _ = try publisher.publish(release)
      for path in ["a/b", "c", "feeds/v1/index.json"] { #expect(try mode(publisher.output + "/" + path) == 0o644) }
      for path in ["", "/a", "/feeds"] { #expect(try mode(publisher.output + path) == 0o755) }
      // What somebody changed is not linked again.
      chmod(publisher.output + "/c", 0o600)
      #expect(try publisher.publish(release).written == 1)
      #expect(try mode(publisher.output + "/c") == 0o644)
      // Nobody else looks into what is withdrawn, also where a server serves the directory above.
      #expect(try mode(directory + "/.public.gongshi") == 0o700)
    }
  }

  @Test(arguments: ["public", "./public/.", "public//", "x/../public", "public/../public/./"])
  func aPathIsWhatItLeadsTo(written: String) throws {
    try inDirectory { directory in
      try Files.makeDirectory(directory + "/x")
      for text in ["1", "2"] {
        _ = try Publisher(output: directory + "/" + written, jobs: Jobs(1)).publish(release(["a": text]))
      }
      #expect(try Files.names(in: directory) == [".public.gongshi", "public", "x"])
      #expect(try published(directory + "/public") == ["a": "2"])
    }
  }

  @Test(arguments: ["public", "disk/public"])
  func aLinkThatLeadsNowhereIsNamed(written: String) throws {
    try inDirectory { directory in
      let link = directory + "/" + written.prefix { $0 != "/" }
      symlink("/nowhere/at/all", link)
      let error = #expect(throws: PublishingError.self) {
        try Publisher(output: directory + "/" + written, jobs: Jobs(1)).publish(release(["a": "1"]))
      }
      guard case .brokenLink(link, destination: "/nowhere/at/all")? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      let names = try Files.names(in: directory)
      #expect(names.count == 1)
    }
  }

  /// A server compares whole seconds: other bytes have another, later time, also within a second, and also on the way back.
  @Test func timesMoveWithTheBytes() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      func time(_ path: String) throws -> Int {
        try #require(BytePath(publisher.output + "/" + path).status).st_mtim.tv_sec
      }
      var last = (0, 0)
      for text in ["1", "2", "3", "2"] {
        _ = try publisher.publish(release(["a": text, "b": "same"]))
        #expect(try time("a") > last.0)
        if last.1 > 0 { #expect(try time("b") == last.1) }
        last = (try time("a"), try time("b"))
      }
      for _ in 0..<3 {
        _ = try publisher.rollback()
        #expect(try time("a") > last.0 && time("b") == last.1)
        last.0 = try time("a")
      }
    }
  }

  @Test func aReleaseWithinAnotherIsRefused() throws {
    try inDirectory { directory in
      _ = try Publisher(output: directory + "/public", jobs: Jobs(1)).publish(release(["a": "1"]))
      let error = #expect(throws: PublishingError.self) {
        try Publisher(output: directory + "/public/blog", jobs: Jobs(1)).publish(release(["a": "1"]))
      }
      guard case .within? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try published(directory + "/public") == ["a": "1"])
    }
  }

  // MARK: Strangers' files

  /// Names of any bytes, things of any kind, also in the place of a file or a directory of ours.
  @Test func whatIsNotOursIsKeptWhateverItIs() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      _ = try publisher.publish(release(["a/b": "1", "c/d": "1", "e": "1", "f": "1"]))
      let visible = BytePath(publisher.output)
      let gbk = visible.appending([0xB1, 0xB1, 0xC3, 0xC5] + Array(".jpg".utf8))
      let made = gbk.call { creat($0, 0o600) }
      #expect(made >= 0)
      close(made)
      try Files.remove(publisher.output + "/a/b")
      try Files.makeDirectory(publisher.output + "/a/b/inner")
      try Files.write(Array("x".utf8), to: publisher.output + "/a/b/inner/kept")
      try Files.remove(publisher.output + "/e")
      #expect(mkfifo(publisher.output + "/e", 0o600) == 0)
      try Files.remove(publisher.output + "/c")
      try Files.write(Array("y".utf8), to: publisher.output + "/c")
      try Files.makeDirectory(publisher.output + "/empty")
      let report = try publisher.publish(release(["a/b": "2", "c/d": "2", "e": "2", "f": "2"]))
      #expect(report.foreignFiles == ["a/b/inner/kept", "c", "e", "empty", "北门.jpg"])
      #expect(try published(publisher.output) == ["a/b": "2", "c/d": "2", "e": "2", "f": "2"])
      let found = directory + "/.public.gongshi/found"
      #expect(try Files.read(found + "/a/b/inner/kept") == Array("x".utf8))
      #expect(try Files.read(found + "/c") == Array("y".utf8))
      #expect(try #require(BytePath(found + "/e").status).st_mode & S_IFMT == S_IFIFO)
      #expect(BytePath(found).appending([0xB1, 0xB1, 0xC3, 0xC5] + Array(".jpg".utf8)).status != nil)
      for _ in 0..<3 { #expect(try publisher.publish(release(["a/b": "3"])).foreignFiles.isEmpty) }
    }
  }

  /// Whenever it came: before a rollback, into the release that is kept, or under the name of one that is kept already.
  @Test func whatIsNotOursIsNeverDeleted() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      for text in ["1", "2"] { _ = try publisher.publish(release(["a": text])) }
      try Files.write(Array("one".utf8), to: publisher.output + "/CNAME")
      #expect(try publisher.rollback().foreignFiles == ["CNAME"])
      _ = try publisher.resume()
      try Files.write(Array("two".utf8), to: publisher.output + "/CNAME")
      _ = try publisher.publish(release(["a": "3"]))
      try Files.write(Array("three".utf8), to: directory + "/.public.gongshi/previous/CNAME")
      for text in ["4", "5", "6", "7"] { _ = try publisher.publish(release(["a": text])) }
      let found = directory + "/.public.gongshi/found"
      let texts = try Files.names(in: found).map { String(decoding: try Files.read(found + "/" + $0), as: UTF8.self) }
      #expect(texts.sorted() == ["one", "three", "two"])
    }
  }

  /// Without the notes of what a release consists of, nothing that may be another's is deleted.
  @Test func withoutNotesNothingIsDeleted() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      _ = try publisher.publish(release(["a": "1"]))
      try Files.write(Array("mine".utf8), to: publisher.output + "/CNAME")
      try Files.remove(directory + "/.public.gongshi")
      #expect(try publisher.publish(release(["a": "2"])).foreignFiles == ["CNAME"])
      #expect(try Files.read(directory + "/.public.gongshi/found/CNAME") == Array("mine".utf8))
    }
  }

  // MARK: Going back

  /// A disk that lost what it had promised: rollback does not publish what is left.
  @Test func aDamagedReleaseIsNotPublished() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      for text in ["1", "2"] { _ = try publisher.publish(release(["a": text, "b": text])) }
      truncate(directory + "/.public.gongshi/previous/a", 0)
      try Files.remove(directory + "/.public.gongshi/previous/b")
      let error = #expect(throws: PublishingError.self) { _ = try publisher.rollback() }
      guard case .damaged(count: 2, first: "a")? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try published(publisher.output) == ["a": "2", "b": "2"])
    }
  }

  // MARK: In place

  private func update(_ directory: String, from source: String, _ files: [String: Int], known: [String: Int]) throws
    -> InPlaceUpdate
  {
    let place = OutputPlace(directory + "/public")
    try place.makeState()
    return try InPlaceUpdate(
      place, from: source, Manifest(files), known: Manifest(known),
      foreign: ForeignFiles(directory: directory + "/found"))
  }

  private func site(_ files: [String: String], at path: String) throws {
    for (file, text) in files {
      try Files.makeDirectory(String((path + "/" + file).reversed().drop { $0 != "/" }.dropFirst().reversed()))
      try Files.write(Array(text.utf8), to: path + "/" + file, mode: PublishedMode.file)
    }
  }

  /// Files become directories and the other way round, strangers stand in the way; forward, and back again.
  @Test func inPlaceUpdatesLeaveTheSameTree() throws {
    try inDirectory { directory in
      let old = ["x/y/z": "1", "c": "3", "d": "file", "e/f": "in a directory", "same": "s"]
      let new = ["a/b": "2", "c": "4", "d/deep": "now in a directory", "e": "now a file", "same": "s"]
      try site(old, at: directory + "/public")
      try site(new, at: directory + "/new")
      try Files.makeDirectory(directory + "/public/a")
      try Files.write(Array("mine".utf8), to: directory + "/public/a/mine")
      var update = try update(
        directory, from: directory + "/new", new.mapValues(\.utf8.count), known: old.mapValues(\.utf8.count))
      #expect(update.replaced == 4 && update.removed == 3)
      try update.run()
      #expect(try published(directory + "/public").filter { !$0.key.hasPrefix(".") } == new)
      #expect(try Files.read(directory + "/found/a/mine") == Array("mine".utf8))
      #expect(!Files.exists(directory + "/public/x"))
      try update.undo()
      #expect(try published(directory + "/public") == old)
    }
  }

  @Test func theTableOfMountsIsRead() {
    let table = Array(
      #"""
      23 1 0:21 / /proc rw - proc proc rw
      31 1 8:1 / /srv/public/up\040loads rw,relatime shared:1 - ext4 /dev/a rw
      32 1 8:1 / /srv/publicity rw - ext4 /dev/a rw
      """#.utf8)
    #expect(MountTable(table).below("/srv/public") == [BytePath("up loads")])
  }
}

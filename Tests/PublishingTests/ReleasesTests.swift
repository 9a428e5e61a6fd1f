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

@Suite struct ReleasesTests {
  private func release(_ text: String, _ pages: String...) -> [Artifact] {
    (["feeds/v1/index.json"] + pages.map { $0 + "/index.html" }).sorted().map {
      Artifact(.at($0), .text, .bytes(Array("\(text) \($0)".utf8)))
    }
  }

  private func published(_ publisher: Publisher) throws -> String {
    String(decoding: try Files.read(publisher.output + "/feeds/v1/index.json").prefix { $0 != 0x20 }, as: UTF8.self)
  }

  /// Five releases of ten by default, as many as are asked for else; each can be gone back to by its number.
  @Test(arguments: [3, 5, 8])
  func soManyAreKept(count: Int) throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      for text in 1...10 {
        _ = try publisher.publish(release("\(text)", "a"), moment: "2026-11-\(text)", keeping: count)
      }
      let kept = Array((1...10).reversed().prefix(count))
      #expect(publisher.releases.map(\.number) == kept)
      #expect(publisher.releases.map(\.moment) == kept.map { "2026-11-\($0)" })
      #expect(publisher.releases.map(\.isPublic) == [true] + Array(repeating: false, count: count - 1))
      for number in kept.shuffled().dropLast() where number != publisher.releases.first(where: \.isPublic)?.number {
        #expect(try publisher.rollback(to: number).number == number)
        #expect(try published(publisher) == "\(number)")
        #expect(Set(publisher.releases.map(\.number)) == Set(kept))
      }
      let error = #expect(throws: PublishingError.self) { _ = try publisher.rollback(to: 10 - count) }
      guard case .noSuchRelease(10 - count, _)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  /// Cron can't bring the mistake back: nothing is published until that is taken back; going on to the newest again takes it back too.
  @Test func aRollbackHolds() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      for text in 1...3 { _ = try publisher.publish(release("\(text)", "a")) }
      #expect(try publisher.rollback().holds && publisher.held == 2)
      let error = #expect(throws: PublishingError.self) { _ = try publisher.publish(release("4", "a")) }
      guard case .held(2)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try published(publisher) == "2")
      #expect(try !publisher.rollback().holds && publisher.held == nil && published(publisher) == "3")
      #expect(try publisher.rollback(to: 1).holds && publisher.held == 1)
      #expect(try publisher.resume() == 1 && publisher.resume() == nil)
      #expect(try publisher.publish(release("4", "a")).number == 4)
      #expect(publisher.releases.map(\.number) == [4, 3, 2, 1])
      let same = #expect(throws: PublishingError.self) { _ = try publisher.rollback(to: 4) }
      guard case .alreadyPublic(4)? = same else {
        Issue.record("\(String(describing: same))")
        return
      }
      #expect(publisher.held == nil)
    }
  }

  private func copy(_ source: String, to target: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/cp")
    process.arguments = ["-a", source, target]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// A child that was begun while a build held its lock has it too, for a moment; who holds it longer is another build.
  @Test func aLockThatIsHeldForAMomentIsWaitedFor() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/site/public", jobs: Jobs(1))
      _ = try publisher.publish(release("1", "a"), moment: "2026-11-21T09:00")
      let held = open(directory + "/site/.public.gongshi/lock", O_RDWR | O_CLOEXEC)
      #expect(held >= 0 && flock(held, LOCK_EX | LOCK_NB) == 0)
      let thread = Thread {
        usleep(40_000)
        close(held)
      }
      thread.start()
      #expect(try publisher.publish(release("2", "a"), moment: "2026-11-22T09:00").number == 2)
    }
  }

  /// A copy of a site (a backup, another disk) knows its releases; what others put into it is theirs there too. Nothing is lost of the one that
  /// was copied.
  @Test(arguments: [true, false]) func aCopyKnowsItsReleases(knowsHome: Bool) throws {
    try inDirectory { directory in
      let site = directory + "/site"
      let publisher = Publisher(output: site + "/public", jobs: Jobs(1))
      // Of one size each: the moment tells them apart.
      for text in 1...4 {
        let index = Array("\(text) 2026-11-2\(text)T09:00:00".utf8)
        let made = [
          Artifact(.at("a/index.html"), .text, .bytes(Array("\(text)".utf8))),
          Artifact(.at("feeds/v1/index.json"), .json, .bytes(index)),
        ]
        _ = try publisher.publish(made, moment: "2026-11-2\(text)T09:00")
      }
      try Files.write(Array("own".utf8), to: site + "/public/CNAME")
      if !knowsHome { try Files.remove(site + "/.public.gongshi/files-home") }
      let place = directory + "/copy"
      try copy(site, to: place)
      let copied = Publisher(output: place + "/public", jobs: Jobs(1))
      #expect(copied.releases.map(\.number) == [4, 3, 2, 1])
      #expect(copied.lastFiles == ["a/index.html", "feeds/v1/index.json"])
      let report = try copied.publish(release("5", "a"), moment: "2026-11-25T09:00")
      #expect(report.number == 5 && report.foreignFiles == ["CNAME"] && !report.isGuess)
      #expect(copied.releases.map(\.number) == [5, 4, 3, 2, 1])
      for number in [2, 4, 3, 1, 5] {
        #expect(try copied.rollback(to: number).number == number)
        #expect(try published(copied) == "\(number)")
      }
      // A copy of the copy.
      try copy(place, to: directory + "/third")
      let third = Publisher(output: directory + "/third/public", jobs: Jobs(1))
      #expect(try third.rollback(to: 3).number == 3 && published(third) == "3")
      #expect(publisher.releases.map(\.number) == [4, 3, 2, 1] && Files.exists(site + "/public/CNAME"))
      #expect(try publisher.publish(release("5", "a")).number == 5)
    }
  }

  /// A directory where notes should stand stops no build.
  @Test func aDirectoryInTheNotesPlace() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      _ = try publisher.publish(release("1", "a"))
      let notes = directory + "/.public.gongshi/files"
      for name in try Files.names(in: notes) {
        try Files.remove(notes + "/" + name)
        try Files.makeDirectory(notes + "/" + name + "/x", mode: 0o755)
      }
      _ = try publisher.publish(release("2", "a"))
      #expect(try published(publisher) == "2")
      _ = try publisher.publish(release("3", "a"))
      #expect(try publisher.rollback().number != nil && published(publisher) == "2")
    }
  }

  @Test func whatEachChangedIsNoted() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      _ = try publisher.publish(release("1", "a", "b"))
      _ = try publisher.publish(release("1", "b", "c", "d"))
      let last = publisher.releases[0]
      #expect((last.added, last.changed, last.removed) == (2, 0, 1))
      #expect(
        last.addedPages == ["c/index.html", "d/index.html"] && last.changedPages.isEmpty
          && last.removedPages == ["a/index.html"])
      _ = try publisher.publish(release("2", "b", "c", "d"))
      #expect(publisher.releases[0].changed == 4 && publisher.releases[0].added == 0)
      #expect(publisher.releases[0].changedPages == ["b/index.html", "c/index.html", "d/index.html"])
      // A line of the notes that looks like one of theirs is a file's.
      let files = ["release 1 2 3 4 5 6": 7, "+ a": 8, "5 b": 9]
      #expect(Manifest(Manifest(files).bytes)?.files == files && Manifest(Manifest(files).bytes)?.note == nil)
    }
  }

  /// Each step leaves a state from which the next build and the next rollback are right.
  @Test func aKillBetweenTheStepsLosesNoRelease() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      for text in 1...4 { _ = try publisher.publish(release("\(text)", "a")) }
      let store = try #require(publisher.store)
      // As `bringBack` leaves it after its first step.
      try store.keep(store.previous)
      #expect(publisher.releases.map(\.number) == [4, 3, 2, 1])
      #expect(try publisher.rollback().number == 3)
      _ = try publisher.resume()
      try store.keep(store.previous)
      _ = try publisher.publish(release("5", "a"))
      #expect(publisher.releases.map(\.number) == [5, 4, 3, 2, 1])
    }
  }

  /// What others put into a release that is kept is theirs, also when it goes.
  @Test func foreignFilesOfKeptReleasesStay() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      for text in 1...4 { _ = try publisher.publish(release("\(text)", "a"), keeping: 4) }
      let kept = try #require(publisher.store?.keptReleases.first)
      try Files.write(Array("mine".utf8), to: kept + "/CNAME")
      for text in 5...8 { _ = try publisher.publish(release("\(text)", "a"), keeping: 4) }
      #expect(try Files.read(directory + "/.public.gongshi/found/CNAME") == Array("mine".utf8))
      #expect(publisher.releases.map(\.number) == [8, 7, 6, 5])
    }
  }

  /// Notes that were cut short or emptied are none: nothing is taken for another's, and nothing empty is published.
  @Test(arguments: [0, 20, 90]) func damagedNotesAreNone(count: Int) throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      for text in 1...3 { _ = try publisher.publish(release("\(text)", "a")) }
      let store = try #require(publisher.store)
      let notes = directory + "/.public.gongshi/files/"
      for path in [publisher.output, store.previous] {
        let note = notes + "\(try #require(BytePath(path).status).st_ino)"
        try Files.write(Array(try Files.read(note).prefix(count)), to: note)
      }
      _ = try publisher.publish(release("4", "a"))
      #expect(!Files.exists(directory + "/.public.gongshi/found/a"))
      #expect(try publisher.rollback().foreignFiles == [] && published(publisher) == "3")
    }
  }

  /// What keeps a step after the switch from being done loses no release, however often it is tried.
  @Test func whatCannotBeTidiedIsNotLost() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      for text in 1...2 { _ = try publisher.publish(release("\(text)", "a")) }
      let kept = directory + "/.public.gongshi/kept"
      try Files.write([], to: kept)
      for text in 3...5 {
        #expect(throws: PublishingError.self) { try publisher.publish(release("\(text)", "a")) }
        #expect(throws: PublishingError.self) { try publisher.rollback() }
      }
      try Files.remove(kept)
      _ = try publisher.publish(release("6", "a"))
      #expect(publisher.releases.compactMap(\.number).suffix(3) == [3, 2, 1])
    }
  }

  /// After all was copied to another disk a name may be taken.
  @Test func aNameThatIsTakenStopsNothing() throws {
    try inDirectory { directory in
      let publisher = Publisher(output: directory + "/public", jobs: Jobs(1))
      for text in 1...3 { _ = try publisher.publish(release("\(text)", "a")) }
      let store = try #require(publisher.store)
      let inode = try #require(BytePath(store.previous).status).st_ino
      try #require(rename(store.keptReleases[0], directory + "/.public.gongshi/kept/\(inode)") == 0)
      for text in 4...5 { _ = try publisher.publish(release("\(text)", "a")) }
      #expect(publisher.releases.map(\.number) == [5, 4, 3, 2, 1])
    }
  }
}

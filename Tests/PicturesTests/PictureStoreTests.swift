import Artifacts
import Files
import Foundation
import TestSupport
import Testing

@testable import Pictures

/// What was made once is not made again, and never published when it is not what was made.
@Suite struct PictureStoreTests {
  private static func picture(
    _ site: TemporarySite, keeps: Bool = true, isForWalls: Bool = false
  ) throws -> PublishedPicture {
    let store = PictureStore(directory: site.path + "/kept", keeps: keeps, isForWalls: isForWalls)
    defer { store.finish() }
    return try store.picture(site.path + "/a.webp", .webP, number: 0).get()
  }

  private static func site() throws -> TemporarySite {
    let site = try TemporarySite()
    try site.write("a.webp", TestPicture.webP)
    return site
  }

  @Test func isFoundAgain() throws {
    let site = try Self.site()
    let first = try Self.picture(site)
    let second = try Self.picture(site)
    #expect(first.isNew && !second.isNew && first.forms == second.forms)
    #expect(first.forms.map(\.bytes) == second.forms.map(\.bytes) && first.forms.allSatisfy { $0.bytes != nil })
    // One that may add nothing finds it too; one for another recipe does not.
    #expect(try Self.picture(site, keeps: false).forms == first.forms)
    #expect(try Self.picture(site, isForWalls: true).isNew)
  }

  @Test func whatIsDamagedIsMadeAnew() throws {
    let site = try Self.site()
    let first = try Self.picture(site).forms.map(\.bytes)
    for name in try Files.names(in: site.path + "/kept") where name != "sources" {
      let path = site.path + "/kept/" + name
      var bytes = try Files.read(path)
      bytes[bytes.count / 2] ^= 1
      try Files.write(bytes, to: path)
      let again = try Self.picture(site)
      #expect(again.isNew && again.forms.map(\.bytes) == first, "\(name)")
    }
  }

  /// The list of files is worth nothing: a file of the same size and name with other bytes is another.
  @Test func anotherFileOfThatName() throws {
    let site = try Self.site()
    let first = try Self.picture(site)
    var changed = TestPicture.webP
    changed[40] ^= 1
    try site.write("a.webp", changed)
    let store = PictureStore(directory: site.path + "/kept", keeps: true)
    if case .success(let second) = try store.picture(site.path + "/a.webp", .webP, number: 0) {
      #expect(second.forms != first.forms)
    }
    try Files.write(Array("gongshi-picture-sources 1\nx".utf8), to: site.path + "/kept/sources")
    try site.write("a.webp", TestPicture.webP)
    #expect(try Self.picture(site).forms == first.forms)
  }

  /// Nothing waits for a pipe that somebody put in a kept file's place.
  @Test(arguments: ["sources", "record", "form"]) func aPipeInItsPlace(which: String) throws {
    let site = try Self.site()
    let first = try Self.picture(site).forms.map(\.bytes)
    let names = try Files.names(in: site.path + "/kept")
    let name = names.first {
      switch which {
      case "sources": $0 == "sources"
      case "record": $0 != "sources" && !$0.contains(".")
      default: $0.contains(".")
      }
    }
    let path = site.path + "/kept/" + (try #require(name))
    try Files.remove(path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(try Self.picture(site).forms.map(\.bytes) == first)
  }

  /// A directory that can't be written: published from memory.
  @Test func withoutAPlaceToKeepThem() throws {
    let site = try Self.site()
    try site.write("kept", "a file in its place")
    let picture = try Self.picture(site)
    #expect(picture.isNew && picture.forms.allSatisfy { $0.bytes?.isEmpty == false })
  }

  /// What was only looked at is made when somebody wants it.
  @Test func withoutAStore() throws {
    let site = try Self.site()
    let kept = try Self.picture(site).forms.map(\.bytes)
    let told = try PictureStore(directory: nil, keeps: false).picture(site.path + "/a.webp", .webP, number: 0).get()
    #expect(told.forms.map(\.bytes) == kept)
  }
}

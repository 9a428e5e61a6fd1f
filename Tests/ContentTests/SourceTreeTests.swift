import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import Content

/// What stands below content/ and is no plain file is named; nothing of it is read.
@Suite struct SourceTreeTests {
  private static let page = "---\ntitle: 页\nkind: page\n---\n"

  @Test func linksThatLeadOut() throws {
    let site = try TemporarySite()
    try site.link("content/images/leak.png", to: "/etc/passwd")
    try site.link("content/pages/leak.md", to: "/etc/passwd")
    try site.link("content/data", to: "/etc")
    try site.link("content/up.md", to: "../../../../../../../../etc/passwd")
    let (content, problems) = try site.load()
    #expect(
      problems.inReadingOrder().map { "\($0.location!) \($0.code)" } == [
        "content/data file.directory-link", "content/images/leak.png file.outside",
        "content/pages/leak.md file.outside",
        "content/up.md file.outside",
      ])
    #expect(content?.images.isEmpty == true && content?.pages.isEmpty == true)
  }

  @Test func linksWithinTheSite() throws {
    let site = try TemporarySite(["shared/about.md": Self.page])
    try site.link("content/pages/about.md", to: "../../shared/about.md")
    try site.link("content/pages/none.md", to: "nowhere.md")
    try site.link("content/pages/loop.md", to: "loop.md")
    try site.link("content/pages/folder", to: "../../shared")
    // Not read as a source: the database may lie anywhere.
    try site.link("content/activities.sqlite", to: "/var/lib/none.sqlite")
    let (content, problems) = try site.load()
    #expect(
      problems.inReadingOrder().map { "\($0.location!) \($0.code)" } == [
        "content/pages/folder file.directory-link", "content/pages/loop.md file.link-loop",
        "content/pages/none.md file.dangling-link",
      ])
    #expect(content?.pages.map(\.file) == ["content/pages/about.md"])
  }

  @Test(.timeLimit(.minutes(1))) func pipes() throws {
    let site = try TemporarySite()
    #expect(mkfifo(site.path + "/content/a.md", 0o644) == 0)
    #expect(try site.problems() == ["content/a.md file.not-regular"])
    // In a directory's place: the screens would be gone without a word.
    #expect(mkfifo(site.path + "/content/screens", 0o644) == 0)
    #expect(try site.problems() == ["content/a.md file.not-regular", "content/screens file.not-regular"])
    try Files.remove(site.path + "/content/site.yaml")
    #expect(mkfifo(site.path + "/content/site.yaml", 0o644) == 0)
    #expect(try site.problems() == ["content/site.yaml file.not-regular"])
  }

  @Test func namesInOtherEncodings() throws {
    let site = try TemporarySite()
    // 公告.md as GB 18030, and bytes that are no text at all.
    for name in [[0xB9, 0xAB, 0xB8, 0xE6, 0x2E, 0x6D, 0x64], [0xFF, 0x2E, 0x6D, 0x64]] as [[UInt8]] {
      let path = Array((site.path + "/content/").utf8) + name + [0]
      let file = try #require(path.withUnsafeBytes { fopen($0.assumingMemoryBound(to: CChar.self).baseAddress!, "w") })
      fclose(file)
    }
    let problems = try site.load().1
    #expect(
      problems.map { "\($0.location!) \($0.code)" } == [
        "content/\\xFF.md file.name-not-utf8", "content/公告.md file.name-not-utf8",
      ])
    #expect(problems[0].hint?.zh.contains("改名") == true)
  }

  @Test(
    arguments: [
      ("a.png", TestPicture.png, nil), ("a.jpg", TestPicture.jpeg, nil), ("a.jpeg", TestPicture.jpeg, nil),
      ("a.gif", TestPicture.gif, nil), ("a.webp", TestPicture.webP, nil),
      ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0], "image.damaged"), ("a.gif", Array("GIF89a".utf8), "image.damaged"),
      ("a.png", Array(TestPicture.png.dropLast(20)), "image.damaged"),
      ("a.webp", Array("RIFF0000WEBPVP8 ".utf8), "image.damaged"),
      ("a.jpg", [0, 0, 0, 24] + Array("ftypheic".utf8), "image.heic"),
      ("a.png", [0xFF, 0xD8, 0xFF, 0xE0], "image.wrong-format"),
      ("a.webp", Array("RIFF0000WAVEfmt ".utf8), "image.not-a-picture"),
      ("a.png", Array("<html><script>".utf8), "image.not-a-picture"), ("a.png", [], "image.not-a-picture"),
      ("a.gif", Array("root:x:0:0".utf8), "image.not-a-picture"),
    ] as [(String, [UInt8], String?)])
  func picturesAreWhatTheirNamesSay(name: String, bytes: [UInt8], code: String?) throws {
    let site = try TemporarySite()
    try site.write("content/images/" + name, bytes)
    #expect(try site.load().1.map(\.code) == [code].compactMap { $0 })
  }
}

import Activities
import Artifacts
import CivilTime
import Community
import Diagnostics
import Encoding
import Files
import Foundation
import Parallel
import TestSupport
import Testing

@testable import Assembly

/// What was published stays where it was, or leads on; and nothing takes the program's own addresses.
@Suite struct LastingAddressTests {
  /// A site with the theme of the golden tests and one notice, without any row.
  private final class Directory {
    let url: URL

    init() throws {
      let sample = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../CommandTests/Fixtures/small/site")
      url = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
      try FileManager.default.copyItem(at: sample, to: url)
      try Files.remove(url.path + "/content")
      try write("site.yaml", "title: 示例\nbaseURL: https://a.example\ntheme: plain\n")
      try write("notices/gate.md", "---\ntitle: 北门\nkind: notice\ndate: 2026-11-02\n---\n北门开了。\n")
      let database = ActivityDatabase(
        path: url.path + "/content/activities.sqlite", shownPath: "content/activities.sqlite")
      #expect(try database.create().isEmpty)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ file: String, _ text: String) throws { try write(file, Array(text.utf8)) }

    func write(_ file: String, _ bytes: [UInt8]) throws {
      let target = url.path + "/content/" + file
      try Files.makeDirectory(String(target[..<target.lastIndex(of: "/")!]))
      try Files.write(bytes, to: target)
    }

    func remove(_ file: String) throws { try Files.remove(url.path + "/content/" + file) }
  }

  private func load(
    _ directory: Directory, after last: Site? = nil, at now: String = "2026-11-21T09:00:00+08:00"
  ) throws -> (site: Site, problems: [Diagnostic]) {
    var options = Site.Options(directory: directory.url.path, now: TimeText.parseInstant(now)!, jobs: Jobs(1))
    options.lastFiles = last?.artifacts.map(\.path.file) ?? []
    options.published = last?.noted ?? PublishedHistory()
    let (site, problems) = try Site.load(options)
    return (try #require(site, "\(problems.map(\.code))"), problems)
  }

  private func bytes(_ site: Site, _ file: String) throws -> String {
    let artifact = try #require(site.artifacts.first { $0.path.file == file }, "\(file)")
    switch artifact.body {
    case .bytes(let bytes): return bytes.text
    case .made(let make): return make().text
    case .copy: return "a copy"
    }
  }

  private static let door = "---\ntitle: 开门\nkind: notice\ndate: 2026-11-01\n"

  @Test func anAddressThatIsGoneIsSaid() throws {
    let directory = try Directory()
    try directory.write("notices/door.md", Self.door + "---\n正文\n")
    let first = try load(directory)
    #expect(!first.problems.map(\.code).contains("page.address-gone"))
    // The same again says nothing.
    #expect(try !load(directory, after: first.site).problems.map(\.code).contains("page.address-gone"))

    try directory.remove("notices/door.md")
    try directory.write("notices/entrance.md", Self.door + "---\n正文\n")
    let gone = try load(directory, after: first.site).problems.filter { $0.code == "page.address-gone" }
    #expect(gone.map(\.message.zh) == ["网址 /notices/door/ 已经公开过，这次发布后就打不开了"])
    #expect(gone.first?.severity == .warning)
    // It is known where the page went.
    #expect(gone.first?.location.map { "\($0)" } == "content/notices/entrance.md:1:1")
    #expect(gone.first?.hint?.zh.contains("aliases: [/notices/door/]") == true)

    try directory.write("notices/entrance.md", Self.door + "aliases: [/notices/door/]\n---\n正文\n")
    let third = try load(directory, after: first.site)
    #expect(third.problems.map(\.code) == first.problems.map(\.code))
    let page = try bytes(third.site, "notices/door/index.html")
    #expect(page.contains("http-equiv=\"refresh\" content=\"0; url=/notices/entrance/\""))
    #expect(page.contains("<a href=\"/notices/entrance/\">开门</a>") && page.contains("lang=\"zh-Hans\""))
    #expect(try !bytes(third.site, "sitemap.xml").contains("/notices/door/"))
    #expect(try bytes(third.site, "sitemap.xml").contains("/notices/entrance/"))
  }

  /// Days and months come and go; what its writer took back is known to be away.
  @Test func whatComesAndGoesIsNotSaid() throws {
    let directory = try Directory()
    try directory.write("notices/door.md", Self.door + "---\n正文\n")
    let first = try load(directory)
    try directory.write("notices/door.md", Self.door + "draft: true\n---\n正文\n")
    let later = try load(directory, after: first.site, at: "2027-03-01T09:00:00+08:00")
    #expect(first.site.artifacts.contains { $0.path.file == "schedule/2026-11-21/index.html" })
    #expect(!later.problems.map(\.code).contains("page.address-gone"))
  }

  @Test(arguments: [
    ("/notices/gate/", "page.alias-in-use"), ("/schedule/", "page.alias-in-use"), ("/feeds/old/", "page.reserved-url"),
    ("/assets/x.html", "page.reserved-url"), ("old/", "front-matter.wrong-value"),
    ("/old.php", "front-matter.wrong-value"),
    ("https://b.example/", "front-matter.wrong-value"), ("/", "front-matter.wrong-value"),
    ("/a/../b/", "front-matter.wrong-value"),
  ])
  func anAliasThatCantBe(_ alias: String, _ code: String) throws {
    let directory = try Directory()
    try directory.write("notices/door.md", Self.door + "aliases: ['\(alias)']\n---\n正文\n")
    let found = try load(directory).problems.filter { $0.severity == .error }
    #expect(found.map(\.code) == [code])
    #expect(found.first?.location.map { "\($0)" } == "content/notices/door.md:5:11")
  }

  @Test(arguments: ["calendar", "assets", "feeds", "images", "files", "search", "units", "brands", "schedule", "page"])
  func theProgramsOwnAddresses(_ name: String) throws {
    let directory = try Directory()
    try directory.write("pages/\(name).md", "---\ntitle: 页\nkind: page\n---\n正文\n")
    let errors = try load(directory).problems.filter { $0.severity == .error }
    #expect(
      errors.map(\.code).first == "page.reserved-url" && errors.first?.location?.path == "content/pages/\(name).md")
  }

  /// All that a release has at its root is either a page of the site or kept from pages.
  @Test func allRootsAreReserved() throws {
    let directory = try Directory()
    let site = try load(directory).site
    let own = Set(site.community.sources.map(\.path.file))
    let roots = Set(
      site.artifacts.map(\.path.file).filter { !own.contains($0) && $0.contains("/") }.map {
        String($0.prefix { $0 != "/" })
      })
    #expect(roots.count > 5 && roots.isSubset(of: SitePath.programRoots), "\(roots.subtracting(SitePath.programRoots))")
  }

  @Test func aPictureGoesOutWhereItIsShown() throws {
    let directory = try Directory()
    let picture = TestPicture.png
    for name in ["body", "hero", "draft", "due", "nobody", "linked", "screen", "微信"] {
      try directory.write("images/\(name).png", picture)
    }
    try directory.write(
      "notices/door.md",
      Self.door + "image: /images/hero.png\n---\n![门](/images/body.png) [大图](/images/linked.png) ![图](/images/微信.png)\n"
    )
    try directory.write("notices/draft.md", Self.door + "draft: true\n---\n![门](/images/draft.png)\n")
    try directory.write("notices/due.md", Self.door + "publishAt: 2027-01-01\n---\n![门](/images/due.png)\n")
    try directory.write(
      "screens/wall.yaml",
      "id: wall\ntitle: 墙\nplaylist:\n- {slide: photos, photos: [{image: /images/screen.png, caption: 门}]}\n")
    let (site, problems) = try load(directory)
    #expect(!problems.hasErrors)
    #expect(
      site.artifacts.map(\.path.file).filter { $0.hasPrefix("images/") } == [
        "images/body.png", "images/hero.png", "images/linked.png", "images/screen.png", "images/wei-xin.png",
      ])
  }

  /// By the last change of what a page says.
  @Test func theSiteMapsDays() throws {
    let directory = try Directory()
    try directory.write("notices/door.md", Self.door + "---\n八点\n")
    try directory.write("notices/said.md", Self.door + "updated: 2026-11-20\n---\n正文\n")
    let first = try load(directory).site
    func day(_ site: Site, _ page: String) throws -> String? {
      try bytes(site, "sitemap.xml").split(separator: "\n").first { $0.contains("/notices/\(page)/<") }
        .flatMap { $0.firstMatch(of: /<lastmod>(.*?)<\/lastmod>/)?.1 }.map(String.init)
    }
    #expect(try day(first, "door") == "2026-11-01" && day(first, "said") == "2026-11-20")
    try directory.write("notices/door.md", Self.door + "---\n九点\n")
    let second = try load(directory, after: first, at: "2026-11-22T09:00:00+08:00").site
    #expect(try day(second, "door") == "2026-11-22" && day(second, "said") == "2026-11-20")
  }
}

import Diagnostics
import TestSupport
import Testing

@testable import Content

/// Each file below content/ is used, or named with what to do about it.
@Suite struct UnreadFileTests {
  private static let page = "---\ntitle: 页\nkind: page\n---\n正文。\n"

  private func warnings(_ files: [String: String]) throws -> [Diagnostic] {
    try TemporarySite(files).load().1.inReadingOrder().filter { $0.code == "file.not-read" }
  }

  @Test(arguments: [
    ("notices/停水.md.txt", "停水.md（"), ("notices/停水.MD.TXT", "停水.MD（"), ("holidays/2027.yaml.txt", "2027.yaml（"),
    ("notices/停水.txt", ".md 文件"), ("notices/停水.markdown", ".md 文件"), ("pages/a.html", ".md 文件"),
    ("notices/停水.docx", "content/files/"), ("停水.pdf", "content/files/"), ("a/b/广场舞.MOV", "content/files/"),
    ("活动.xlsx", "activities import"), ("notices/活动.csv", "activities import"), ("data/旧/活动.xls", "activities import"),
    ("images/IMG_0001.HEIC", "兼容性最佳"), ("images/logo.svg", "JPEG"),
    ("Screens/lobby.yaml", "screens（"), ("HOLIDAYS/2027.yml", "holidays（"), ("Files/表.pdf", "files（"),
    ("site.yml", "改名为 site.yaml"), ("Terms.YAML", "改名为 terms.yaml"), ("2027.yaml", "content/holidays/"),
    ("notices/lobby.yaml", "content/screens/"), ("notices/停水.md ", ".md 文件"), ("notices/停水.ｍｄ", ".md 文件"),
    ("notices/停水.md_", ".md 文件"), ("notices/停水．md", ".md 文件"), ("notices/停水.mdx", ".md 文件"),
    ("data/readme", "移出 content/"), ("notices/备份", "移出 content/"),
  ])
  func whatIsNotReadIsSaid(file: String, help: String) throws {
    let found = try warnings(["content/" + file: Self.page])
    #expect(found.map { "\($0.location!)" } == ["content/" + file])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.hint?.zh.contains(help) == true, "\(found)")
  }

  @Test(arguments: [
    "data/activity.csv", "data/2026/活动.xlsx", "activities.sqlite", "activities.sqlite-wal", "activities.sqlite-journal",
    "notices/~$停水.docx", "images/Thumbs.db", "notices/停水.md~", "notices/.停水.md.swp", "notices/停水.md.bak",
  ])
  func whatProgramsLeaveBesideIsNot(file: String) throws {
    #expect(try warnings(["content/" + file: Self.page]) == [])
  }

  @Test func endingsCountInAnyCase() throws {
    let day = "year: 2027\nsource: https://a.example/\nholidays: []\n"
    let site = try TemporarySite(["content/pages/About.MD": Self.page, "content/holidays/2027.YAML": day])
    let (content, problems) = try site.load()
    #expect(content?.pages.map(\.file) == ["content/pages/About.MD"])
    #expect(!problems.contains { $0.code == "file.not-read" })
    // The file of holidays was read: it has no days.
    #expect(Set(problems.map { "\($0.location!)".prefix(27) }) == ["content/holidays/2027.YAML:"])
  }

  @Test func manyOfAFolderAreOneWarning() throws {
    var files: [String: String] = [:]
    for number in 1...300 { files["content/notices/\(number).docx"] = "" }
    files["content/notices/a.txt"] = ""
    files["content/pages/1.docx"] = ""
    let found = try warnings(files)
    #expect(
      found.map { "\($0.location!)" } == ["content/notices/1.docx", "content/notices/a.txt", "content/pages/1.docx"])
    #expect(found.first?.message.zh.contains("另外 299 个") == true)
  }

  @Test func aFewOfAFolderAreNamed() throws {
    let names = ["停水.txt", "停电.txt", "停气.txt"]
    let found = try warnings(Dictionary(uniqueKeysWithValues: names.map { ("content/notices/" + $0, "") }))
    let said = try #require(found.first)
    #expect(found.count == 1)
    for name in names { #expect("\(said.location!)\(said.message.zh)".contains(name)) }
  }

  /// Each file and directory once.
  @Test func namesThatWindowsCanNotHold() throws {
    let files = [
      "notices/con.md", "notices/a:b.md", "notices/停水？.md", "notices/停水?.md", "aux/a.md", "aux/b.md", "pages/LPT1.txt",
      "pages/尾 /c.md", "pages/尾巴..md", "pages/console.md", "pages/com10.md", "pages/nul-1.md", "pages/d.",
    ]
    let site = try TemporarySite(Dictionary(uniqueKeysWithValues: files.map { ("content/" + $0, Self.page) }))
    let found = try site.load().1.inReadingOrder().filter { $0.code == "file.windows-name" }
    #expect(
      Set(found.map { "\($0.location!)" })
        == [
          "content/notices/con.md", "content/notices/a:b.md", "content/notices/停水?.md", "content/aux",
          "content/pages/LPT1.txt", "content/pages/尾 ", "content/pages/d.",
        ])
    #expect(found.allSatisfy { $0.severity == .warning && $0.hint != nil })
  }
}

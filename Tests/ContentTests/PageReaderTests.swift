import CivilTime
import Diagnostics
import Markdown
import Testing
import Vocabulary

@testable import Content

@Suite struct PageReaderTests {
  private func read(_ text: String, file: String = "content/notices/gate.md") -> (Page?, [String]) {
    let (result, problems) = PageReader(file: file, officePhones: ["13800000000"]).read(Array(text.utf8))
    return (result.page, problems.inReadingOrder().map { "\($0.location!) \($0.code)" })
  }

  @Test func readsATypedNotice() throws {
    let (page, problems) = read(
      """
      ---
      title: 北门开放
      kind: notice
      date: 2026-11-20
      category: result
      unit: yongding
      pinned: true
      expiresAt: 2026-11-30
      tags: [门, 通行]
      ---
      见[课表](/schedule/)。
      """)
    let notice = try #require(page)
    #expect(problems == [])
    #expect(notice.url == "/notices/gate/")
    guard case .notice(let details) = notice.details else {
      Issue.record("no notice")
      return
    }
    #expect(details.category == .result && details.isPinned)
    // A date alone includes that day.
    #expect(notice.expiresAt.map { "\($0.date.parts)" } == "(year: 2026, month: 12, day: 1)")
    #expect(notice.references.map(\.target) == [.unit(.init("yongding")!)])
    #expect(notice.body.links.map(\.line) == [1])
    #expect(notice.bodyLineOffset == 10)
  }

  @Test func allProblemsOfAFileAtOnce() {
    let (page, problems) = read(
      """
      ---
      titel: 北门
      kind: notice
      date: 2026-02-30
      pinned: maybe
      order: many
      tags: 门
      expiresAt: soon
      ---
      打13812345678。
      """)
    #expect(page == nil)
    #expect(
      problems == [
        "content/notices/gate.md:2:1 front-matter.missing-key", "content/notices/gate.md:2:1 front-matter.unknown-key",
        "content/notices/gate.md:4:7 front-matter.wrong-value", "content/notices/gate.md:5:9 front-matter.wrong-value",
        "content/notices/gate.md:6:8 front-matter.wrong-value", "content/notices/gate.md:7:7 front-matter.wrong-value",
        "content/notices/gate.md:8:12 front-matter.wrong-value", "content/notices/gate.md:10:2 privacy.mobile-number",
      ])
  }

  @Test(arguments: [
    ("no front matter", "content/notices/gate.md:1:1 front-matter.missing"),
    ("---\ntitle: x\n", "content/notices/gate.md:1:1 front-matter.unclosed"),
    ("---\ntitle: [x\n---\n", "content/notices/gate.md:2:8 yaml.syntax"),
    ("---\ntitle: x\nkind: page\n title: y\n---\n", "content/notices/gate.md:4:7 yaml.syntax"),
    ("---\n- a\n---\n", "content/notices/gate.md:2:1 yaml.not-a-mapping"),
    ("---\ntitle: x\nkind: page\ntitle: y\n---\n", "content/notices/gate.md:4:1 yaml.duplicate-key"),
    ("---\ntitle: x\nkind: notise\n---\n", "content/notices/gate.md:3:7 front-matter.wrong-value"),
  ])
  func brokenFrontMatter(text: String, expected: String) {
    #expect(read(text).1.first == expected)
  }

  /// By what Notepad calls them.
  @Test(
    arguments: [
      ([0x2D, 0x0A, 0xB9, 0xAB, 0xB8, 0xE6], "GBK（记事本里叫 ANSI）"), ([0xFF, 0xFE, 0x5C, 0x50], "UTF-16（记事本里叫 Unicode）"),
      ([0x2D, 0x0A, 0xFF, 0xFF, 0xFF], "文件不是 UTF-8 编码"),
    ] as [([UInt8], String)])
  func anEncodingIsCalledByItsName(bytes: [UInt8], name: String) throws {
    let problem = try #require(PageReader(file: "content/a.md", officePhones: []).read(bytes).problems.first)
    #expect(problem.message.zh.contains(name) && problem.hint?.zh.contains("另存为") == true)
  }

  /// In braces, at the place, with the right form; in texts they are anybody's.
  @Test(arguments: [
    ("videos: [{title: 课，url: https://a.example/}]", "3:19 yaml.full-width-comma"),
    ("videos: [{title：课, url: https://a.example/}]", "3:16 yaml.full-width-colon"),
    ("videos: [{title: 课, url：https://a.example/}]", "3:24 yaml.full-width-colon"),
    ("videos:\n  - {标题: 课；网址：x}", "4:11 yaml.full-width-comma"),
  ])
  func chineseSignsInBracesAreTold(line: String, expected: String) {
    #expect(read("---\ntitle: x\n\(line)\nkind: page\n---\n").1 == ["content/notices/gate.md:" + expected])
  }

  @Test(arguments: [
    "videos: [{title: \"课，时间：下午\", url: https://a.example/}]", "videos: [{title: 课，有几讲：看, url: https://a.example/}]",
    "summary: 今天，时间：下午 {三点}",
  ])
  func chineseSignsInTextsAreLetters(line: String) {
    #expect(read("---\ntitle: x\n\(line)\nkind: page\n---\n文\n").1.filter { $0.contains("yaml.") } == [])
  }

  @Test func otherEncodingsAreNamed() {
    let (result, problems) = PageReader(file: "content/a.md", officePhones: []).read([0x2D, 0x0A, 0xB1, 0xB1])
    #expect(result.page == nil)
    #expect(problems.map(\.code) == ["file.not-utf8"])
    #expect(problems.first?.location == .file(path: "content/a.md", line: 2, column: 1))
  }

  @Test func listedOfficeNumbersMayBePublished() {
    #expect(read("---\ntitle: x\nkind: page\n---\n值班138 0000 0000\n").1 == [])
  }

  @Test func fileNamesThatAreNoSlugAreReadAsPinyin() {
    let text = "---\ntitle: x\nkind: page\n---\n"
    #expect(read(text, file: "content/pages/关于.md").0?.url == "/guan-yu/")
    #expect(read(text, file: "content/pages/…….md").1 == ["content/pages/…….md:1:1 page.no-slug"])
    let (page, _) = read(text.replacing("title", with: "slug: about\ntitle"), file: "content/pages/关于.md")
    #expect(page?.url == "/about/")
  }

  @Test func namesThatLeadElsewhereAreTold() {
    let text = "---\ntitle: x\nkind: page\n---\n## 甲\n\n## 甲\n\n[^1]: 乙\n\n丙[^2] `[^3]` [^ 4]\n"
    #expect(
      read(text).1 == [
        "content/notices/gate.md:7:1 page.heading-address", "content/notices/gate.md:9:1 page.footnote-unused",
        "content/notices/gate.md:11:1 page.footnote-missing",
      ])
  }

  @Test func dataBlocksHaveTheirOwnPlaces() {
    let (page, problems) = read(
      "---\ntitle: x\nkind: page\n---\n\n```activities\ntrack: theory\nunitt: a\n```\n\n```services\nmenu: [1\n```\n")
    #expect(page?.dataBlocks.count == 1)
    #expect(
      problems == [
        "content/notices/gate.md:8:1 front-matter.unknown-key", "content/notices/gate.md:12:7 yaml.syntax",
      ])
  }

  @Test func dataBlocksWithinListsAndQuotesHaveTheirOwnColumns() {
    let (_, problems) = read(
      "---\ntitle: x\nkind: page\n---\n- 甲\n\n  ```activities\n  unitt: a\n  venue: [a, B]\n  ```\n\n> 1. > ```services\n>    > menu: [1\n>    > ```\n"
    )
    #expect(
      problems == [
        "content/notices/gate.md:8:3 front-matter.unknown-key", "content/notices/gate.md:9:14 front-matter.wrong-value",
        "content/notices/gate.md:13:14 yaml.syntax",
      ])
  }

  @Test func aWrongKindHidesNothingElse() {
    let (page, problems) = read("---\ntitle: x\nkind: notise\npinned: true\nmotto: 和\npined: true\ncolour: red\n---\n")
    #expect(page == nil)
    #expect(
      problems == [
        "content/notices/gate.md:3:7 front-matter.wrong-value", "content/notices/gate.md:6:1 front-matter.unknown-key",
        "content/notices/gate.md:7:1 front-matter.unknown-key",
      ])
  }

  @Test func windowsLineEndsAndByteOrderMark() {
    let (result, problems) = PageReader(file: "content/pages/a.md", officePhones: []).read(
      [0xEF, 0xBB, 0xBF] + Array("---\r\ntitle: 一\r\nkind: page\r\n---\r\n正文\r\n".utf8))
    #expect(problems == [])
    #expect(result.page?.title == "一")
  }

  /// A section's introduction has what all pages have, and nothing of its section's kind.
  @Test func indexFilesAreIntroductions() throws {
    let text = "---\ntitle: 公告\nkind: notice\nsummary: 都在这里\n---\n正文。\n"
    let (result, problems) = PageReader(file: "content/notices/index.md", officePhones: []).read(Array(text.utf8))
    guard case .introduction(let introduction) = result else {
      Issue.record("no introduction")
      return
    }
    #expect(problems == [])
    #expect(introduction.kind == .notice && introduction.url == "/notices/" && introduction.summary == "都在这里")
  }

  @Test func introductionsHaveNoKeysOfTheirKind() {
    let text = "---\ntitle: 公告\nkind: notice\npinned: true\n---\n"
    #expect(read(text, file: "content/notices/index.md").1 == ["content/notices/index.md:4:1 front-matter.unknown-key"])
  }
}

extension PageFile {
  var page: Page? {
    if case .page(let page) = self { return page }
    return nil
  }
}

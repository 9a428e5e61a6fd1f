import Diagnostics
import Testing
import Vocabulary

@testable import Content

/// What a page says that its writer did not mean.
@Suite struct WrittenMarksTests {
  private func problems(_ body: String, _ fields: String = "title: 页\nkind: notice\ndate: 2026-11-20") -> [String] {
    PageReader(file: "a.md", officePhones: []).read(Array("---\n\(fields)\n---\n\(body)\n".utf8)).problems
      .inReadingOrder().map { "\($0.location!) \($0.code)" }
  }

  @Test(arguments: [
    ("见[表]（/a/）。", "a.md:6:2 markdown.link-marks"), ("**粗体： **甲", "a.md:6:1 markdown.emphasis-marks"),
    ("甲\n\n```activites\n```", "a.md:8:1 block.unknown"), ("甲\n\n```projects\nunit: a\n```", "a.md:8:1 block.unknown"),
    ("```\nunit: fudong\nlimit: 3\n```", "a.md:6:1 block.unknown"), ("甲\n\n```活动\n```", "a.md:8:1 block.unknown"),
    ("- 甲\n\n  ```Activities\n  ```", "a.md:8:3 block.unknown"),
    ("![图](C:\\Users\\张\\图.jpg)", "a.md:6:6 link.own-machine"), ("[表](D:\\表.docx)", "a.md:6:5 link.own-machine"),
    ("[表](file:///D:/表.docx)", "a.md:6:5 link.own-machine"), ("", "a.md:6:1 page.empty"), ("　　", "a.md:6:1 page.empty"),
  ])
  func isReported(body: String, wanted: String) {
    #expect(problems(body) == [wanted])
  }

  @Test(arguments: [
    "正文。", "```yaml\nunit: a\n```", "```swift\nlet a = 1\n```", "```\n时间表\n```", "[甲](http://a.cn/)",
    "[甲](tel:0531-0000-0000)", "```r\nx\n```",
    "```\n# 标题\nmake: a\n```",
  ])
  func isLeftAlone(body: String) {
    #expect(problems(body) == [])
  }

  @Test func itExpiresBeforeItsDate() {
    #expect(
      problems("甲", "title: 页\nkind: notice\ndate: 2026-12-05\nexpiresAt: 2026-12-01")
        == ["a.md:5:12 front-matter.expires-before-date"])
    #expect(problems("甲", "title: 页\nkind: notice\ndate: 2026-12-05\nexpiresAt: 2026-12-05") == [])
  }
}

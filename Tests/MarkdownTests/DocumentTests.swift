import Testing

@testable import Markdown

@Suite struct DocumentTests {
  @Test func dataBlocksKnowTheirPlace() {
    let document = Document("x\n\n```activities\ntrack: theory\n```\n\n```swift\nlet a = 1\n```\n")
    let blocks = document.dataBlocks(named: ["activities"])
    #expect(blocks.map(\.name) == ["activities"])
    #expect(blocks.map(\.body) == ["track: theory\n"])
    #expect(blocks.map(\.line) == [4])
    let renderer = HTMLRenderer { $0 == blocks[0].node ? Array("<hr>\n".utf8) : nil }
    #expect(renderer.html(document).text.contains("<p>x</p>\n<hr>\n<pre><code class=\"language-swift\">"))
  }

  @Test func linksKnowTheirLineAndColumn() {
    let document = Document("第一行\n见[课表](/schedule/)和\n[图][r] ![](/images/a.png)\n\n[r]: /x/\n")
    #expect(
      document.links == [
        .init(destination: "/schedule/", isImage: false, line: 2, column: 7),
        .init(destination: "/x/", isImage: false, line: 5, column: 6),
        .init(destination: "/images/a.png", isImage: true, line: 3, column: 12),
      ])
  }

  @Test func plainTextIsShortenedAtASentence() {
    let document = Document("# 标题\n\n甲乙丙丁。戊己庚辛，壬癸。子丑寅卯")
    #expect(document.plainText() == "标题\n甲乙丙丁。戊己庚辛，壬癸。子丑寅卯")
    #expect(document.plainText(limit: 18) == "标题\n甲乙丙丁。戊己庚辛，壬癸。")
    #expect("一二三四五六七八".shortened(to: 5) == "一二三四…")
  }
}

import Encoding
import Foundation
import TestSupport
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

  /// A fence's language ends with any of ASCII's white space, as in libcmark.
  @Test(arguments: [" ", "\t", "\u{0B}", "\u{0C}"])
  func languagesAreTheFirstWord(space: String) {
    #expect(HTMLRenderer().html(Document("```swift\(space)x\n```")).text.contains("class=\"language-swift\""))
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

  @Test func linksWithinLinksAndOutOfOrderKnowTheirPlace() {
    let document = Document(
      "[![甲](/a.png)](/b/) [乙][r] ![](/a.png) [丙](/%E4) [丁](/b/)\n\n| [戊][R] |\n|--|\n| [己](/c/) |\n\n[r]: /x/\n")
    #expect(
      document.links.map { "\($0.destination) \($0.line):\($0.column)" } == [
        "/b/ 1:16", "/a.png 1:7", "/x/ 7:6", "/a.png 1:32", "/%E4 1:44", "/b/ 1:54", "/x/ 7:6", "/c/ 5:7",
      ])
  }

  /// Texts of so many links, each of a kind that could make a reader look at all the others again.
  enum Links: CaseIterable {
    case same, different, withReferences, nestedPictures, tablesThatNameDefinitions, sameWithReferences, bothKinds

    func text(_ count: Int) -> String {
      func definitions(_ count: Int) -> String {
        (0..<count).map { "[r\($0)]: /notices/gate/" }.joined(separator: "\n")
      }
      return switch self {
      case .same: String(repeating: "[a](/) ", count: count)
      case .different: (0..<count).map { "[a](/\($0)) " }.joined()
      case .withReferences: (0..<count).map { "[a](/&#97;\($0)) " }.joined()
      case .nestedPictures: String(repeating: "![", count: count) + "a" + String(repeating: "](/)", count: count)
      case .tablesThatNameDefinitions:
        (0..<count / 4).map { "| a |\n|---|\n| [x][r\($0)] |\n\n" }.joined() + definitions(count / 4)
      case .sameWithReferences: String(repeating: "[a](/&#97;) ", count: count)
      case .bothKinds: (0..<count).map { "[a][r\($0)] [b](/\($0)) " }.joined() + "\n\n" + definitions(count)
      }
    }
  }

  @Test(arguments: Links.allCases) func manyLinksAreReadInLinearTime(kind: Links) {
    #expect(Growth.ofTime(size: 500, make: kind.text) { _ = Document($0) } < 3)
  }

  @Test func definitionsReachTablesByAnySpelling() {
    let html = HTMLRenderer().html(
      Document("| [甲][Ab  C] |\n|--|\n| [ab c] ![x][] |\n\n[AB c]: /x/\n[X]: /y.png\n[x]: /z.png\n"))
    #expect(html.text.components(separatedBy: "/x/").count == 3 && html.text.contains("/y.png"))
  }

  @Test func characterReferencesBringInNoControlCharacters() {
    let document = Document("a&#27;[2Jb [c](/&#1;d \"&#127;e\")")
    #expect(HTMLRenderer().html(document).text == "<p>a[2Jb <a href=\"/d\" title=\"e\">c</a></p>\n")
  }

  @Test func plainTextIsShortenedAtASentence() {
    let document = Document("# 标题\n\n甲乙丙丁。戊己庚辛，壬癸。子丑寅卯")
    #expect(document.plainText() == "标题 甲乙丙丁。戊己庚辛，壬癸。子丑寅卯")
    #expect(document.plainText(limit: 18) == "标题 甲乙丙丁。戊己庚辛，壬癸。")
    #expect("一二三四五六七八".shortened(to: 5) == "一二三四…")
  }

  @Test(arguments: [
    ("每人收费120元，", 6, "每人收费…"), ("地址在A座1206室内", 8, "地址在A座…"), ("甲乙丙，丁戊己", 5, "甲乙丙…"), ("甲乙“丙丁戊己", 4, "甲乙…"),
    ("supercalifragilistic", 6, "super…"), ("补贴1,200元每人", 5, "补贴…"), ("补贴１２００元", 5, "补贴…"), ("补贴一千二百元", 5, "补贴…"),
    ("时间9:00～11:00到场", 8, "时间…"), ("去Café坐坐", 5, "去…"), ("见https://x.cn/?id=12吧", 17, "见…"), ("注意（先到先得", 4, "注意…"),
    ("请注意（【先到先得】）", 6, "请注意…"),
    ("他说：“明天开会。”大家都来", 10, "他说：“明天开会。”"), ("甲乙", 2, "甲乙"), ("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…"), ("", 3, ""),
  ])
  func nothingIsCutInTwo(text: String, limit: Int, wanted: String) {
    #expect(text.shortened(to: limit) == wanted)
  }

  @Test(arguments: [
    ("社区定于周六上课。", 8), ("共10场", 3), ("Hello world", 2), ("don't 9.5 0531-0000", 3), ("**“先锋”**课堂", 4), ("——……！", 0),
    ("ひらがな", 4), ("한국어 말", 2), ("# 题\n\n- 甲\n- 乙\n\n```\n丙\n```", 3),
  ])
  func wordsAreCountedAsWritersCount(text: String, wanted: Int) {
    #expect(Document(text).wordCount == wanted)
  }
}

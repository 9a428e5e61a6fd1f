import Encoding
import Testing

@testable import Markdown

@Suite struct TableTests {
  private func html(_ text: String) -> String { HTMLRenderer().html(Document(text)).text }

  /// The cells of all rows, without their tags.
  private func cells(_ text: String) -> [[String]] {
    html(text).split(separator: "<tr>").dropFirst().map { row in
      row.split(separator: "\n").compactMap { line in
        guard line.hasPrefix("<td") || line.hasPrefix("<th "), let start = line.firstIndex(of: ">") else { return nil }
        return String(line[line.index(after: start)...].dropLast("</td>".count))
      }
    }
  }

  @Test func columnsAreAligned() {
    #expect(
      html("| 项目 | 价格 | 备注 |\n|:--|--:|:-:|\n| 理发 | 10元 | 否 |").contains(
        "<th scope=\"col\" class=\"left\">项目</th>\n<th scope=\"col\" class=\"right\">价格</th>\n<th scope=\"col\" class=\"center\">备注</th>"
      ))
  }

  @Test func cellsHoldInlineMarkup() {
    #expect(
      cells("a | b\n--|--\n**x** | `y\\|z`\n[l][r] | <i>\n\n[r]: /u")
        == [["a", "b"], ["<strong>x</strong>", "<code>y|z</code>"], ["<a href=\"/u\">l</a>", "&lt;i&gt;"]])
  }

  /// libcmark doesn't count it in its columns.
  @Test(arguments: ["\u{FEFF}", "\u{FEFF}\u{FEFF}"])
  func aByteOrderMarkIsNoText(mark: String) {
    #expect(html(mark + "> 费用\n|-") == html("> 费用\n|-"))
    #expect(html(mark + " a|b\n -|-") == html("a|b\n-|-"))
  }

  @Test func rowsAreAsLongAsTheHead() {
    #expect(cells("|a|b|\n|-|-|\n|1|\n|1|2|3|") == [["a", "b"], ["1", ""], ["1", "2"]])
  }

  /// A few kilobytes can't ask for a page of gigabytes.
  @Test func filledCellsAreBounded() {
    let columns = 1000
    let text =
      String(repeating: "a|", count: columns) + "\n" + String(repeating: "-|", count: columns) + "\n"
      + String(repeating: "x\n", count: 1000)
    let cells = html(text).split(separator: "<td").count
    #expect(cells > 60 * columns && cells < TableSyntax.mostFilledCells + 2 * columns)
  }

  @Test func blockMarksInCellsAreText() {
    #expect(cells("|a|b|\n|-|-|\n|# 1|- 2|\n|> 3|1. 4|") == [["a", "b"], ["# 1", "- 2"], ["&gt; 3", "1. 4"]])
  }

  @Test func linesBeforeTheHeadStayAParagraph() {
    let text = html("价目如下\n|a|b|\n|-|-|\n|1|2|")
    #expect(text.hasPrefix("<p>价目如下</p>\n<div class=\"table\" tabindex=\"0\">"))
  }

  @Test(arguments: ["a | b\n-|-|-\n", "a | b\nc | d", "|a|b|\n|x|-|"])
  func whatIsNoTableStaysAParagraph(text: String) {
    #expect(!html(text).contains("<table>"))
  }

  @Test func tablesStandInQuotesAndLists() {
    #expect(html("> |a|b|\n> |-|-|\n> |1|2|").hasPrefix("<blockquote>\n<div class=\"table\" tabindex=\"0\">"))
    #expect(cells("- |a|b|\n  |-|-|\n  |1|2|") == [["a", "b"], ["1", "2"]])
  }

  @Test func linksInCellsKnowTheirLine() {
    let document = Document("x\n\n|a|b|\n|-|-|\n|[l](/one/)|2|\n|3|[m](/two/)|")
    #expect(document.links.map(\.line) == [5, 6])
    #expect(document.links.map(\.column) == [6, 8])
  }
}

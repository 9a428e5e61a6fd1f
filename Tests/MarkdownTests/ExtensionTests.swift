import Encoding
import Testing

@testable import Markdown

struct ExtensionTests {
  private func html(_ text: String, _ place: HTMLRenderer.Setting = .standalone) -> String {
    HTMLRenderer(place).html(Document(text)).text
  }

  @Test(arguments: [
    ("~~取消~~", "<p><del>取消</del></p>\n"), ("原价~~（10元）~~免费", "<p>原价<del>（10元）</del>免费</p>\n"),
    ("9:00~11:00，周一~周五", "<p>9:00~11:00，周一~周五</p>\n"),
    ("~~**甲**乙~~", "<p><del><strong>甲</strong>乙</del></p>\n"), ("**~~甲~~**", "<p><strong><del>甲</del></strong></p>\n"),
    ("~~[甲](/a/)~~", "<p><del><a href=\"/a/\">甲</a></del></p>\n"),
    ("\\~~甲~~", "<p>~~甲~~</p>\n"), ("~~ 甲~~", "<p>~~ 甲~~</p>\n"), ("~~甲 ~~", "<p>~~甲 ~~</p>\n"),
    ("~~甲", "<p>~~甲</p>\n"), ("甲~~", "<p>甲~~</p>\n"),
    ("~~~~", "<pre><code></code></pre>\n"), ("a ~~~甲~~~", "<p>a ~~~甲~~~</p>\n"),
    ("**~~甲**~~", "<p><strong>~~甲</strong>~~</p>\n"),
    ("`~~甲~~`", "<p><code>~~甲~~</code></p>\n"), ("~~甲~~乙~~丙~~", "<p><del>甲</del>乙<del>丙</del></p>\n"),
    ("~~甲\n乙~~", "<p><del>甲乙</del></p>\n"),
    ("~~甲\n\n乙~~", "<p>~~甲</p>\n<p>乙~~</p>\n"), ("# ~~甲~~", "<h1><del>甲</del></h1>\n"),
  ])
  func strikethrough(text: String, wanted: String) {
    #expect(html(text) == wanted)
  }

  @Test(arguments: [
    (
      "- [ ] 甲\n- [x] 乙\n- [X] 丙",
      "<ul>\n<li class=\"task\">☐ 甲</li>\n<li class=\"task\">☑ 乙</li>\n<li class=\"task\">☑ 丙</li>\n</ul>\n"
    ),
    ("1. [ ] **甲**", "<ol>\n<li class=\"task\">☐ <strong>甲</strong></li>\n</ol>\n"),
    ("1. [ ] 甲**乙**", "<ol>\n<li class=\"task\">☐ 甲<strong>乙</strong></li>\n</ol>\n"),
    ("- \\[ ] 甲", "<ul>\n<li>[ ] 甲</li>\n</ul>\n"), ("- [ ]甲", "<ul>\n<li>[ ]甲</li>\n</ul>\n"),
    ("- [-] 甲", "<ul>\n<li>[-] 甲</li>\n</ul>\n"),
    ("[ ] 甲", "<p>[ ] 甲</p>\n"), ("- 甲\n\n  [ ] 乙", "<ul>\n<li>\n<p>甲</p>\n<p>[ ] 乙</p>\n</li>\n</ul>\n"),
    ("- [x] ~~甲~~", "<ul>\n<li class=\"task\">☑ <del>甲</del></li>\n</ul>\n"),
  ])
  func tasks(text: String, wanted: String) {
    #expect(html(text) == wanted)
  }

  @Test func tasksOnPages() {
    #expect(html("- [x] 甲", .page).contains("<input type=\"checkbox\" disabled checked aria-label=\"已完成\" /> 甲"))
  }

  @Test(arguments: [
    ("甲[^1]。\n\n[^1]: 乙。", "<p>甲<sup>1</sup>。</p>\n<hr />\n<ol>\n<li>\n<p>乙。</p>\n</li>\n</ol>\n"),
    // By the order of the references, not of the definitions; labels of any script.
    (
      "[^乙]: 二\n[^甲]: 一\n\n先[^甲]后[^乙]再[^甲]",
      "<p>先<sup>1</sup>后<sup>2</sup>再<sup>1</sup></p>\n<hr />\n<ol>\n<li>\n<p>一</p>\n</li>\n<li>\n<p>二</p>\n</li>\n</ol>\n"
    ),
    // Without a definition, escaped, in code: text.
    ("甲[^1]", "<p>甲[^1]</p>\n"), ("甲\\[^1]`[^1]`\n\n[^1]: 乙", "<p>甲[^1]<code>[^1]</code></p>\n"),
    // Further lines and paragraphs, blocks within, links by reference, footnotes of footnotes.
    (
      "甲[^1]\n\n[^1]: 一\n二\n\n    三\n\n四",
      "<p>甲<sup>1</sup></p>\n<p>四</p>\n<hr />\n<ol>\n<li>\n<p>一二</p>\n<p>三</p>\n</li>\n</ol>\n"
    ),
    (
      "甲[^1]\n\n[^1]: 见[此]和[^2]\n[^2]: **“二”**十\n\n[此]: /a/",
      "<p>甲<sup>1</sup></p>\n<hr />\n<ol>\n<li>\n<p>见<a href=\"/a/\">此</a>和<sup>2</sup></p>\n</li>\n<li>\n<p><strong>“二”</strong>十</p>\n</li>\n</ol>\n"
    ),
    // A definition ends a paragraph and is ended by another block.
    ("甲[^1]\n[^1]: 乙\n# 丙", "<p>甲<sup>1</sup></p>\n<h1>丙</h1>\n<hr />\n<ol>\n<li>\n<p>乙</p>\n</li>\n</ol>\n"),
    // Within a fence it is code.
    ("```\n[^1]: 乙\n```", "<pre><code>[^1]: 乙\n</code></pre>\n"),
    ("~~~\n[^1]: 乙\n```\n[^1]: 丙\n~~~", "<pre><code>[^1]: 乙\n```\n[^1]: 丙\n</code></pre>\n"),
    // An address after it makes it a link.
    ("甲[^1](/a/)\n\n[^1]: 乙", "<p>甲<a href=\"/a/\">^1</a></p>\n"),
  ])
  func footnotes(text: String, wanted: String) {
    #expect(html(text) == wanted)
  }

  @Test func footnotesOnPagesLeadThereAndBack() {
    let html = html("甲[^1]乙[^1]\n\n[^1]: 丙", .page)
    #expect(html.contains("<sup class=\"footnote\"><a href=\"#fn-1\" id=\"fnref-1\" aria-label=\"脚注 1\">1</a></sup>"))
    #expect(html.contains("id=\"fnref-1-2\""))
    #expect(
      html.contains(
        "<li id=\"fn-1\">\n<p>丙 <a class=\"back\" href=\"#fnref-1\" aria-label=\"回到正文\">↩</a> <a class=\"back\" href=\"#fnref-1-2\""
      ))
  }

  @Test func footnotesKeepTheLinesOfOthers() {
    let document = Document("甲\n\n[^1]: 乙\n  丙\n[^2]: 丁[^3]\n[^3]: 戊\n\n[链](/no/) [^2] [^3]\n\n[^4]: ![图](/no.png)")
    #expect(document.links.map(\.line) == [8])
    #expect(document.unusedFootnotes == [3, 10])
    #expect(Document("[^1]\n\n[^1]: [甲](/a/)\n\n    [乙](/b/)").links.map(\.line) == [3, 5])
    #expect(!Document("甲[^1]\n\n[^1]: 乙").plainText().contains("乙"))
  }

  @Test(arguments: [
    ("# 服务时间", ["fu-wu-shi-jian"]), ("## A*b* `c`", ["ab-c"]), ("# 甲\n\n# 甲\n\n# 甲", ["jia", "jia-2", "jia-3"]),
    ("# 甲 2\n\n# 甲\n\n# 甲", ["jia-2", "jia", "jia-3"]),
    ("# 服务 {#fu}", ["fu"]), ("# 服务 {#1a}", ["1a"]), ("# ！", ["section"]), ("# main", ["main-2"]),
    ("服务\n===", ["fu-wu"]), ("# [甲](/a/)~~乙~~", ["jia-yi"]),
    ("# 甲 {#jia}\n\n# 假", ["jia", "jia-2"]),
  ])
  func anchors(text: String, wanted: [String]) {
    #expect(Document(text).headings.map(\.anchor) == wanted)
  }

  @Test func headingsKnowTheirTextAndWhatIsNumbered() {
    let headings = Document("# 服务 **时间** {#time}\n\n## 费用\n\n## 费用").headings
    #expect(headings.map(\.text) == ["服务 时间", "费用", "费用"])
    #expect(headings.map(\.isNumbered) == [false, false, true])
    #expect(headings.map(\.line) == [1, 3, 5])
    #expect(html("# 服务 {#time}", .page) == "<h1 id=\"time\">服务</h1>\n")
    #expect(html("# 服务 {#time}") == "<h1>服务</h1>\n")
  }

  @Test(arguments: [
    ("甲\n乙", "甲乙"), ("甲，\n乙", "甲，乙"), ("甲**乙**\n*丙*", "甲<strong>乙</strong><em>丙</em>"), ("甲~~乙~~\n丙", "甲<del>乙</del>丙"),
    ("甲\nb", "甲\nb"), ("a\n乙", "a\n乙"), ("한\n글", "한\n글"),
    ("他说“好”\n再走", "他说“好”再走"), ("甲——\n乙", "甲——乙"), ("甲\n——乙", "甲——乙"), ("等等……\n“好”", "等等……“好”"),
    ("“Hi”\n“Bye”", "“Hi”\n“Bye”"), ("他说“Hi”\n“再见”", "他说“Hi”“再见”"),
    ("a—\nb", "a—\nb"), ("甲\n`b`", "甲\n<code>b</code>"), ("甲[^1]\n乙\n\n[^1]: 丙", "甲<sup>1</sup>乙"),
  ])
  func lineBreaks(text: String, wanted: String) {
    #expect(html(text).hasPrefix("<p>\(wanted)</p>"))
  }

  @Test(arguments: [
    // Written out first, wherever it stands; in Chinese it is pinyin; footnotes keep theirs.
    ("# 服务时间\n\n# 乙 {#fu-wu-shi-jian}", ["fu-wu-shi-jian-2", "fu-wu-shi-jian"]), ("# 乙 {#服务}", ["fu-wu"]),
    ("# FN 1\n\n# fnref 2", ["section-fn-1", "section-fnref-2"]), ("# 乙 {#a b}", ["yi-a-b"]),
  ])
  func anchorsThatAreWrittenOut(text: String, wanted: [String]) {
    #expect(Document(text).headings.map(\.anchor) == wanted)
  }

  /// Nothing that was taken back is said where nobody sees that it is struck out, and no two numbers become another.
  @Test(arguments: [
    ("价格~~120~~80元", "价格80元"), ("时间~~9:00~~10:00", "时间10:00"), ("电话12~~3~~4 5", "电话12 4 5"), ("~~甲~~", ""),
  ])
  func whatIsStruckOutDoesNotHold(text: String, wanted: String) {
    #expect(Document(text).plainText() == wanted)
    #expect(Document(text).fullText().trimmingPrefix("\n") == wanted)
    #expect(HTMLRenderer().html(Document(text)).text.contains("<del>"))
  }

  /// Code, comments and raw HTML hold no definitions, in lists neither; and they end where libcmark ends them.
  @Test(arguments: [
    ("甲[^1]\n\n<!--\n[^1]: 内部\n-->\n\n[^1]: 公开", "公开"), ("1. 甲[^1]\n2. ```\n   [^1]: 码\n   ```\n\n[^1]: 注", "注"),
    ("甲[^1]\n\n<div>\n[^1]: 隐\n</div>\n\n[^1]: 显", "显"),
  ])
  func definitionsStandInTextAlone(text: String, wanted: String) {
    let html = HTMLRenderer().html(Document(text)).text
    #expect(html.contains("<li id=\"fn-1\">\n<p>\(wanted) "))
  }

  @Test func footnotesInLinksAndBehindExclamationMarks() {
    let html = HTMLRenderer().html(Document("[须知[^1]](/x/) 欢迎![^1]\n\n[^1]: 注")).text
    #expect(
      html.contains("<a href=\"/x/\">须知<sup>1</sup></a> 欢迎!<sup class=\"footnote\"><a href=\"#fn-1\" id=\"fnref-1\""))
    #expect(html.contains("注 <a class=\"back\" href=\"#fnref-1\""))
  }

  @Test func addressesAreNotStruckOut() {
    #expect(
      HTMLRenderer().html(Document("<http://a.cn/a~~b~~c> ~~丁~~")).text.contains(
        ">http://a.cn/a~~b~~c</a> <del>丁</del>"))
  }

  @Test func lineBreaksBesideCodeAndVariants() {
    #expect(
      HTMLRenderer().html(Document("见`代码`\n后文 `code`\n后")).text == "<p>见<code>代码</code>后文 <code>code</code>\n后</p>\n")
    #expect(HTMLRenderer().html(Document("葛\u{E0100}\n城")).text == "<p>葛\u{E0100}城</p>\n")
  }
}

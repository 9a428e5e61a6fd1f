import Encoding
import Testing

@testable import Markdown

/// One case or more for every branch of the rule: what stands before and after a run, and on which side something is missing.
struct EmphasisTests {
  private func html(_ text: String, _ extensions: Document.Extensions = .all) -> String {
    var html = HTMLRenderer(.standalone).html(Document(text, extensions: extensions)).text
    if html.hasPrefix("<p>"), html.hasSuffix("</p>\n") { html = String(html.dropFirst(3).dropLast(5)) }
    return html
  }

  @Test(arguments: [
    // Punctuation within, text without: on both sides, on either.
    ("通知**（第二次）**发到楼门", "通知<strong>（第二次）</strong>发到楼门"), ("请看**《须知》**。", "请看<strong>《须知》</strong>。"),
    ("**注意：**下雨改期", "<strong>注意：</strong>下雨改期"), ("只限**“老街坊”**", "只限<strong>“老街坊”</strong>"),
    // ASCII punctuation within, Han without.
    ("食堂**(二楼)**开门", "食堂<strong>(二楼)</strong>开门"), ("写**\"收\"**字", "写<strong>&quot;收&quot;</strong>字"),
    ("满**98%**了", "满<strong>98%</strong>了"),
    // Links and code within.
    ("点**[报名](/a/)**即可", "点<strong><a href=\"/a/\">报名</a></strong>即可"),
    ("输入**`gongshi`**运行", "输入<strong><code>gongshi</code></strong>运行"),
    // Half-width kana, Hangul, full-width letters and ideographs outside the first plane are text of the same kind.
    ("ｱ**(一)**ｲ", "ｱ<strong>(一)</strong>ｲ"), ("한**(韩)**글", "한<strong>(韩)</strong>글"),
    ("Ａ**(一)**Ｂ", "Ａ<strong>(一)</strong>Ｂ"),
    ("𠮷**(一)**𠮷", "𠮷<strong>(一)</strong>𠮷"),
    // A variation selector belongs to the character before it.
    ("葛\u{E0100}**(一)**城", "葛\u{E0100}<strong>(一)</strong>城"), ("〽\u{FE0E}**(一)**", "〽\u{FE0E}<strong>(一)</strong>"),
    // Emphasis within emphasis, single and threefold.
    ("*“甲”*和***“乙”***", "<em>“甲”</em>和<em><strong>“乙”</strong></em>"),
    ("**甲*“乙”*丙**丁", "<strong>甲<em>“乙”</em>丙</strong>丁"),
  ])
  func besideCJK(text: String, wanted: String) {
    #expect(html(text, .cjkEmphasis) == wanted)
    #expect(html(text) == wanted)
  }

  @Test(arguments: [
    // Without CJK nothing is new.
    ("a**\"b\"**c", "a**&quot;b&quot;**c"), ("a*(b)*c", "a*(b)*c"), ("a**b.**c", "a**b.**c"),
    // White space decides before all else.
    ("他** 说**好", "他** 说**好"), ("**他说 **好", "**他说 **好"), ("他说*\n好*", "他说*\n好*"),
    // `_` is for words set apart, as before.
    ("他_（说）_好", "他_（说）_好"), ("他说_好_吧", "他说_好_吧"), ("。\u{FE01}_A._", "。\u{FE01}<em>A.</em>"),
    // Escaped, in code, in an address.
    ("他\\*\\*“好”\\*\\*", "他**“好”**"), ("`他**“好”**吧`", "<code>他**“好”**吧</code>"),
    ("[a](/他**“好”**吧)", "<a href=\"/%E4%BB%96**%E2%80%9C%E5%A5%BD%E2%80%9D**%E5%90%A7\">a</a>"),
    ("![“甲**（乙）**丙](/a.png)", "<img src=\"/a.png\" alt=\"“甲（乙）丙\" />"),
    ("a<b title='他**“好”**吧'>", "a&lt;b title='他**“好”**吧'&gt;"),
    // Symbols are punctuation as CommonMark has it since 0.31; currency stands with its figure, emoji with their text.
    ("a**b∇**c", "a**b∇**c"), ("*$*a *£*b", "*$*a <em>£</em>b"),
    ("a**b👍**c", "a<strong>b👍</strong>c"),
  ])
  func unchanged(text: String, wanted: String) {
    #expect(html(text) == wanted)
  }

  @Test(arguments: [
    // Marks that Chinese shares with other scripts.
    ("**“先锋”**10场", "<strong>“先锋”</strong>10场"), ("10**“先锋”**A班", "10<strong>“先锋”</strong>A班"),
    ("**‘甲’**1", "<strong>‘甲’</strong>1"),
    ("**等等……**A座", "<strong>等等……</strong>A座"), ("**甲——**B", "<strong>甲——</strong>B"),
    ("**“Hello”**10场", "<strong>“Hello”</strong>10场"),
    // Half-width marks with Chinese behind them, past digits and further marks too.
    ("**复现:**10 轮", "<strong>复现:</strong>10 轮"), ("**满意度98%**APP", "<strong>满意度98%</strong>APP"),
    ("**人数(约30)**A组", "<strong>人数(约30)</strong>A组"),
    ("A**(甲)**B", "A<strong>(甲)</strong>B"), ("10**:复现**", "10<strong>:复现</strong>"),
    ("**价格:**10元,**数量:**5", "<strong>价格:</strong>10元,<strong>数量:</strong>5"),
  ])
  func inChinese(text: String, wanted: String) {
    #expect(html(text) == wanted)
    #expect(html(text, .cjkEmphasis) != wanted)
  }

  @Test(arguments: ["**Result:**10 runs", "**A98%**B", "**(abc)**1", "**\n甲:**b\n:**c"])
  func notInOtherTexts(text: String) {
    #expect(
      !html(text).contains("<strong>(") && !html(text).contains(":</strong>1") && !html(text).contains("%</strong>"))
  }

  /// The sentinel may stand in the source itself; all of them may.
  @Test func sentinelsInTheSource() {
    let all = String(String.UnicodeScalarView((0x10A50...0x10A58).compactMap(Unicode.Scalar.init)))
    #expect(html("\u{10A50}他**“好”**吧") == "\u{10A50}他<strong>“好”</strong>吧")
    #expect(html("\(all)他说**好**吧`~~`") == "\(all)他说<strong>好</strong>吧<code>~~</code>")
  }

  @Test func tablesAndQuotes() {
    #expect(html("| 甲 |\n|---|\n| 他**“好”**吧 |").contains("<td>他<strong>“好”</strong>吧</td>"))
    #expect(html("> 他**“好”**吧\n>**（甲）**乙").contains("<p>他<strong>“好”</strong>吧<strong>（甲）</strong>乙</p>"))
    #expect(html("- 他**“好”**吧") == "<ul>\n<li>他<strong>“好”</strong>吧</li>\n</ul>\n")
  }
}

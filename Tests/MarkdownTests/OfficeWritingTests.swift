import Encoding
import Testing

@testable import Markdown

/// Lines, marks and ends of texts as offices write them.
struct OfficeWritingTests {
  private func html(_ text: String) -> String { HTMLRenderer(.standalone).html(Document(text)).text }

  @Test(arguments: [
    ("一、办理时间：周一\n二、办理地点：大厅", "<p>一、办理时间：周一</p>\n<p>二、办理地点：大厅</p>\n"),
    ("（一）甲\n(二)乙", "<p>（一）甲</p>\n<p>(二)乙</p>\n"),
    ("1、甲\n2、乙", "<p>1、甲<br />\n2、乙</p>\n"), ("1.甲\n2.乙", "<p>1.甲<br />\n2.乙</p>\n"),
    ("１．甲\n２．乙", "<p>１．甲<br />\n２．乙</p>\n"), ("1）甲\n2）乙", "<p>1）甲<br />\n2）乙</p>\n"),
    ("甲：\n（1）乙\n（2）丙", "<p>甲：<br />\n（1）乙<br />\n（2）丙</p>\n"),
    ("①甲\n②乙", "<p>①甲<br />\n②乙</p>\n"), ("⑴甲\n⑵乙", "<p>⑴甲<br />\n⑵乙</p>\n"), ("㈠甲\n㈡乙", "<p>㈠甲<br />\n㈡乙</p>\n"),
    ("第一条 甲\n第二条 乙", "<p>第一条 甲</p>\n<p>第二条 乙</p>\n"), ("第一条为了甲。\n第二条乙", "<p>第一条为了甲。</p>\n<p>第二条乙</p>\n"),
    ("第一章　总则\n第一条　甲", "<p>第一章　总则</p>\n<p>第一条　甲</p>\n"),
    ("· 甲\n· 乙", "<p>· 甲<br />\n· 乙</p>\n"), ("－甲\n－乙", "<p>－甲<br />\n－乙</p>\n"), ("●甲\n●乙", "<p>●甲<br />\n●乙</p>\n"),
    ("-甲\n-乙", "<p>-甲<br />\n-乙</p>\n"), ("A、甲\nB、乙", "<p>A、甲<br />\nB、乙</p>\n"),
    ("－ 甲\n－ 乙", "<p>－ 甲<br />\n－ 乙</p>\n"), ("· 甲\n– 乙", "<p>· 甲<br />\n– 乙</p>\n"),
    ("➢ 甲\n➢ 乙", "<p>➢ 甲<br />\n➢ 乙</p>\n"), ("📍地点\n⏰时间", "<p>📍地点<br />\n⏰时间</p>\n"),
    ("1️⃣甲\n2️⃣乙", "<p>1️⃣甲<br />\n2️⃣乙</p>\n"), ("甲、子\n乙、丑", "<p>甲、子<br />\n乙、丑</p>\n"),
    ("1.1 甲\n1.2 乙", "<p>1.1 甲<br />\n1.2 乙</p>\n"), ("A. 甲\nB. 乙", "<p>A. 甲<br />\nB. 乙</p>\n"),
    ("请到大厅办理\n联系电话：见门厅", "<p>请到大厅办理<br />\n联系电话：见门厅</p>\n"),
    ("一是甲；\n二是乙。", "<p>一是甲；<br />\n二是乙。</p>\n"),
    ("第一，甲；\n第二，乙。", "<p>第一，甲；<br />\n第二，乙。</p>\n"),
    ("　　甲。\n　　乙。", "<p>甲。</p>\n<p>乙。</p>\n"), ("甲。\n　　\n乙。", "<p>甲。</p>\n<p>乙。</p>\n"),
    ("甲。\n\n　　\n\n乙。", "<p>甲。</p>\n<p>乙。</p>\n"), ("　　\n甲", "<p>甲</p>\n"),
    ("甲。\n    乙。", "<p>甲。</p>\n<p>乙。</p>\n"), ("甲。\n\t乙。", "<p>甲。</p>\n<p>乙。</p>\n"),
    ("\u{A0}\u{A0}甲\n\u{2003}\u{2003}乙", "<p>甲</p>\n<p>乙</p>\n"),
    ("# 　　甲　", "<h1>甲</h1>\n"),
    (
      "| 　甲　 |\n|--|\n| 　乙 |",
      "<div class=\"table\"><table>\n<thead>\n<tr>\n<th scope=\"col\">甲</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>乙</td>\n</tr>\n</tbody>\n</table></div>\n"
    ),
    ("**一、时间：**周一\n**二、地点：**大厅", "<p><strong>一、时间：</strong>周一</p>\n<p><strong>二、地点：</strong>大厅</p>\n"),
    ("时间：周一\n地点：大厅", "<p>时间：周一<br />\n地点：大厅</p>\n"), ("时　间：周一\n地　点：大厅", "<p>时　间：周一<br />\n地　点：大厅</p>\n"),
    ("【时间】周一\n【地点】大厅", "<p>【时间】周一<br />\n【地点】大厅</p>\n"),
    ("各位居民：\n今天停水。", "<p>各位居民：</p>\n<p>今天停水。</p>\n"), ("一、办理时间\n工作日", "<p>一、办理时间<br />\n工作日</p>\n"),
    ("停水。\n特此通知。", "<p>停水。</p>\n<p>特此通知。</p>\n"), ("停水。\n附件：报名表", "<p>停水。</p>\n<p>附件：报名表</p>\n"),
    ("- 甲\n  1、乙\n  2、丙", "<ul>\n<li>甲<br />\n1、乙<br />\n2、丙</li>\n</ul>\n"),
    ("> 一、甲\n> 二、乙", "<blockquote>\n<p>一、甲</p>\n<p>二、乙</p>\n</blockquote>\n"),
  ])
  func linesAreLines(text: String, wanted: String) {
    #expect(html(text) == wanted)
  }

  /// In the middle of a sentence the same characters are none.
  @Test(arguments: [
    ("停水的是\n1、2号楼", "停水的是\n1、2号楼"), ("位于\n一、二楼", "位于一、二楼"), ("根据\n第十二条规定", "根据第十二条规定"), ("共\n3.5元", "共\n3.5元"),
    ("他们\n——居民", "他们——居民"), ("气温\n－5度", "气温－5度"), ("他说\n一是真的", "他说一是真的"), ("甲\n乙", "甲乙"),
    ("甲，\n居民：乙", "甲，居民：乙"), ("最低\n－ 5度", "最低－ 5度"),
    ("由\n甲、乙双方", "由甲、乙双方"), ("共\n1.5 公里", "共\n1.5 公里"), ("从A到\nB.甲", "从A到\nB.甲"), ("请打\n电话：见门厅", "请打电话：见门厅"),
    ("自\n2026.12.5起", "自\n2026.12.5起"),
  ])
  func sentencesGoOn(text: String, wanted: String) {
    #expect(html(text) == "<p>\(wanted)</p>\n")
  }

  @Test(arguments: [
    "特此公告。\n桃园社区居委会\n2026年12月5日", "特此公告。\n\n桃园社区居委会\n2026年12月5日", "特此公告。\n\n　　　　桃园社区居委会\n　　　　2026年12月5日",
    "特此公告。\n\n                    桃园社区居委会\n                    2026年12月5日",
    "特此公告。\n                    桃园社区居委会\n                    2026年12月5日",
  ])
  func signaturesStandRight(text: String) {
    #expect(html(text) == "<p>特此公告。</p>\n<p align=\"right\">桃园社区居委会<br />\n2026年12月5日</p>\n")
  }

  @Test(arguments: [
    ("甲。\n\n桃园社区居委会\n\n二〇二六年十二月五日", "<p>甲。</p>\n<p align=\"right\">桃园社区居委会<br />\n二〇二六年十二月五日</p>\n"),
    ("甲。\n\n2026 年 12 月 5 日", "<p>甲。</p>\n<p align=\"right\">2026 年 12 月 5 日</p>\n"),
    ("甲。\n\n桃园物业公司（盖章）　　2026年12月5日", "<p>甲。</p>\n<p align=\"right\">桃园物业公司（盖章）　　2026年12月5日</p>\n"),
    (
      "甲。\n桃园社区\n万盛街道办事处\n2026年12月5日\n附件：1.表",
      "<p>甲。</p>\n<p align=\"right\">桃园社区<br />\n万盛街道办事处<br />\n2026年12月5日</p>\n<p>附件：1.表</p>\n"
    ),
    ("时间：\n2026年12月5日", "<p>时间：</p>\n<p>2026年12月5日</p>\n"), ("2026年12月5日", "<p>2026年12月5日</p>\n"),
    ("2026年12月5日\n\n甲。", "<p>2026年12月5日</p>\n<p>甲。</p>\n"), ("开始于\n2026年12月5日", "<p>开始于\n2026年12月5日</p>\n"),
    ("截止 2026年12月5日", "<p>截止 2026年12月5日</p>\n"),
  ])
  func ends(text: String, wanted: String) {
    #expect(html(text) == wanted)
  }

  @Test(arguments: [
    ("甲\n\n    停水**通知**如下。\n    请储水。\n\n乙", "<p>甲</p>\n<p>停水<strong>通知</strong>如下。</p>\n<p>请储水。</p>\n<p>乙</p>\n"),
    ("\t停水通知。", "<p>停水通知。</p>\n"), ("    一、甲\n    二、乙", "<p>一、甲</p>\n<p>二、乙</p>\n"),
    ("甲\n\n    - 乙\n    - 丙", "<p>甲</p>\n<ul>\n<li>乙</li>\n<li>丙</li>\n</ul>\n"),
    ("    let 甲 = 1", "<pre><code>let 甲 = 1\n</code></pre>\n"), ("    x", "<pre><code>x\n</code></pre>\n"),
    ("```\n    停水通知。\n```", "<pre><code>    停水通知。\n</code></pre>\n"),
    ("停水。\n电话：0531-0000-1234\n---\n乙", "<p>停水。<br />\n电话：0531-0000-1234</p>\n<hr />\n<p>乙</p>\n"),
    ("电话：0531-0000-1234\n---", "<p>电话：0531-0000-1234</p>\n<hr />\n"), ("停水通知\n---", "<h2>停水通知</h2>\n"),
    ("> 停水。\n> ---\n> 乙", "<blockquote>\n<p>停水。</p>\n<hr />\n<p>乙</p>\n</blockquote>\n"),
    ("#停水\n甲", "<h1>停水</h1>\n<p>甲</p>\n"), ("甲\n##停水", "<p>甲</p>\n<h2>停水</h2>\n"),
    ("＃＃ **停**水", "<h2><strong>停</strong>水</h2>\n"),
    ("#停水# 今天", "<p>#停水# 今天</p>\n"), ("#2 楼", "<p>#2 楼</p>\n"),
  ])
  func whatIsMeant(text: String, wanted: String) {
    #expect(html(text) == wanted)
  }

  @Test func headingsThatAreMeantHaveAddressesAndLines() {
    let headings = Document("甲\n##停水\n乙").headings
    #expect(headings.map(\.anchor) == ["ting-shui"])
    #expect(headings.map(\.line) == [2])
    // The blank that Chinese keyboards give, behind which CommonMark sees no heading.
    #expect(Document("#　停水\n乙").headings.map(\.anchor) == ["ting-shui"])
    #expect(Document("#　2 楼").headings.isEmpty)
    #expect(Document("甲\n\n    见[表](/x/)。\n").links.map(\.line) == [3])
  }

  @Test func otherLanguagesKeepTheirLines() {
    let document = Document("一、甲\n二、乙", extensions: .of(language: "en"))
    #expect(HTMLRenderer(.standalone).html(document).text == "<p>一、甲二、乙</p>\n")
  }

  @Test(arguments: [
    ("12月5日停水", "<span class=\"whole\">12月5日</span>停水"), ("自2026年12月5日起", "自<span class=\"whole\">2026年12月5日</span>起"),
    ("12 月 5 日", "<span class=\"whole\">12 月 5 日</span>"), ("上午9时30分", "上午<span class=\"whole\">9时30分</span>"),
    ("共50元/人。", "共<span class=\"whole\">50元/人。</span>"), ("¥1,200.50起", "<span class=\"whole\">¥1,200.50</span>起"),
    ("120 平方米", "<span class=\"whole\">120 平方米</span>"), ("9:00–11:30", "<span class=\"whole\">9:00–11:30</span>"),
    ("14：30", "<span class=\"whole\">14：30</span>"), ("25 kg", "<span class=\"whole\">25 kg</span>"),
    ("3号楼2单元501室", "<span class=\"whole\">3号楼2单元501室</span>"), ("十二月五日", "<span class=\"whole\">十二月五日</span>"),
    ("三十元", "<span class=\"whole\">三十元</span>"), ("一个", "一个"), ("2026", "2026"), ("A4纸", "A4纸"),
    ("3-5天", "<span class=\"whole\">3-5天</span>"),
    ("98.5%", "98.5%"), ("5 men", "5 men"),
  ])
  func numbersStayWithTheirUnits(text: String, wanted: String) {
    #expect(HTMLRenderer().html(Document(text)).text == "<p>\(wanted)</p>\n")
    #expect(!html(text).contains("span"))
  }
}

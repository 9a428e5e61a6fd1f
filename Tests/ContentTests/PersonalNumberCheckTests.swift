import Diagnostics
import TestSupport
import Testing

@testable import Content

/// What is looked at is what readers get, not only what is written.
@Suite struct PersonalNumberCheckTests {
  private func problems(_ text: String, file: String = "content/pages/a.md") -> [String] {
    PageReader(file: file, officePhones: []).read(Array(text.utf8)).problems.inReadingOrder().map {
      "\($0.location!) \($0.code)".replacing(file + ":", with: "")
    }
  }

  @Test(arguments: [
    ("title: \"138\\x312345678\"", "2:8"), ("title: \"138\\\n  12345678\"", "2:8"),
    ("title: >-\n  138\n  1234\n  5678", "3:3"), ("title: x\nsummary: \"138\\u200B1234\\t5678\"", "3:10"),
    ("title: x\ntags: [\"\\x3138 1234 5678\"]", "3:8"), ("title: x\n\"\\x313812345678\": y", "3:1"),
    ("title: x\nsummary: '%3138%201234%205678'", "3:10"),
  ])
  func valuesOfTheFrontMatter(fields: String, place: String) {
    let found = problems("---\nkind: page\n\(fields)\n---\n")
    let line = Int(place.split(separator: ":")[0])! + 1
    #expect(found.contains { $0.hasSuffix("privacy.mobile-number") && $0.hasPrefix("\(line):") }, "\(found)")
  }

  @Test(arguments: [
    ("138<!-- -->12345678", "6"), ("一行\n\n138<b>1234</b>5678", "8"), ("138&#49;2345678", "6"), ("138*1234*5678", "6:1"),
    ("[138](/a/)12345678", "6"), ("13`81234`5678", "6"), ("138\n1234\n5678", "6:1"), ("138&nbsp;1234&nbsp;5678", "6"),
    ("<div>138<i>1234</i>5678</div>", "6"), ("| 号 |\n|--|\n| 138<b>1234</b>5678 |", "8"),
    ("[打](tel:138&#49;2345678)", "6"), ("[打](tel:%31%33%38%31%32%33%34%35%36%37%38)", "6:5"),
    ("[打](/a/ \"138&#49;2345678\")", "6"), ("![138&#49;2345678](/a.png)", "6"),
    ("[a]\n\n[a]: <tel:138%312345678>", "8:7"), ("# 138<!-- -->12345678", "6"),
    ("```qr\nurl: https://a.cn/?t=138%312345678\nlabel: 扫\n```", "7:6"),
    ("```qr\nurl: https://a.cn/\nlabel: \"138\\x312345678\"\n```", "8:8"),
  ])
  func textOfTheBody(body: String, place: String) {
    let found = problems("---\ntitle: x\nkind: page\nslug: a\n---\n\(body)\n")
    #expect(found.contains { $0.hasPrefix(place) && $0.hasSuffix(" privacy.mobile-number") }, "\(found)")
    #expect(found.count { $0.hasSuffix("privacy.mobile-number") } == 1)
  }

  /// Addresses that are an office's pass, others are refused in values, texts and links; names and plates are warned of.
  @Test(arguments: [
    ("title: x\nsummary: a@qq.com", "", "privacy.email"), ("title: x", "来信 a@qq.com", "privacy.email"),
    ("title: x", "[来信](mailto:a@qq.com)", "privacy.email"), ("title: x", "<a@qq.com>", "privacy.email"),
    ("title: x\nsummary: a@quan.example", "b@jinan.gov.cn", ""), ("title: x", "感谢王女士", "privacy.person"),
    ("title: x", "许多女士参加", ""), ("title: x", "请鲁A12345车主挪车", "privacy.plate"),
  ])
  func otherDetails(fields: String, body: String, code: String) {
    let reader = PageReader(file: "content/pages/a.md", officePhones: [], officeEmails: ["@quan.example"])
    let found = reader.read(Array("---\n\(fields)\nkind: page\n---\n\(body)\n".utf8)).problems
    #expect(found.map(\.code).filter { $0.hasPrefix("privacy") } == (code.isEmpty ? [] : [code]))
  }

  /// Cells and blocks beside each other are no number.
  @Test(arguments: [
    "| 场次 | 人数 | 元 |\n|--|--|--|\n| 156 | 1320 | 2045 |", "| 156 | 1320 | 2045 |", "- 156、\n- 1320、\n- 2045",
    "# 156\n\n1320\n\n2045",
    "156 ![](/a.png) 1320 2045", "2026-11-25<br>14:30",
  ])
  func otherNumbers(body: String) {
    #expect(problems("---\ntitle: x\nkind: page\n---\n\(body)\n").filter { $0.contains("privacy") } == [])
  }

  @Test func fileNames() throws {
    let site = try TemporarySite(["content/pages/138-1234-5678.md": "---\ntitle: x\nkind: page\n---\n"])
    try site.write("content/images/张三13812345678.png", TestPicture.png)
    #expect(
      try site.problems() == [
        "content/images/张三13812345678.png privacy.mobile-number",
        "content/pages/138-1234-5678.md privacy.mobile-number",
      ])
  }

  @Test func theSiteAndItsScreens() throws {
    let site = try TemporarySite(
      ["content/screens/hall.yaml": "id: hall\ntitle: \"138\\x312345678\"\n"],
      site: "title: a\nbaseURL: https://a.example\nfooter:\n  phone: \"139\\u200b1234\\\n    5678\"\n")
    #expect(
      try site.problems() == [
        "content/screens/hall.yaml:2:8 privacy.mobile-number", "content/site.yaml:4:10 privacy.mobile-number",
      ])
  }

  @Test func officeNumbersHoweverTheyAreListed() throws {
    let site = try TemporarySite(
      ["content/pages/a.md": "---\ntitle: x\nkind: page\n---\n值班 138.1234.5678\n"],
      site: "title: a\nbaseURL: https://a.example\nofficePhones: ['+86 138（1234）5678']\n")
    #expect(try site.problems() == [])
  }
}

import Artifacts
import Diagnostics
import TestSupport
import Testing

@testable import Content

/// Where links, codes and pictures may lead.
@Suite struct AddressRulesTests {
  private func problems(_ body: String, site: String = "") throws -> [String] {
    try TemporarySite(
      ["content/pages/a.md": "---\ntitle: x\nkind: page\n---\n\(body)\n"],
      site: "title: 示例\nbaseURL: https://a.example\n" + site
    ).load().1.filter { !$0.code.hasPrefix("markdown") }.map(\.code)
  }

  @Test(arguments: [
    ("[a](/b/) [a](#c) [a](https://b.example/) [a](http://b.example) [a](mailto:a@a.example) [a](tel:12345)", ""),
    ("[a](javascript:alert%281%29)", "link.scheme"), ("[a](JAVA&#115;CRIPT:x)", "link.scheme"),
    ("<vbscript:x>", "link.scheme"),
    ("[a](data:text/html,x)", "link.scheme"), ("[a](weixin://dl/chat)", "link.scheme"),
    ("[a](ftp://b.example/)", "link.scheme"),
    ("[a](file:///D:/a.docx)", "link.own-machine"), ("[a](C:/a.docx)", "link.own-machine"),
    ("[a](<\\\\\\\\server\\\\a>)", "link.own-machine"),
    ("[a](//b.example/)", "link.no-scheme"), ("[a](https:/b.example)", "link.no-host"),
    ("[a](https://gov.cn@b.example/)", "link.user"), ("[a](https://www.gоv.cn/)", "link.look-alike"),
    ("[a]\n\n[a]: javascript:x", "link.scheme"), ("![a](https://b.example/a.png)", "image.remote"),
    ("![a](data:image/png;base64,AA)", "link.scheme"),
    ("![a](//b.example/a.png)", "link.no-scheme"), ("[![a](/images/a.png)](javascript:x)", "link.scheme"),
    ("```qr\nurl: https://b.example/\nlabel: a\n```", ""), ("```qr\nurl: javascript:x\nlabel: a\n```", "link.scheme"),
    ("```qr\nurl: https://gov.cn@b.example/\nlabel: a\n```", "link.user"),
    ("```qr\nurl: //b.example/\nlabel: a\n```", "link.no-scheme"),
    ("```qr\nurl: b.example\nlabel: a\n```", "qr.url"),
  ])
  func whereABodyLeads(body: String, code: String) throws {
    #expect(try problems(body) == (code.isEmpty ? [] : [code]))
  }

  @Test func whatASiteNames() throws {
    let site = "remoteImages: [IMG.b.example]\nlinkSchemes: [weixin]\n"
    #expect(try problems("![a](https://img.b.example/a.png) [a](weixin://dl/chat)", site: site) == [])
    #expect(try problems("![a](http://img.b.example/a.png)", site: site) == ["image.remote"])
    #expect(try problems("![a](https://b.example/a.png)", site: site) == ["image.remote"])
    for wrong in [
      "remoteImages: ['*']", "remoteImages: [https://b.example]", "remoteImages: [b.example;c]",
      "linkSchemes: [javascript]", "errors: [privacy.nothing]", "errors: [x]",
    ] {
      #expect(try problems("a", site: wrong + "\n") == ["front-matter.wrong-value"], "\(wrong)")
    }
  }

  @Test func onScreens() throws {
    let site = try TemporarySite([
      "content/screens/a.yaml": "id: a\ntitle: a\nplaylist:\n  - {slide: text, text: \"[a](javascript:x) &#x202E;\"}\n"
    ])
    #expect(try site.load().1.map(\.code) == ["file.control-character", "link.scheme"])
  }

  @Test(arguments: ["\u{202E}甲", "甲\u{2066}", "\u{85}", "\u{FFFE}", "&#x202e;", "&#8238;", "`&`&#x9b;"])
  func whatNobodySeesIsNamed(text: String) throws {
    #expect(try problems("一行\n\n\(text)") == ["file.control-character"])
  }

  @Test func warningsThatAreErrorsHere() throws {
    let files = ["content/pages/a.md": "---\ntitle: x\nkind: page\n---\n请鲁A12345车主挪车，王女士\n"]
    let site = try TemporarySite(files, site: "title: 示例\nbaseURL: https://a.example\nerrors: [privacy.plate]\n")
    let (content, problems) = try site.load()
    #expect(
      content!.judging(problems).inReadingOrder().map { "\($0.severity) \($0.code)" } == [
        "error privacy.plate", "warning privacy.person",
      ])
  }

  @Test func aThemesNumbers() throws {
    let theme = ThemeSource(
      name: "t",
      templates: [
        .init(name: "a", file: "t/a.mustache", text: "<p>1381234\n5678</p>"),
        .init(name: "b", file: "t/b.mustache", text: "&#49;38 1234 5678"),
        .init(name: "d", file: "t/d.mustache", text: "<b>138</b><i>1234</i><b>5679</b>"),
        .init(name: "e", file: "t/e.mustache", text: "<a href=\"tel:%31391234%35678\">电话</a>"),
      ],
      statics: [
        (.at("assets/a.js"), .javaScript, "t/a.js", Array("var a = '13912345678', b = '13900001111';".utf8)),
        (.at("assets/b.js"), .javaScript, "t/b.js", Array("13912345678".utf8).flatMap { [$0, 0xFF] }),
        (
          .at("assets/c.pdf"), .pdf, "t/c.pdf",
          Array(
            """
            %PDF-1.7
            1 0 obj << /Type /Catalog >> endobj
            2 0 obj << /Title (13612345678) >> endobj
            trailer << /Root 1 0 R >>
            startxref
            9
            %%EOF

            """.utf8)
        ),
      ],
      screenStyle: .init(file: "t/screen.css", text: "/* 13712345678 */"))
    #expect(
      try theme.numberProblems(officePhones: ["13900001111"], officeEmails: []).map { "\($0.location!)" } == [
        "t/a.mustache:1:4", "t/b.mustache", "t/d.mustache", "t/e.mustache", "t/screen.css:1:4", "t/a.js:1:10",
        "t/b.js:1:1", "t/c.pdf",
      ])
  }
}

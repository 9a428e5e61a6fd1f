import Encoding
import Testing

@testable import Markdown

@Suite struct HTMLRendererTests {
  private func html(_ text: String) -> String { HTMLRenderer().html(Document(text)).text }

  @Test(arguments: [
    ("a <b>x</b>", "<p>a &lt;b&gt;x&lt;/b&gt;</p>\n"), ("<div onclick=x>\n", "<p>&lt;div onclick=x&gt;</p>\n"),
    ("a<!-- note -->b", "<p>ab</p>\n"), ("<!-- note\nfor us -->\n", ""),
    ("<!-- x --><script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
  ])
  func rawHTMLIsShownAndCommentsAreNot(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:x", "vbscript:x", "file:///etc/passwd", "data:text/html,x", "java\u{1}script:x",
    "javascript:\u{301}x", "javascript:\u{FE0F}x", "javascript:\u{E0100}alert(1)", "data:\u{301}text/html,x",
  ])
  func activeLinksLoseTheirDestination(destination: String) {
    #expect(html("[x](<\(destination)>)") == "<p><a href=\"\">x</a></p>\n")
  }

  @Test func picturesKeepTheirAlternativeText() {
    #expect(html("![一*二*](/a.png \"t\")") == "<p><img src=\"/a.png\" alt=\"一二\" title=\"t\" /></p>\n")
  }

  @Test(arguments: [
    ("先锋\n课堂", "<p>先锋课堂</p>\n"), ("先锋\nparty", "<p>先锋\nparty</p>\n"), ("先**锋**\n课堂", "<p>先<strong>锋</strong>课堂</p>\n"),
    ("“开”\n课", "<p>“开”课</p>\n"), ("한국\n어", "<p>한국\n어</p>\n"),
  ])
  func softBreaksInChineseAreNothing(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test func rootedLinksGetTheBaseForReadersElsewhere() {
    let renderer = HTMLRenderer(baseURL: "https://a.example")
    #expect(renderer.html(Document("[x](/y/) [z](//w/)")).text.contains("href=\"https://a.example/y/\""))
    #expect(renderer.html(Document("[z](//w/)")).text.contains("href=\"//w/\""))
  }

  @Test func deepNestingNeedsNoStack() {
    let depth = 10_000
    let text = String(repeating: "> ", count: depth) + "x"
    #expect(html(text).utf8.count > depth)
  }
}

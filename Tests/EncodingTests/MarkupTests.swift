import Testing

@testable import Encoding

@Suite struct MarkupTests {
  @Test(arguments: [
    ("<a href=\"x\">", "&lt;a href=&quot;x&quot;&gt;"),
    ("汇锦 & 云顶", "汇锦 &amp; 云顶"),
    // A combining mark after the quote or bracket makes one Character of the two: bytes don't care.
    ("\"\u{301}<\u{338}", "&quot;\u{301}&lt;\u{338}"),
    ("", ""),
  ])
  func escapes(text: String, expected: String) {
    #expect(Markup.escaped(text) == expected)
  }

  @Test func xmlDropsWhatItMayNotHold() {
    #expect(Markup.xmlEscaped("a\u{0}b\u{8}c\u{FFFE}\td<") == "abc\td&lt;")
  }
}

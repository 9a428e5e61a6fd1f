import CCmark
import Encoding
import Glibc
import Markdown
import RandomInputs

/// Markdown through every renderer: nothing active comes out, plain CommonMark is libcmark's, and what has no Chinese in it is read as without
/// the rules for it.
struct MarkdownTarget: FuzzTarget {
  static let name = "markdown"
  static let share = 18

  private static let words = [
    "**", "*", "_", "__", "~~", "~", "`", "```\n", "![", "[", "]", "](", ")", "](/a/ \"", "[^1]", "\n[^1]: ",
    "\n[a]: /b/\n", "<", ">", "<a href=\"", "<script>",
    "<!--", "-->", "<![CDATA[", "<?", "&amp;", "&#0;", "&#x1F;", "&lt;script&gt;", "&quot;", "\\", "\n", "\n\n", "\r\n",
    "\t", "    ", "# ", "## 甲 {#a}\n", "===\n", "---\n",
    "- ", "- [ ] ", "- [x] ", "1. ", "> ", "|", "|-|\n", "|:-:|", "javascript:alert(1)", "data:text/html,x",
    "[x](javascript:alert(1))", "<javascript:a>", "{#id}",
    "甲", "“", "”", "——", "……", "（", "）", "，", "。", "《", "98%", "A", "1", " ", "\u{3000}", "\u{A0}", "\u{FE00}",
    "\u{FE01}", "\u{FE0F}", "\u{E0100}", "\u{10A50}", "\u{10A58}",
    "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{0301}", "\"\u{0301}", "<\u{0338}", "\0", "한", "か", "👍", "👨‍👩‍👧",
    "𠮷", "ﷺ", "\u{FFFD}", "\u{2028}",
  ]

  func input(_ random: inout SeededRandom) -> [UInt8] {
    var bytes: [UInt8] = []
    let plain = random.chance(15)
    for _ in 0..<random.number(1...random.one(of: [4, 12, 40, 200])) {
      let word =
        plain ? random.one(of: Self.words.filter { $0.utf8.allSatisfy { $0 < 128 } }) : random.one(of: Self.words)
      // Rarely: each such input takes as long as a hundred others.
      let times = random.below(400) == 0 ? random.one(of: [20, 300, 10_000]) : 1
      for _ in 0..<min(times, 60_000 / max(1, word.utf8.count)) { bytes += Array(word.utf8) }
      if random.chance(plain ? 0 : 6) { bytes += Array(String(Character(scalar(&random))).utf8) }
      if bytes.count > 80_000 { break }
    }
    return random.chance(70) ? bytes : Mutation.mutated(bytes, words: Self.words, &random)
  }

  /// Of any block of Unicode.
  private func scalar(_ random: inout SeededRandom) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(random.number(1...0x10FFFF))) ?? "\u{FFFD}"
  }

  private static let said = HTMLRenderer.Words(
    done: "done", open: "not done", footnote: "note", footnotes: "notes", back: "back")

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    // A page is text before it is Markdown.
    let text = String(decoding: input, as: UTF8.self)
    let document = Document(text)
    let page = HTMLRenderer(words: Self.said).html(document)
    let elsewhere = HTMLRenderer(.standalone, words: Self.said, baseURL: "https://a.example").html(document)
    try SafeHTML.check(page)
    try SafeHTML.check(elsewhere)
    try sentinels(in: page, of: text)
    try names(of: document)
    try texts(of: document)
    try plainCommonMark(text)
    return page.count > 8
  }

  /// What is not the writer's does not come out: all sentinels begin with the same three bytes.
  private func sentinels(in html: Bytes, of text: String) throws(Finding) {
    guard Self.holdsSentinel(html), !text.contains("&") else { return }
    try expect(Self.holdsSentinel(Array(text.utf8)), "a sentinel comes out")
  }

  private static func holdsSentinel(_ bytes: Bytes) -> Bool {
    bytes.indices.dropLast(3).contains { bytes[$0] == 0xF0 && bytes[$0 + 1] == 0x90 && bytes[$0 + 2] == 0xA9 }
  }

  private func names(of document: Document) throws(Finding) {
    var seen: Set<String> = []
    for heading in document.headings {
      try expect(seen.insert(heading.anchor).inserted, "two headings are #\(heading.anchor)")
      try expect(
        !heading.anchor.isEmpty
          && heading.anchor.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>&'".utf8.contains($0) },
        "a heading is #\(heading.anchor)")
      try expect(document.hasAnchor(heading.anchor), "#\(heading.anchor) is not found")
    }
  }

  private func texts(of document: Document) throws(Finding) {
    let full = document.fullText()
    try expect(document.plainText(limit: 100).count <= 100, "a summary is longer than 100 characters")
    try expect(!full.utf8.contains(0), "NUL in the text")
    document.withReaderText { bytes, _ in _ = bytes.count }
  }

  private func plainCommonMark(_ text: String) throws(Finding) {
    let ours = HTMLRenderer(rawHTML: .pass, words: Self.said).html(Document(text, extensions: []))
    try expect(ours.text == Self.cmark(text), "plain CommonMark is not libcmark's")
    guard text.utf8.allSatisfy({ $0 < 128 }) else { return }
    let friendly = HTMLRenderer(rawHTML: .pass, words: Self.said).html(
      Document(text, extensions: [.cjkEmphasis, .chineseEmphasis, .hanLineBreaks]))
    try expect(
      friendly == ours || text.contains("&") || text.utf8.count > 10_000, "a text without Chinese is read otherwise")
  }

  private static func cmark(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let html = cmark_markdown_to_html(characters.baseAddress, characters.count, CMARK_OPT_UNSAFE) else {
          return ""
        }
        defer { free(html) }
        return String(cString: html)
      }
    }
  }
}

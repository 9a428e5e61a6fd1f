import RandomInputs
import Testing

@testable import Content

/// What `PlainYAML` reads by itself it reads as Yams does, places and all; of anything else it says nothing.
@Suite struct PlainYAMLTests {
  private static let seed: UInt64 = 18

  @Test func frontMattersAsTheyAreWritten() throws {
    let text = """
      title: 第1号：“北门” 今起开放 (试行)
      # 以下由办公室填写
      kind: notice
      单位: fudong
      date: 2026-11-20

      expiresAt: 2026-11-30T09:00
      time: 9:00-11:30
      summary: "公示期：5天 # 不含周末"
      link: 'https://www.example.cn/a?b=1#c'
      tags: [停水, "a, b", 维修 队]
      nothing:
      empty: []
      approval: {author: 社工, approver: 党委 书记, approvedOn: 2026-11-20}
      signed:
        author: 社工
        inner:
          digest: sha256:0123
        last: 1
      videos: [{title: 怎么报名, url: https://video.example.cn/1}, {title: b, url: /c}]
      """
    let plain = try #require(PlainYAML.mapping(text))
    #expect(try YAMLNode.composeByYams(text) == .mapping(plain))
    #expect(plain.entries.count == 14)
  }

  /// What may mean something else is Yams's.
  @Test(arguments: [
    "", "\n", "# nothing\n", "- a\n- b\n", "a: b # c\n", "a: b: c\n", "a:b\n", "a: b\n  c\n", "a: |\n  b\n",
    "a: >\n  b\n", "a: &b c\n", "a: *b\n",
    "a: !b c\n", "a: 'it''s'\n", "a: \"\\n\"\n", "a: \"b\n  c\"\n", "a: [b\n, c]\n", "a: [b,]\n", "a: {b}\n",
    "a: {b: c, b: d}\n", "a: b\na: c\n",
    "\u{E9}: 1\ne\u{301}: 2\n", "a:\tb\n", "a: b\r\n", " a: b\n", "a: b\n c: d\n", "a:\n- b\n", "a:\n  b\n",
    "? a\n: b\n", "a : b\n", "\"a\": b\n",
    "---\na: b\n", "a: b\n...\n", "a: b\u{2028}c\n", "a: b\u{85}c\n", "a: \u{FEFF}b\n", "a: \u{7F}\n", "a: @b\n",
    "a: `b\n", "a: %b\n", "a: -\n",
    "a: [b: c]\n", "a: [b #c]\n", "a: {b: c}d\n", "a: 'b'c\n", "<<: a\n", "a: [[[[[b]]]]]\n",
  ])
  func leavesTheRest(_ text: String) {
    #expect(PlainYAML.mapping(text) == nil)
  }

  /// Texts that are put together of what YAML's signs are made of, and changed at random.
  @Test func isWhatYamsReads() {
    var random = SeededRandom(seed: Self.seed)
    var read = 0
    for number in 0..<60_000 {
      var text = Self.mapping(&random, indent: 0, depth: 0)
      if random.chance(50) { text = Self.damaged(text, &random) }
      guard let plain = PlainYAML.mapping(text) else { continue }
      read += 1
      let node = try? YAMLNode.composeByYams(text)
      #expect(node == .mapping(plain), "seed \(Self.seed), text \(number): \(text.debugDescription)")
    }
    #expect(read > 10_000)
  }

  // MARK: Made-up texts

  private static let words = [
    "北门", "停水", "a", "title", "社区 党委", "9:00", "https://a.cn/b?c=d#e", "2026-11-20", "-1", "~", "null", "a#b", "“引号”",
    "（全角：）", "x：y", "é", "𠮷",
    "sha256:01", "100%", "a-b_c", "1.5", "/files/a.docx", "<b>", "=", "a*b", "&", "it's", "a'b", "a\"b", "1,200", "a;b",
    "U+3000\u{3000}", "·", "a: b", "a #b",
    "!", "?", "a?", "- a", ":a", "a:", "@a", "[", "}", "\u{A0}a",
  ]
  private static let keys = [
    "title", "kind", "date", "标题", "a_b", "a-b", "A", "unit", "tags", "正文 ", "1a", "", "\"q\"", "é",
  ]
  private static let signs = [
    " ", "  ", "\n", ":", ": ", " #", "#", ",", "[", "]", "{", "}", "'", "\"", "\\", "-", "- ", "&a", "*a", "|", ">",
    "!", "%", "?", "\t", "\r", "：", "，", "\u{85}",
    "\u{2028}", "\u{FEFF}", "\u{7F}", "---", "...", "停",
  ]

  private static func mapping(_ random: inout SeededRandom, indent: Int, depth: Int) -> String {
    let blanks = String(repeating: " ", count: indent)
    return (0..<random.number(1...4)).map { _ in
      let key = random.chance(90) ? random.one(of: keys.prefix(9)) : random.one(of: keys)
      let before = random.chance(8) ? random.one(of: ["\n", "   \n", "# c\n", "    # c: d\n"]) : ""
      let gap = random.chance(90) ? " " : random.one(of: ["", "  ", "   "])
      if depth < 3, random.chance(15) {
        return before + blanks + key + ":" + random.one(of: ["", " "]) + "\n"
          + mapping(&random, indent: indent + random.number(1...3), depth: depth + 1)
      }
      return before + blanks + key + ":" + gap + value(&random, depth: depth)
        + random.one(of: ["\n", "\n", "\n", " \n", "\n\n"])
    }.joined()
  }

  private static func value(_ random: inout SeededRandom, depth: Int) -> String {
    switch random.below(10) {
    case 0: return ""
    case 1: return "\"" + random.one(of: words) + random.one(of: ["", " ", " # ", ": "]) + random.one(of: words) + "\""
    case 2: return "'" + random.one(of: words) + random.one(of: ["", " ", " #", "，"]) + "'"
    case 3 where depth < 5:
      return "["
        + (0..<random.below(4)).map { _ in value(&random, depth: depth + 2) }.joined(
          separator: random.one(of: [", ", ",", " , "])) + "]"
    case 4 where depth < 5:
      let entries = (0..<random.below(4)).map { _ in
        random.one(of: keys.prefix(9)) + ": " + value(&random, depth: depth + 2)
      }
      return random.one(of: ["{", "{ "]) + entries.joined(separator: ", ") + random.one(of: ["}", " }"])
    default:
      return (0..<random.number(1...3)).map { _ in random.one(of: words.prefix(random.chance(80) ? 25 : words.count)) }
        .joined(separator: " ")
    }
  }

  private static func damaged(_ text: String, _ random: inout SeededRandom) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<random.number(1...2) where !scalars.isEmpty {
      let place = random.below(scalars.count)
      switch random.below(3) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(contentsOf: random.one(of: signs).unicodeScalars, at: place)
      default: scalars.replaceSubrange(place...place, with: random.one(of: signs).unicodeScalars)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

/// Texts that make careless parsers slow: each a unit that is repeated, with what stands before and after all of them.
struct HostileText: Sendable {
  let name: String
  var head = ""
  let unit: String
  var tail = ""

  func text(bytes: Int) -> [UInt8] {
    var text = Array(head.utf8)
    let unit = Array(unit.utf8)
    let room = bytes - text.count - tail.utf8.count
    for _ in 0..<max(1, room / unit.count) { text += unit }
    return text + Array(tail.utf8)
  }

  static let all: [HostileText] = [
    HostileText(name: "plain Chinese", unit: "社区定于周六上午在党群服务中心举行活动，请居民参加。"),
    HostileText(name: "one long line", unit: "社区"),
    HostileText(name: "open emphasis", unit: "**甲"),
    HostileText(name: "open emphasis, mixed", unit: "*甲**乙_丙__"),
    HostileText(name: "closed emphasis only", unit: "甲**"),
    HostileText(name: "emphasis beside quotes", unit: "他**“好”**吧"),
    HostileText(name: "nested emphasis", head: String(repeating: "*甲**", count: 1), unit: "*甲 **乙 ", tail: ""),
    HostileText(name: "emphasis of three lengths", unit: "***甲** 乙* "),
    HostileText(name: "stars and underscores", unit: "*_"),
    HostileText(name: "stars and spaces", unit: "* * "),
    HostileText(name: "a run of stars", unit: "*"),
    HostileText(name: "marks before a run", unit: "”、98%**A"),
    HostileText(name: "open brackets", unit: "["),
    HostileText(name: "open picture brackets", unit: "![甲"),
    HostileText(name: "brackets in pictures", unit: "![[]()"),
    HostileText(name: "open links", unit: "[甲](乙"),
    HostileText(name: "links with open titles", unit: "[甲](/a/ \"乙"),
    HostileText(name: "links", unit: "[甲](/a/) "),
    HostileText(name: "links by reference", unit: "[甲][a] ", tail: "\n\n[a]: /a/\n"),
    HostileText(name: "nested links", unit: "[", tail: "甲](/a/)"),
    HostileText(name: "open angle brackets", unit: "<"),
    HostileText(name: "open tags", unit: "<a b="),
    HostileText(name: "open comments", unit: "<!-- 甲 "),
    HostileText(name: "open declarations", unit: "<!A <?甲 <![CDATA["),
    HostileText(name: "backticks", unit: "`甲``"),
    HostileText(name: "backticks of every length", unit: "e`` `e``` e```` "),
    HostileText(name: "backslashes", unit: "\\"),
    HostileText(name: "entities", unit: "&amp;&甲;&#x"),
    HostileText(name: "struck through, open", unit: "甲~~乙 "),
    HostileText(name: "struck through", unit: "~~甲~~"),
    HostileText(name: "open and closed by turns", unit: "~~甲 ~~"),
    HostileText(name: "footnotes referred to", unit: "甲[^1]", tail: "\n\n[^1]: 乙\n"),
    HostileText(name: "open footnote marks", unit: "[^甲", tail: "\n\n[^1]: 乙\n"),
    HostileText(name: "footnote definitions", head: "甲[^1]\n\n", unit: "[^1]: 乙\n"),
    HostileText(name: "footnotes of footnotes", head: "[^1]\n\n", unit: "[^1]: [^1]\n\n    [^2]\n[^2]: [^1]\n\n"),
    HostileText(name: "definitions", unit: "[甲]: /a/\n"),
    HostileText(name: "tasks", unit: "- [ ] 甲\n"),
    HostileText(name: "nested lists", unit: "- "),
    HostileText(name: "block quotes", unit: "> "),
    HostileText(name: "block quotes and lists", unit: "> - "),
    HostileText(name: "lists and lines", unit: "- 甲\n\n"),
    HostileText(name: "headings", unit: "# 甲乙\n"),
    HostileText(name: "headings of one name", unit: "## 甲\n\n"),
    HostileText(name: "set headings", unit: "甲\n===\n"),
    HostileText(name: "fences", unit: "```\n甲\n"),
    HostileText(name: "soft breaks", unit: "甲\n"),
    HostileText(name: "soft breaks beside emphasis", unit: "*甲*\n"),
    HostileText(name: "table rows", head: "|甲|乙|\n|-|-|\n", unit: "|**甲**|[乙](/a/)|\n"),
    HostileText(name: "a wide table", unit: "|甲", tail: "|\n|-|\n"),
    HostileText(name: "tables", unit: "|甲|\n|-|\n|乙|\n\n"),
    HostileText(name: "pipes", unit: "|\n"),
    HostileText(name: "delimiter rows", unit: "|-|\n"),
    HostileText(name: "bidirectional controls", unit: "\u{202E}甲\u{2066}\u{200F}"),
    HostileText(name: "combining marks", head: "甲\"", unit: "\u{0301}"),
    HostileText(name: "sentinels", unit: "\u{10A50}**“甲”**"),
    HostileText(name: "variation selectors", unit: "甲\u{FE00}**(乙)**"),
    HostileText(name: "NUL", unit: "\0甲**"),
    HostileText(name: "carriage returns", unit: "甲\r\n**乙**\r"),
    HostileText(name: "white space", unit: " \t"),
    HostileText(name: "empty lines", unit: "\n"),
  ]
}

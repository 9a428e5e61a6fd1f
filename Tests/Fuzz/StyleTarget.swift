import Content
import Diagnostics
import RandomInputs
import Screens

/// A theme's sheet for screens: whatever it holds, what passes can't leave its element, and each problem stands in it.
struct StyleTarget: FuzzTarget {
  static let name = "style"
  static let share = 4

  private static let words = [
    "{", "}", "(", ")", "[", "]", ";", ":", "/*", "*/", "\"", "'", "\\", "\\20 ", "\\110000", "\n", "@", "#", "--", "-",
    ".5em", "url(",
    "url(\"", "data:", "https://a.example/b.png", "</style>", "</STYLE", "@import", "@supports (gap: 1px) {",
    "@media print {", "@keyframes a {",
    "var(--a)", "#12345678", ":is(", "&", "display: grid", "!important", "。", "\u{0}",
  ]
  private static let rules = [
    ".row .when { color: #a51c17; font-size: 0.74em }",
    "#band { background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=) }",
    "@media (orientation: portrait) { .name::before { content: \"\\201C\" } }",
    "@supports (display: grid) { .area { display: grid; gap: 1rem } }",
    "@keyframes a { from { opacity: 0 } 50% { opacity: 1 } }",
    "@font-face { font-family: a; src: url(\"data:,\") format(\"woff\") }",
    ".card:nth-child(2n):not(.live) > .main { width: calc(100% - 2rem); gap: 1vh }",
  ]

  func input(_ random: inout SeededRandom) -> [UInt8] {
    let text = (0...random.number(1...4)).map { _ in random.one(of: Self.rules) }.joined(separator: "\n")
    return random.chance(30) ? Array(text.utf8) : Mutation.mutated(Array(text.utf8), words: Self.words, &random)
  }

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    let text = String(decoding: input, as: UTF8.self)
    let problems = Screens.check(ThemeSource.ScreenStyle(file: "screen.css", text: text))
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    for problem in problems {
      guard case .file("screen.css", let line, let column)? = problem.location, (1...lines).contains(line), column > 0
      else { throw Finding("a problem stands at \(problem.location?.description ?? "no place")") }
    }
    if problems.hasErrors { return false }
    let small = Array(text.utf8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    try expect(!String(decoding: small, as: UTF8.self).utf8.contains("</style".utf8), "it would end its element")
    return true
  }
}

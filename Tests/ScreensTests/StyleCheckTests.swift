import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Screens

struct StyleCheckTests {
  /// `line:column code` of each problem.
  private func problems(_ text: String) -> [String] {
    Screens.check(ThemeSource.ScreenStyle(file: "screen.css", text: text)).inReadingOrder().map {
      "\($0.location!)".dropFirst("screen.css:".count) + " " + $0.code.dropFirst("screen-style.".count)
        + ($0.severity == .warning ? " " + named($0) : "")
    }
  }

  private func named(_ problem: Diagnostic) -> String {
    let words = problem.message.en.dropFirst("old boxes don't know ".count)
    return String(words[..<(words.range(of: ": it came")?.lowerBound ?? words.endIndex)])
  }

  @Test(arguments: [
    "", ".row { color: #a51c17; }", "#band { background: linear-gradient(90deg, #000, rgba(1, 2, 3, 0.5)) }",
    "a { background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=) } b { background: url(\"data:,x\") }",
    "@font-face { font-family: a; src: url('data:font/woff;base64,AA==') format(\"woff\"), local(\"b\") }",
    "@media (orientation: portrait) { .name::before { content: \"\\201C;}\" } }",
    "a { clip: rect(0, 0, 0, 0) } /* display: grid </b> */",
    "@keyframes a { from { opacity: 0 } to { opacity: 1 } }",
    "@supports (display: grid) and (gap: 1px) { .area { display: grid; gap: 1px } }",
    "@supports (a: b) { @media print { a { inset: 0 } } }",
    ".area:first-child:not(.x) { width: calc(100% - (2rem + 1px)); order: 2 }", "a { fill: url(#b) }",
    "a { grid", "a {", "}}}", "\\", "/*", "a { content: 'x", "@", "@media", "a:", ")]};",
  ]) func good(_ text: String) {
    #expect(problems(text) == [])
  }

  @Test(arguments: [
    ("a { color: red }\n</style><script>", "2:1 end"), ("a { content: '</STYLE>' }", "1:15 end"),
    ("/* </Style */", "1:4 end"),
    ("@import 'a.css';", "1:1 import"), ("@IMPORT url(a.css);", "1:1 import|1:9 address"),
    ("@\\69mport url(data:,);", "1:1 import"),
    ("a { background: url(https://a.example/b.png) }", "1:17 address"),
    ("a { background: url( \"//a.example/b.png\" ) }", "1:22 address"),
    ("a { background: u\\72l(/images/b.png) }", "1:17 address"), ("。{ background: URL(b.png) }", "1:16 address"),
    ("a { background: -webkit-image-set(\"b.png\" 1x) }", "1:35 address"),
    ("@font-face { src: local('a'), url('a.woff') }", "1:35 address"),
  ]) func errors(_ text: String, _ found: String) {
    #expect(problems(text).joined(separator: "|") == found)
  }

  @Test(arguments: [
    ("a {\n  --a: 1px;\n  width: var(--a);\n}", "2:3 too-new --a|3:10 too-new var()"),
    (".area { display: grid }", "1:18 too-new grid"),
    (".area { GAP: 1px; grid-row: 1 }", "1:9 too-new gap|1:19 too-new grid-row"),
    ("a { inset: 0; inset-inline: 0 }", "1:5 too-new inset|1:15 too-new inset-inline"),
    ("a { width: min(1px, 50%) }", "1:12 too-new min()"), ("a { color: #ff000080 }", "1:12 too-new #ff000080"),
    ("a { height: 100dvh }", "1:13 too-new dvh"),
    ("a:is(b, c) { top: 0 }", "1:3 too-new :is"),
    ("a:focus-visible::marker { top: 0 }", "1:3 too-new :focus-visible|1:18 too-new :marker"),
    ("@layer a { b { gap: 0 } }", "1:1 too-new @layer"), ("@layer a, b;", "1:1 too-new @layer"),
    ("a { & b { top: 0 } }", "1:5 too-new { … {"),
    ("@media print { a { aspect-ratio: 1 } }", "1:20 too-new aspect-ratio"),
    ("a { position: sticky }", "1:15 too-new sticky"),
    ("@supports (a: b) { a { gap: 0 } } a { gap: 0 }", "1:39 too-new gap"),
  ]) func warnings(_ text: String, _ found: String) {
    #expect(problems(text).joined(separator: "|") == found)
  }

  /// Also where all of it stands on one line, nothing is closed, and everything is a problem.
  @Test(arguments: ["。a{--b:var(--c);gap:0}", "a{", "((", "url(b)", "/*", "</style", "\"\\"]) func takesLinearTime(
    _ piece: String
  ) {
    let growth = Growth.ofTime(size: 1000) {
      String(repeating: piece, count: $0)
    } work: { text in
      _ = Screens.check(ThemeSource.ScreenStyle(file: "screen.css", text: text))
    }
    #expect(growth < 3)
  }

  @Test func theBuiltInSheetPasses() {
    #expect(problems(String(decoding: ScreenPlayer.style, as: UTF8.self)) == [])
  }

  @Test func aThemesSheetStandsAfterOursAndMakesAnotherPlayer() {
    let plain = ScreenPlayer(themeStyle: [])
    let themed = ScreenPlayer(themeStyle: Array("a { top: 0 }".utf8))
    var page: [UInt8] = []
    themed.write(styleTo: &page)
    #expect(String(decoding: page, as: UTF8.self).hasSuffix("\n</style>\n<style>\na { top: 0 }\n</style>\n"))
    #expect(plain.version != themed.version)
  }
}

import Testing

@testable import Diagnostics

@Suite struct DiagnosticPrinterTests {
  private let problem = Diagnostic.error(
    "front-matter.unknown-key", zh: "不认识的键“titel”", en: "unknown key “titel”",
    hint: Message(zh: "是不是想写“title”？", en: "did you mean “title”?"),
    at: .file(path: "content/a.md", line: 2, column: 1))

  @Test func textHasPlaceCodeExcerptAndHint() {
    let printer = DiagnosticPrinter(language: .en) { _, _ in "titel: x" }
    #expect(
      printer.print([problem]) == """
        content/a.md:2:1: error[front-matter.unknown-key]: unknown key “titel”
          2 | titel: x
            | ^
          help: did you mean “title”?

        """)
  }

  @Test func caretStandsBelowWideCharacters() {
    let printer = DiagnosticPrinter(language: .zh) { _, _ in "标题：x" }
    let other = Diagnostic.error("a.b", zh: "错", en: "wrong", at: .file(path: "a.md", line: 1, column: 4))
    #expect(printer.print([other]).contains("  1 | 标题：x\n    | \u{3000}\u{3000}\u{3000}^\n"))
  }

  @Test func eachProblemOnceInReadingOrder() {
    let later = Diagnostic.error("a.b", zh: "错", en: "wrong", at: .file(path: "content/a.md", line: 9, column: 1))
    let row = Diagnostic.error("a.c", zh: "错", en: "wrong", at: .row(database: "d", table: "t", key: "id=x"))
    let general = Diagnostic.warning("a.d", zh: "注意", en: "mind")
    #expect([row, later, problem, later, general].inReadingOrder() == [general, problem, later, row])
  }

  @Test func githubEscapesWhatWouldEndTheCommand() {
    let odd = Diagnostic.error(
      "a.b", zh: "错", en: "100%\nwrong", at: .file(path: "a,b:c.md", line: 1, column: 2))
    #expect(
      DiagnosticPrinter(language: .en, format: .github).print([odd])
        == "::error file=a%2Cb%3Ac.md,title=a.b,line=1,col=2::100%25%0Awrong\n")
  }

  @Test(arguments: [
    (Location.cell(path: "活动.xlsx", sheet: "活动", row: 5, column: 3), "活动.xlsx:活动!C5"),
    (.cell(path: "a.xlsx", sheet: "活动", row: 5, column: 703), "a.xlsx:活动!AAA5"),
    (.cell(path: "a.xlsx", sheet: "活动", row: 5), "a.xlsx:活动!5"), (.cell(path: "a.xlsx", sheet: "活动"), "a.xlsx:活动"),
    (.cell(path: "a.csv", sheet: nil, row: 5, column: 3), "a.csv:5:3"),
  ])
  func cellsAreNamedAsASpreadsheetNamesThem(location: Location, expected: String) {
    #expect("\(location)" == expected)
  }

  /// A page of a stranger's pull request must not speak to the runner, nor to the terminal of the one who checks it.
  @Test(arguments: ["a\r\n::error::b", "a\r::error::b", "a\n::set-output name=x::y", "100%0A::error::b"])
  func githubHearsNoSecondCommand(text: String) {
    let hostile = Diagnostic.error(
      "a.b", zh: text, en: text, hint: Message(zh: text, en: text), at: .file(path: text, line: 1, column: 1))
    let printed = DiagnosticPrinter(language: .en, format: .github).print([hostile])
    #expect(printed.unicodeScalars.count { $0 == "\n" || $0 == "\r" } == 1)
    #expect(!printed.contains("100%0A"))
  }

  @Test func terminalsAreShownNotSteered() {
    let hostile = "甲\u{1B}[2J\u{7}\r\nerror[x]: \u{202E}y\u{9B}1m"
    let problem = Diagnostic.error(
      "a.b", zh: hostile, en: hostile, hint: Message(zh: hostile, en: hostile),
      at: .file(path: hostile, line: 1, column: 3))
    let printed = DiagnosticPrinter(language: .en) { _, _ in hostile + "\r" }.print([problem])
    #expect(printed.contains("甲␛[2J␇␍␊error[x]: \\u{202E}y\\u{9B}1m"))
    #expect(printed.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    #expect(printed.split(separator: "\n").count == 4)
  }

  @Test func jsonIsOneObjectALine() {
    let text = DiagnosticPrinter(language: .zh, format: .json).print([problem, problem])
    #expect(text.split(separator: "\n").count == 1)
    #expect(text.contains("\"line\":2,\"column\":1"))
  }

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], MessageLanguage.zh), (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], .en),
    (["LC_ALL": "", "LANG": "zh"], .zh), ([:], .en),
  ])
  func languageFollowsTheLocale(environment: [String: String], expected: MessageLanguage) {
    #expect(MessageLanguage(environment: environment) == expected)
  }

  @Test func suggestionsAreNear() {
    #expect(Suggestion.nearest(to: "titel", among: ["title", "tags"]) == "title")
    for (word, known) in [("会义", "会议"), ("活动时", "活动时间"), ("活时动间", "活动时间"), ("公式", "公示"), ("jsn", "json")] {
      #expect(Suggestion.nearest(to: word, among: [known]) == known)
    }
    // What means something else is no slip.
    for (word, known) in [
      ("日期", "周期"), ("周一", "周期"), ("第1网格", "第2网格"), ("第一网格", "第二网格"), ("会", "会议"), ("活动", "活动室"), ("room-1", "room-2"),
      ("桃园东社区", "桃园西社区"), ("room-12", "room-1"),
      ("--days", "--at"),
    ] { #expect(Suggestion.nearest(to: word, among: [known]) == nil, "\(word)") }
    #expect(Suggestion.nearest(to: "colour", among: ["title", "tags"]) == nil)
    #expect(Suggestion.nearest(to: String(repeating: "x", count: 100_000), among: ["x"]) == nil)
  }
}

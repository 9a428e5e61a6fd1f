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
    #expect(Suggestion.nearest(to: "colour", among: ["title", "tags"]) == nil)
  }
}

import Foundation
import Testing
import Vocabulary

@testable import Activities

/// The tables in docs/database.md are what is declared. `make golden` writes them anew.
@Suite struct DatabaseDocumentGoldenTests {
  private static let begin = "<!-- The tables as they are declared; `make golden` writes them. -->\n"
  private static let end = "<!-- End of the tables. -->\n"

  @Test func theTablesAreThoseThatAreDeclared() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "docs/database.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin)?.upperBound)
    let end = try #require(text.range(of: Self.end)?.lowerBound)
    let wanted = TableForm.all.map(Self.section).joined() + "\n"
    if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
      try (text[..<start] + wanted + text[end...]).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(String(text[start..<end]) == wanted, "run `make golden`, then look at the difference")
  }

  private static func section(_ form: TableForm) -> String {
    var lines = [
      "", "#### `\(form.name)` \(form.label)", "", "A row is \(form.about). Key: \(list(form.key)).", "",
      "| column | 表头 | holds | |", "|---|---|---|---|",
    ]
    for column in form.columns {
      let name = column.isStored ? "`\(column.name)`" : "–"
      lines.append(
        "| \(name) | \(column.headers.first ?? "") | \(holds(column)) |"
          + (column.about.isEmpty ? "" : " \(column.about)") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

  private static func holds(_ column: ColumnForm) -> String {
    let kind =
      switch column.kind {
      case .text: "text"
      case .identifier: "id: `a-z`, `0-9`, inner hyphens"
      case .reference(let table): "id of `\(table)`"
      case .term(let words): words.map { "`\($0.code)` \($0.labels[0])" }.joined(separator: ", ")
      case .listWord(let kind, let words):
        words.isEmpty
          ? "id of a \(kind.rawValue) in `list_word`"
          : words.map { "`\($0.code)` \($0.labels[0])" }.joined(separator: ", ")
      case .flag: "0 or 1"
      case .integer: "whole number"
      case .number: "number"
      case .time: "`YYYY-MM-DDTHH:MM`"
      case .date: "`YYYY-MM-DD`"
      case .partialDate: "`YYYY-MM-DD`, `YYYY-MM` or `YYYY`"
      case .month: "`YYYY-MM`"
      case .monthDay: "`MM-DD`"
      case .rule: "recurrence"
      case .day: "in spreadsheets: a day"
      case .duration: "in spreadsheets: how long, in minutes"
      }
    return column.isStored && !column.isRequired ? kind + "; may be empty" : kind
  }
}

import Testing

@testable import Spreadsheets

@Suite struct CSVReaderTests {
  @Test func rowsAreNumberedAsASpreadsheetDoes() throws {
    let text = "id,title\r\na,\"两\n行, 和\"\"引号\"\"\"\r\n\r\nb,\n"
    let rows = try CSVReader.rows(Array(text.utf8))
    #expect(rows.map(\.number) == [1, 2, 4])
    #expect(rows.map(\.fields) == [["id", "title"], ["a", "两\n行, 和\"引号\""], ["b", ""]])
  }

  @Test func lineEndsOfAllKinds() throws {
    #expect(try CSVReader.rows(Array("a\rb\nc\r\nd".utf8)).map(\.fields) == [["a"], ["b"], ["c"], ["d"]])
  }

  private static func cells(_ text: String) throws -> [Cell] {
    try CSVReader.sheet(Array(text.utf8), limits: .init()).rows.flatMap { $0.cells.map(\.cell) }
  }

  /// The first line may be a title, which has no separator or another one.
  @Test(arguments: [
    "泉社区活动表\n编号,名称\na,课", "泉社区；活动表\n编号\t名称\na\t课", "2026年11月; 活动表\n编号,名称\na,课\nb,课", "sep=;\n编号;名称\na;课",
    "sep=|\r\n编号|名称\r\na|课", "编号, \"名称\"\na,课",
  ])
  func theSeparatorIsThatOfMostLines(text: String) throws {
    let rows = try CSVReader.rows(Array(text.utf8))
    #expect(rows.contains { $0.fields.prefix(2) == ["编号", "名称"] })
    #expect(rows.last?.number == text.split(whereSeparator: \.isNewline).count)
  }

  @Test(arguments: [
    ("\"=\"\"053112345678\"\"\"", Cell.text("053112345678")), ("=\"0531-0000\"", .text("0531-0000")),
    ("#N/A", .error("#N/A")),
    ("########", .error("########")), ("#REF!", .error("#REF!")), ("Err:502", .error("Err:502")),
    ("=SUM(A1:A3)", .pending),
    ("=A1+B1", .pending), ("=1+1", .text("=1+1")), ("'#N/A", .text("#N/A")), ("'=\"\"x\"\"", .text("=\"\"x\"\"")),
    ("#1楼", .text("#1楼")),
    ("#", .text("#")), ("'=SUM(A1)", .text("=SUM(A1)")),
  ])
  func whatOtherProgramsWriteIsReadAsMeant(field: String, cell: Cell) throws {
    #expect(try Self.cells(field) == [cell])
    // And what is a text goes out and comes back.
    guard case .text(let text) = cell else { return }
    #expect(CSVCell.cell(FormulaGuard.added(to: text)) == .text(text))
  }

  @Test(arguments: [("a,\"b", 1, 2), ("a\n\"b\"c,d", 2, 1)])
  func brokenQuotesHaveTheirPlace(text: String, row: Int, field: Int) {
    #expect {
      try CSVReader.rows(Array(text.utf8))
    } throws: { error in
      let problem = error as? SpreadsheetProblem
      return problem?.row == row && problem?.column == field
    }
  }
}

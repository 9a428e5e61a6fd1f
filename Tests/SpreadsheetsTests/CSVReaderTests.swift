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

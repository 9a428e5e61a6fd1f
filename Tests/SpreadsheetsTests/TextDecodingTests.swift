import Testing

@testable import Spreadsheets

@Suite struct TextDecodingTests {
  private static func fields(_ bytes: [UInt8]) throws -> [[String]] {
    try CSVReader.rows(TextDecoding.utf8(bytes)).map(\.fields)
  }

  @Test func byteOrderMarks() throws {
    #expect(try Self.fields([0xEF, 0xBB, 0xBF] + Array("活动,b".utf8)) == [["活动", "b"]])
    let units = "活动\tb\r\n".utf16
    #expect(try Self.fields([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == [["活动", "b"]])
    #expect(try Self.fields([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == [["活动", "b"]])
  }

  /// 编号,𠮷㛃 as WPS writes it: two bytes a character, four where GBK has none.
  @Test func gb18030() throws {
    let bytes: [UInt8] = [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0x95, 0x34, 0xB2, 0x35]
    #expect(try Self.fields(bytes) == [["编号", "𠮷"]])
  }

  @Test(arguments: [
    (Array("a\nb\n".utf8) + [0xB1, 0x20, 0x0A], 3, 1), ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xFF, 0x0A], 2, 1),
    (Array("a\n".utf8) + [0], 2, 1), (Array("编号,活动\na,会\nb,会".utf8) + [0xFF, 0xFF] + Array("议\n".utf8), 3, 6),
  ])
  func theByteThatCannotBeReadIsNamed(bytes: [UInt8], row: Int, byte: Int) {
    #expect(throws: SpreadsheetProblem(.undecodable, row: row, byte: byte)) { try TextDecoding.utf8(bytes) }
  }

  @Test func fullWidthCommasPartNothing() throws {
    #expect(throws: SpreadsheetProblem(.fullWidthCommas, row: 1)) {
      try CSVReader.sheet(Array("编号，名称，类型\na，会，会议\n".utf8), limits: .init())
    }
    #expect(try CSVReader.sheet(Array("简介\n甲，乙，丙\n".utf8), limits: .init()).rows.count == 2)
    #expect(try CSVReader.sheet(Array("编号,简介\na,甲，乙，丙\n".utf8), limits: .init()).rows.count == 2)
  }

  @Test(arguments: [("a;b\n\"1,5\";2", 2), ("a\tb,c\td\n", 3), ("a,b;c\n", 2), ("a\n", 1)])
  func separators(text: String, count: Int) throws {
    #expect(try CSVReader.rows(Array(text.utf8))[0].fields.count == count)
  }
}

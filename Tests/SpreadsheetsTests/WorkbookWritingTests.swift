import CivilTime
import Testing

@testable import Spreadsheets

@Suite struct WorkbookWritingTests {
  private static let day = CivilDate(year: 2026, month: 11, day: 21)!

  /// Values that spreadsheets like to mangle.
  private static let nasty = [
    "0531-0000", "007", "=1+1", "'=1", "''", "+86", "-5", "@x", "\tz", "\rz", "a\r\nb", "两\n行", "\"引号\"，逗号,", " 前后 ",
    "𠮷㛃䶮",
    "👨‍👩‍👧", "_x000D_", "<&>", "\u{1}", "1e5", "TRUE", "2026-11-21", ";", "'\u{301}x",
  ]

  private static let sheet = OutputSheet(
    name: "活动",
    columns: [
      .init(header: "名称", format: .text), .init(header: "数", format: .number),
      .init(header: "时间", format: .dateAndTime),
      .init(header: "日期", format: .date),
    ],
    rows: nasty.map {
      [
        .text($0), .number(1e12), .time(CellTime(date: day, second: 15 * 3600 + 20 * 60)),
        .time(CellTime(date: day, second: nil)),
      ]
    } + [[nil, .number(-12.25), .time(CellTime(date: day, second: 0)), nil]])

  @Test func workbooksReadBackAsTheyWere() throws {
    let bytes = try XLSXWriter.workbook([Self.sheet, OutputSheet(name: "空", columns: [], rows: [])])
    let workbook = try Workbook.read(bytes)
    #expect(workbook.sheets.map(\.name) == ["活动", "空"])
    let rows = workbook.sheets[0].rows
    #expect(rows[0].cells.map(\.cell) == ["名称", "数", "时间", "日期"].map(Cell.text))
    for (row, expected) in zip(rows.dropFirst(), Self.sheet.rows) {
      #expect((1...4).map { row[$0] } == expected)
    }
    #expect(rows.count == Self.sheet.rows.count + 1)
  }

  @Test func theSameSheetsGiveTheSameBytes() throws {
    #expect(try XLSXWriter.workbook([Self.sheet]) == XLSXWriter.workbook([Self.sheet]))
  }

  @Test func textsInCSVReadBackAsTheyWere() throws {
    let sheet = OutputSheet(
      name: "x", columns: [.init(header: "名称", format: .text), .init(header: "数", format: .number)],
      rows: Self.nasty.map { [.text($0), .number(0.1)] })
    let bytes = CSVWriter.text(sheet)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let read = try Workbook.read(bytes).sheets[0]
    #expect(read.rows.dropFirst().map { $0[1] } == Self.nasty.map(Cell.text))
    #expect(read.rows[1][2] == .text("0.1"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
  func formulasAreDefused(text: String) {
    let sheet = OutputSheet(name: "x", columns: [.init(header: "a", format: .text)], rows: [[.text(text)]])
    let line = CSVWriter.text(sheet).split(separator: UInt8(ascii: "\n"))[1]
    #expect(line.first { $0 != UInt8(ascii: "\"") } == UInt8(ascii: "'"))
  }
}

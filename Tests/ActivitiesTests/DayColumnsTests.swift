import CivilTime
import Diagnostics
import Spreadsheets
import Testing

@testable import Activities

/// Cells that hold less than a date: a month and a day, a month, a year.
@Suite struct DayColumnsTests {
  private static let cells = CellReader(references: ReferenceIndex(), startsIn1904: false)

  private func read(_ cell: Cell, _ kind: ColumnForm.Kind) -> String? {
    try? Self.cells.value(cell, ColumnForm("day", kind: kind)).shownText
  }

  private let fourthOfDecember = Cell.time(CellTime(date: CivilDate(year: 2026, month: 12, day: 4), second: nil))

  @Test func ofACellThatIsADateTheMonthAndDayAreMeant() {
    #expect(read(.text("12月4日"), .monthDay) == "12-04")
    #expect(read(.text(" 2/29"), .monthDay) == "02-29")
    #expect(read(fourthOfDecember, .monthDay) == "12-04")
    #expect(read(.number(46347), .monthDay) == nil && read(.number(12.1), .monthDay) == nil)
    #expect(read(.text("2026-12-04"), .monthDay) == nil)
  }

  /// Spreadsheet programs make the first day of a typed 2026-11.
  @Test func aMonth() {
    #expect(read(.text("2026年6月"), .month) == "2026-06" && read(.text("2026-11"), .month) == "2026-11")
    #expect(read(fourthOfDecember, .month) == nil && read(.text("2026"), .month) == nil)
    #expect(read(.text("2026-11-04"), .month) == nil && read(.text("上个月"), .month) == nil)
  }

  @Test func aDateMayBeAMonthOrAYear() {
    #expect(read(.number(2025), .partialDate) == "2025")
    #expect(read(.text("2025年6月"), .partialDate) == "2025-06")
    #expect(read(fourthOfDecember, .partialDate) == "2026-12-04")
    #expect(read(.text("去年"), .partialDate) == nil)
  }

  @Test(arguments: [
    ("史上今天", "编号,月日,年份,标题,单位\nx,4月24日,1970年,升空,泉", "04-24|1970|升空|quan"),
    ("almanac", "id,month_day,year,title\nx,02-29,每年,闰日", "02-29||闰日|"),
    ("纪念日", "编号,日期,标题\nx,12/4,宪法日", "12-04||宪法日|"),
  ])
  func almanac(name: String, text: String, expected: String) throws {
    try TestDatabase.withRows { database throws in
      #expect(try database.run(text, as: "\(name).csv").1 == [])
      #expect(try database.only("almanac", "month_day,year,title,unit_id") == expected)
    }
  }

  @Test(arguments: [
    ("荣誉", "编号,单位,名称,授予单位,授予时间\nx,泉,书香社区,区里,2025年6月", "quan|书香社区|区里|2025-06|"),
    ("honour", "id,unit_id,title,awarded_by,awarded_on,note\nx,quan,奖,区里,2025,首批", "quan|奖|区里|2025|首批"),
  ])
  func honour(name: String, text: String, expected: String) throws {
    try TestDatabase.withRows { database throws in
      #expect(try database.run(text, as: "\(name).csv").1 == [])
      #expect(try database.only("honour", "unit_id,title,awarded_by,awarded_on,note") == expected)
    }
  }

  @Test(arguments: [
    ("史上今天", "编号,月日,标题\nx,2月30日,日", "import.bad-time", 2),
    ("史上今天", "编号,月日,标题\nx,1970-04-24,日", "import.bad-time", 2),
    ("史上今天", "编号,月日,年份,标题\nx,4月24日,去年,日", "import.bad-value", 3),
    ("荣誉", "编号,单位,名称,授予单位,授予时间\nx,泉,奖,区里,去年", "import.bad-time", 5),
    ("荣誉", "编号,单位,名称,授予单位,授予时间\nx,河,奖,区里,2025", "import.missing-reference", 2),
    ("荣誉", "编号,单位,名称,授予时间\nx,泉,奖,2025", "import.required", 0),
    ("指标数值", "指标,日期,数值\nghost,2026-09-30,3", "import.missing-reference", 1),
  ])
  func whatCannotBeReadIsNamed(name: String, text: String, code: String, column: Int) throws {
    try TestDatabase.withRows { database throws in
      let (_, problems) = try database.run(text, as: "\(name).csv")
      #expect(problems.map(\.code) == [code])
      #expect(
        problems.first?.location
          == .cell(path: "\(database.directory)/\(name).csv", sheet: nil, row: 2, column: column))
    }
  }
}

extension TestDatabase {
  /// The columns of a table's only row, with bars between them.
  fileprivate func only(_ table: String, _ columns: String) throws -> String {
    try database.storage.read { connection in
      let rows = try connection.rows("SELECT \(columns) FROM \(table)")
      #expect(rows.count == 1)
      return rows.first.map { $0.values.map { $0.shownText ?? "" }.joined(separator: "|") } ?? "none"
    }
  }
}

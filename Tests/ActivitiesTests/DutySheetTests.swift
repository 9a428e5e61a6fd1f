import CivilTime
import Diagnostics
import Spreadsheets
import Testing

@testable import Activities

/// Duty sheets as offices keep them, without being rewritten.
@Suite struct DutySheetTests {
  /// What was imported, a line a row, and the errors.
  private func imported(
    _ text: String, as file: String = "值班表.csv", unit: String? = "quan"
  ) throws -> ([String], [Diagnostic]) {
    var result: ([String], [Diagnostic]) = ([], [])
    try TestDatabase.withRows { database throws in
      var options = TableImport.Options(now: TimeText.parseLocal("2026-11-21T09:00")!)
      options.applies = true
      options.unit = unit
      let book = try Workbook.read(Array(text.utf8))
      let (_, problems) = try TableImport(into: database.database, options).run([], workbooks: [(file, book)])
      let data = try #require(try database.database.read(zone: .shanghai).data)
      let rows = data[ShiftRecord.self].map { shift in
        let days = [shift.firstDay] + (shift.lastDay > shift.firstDay ? [shift.lastDay] : [])
        return [
          days.map { TimeText.date($0) }.joined(separator: "~"), "\(shift.position)", shift.post,
          shift.hours?.text ?? "", shift.holder ?? "", shift.phone ?? "", shift.note ?? "",
        ].joined(separator: "|")
      }
      result = (rows.sorted(), problems.filter { $0.severity == .error })
    }
    return result
  }

  @Test(arguments: [
    // A line a shift, with its own header; the day is said once for several.
    (
      "泉社区值班表\n日期,班次,时间,值班人员,值班电话,备注\n2026-12-01,白班,8:30-17:30,综合办,0531-0000-1301,\n,夜班,下午5:30—次日8:30,,0531-0000-1302,电话值守\n",
      [
        "2026-12-01|1|白班|08:30-17:30|综合办|0531-0000-1301|", "2026-12-01|2|夜班|17:30-08:30||0531-0000-1302|电话值守",
      ]
    ),
    // A column a shift, hours in the heading, the month in the title, a day off, remarks below.
    (
      "2026年12月值班表,,,,\n日期,星期,白班（8:00-17:00）,夜班（17:00-8:00）,值班电话\n1日,二,综合办,治安岗,0531-0000-1301\n2日,三,服务站,—,0531-0000-1301\n备注：有事打值班电话,,,,\n",
      [
        "2026-12-01|1|白班|08:00-17:00|综合办|0531-0000-1301|", "2026-12-01|2|夜班|17:00-08:00|治安岗|0531-0000-1301|",
        "2026-12-02|1|白班|08:00-17:00|服务站|0531-0000-1301|",
      ]
    ),
    // A line a week; the year is the title's, also over its end.
    (
      "2026年12月带班表\n日期,带班领导,值班科室\n12月21日—12月27日,副书记,综合办\n12月28日-1月3日,副主任,服务站\n",
      [
        "2026-12-21~2026-12-27|1|带班领导||副书记||", "2026-12-21~2026-12-27|2|值班||综合办||",
        "2026-12-28~2027-01-03|1|带班领导||副主任||", "2026-12-28~2027-01-03|2|值班||服务站||",
      ]
    ),
    // Days of the week below a title that says which.
    (
      "值班表（2026年11月30日—12月6日）,,\n星期,值班人员,电话\n星期一,综合办,0531-0000-1301\n星期日,服务站,0531-0000-1302\n",
      ["2026-11-30|1|值班||综合办|0531-0000-1301|", "2026-12-06|1|值班||服务站|0531-0000-1302|"]
    ),
    // A name and a number below each heading.
    (
      "2026年十二月值班安排,,,,\n日期,带班领导,,值班人员,\n,姓名,电话,姓名,电话\n12.1（周二）,副书记,0531-0000-1301,综合办,0531-0000-1302\n",
      ["2026-12-01|1|带班领导||副书记|0531-0000-1301|", "2026-12-01|2|值班||综合办|0531-0000-1302|"]
    ),
    // One person beside the other on the same post.
    (
      "日期,班次,值班人员\n2026-12-01,值班,综合办\n2026-12-01,值班,服务站\n",
      ["2026-12-01|1|值班||综合办||", "2026-12-01|2|值班||服务站||"]
    ),
  ])
  func layouts(text: String, rows: [String]) throws {
    let (found, problems) = try imported(text)
    #expect(problems == [] && found == rows)
  }

  @Test(arguments: [
    ("日期,值班人员\n12月1日,综合办", "import.bad-time", "没有年份"), ("值班表\n星期,值班人员\n星期一,综合办", "import.bad-time", "哪一天"),
    ("日期,值班人员\n2026-11-31,综合办", "import.bad-time", "哪一天"), ("日期,星期\n2026-12-01,二", "import.duty-sheet", "没有班次"),
    ("日期,班次,值班人员,心情\n2026-12-01,白班,综合办,好", "import.unknown-column", "心情"),
    ("日期,班次,时间,值班人员\n2026-12-01,白班,随时,综合办", "import.bad-row", "时段"),
    ("日期,班次,值班人员\n2026-12-01,白班,13812345678", "privacy.mobile-number", ""),
  ])
  func whatIsWrongIsToldAtItsCell(text: String, code: String, words: String) throws {
    let (rows, problems) = try imported(text)
    #expect(rows.isEmpty && problems.map(\.code) == [code], "\(problems.map(\.message.zh))")
    #expect(problems.first?.message.zh.contains(words) == true)
  }

  /// By a file's or a sheet's name as offices call them; 轮值表 and one with a period are rosters.
  @Test func namesOfSheets() throws {
    for name in ["2026年12月值班表.csv", "党群中心值班安排（12月）.csv", "排班.csv"] {
      #expect(try imported("日期,值班人员\n2026-12-01,综合办", as: name).0.count == 1, "\(name)")
    }
    let (rows, problems) = try imported("编号,名称,单位,周期,起始日期\nhead,楼长,泉社区,每周,2026-11-02", as: "值班表.csv")
    #expect(rows.isEmpty && problems.map(\.code) == ["data.roster-order"])
  }

  /// The site's, else the only one.
  @Test func aSheetIsItsOffices() throws {
    #expect(try imported("日期,值班人员\n2026-12-01,综合办", unit: nil).0.count == 1)
    #expect(try imported("日期,单位,值班人员\n2026-12-01,泉社区,综合办", unit: nil).0.count == 1)
  }

  // MARK: Several sheets, and editions of one

  /// What is there after one import after the other, a line a row (`12-01 保安/白班 综合办`), and the last one's summary.
  private func after(_ sheets: [(file: String, text: String)]) throws -> (
    rows: [String], last: TableSummary?, [Diagnostic]
  ) {
    var result: ([String], TableSummary?, [Diagnostic]) = ([], nil, [])
    try TestDatabase.withRows { database throws in
      for (file, text) in sheets {
        var options = TableImport.Options(now: TimeText.parseLocal("2026-11-21T09:00")!)
        options.applies = true
        options.unit = "quan"
        options.table = "shift"
        let book = try Workbook.read(Array(text.utf8))
        let (summaries, problems) = try TableImport(into: database.database, options).run([], workbooks: [(file, book)])
        result.1 = summaries.first { $0.table == "shift" }
        result.2 += problems.filter { $0.severity == .error }
      }
      let data = try #require(try database.database.read(zone: .shanghai).data)
      result.0 = data[ShiftRecord.self].map { shift in
        "\(TimeText.date(shift.firstDay).dropFirst(5)) \(shift.sheet.isEmpty ? "" : shift.sheet + "/")\(shift.post) \(shift.holder ?? "")"
      }.sorted()
    }
    return result
  }

  private static let both = "2026年12月值班表\n日期,白班,夜班\n1日,综合办,治安岗\n2日,服务站,门卫岗\n3日,综合办,治安岗"

  @Test(
    arguments: [
      // Two sheets of one unit for the same days stand beside each other, whichever is imported again.
      (
        [
          ("a.csv", "2026年12月值班表\n日期,值班人员\n1日,综合办\n2日,服务站"), ("b.csv", "泉社区2026年12月保安值班表\n日期,值班人员\n1日,东门岗\n2日,西门岗"),
          ("b.csv", "2026年12月保安值班表（修订）\n日期,值班人员\n1日,北门岗\n2日,西门岗"),
        ], ["12-01 保安/值班 北门岗", "12-01 值班 综合办", "12-02 保安/值班 西门岗", "12-02 值班 服务站"], 0
      ),
      // By their files, where no title says which they are.
      (
        [("值班表.csv", "日期,值班人员\n2026-12-01,综合办"), ("窗口值班表 (1).csv", "日期,值班人员\n2026-12-01,窗口岗")],
        ["12-01 值班 综合办", "12-01 窗口/值班 窗口岗"], 0
      ),
      // Under one name, with posts of their own.
      (
        [("a.csv", "2026年12月值班表\n日期,白班\n1日,综合办"), ("b.csv", "2026年12月值班表\n日期,夜班\n1日,治安岗")],
        ["12-01 夜班 治安岗", "12-01 白班 综合办"], 0
      ),
      // A new edition: a line that is gone, one that nobody has, another order of columns.
      (
        [("a.csv", both), ("a.csv", "2026年12月值班表（最新）\n日期,夜班,白班\n1日,治安岗,综合办\n3日,—,服务站")],
        ["12-01 夜班 治安岗", "12-01 白班 综合办", "12-03 白班 服务站"], 3
      ),
      // Some of its days, some of its posts: the others stay, and are said to.
      (
        [("a.csv", both), ("b.csv", "2026年12月值班表\n日期,夜班\n2日,综合办")],
        ["12-01 夜班 治安岗", "12-01 白班 综合办", "12-02 夜班 综合办", "12-02 白班 服务站", "12-03 夜班 治安岗", "12-03 白班 综合办"], 0
      ),
      // The next month leaves this one alone.
      (
        [("a.csv", "2026年11月值班表\n日期,值班人员\n30日,综合办"), ("b.csv", "2026年12月值班表\n日期,值班人员\n1日,服务站")],
        ["11-30 值班 综合办", "12-01 值班 服务站"], 0
      ),
      // A line a shift: a post that has nobody any more.
      (
        [
          ("值班表.csv", "日期,班次,值班人员\n2026-12-01,白班,综合办\n,夜班,治安岗"), ("值班表.csv", "日期,班次,值班人员\n2026-12-01,白班,综合办\n,夜班,—"),
        ], ["12-01 白班 综合办"], 1
      ),
    ] as [([(String, String)], [String], Int)])
  func aSheetReplacesItsOwnEarlierEdition(sheets: [(String, String)], rows: [String], removed: Int) throws {
    let (found, last, problems) = try after(sheets.map { (file: $0.0, text: $0.1) })
    #expect(problems == [] && found == rows, "\(problems.map(\.message.zh)) \(found)")
    #expect(last?.removed == removed)
  }

  /// What goes is a line each, what stays is said with its count.
  @Test func theTrialSaysWhatGoesAndWhatStays() throws {
    let last = try #require(try after([("a.csv", Self.both), ("b.csv", "2026年12月值班表\n日期,夜班\n2日,—")]).last)
    #expect(last.lines.map(\.change) == [.removed] && last.lines.first?.key == "quan, 2026-12-02, 夜班, 2")
    #expect(last.kept.contains { $0.zh.contains("“白班”（1 行，2026-12-02）") && $0.zh.contains("没有动") })
    #expect(last.kept.contains { $0.zh.contains("其他日子还有 2 行（2026-12-01—2026-12-03）") })
    let other = try #require(
      try after([("a.csv", Self.both), ("b.csv", "2026年12月保安值班表\n日期,白班\n2日,东门岗")]).last)
    #expect(other.added == 1 && other.kept.map(\.zh) == ["本单位另一份值班表在这些天有 2 行，没有动"])
  }

  /// A column between others says no more than where it stands.
  @Test func aNewColumnChangesNoOther() throws {
    let (rows, last, _) = try after([
      ("a.csv", "2026年12月值班表\n日期,白班,夜班\n1日,综合办,治安岗"),
      ("a.csv", "2026年12月值班表\n日期,带班领导,白班,夜班\n1日,值班主任,综合办,治安岗"),
    ])
    #expect(rows == ["12-01 夜班 治安岗", "12-01 带班领导 值班主任", "12-01 白班 综合办"])
    #expect(last?.added == 1 && last?.removed == 0 && last?.changed == 2)
  }

  @Test func oneSheetTwiceInOneImportIsAsked() throws {
    try TestDatabase.withRows { database throws in
      var options = TableImport.Options(now: TimeText.parseLocal("2026-11-21T09:00")!)
      options.unit = "quan"
      let books = try [("值班表.csv", "综合办"), ("值班表(2).csv", "服务站")].map { file, holder in
        (file, try Workbook.read(Array("日期,值班人员,备注\n2026-12-01,\(holder),\n2026-12-02,\(holder),".utf8)))
      }
      let (_, problems) = try TableImport(into: database.database, options).run([], workbooks: books)
      #expect(problems.contains { $0.code == "import.duty-twice" && $0.message.zh.contains("值班表.csv") })
    }
  }

  @Test(arguments: [
    ("2026年12月值班表", ""), ("值班表", ""), ("12月值班表（修订）", ""), ("泉社区2026年12月值班安排", ""), ("值班表（2026年11月30日—12月6日）", ""),
    ("2026年十二月保安值班表", "保安"), ("保安值班表 12.1-12.7", "保安"), ("值班表（夜间）", "夜间"), ("2026年国庆假期值班安排表", "国庆假期"),
    ("排班表-窗口-202612", "窗口"), ("值班表 - 副本", ""), ("第49周值班表 v2", ""),
  ])
  func whatASheetIsCalled(title: String, name: String) {
    #expect(DutySheetName.name(titles: [], path: "x/\(title).xlsx", units: ["泉社区", "泉"]) == name)
  }
}

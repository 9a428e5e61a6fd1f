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
      result = (rows, problems.filter { $0.severity == .error })
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
}

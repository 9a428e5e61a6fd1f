import CivilTime
import Diagnostics
import Spreadsheets
import Testing

@testable import Activities

/// What office sheets hold beside tidy rows: each was read otherwise than it was meant, or hid other problems.
@Suite struct OfficeSheetTests {
  private static let units = "编号,名称,级别,电话\n"
  private static let header = "编号,名称,类型,单位,日期,时间,时长,重复,星期,节假日\n"

  @Test(arguments: [
    // Two header rows, as a CSV of merged cells has them, above and below.
    "编号,名称,类型,单位,时间,,\n,,,,日期,开始时间,结束时间\nx,课,其他,泉,2026-11-25,14:00,15:00",
    "编号,名称,类型,单位,时间,,\n编号,名称,类型,单位,日期,开始时间,结束时间\nx,课,其他,泉,2026-11-25,14:00,15:00",
    "泉社区活动表\n编号,名称,类型,单位,日期,开始,结束\n,,,,日期,开始时间,结束时间\nx,课,其他,泉,2026-11-25,14:00,15:00",
    "编号,名称,类型,单位,日期,活动时间,\n,,,,,开始,结束\nx,课,其他,泉,2026-11-25,14:00,15:00",
    // The header once more, on top of the second printed page.
    "编号,名称,类型,单位,日期,开始时间,结束时间\n编号,名称,类型,单位,日期,开始时间,结束时间\nx,课,其他,泉,2026-11-25,14:00,15:00",
    "编号,\u{200B}名称,类 型,\"单\n位\",日期,开始时间,结束时间\nx,课,其他,泉,2026-11-25,14:00,15:00",
    "sep=;\n编号;名称;类型;单位;日期;开始时间;结束时间\nx;课;其他;泉;2026-11-25;14:00;15:00",
  ])
  func headersOfAllShapes(text: String) throws {
    try TestDatabase.withRows { database throws in
      #expect(try !database.run(text, as: "活动.csv").1.hasErrors)
      #expect(try database.text("title,starts_at,ends_at", "x") == "课|2026-11-25T14:00|2026-11-25T15:00")
    }
  }

  /// `编号（必填）` over `x`: the row was taken for a second row of the header, and lost without a word.
  @Test(arguments: [
    "编号（必填）,名称（必填）,类型（必填）,单位（必填）,日期（必填）,时间（必填）\nx,课,其他,泉,2026-11-25,14:00-15:00",
    "编号(id),名称(不超过20字),类型【选一个】,单位［全称］,日期(年-月-日),时间(24小时制)\nx,课,其他,泉,2026-11-25,14:00-15:00",
  ])
  func aHeadersBracketsAreNoSecondRow(text: String) throws {
    try TestDatabase.withRows { database throws in
      let (summaries, problems) = try database.run(text.replacing("［全称］", with: "【全称】"), as: "活动.csv")
      #expect(problems == [] && summaries.map(\.added) == [1])
      #expect(try database.text("title,starts_at", "x") == "课|2026-11-25T14:00")
    }
  }

  /// The stroke of an empty cell is not published, in any column.
  @Test(arguments: ["/", "／", "-", "－", "—", "——", "\\", "N/A", "null", " / "])
  func aStrokeIsNothing(stroke: String) throws {
    try TestDatabase.withRows { database throws in
      let text =
        "编号,名称,类型,单位,场所,主办,对象,日期,时间,重复,名额,费用,报名地址\n"
        + "x,课,其他,泉,\(stroke),\(stroke),\(stroke),2026-11-25,14:00-15:00,\(stroke),\(stroke),\(stroke),\(stroke)"
      #expect(try database.run(text, as: "活动.csv").1 == [])
      let columns =
        "coalesce(venue_id,''),coalesce(host,''),coalesce(audience,''),coalesce(rrule,''),coalesce(capacity,''),coalesce(signup_url,'')"
      #expect(try database.text(columns, "x") == "|||||")
      // What must be there is missing.
      let missing = "编号,名称,类型,单位,日期,时间\ny,\(stroke),其他,泉,2026-11-25,14:00-15:00"
      #expect(try database.run(missing, as: "活动.csv").1.map(\.code) == ["import.required"])
    }
  }

  @Test(arguments: ["同上", "〃", " 同上 "])
  func nothingIsAsAbove(ditto: String) throws {
    try TestDatabase.withRows { database throws in
      let text = "编号,名称,类型,单位,主办,日期,时间\nx,课,其他,泉,\(ditto),2026-11-25,14:00-15:00"
      #expect(try database.run(text, as: "活动.csv").1.map(\.code) == ["import.ditto"])
    }
  }

  @Test func aPlaceThatIsNone() throws {
    try TestDatabase.withRows { database throws in
      let text = "编号,名称,类型,单位,场所,日期,时间\nx,课,其他,泉,无,2026-11-25,14:00-15:00"
      #expect(try database.run(text, as: "活动.csv").1 == [])
      #expect(
        try database.run(text.replacing("泉,无", with: "无,大厅"), as: "活动.csv").1.map(\.code) == [
          "import.missing-reference"
        ])
    }
  }

  /// 2 under 时长 was two minutes.
  @Test(arguments: [
    ("时长", "2", nil), ("时长", "1", nil), ("时长", "12", nil), ("时长", "2小时", "16:00"), ("时长", "90", "15:30"),
    ("时长", "10分钟", "14:10"), ("时长（小时）", "2", "16:00"), ("时长（分钟）", "10", "14:10"), ("时长(分)", "5", "14:05"),
  ])
  func hoursOrMinutes(header: String, length: String, end: String?) throws {
    try TestDatabase.withRows { database throws in
      let text = "编号,名称,类型,单位,日期,时间,\(header)\nx,课,其他,泉,2026-11-25,14:00,\(length)"
      let problems = try database.run(text, as: "活动.csv").1
      guard let end else {
        #expect(problems.map(\.code) == ["import.bad-value"])
        #expect(problems.first?.hint?.zh.contains("\(length)小时 或 \(length)分钟") == true)
        return
      }
      #expect(problems == [])
      #expect(try database.text("ends_at", "x") == "2026-11-25T\(end)")
    }
  }

  /// Of `11月25日至27日` and a length only the first day was read.
  @Test(arguments: [
    "日期,时间,时长\nx,课,其他,泉,2026年11月25日至27日,14:00,60", "日期,结束日期,时间,时长\nx,课,其他,泉,2026-11-25,2026-11-27,14:00,60",
  ])
  func severalDaysAndALength(fields: String) throws {
    try TestDatabase.withRows { database throws in
      let problems = try database.run("编号,名称,类型,单位," + fields, as: "活动.csv").1
      #expect(problems.map(\.code) == ["import.several-days"])
      let same = fields.replacing("至27日", with: "").replacing("2026-11-27", with: "2026-11-25")
      #expect(try database.run("编号,名称,类型,单位," + same, as: "活动.csv").1 == [])
    }
  }

  /// A day that was typed as a number, and a text that a narrow column left.
  @Test func numbersAndSignsOfCells() throws {
    try TestDatabase.withRows { database throws in
      let header = ["编号", "名称", "类型", "单位", "主办", "日期", "时间"]
      func run(_ host: String, _ day: Cell) throws -> [Diagnostic] {
        let own: [Cell] = [.text("x"), .text("课"), .text("其他"), .text("泉"), .text(host), day, .text("14:00-15:00")]
        let rows = [header.map(Cell.text), own].enumerated().map { number, cells in
          SheetRow(number: number + 1, cells: cells.enumerated().map { .init(column: $0 + 1, cell: $1) })
        }
        var options = TableImport.Options(now: TimeText.parseLocal("2026-11-21T09:00")!)
        options.applies = true
        return try TableImport(into: database.database, options)
          .run([], workbooks: [("活动.xlsx", Workbook(sheets: [Sheet(name: "活动", rows: rows)]))]).1
      }
      #expect(try run("社区", .number(20_261_125)) == [])
      #expect(try database.text("starts_at", "x") == "2026-11-25T14:00")
      #expect(try run("社区", .number(20_261_325)).map(\.code) == ["import.bad-time"])
      #expect(try run("########", .number(20_261_125)).map(\.code) == ["import.bad-value"])
    }
  }

  @Test(arguments: [
    ("05/06/2026", "2026-05-06 或 2026-06-05"), ("26-11-30", "如 2026-11-30"), ("1月5日（周二）", "月份前面写上年份"),
    ("11月25日", "如 2026年11月25日"),
  ])
  func daysThatAreAskedFor(day: String, help: String) throws {
    try TestDatabase.withRows { database throws in
      let text = "编号,名称,类型,单位,日期,时间\nx,课,其他,泉,\(day),14:00-15:00"
      let problem = try #require(database.run(text, as: "活动.csv").1.first)
      #expect(problem.code == "import.bad-time" && problem.hint?.zh.contains(help) == true, "\(problem)")
    }
  }

  /// A sheet a month, none of which is called by the table.
  @Test func theTableIsMeantOfEachSheet() throws {
    try TestDatabase.withRows { database throws in
      let texts = [
        ("11月", "编号,名称,类型,单位,日期,时间\nx,课,其他,泉,2026-11-25,14:00-15:00"),
        ("12月", "编号,名称,类型,单位,日期,时间\ny,课,其他,泉,2026-12-25,14:00-15:00"), ("说明", "填表说明\n每月一张"),
      ]
      let sheets = try texts.map { name, text in
        var sheet = try Workbook.read(Array(text.utf8)).sheets[0]
        sheet.name = name
        return sheet
      }
      var options = TableImport.Options(now: TimeText.parseLocal("2026-11-21T09:00")!)
      options.applies = true
      options.table = "活动"
      let (summaries, problems) = try TableImport(into: database.database, options)
        .run([], workbooks: [("a.xlsx", Workbook(sheets: sheets))])
      #expect(summaries.map(\.added) == [2] && problems.map(\.code) == ["import.unknown-sheet"])
    }
  }

  @Test func aHeaderThatIsNotKnownHidesNoCell() throws {
    try TestDatabase.withRows { database throws in
      let text = "编号,名称,等第,级别,电话\na,甲,x,社区,5.31E+10\nb,乙,x,社群,0531-0000-1200\n"
      let (_, problems) = try database.run(text, as: "单位.csv")
      #expect(problems.map(\.code).sorted() == ["import.bad-value", "import.lost-digits", "import.unknown-column"])
    }
  }

  /// What may stand under the header that is not known is not missed.
  @Test func whatAnUnknownHeaderMayBeIsNotMissed() throws {
    try TestDatabase.withRows { database throws in
      let (_, problems) = try database.run("编码,名称,类型,单位,日其,时间\nx,课,其它类,泉,2026-11-25,14:00", as: "活动.csv")
      #expect(
        problems.filter { $0.severity == .error }.map(\.code).sorted() == [
          "import.bad-value", "import.unknown-column", "import.unknown-column",
        ])
    }
  }

  @Test(arguments: [
    ("=\"0531-0000-1200\"", "0531-0000-1200"), ("\" 0531-0000-1200 \"", "0531-0000-1200"),
    ("0531-0000-1200", "0531-0000-1200"),
  ])
  func oneLineIsOneLine(field: String, phone: String) throws {
    try TestDatabase.withRows { database throws in
      let text = Self.units + "a,\"泉水\n社区 \",社区,\(field)"
      #expect(try database.run(text, as: "单位.csv").1 == [])
      #expect(try database.rows("unit WHERE id='a'", "name,phone") == ["泉水社区|\(phone)"])
    }
  }

  @Test(arguments: [
    ("5.31E+10", "import.lost-digits"), ("3.70102E+17", "import.lost-digits"), ("########", "import.bad-value"),
    ("#N/A", "import.bad-value"), ("=A1", "import.uncalculated"), ("13812345678", "privacy.mobile-number"),
    ("370102199001011234", "privacy.identity-number"), ("1.3812345678E+10", "privacy.mobile-number"),
    ("3.70102199001011e+17", "privacy.identity-number"), ("abc@qq.com", "privacy.email"),
  ])
  func whatIsNoValueOrMayNotBePublishedIsRefused(field: String, code: String) throws {
    try TestDatabase.withRows { database throws in
      #expect(try database.run(Self.units + "a,甲,社区,\(field)", as: "单位.csv").1.map(\.code) == [code])
      // Beside the mistakes of other cells, in the same run.
      let codes = try database.run(Self.units + "a,甲,社群,\(field)", as: "单位.csv").1.map(\.code)
      #expect(codes.sorted() == [code, "import.bad-value"].sorted())
    }
  }

  @Test(arguments: [
    ("x,课,其他,泉,2026-11-25,9:00,一个半小时,,三,", "2026-11-25T09:00|2026-11-25T10:30||held"),
    ("x,课,其他,泉,2026-11-25,9:00,两小时,隔周三,周三,", "2026-11-25T09:00|2026-11-25T11:00|FREQ=WEEKLY;INTERVAL=2;BYDAY=WE|held"),
    (
      "x,课,其他,泉,2026-11-25,工作日 9:00,1:30,,周一至周五,",
      "2026-11-25T09:00|2026-11-25T10:30|FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR|skipped"
    ),
    (
      "x,课,其他,泉,2026-11-25,工作日 9:00,三刻钟,,,照常举行",
      "2026-11-25T09:00|2026-11-25T09:45|FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR|held"
    ),
    ("x,课,其他,泉,2026-11-23,每周三9:00（节假日除外）,90分钟,,3,", "2026-11-25T09:00|2026-11-25T10:30|FREQ=WEEKLY;BYDAY=WE|skipped"),
    ("x,课,其他,泉,2026-11-23,每周三9:00,半小时,,星期三,", "2026-11-25T09:00|2026-11-25T09:30|FREQ=WEEKLY;BYDAY=WE|held"),
    ("x,课,其他,泉,12月5日（周六）,9:00,1小时\ny,课,其他,泉,2026-11-25,9:00,1小时,,,", "2026-12-05T09:00|2026-12-05T10:00||held"),
    ("x,课,其他,泉,2026-11-25,上午 9 时 30 分,26小时,,三,", "2026-11-25T09:30|2026-11-26T11:30||held"),
  ])
  func everydayWords(rows: String, expected: String) throws {
    try TestDatabase.withRows { database throws in
      let (_, problems) = try database.run(Self.header + rows, as: "活动.csv")
      #expect(problems.filter { $0.severity == .error } == [])
      #expect(try database.text("starts_at,ends_at,coalesce(rrule,''),on_holiday", "x") == expected)
    }
  }

  @Test(arguments: [
    ("x,课,其他,泉,2026-11-25,9:00,1小时,,四,", "import.bad-time", 9),
    ("x,课,其他,泉,2026-11-25,9:00,1小时,每周三,周二、四,", "import.bad-time", 9),
    ("x,课,其他,泉,12月5日（周六）,9:00,1小时,,,", "import.bad-time", 5),
    ("x,课,其他,泉,2026-11-25,每周三9:00（节假日除外）,1小时,,,顺延", "import.contradiction", 10),
  ])
  func whatContradictsIsTold(row: String, code: String, column: Int) throws {
    try TestDatabase.withRows { database throws in
      let (_, problems) = try database.run(Self.header + row, as: "活动.csv")
      #expect(problems.map(\.code) == [code])
      #expect(
        problems.first?.location == .cell(path: database.directory + "/活动.csv", sheet: nil, row: 2, column: column))
    }
  }

  @Test func aTrialSaysWhatWasRead() throws {
    try TestDatabase.withRows { database throws in
      func reading(_ text: String, _ name: String) throws -> String? {
        try database.run(text, as: name).summaries.first?.lines.first?.reading?.zh
      }
      let once = "编号,名称,类型,单位,地点,时间\nx,课,其他,泉,大厅,2026-12-05 9:00-10:30"
      #expect(try reading(once, "活动.csv") == "2026年12月5日 周六 09:00–10:30；大厅")
      let series = "编号,名称,类型,单位,起始日期,时间\ny,课,其他,泉,2026-11-23,隔周三 9:00-10:30"
      let found = try reading(series, "活动.csv")
      #expect(
        found?.contains("09:00–10:30") == true && found?.contains("周三") == true
          && found?.contains("2026年11月25日") == true)
      #expect(try reading("活动,原定时间,变更\nx,2026-12-05 9:00,取消", "变更.csv") == "取消 2026年12月5日 周六 09:00；课")
      #expect(try reading("编号,名称,级别,电话\na,甲社区,社区,0531-0000-1200", "单位.csv") == "层级 社区；电话 0531-0000-1200")
    }
  }

  /// What follows from rows that could not be written is not told; what is wrong with the others is.
  @Test func problemsOfRowsAndOfCellsComeTogether() throws {
    try TestDatabase.withRows { database throws in
      let text = "活动,原定时间,变更\ntea,2026-11-26 14:00,取消\n"
      try #expect(database.run(text, as: "变更.csv").1.map(\.code) == ["data.no-such-occurrence"])
    }
  }
}

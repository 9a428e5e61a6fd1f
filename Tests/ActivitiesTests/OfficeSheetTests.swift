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

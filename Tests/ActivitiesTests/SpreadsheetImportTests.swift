import CivilTime
import Diagnostics
import Foundation
import Spreadsheets
import Testing

@testable import Activities

/// What people write into spreadsheets → rows of the database.
@Suite struct SpreadsheetImportTests {
  private func withDatabase(_ body: (TestDatabase) throws -> Void) throws { try TestDatabase.withRows(body) }

  private static let header = "编号,名称,类型,课程类别,主办社区,地点,起始日期,时间,结束时间,时长,重复,费用（元）,名额"

  private func row(_ fields: String) -> String { Self.header + "\nx,课,其他,,泉,大厅," + fields }

  @Test(arguments: [
    (",2026年11月21日（周六）下午3:00—4:30,,,,,", "2026-11-21T15:00|2026-11-21T16:30|||"),
    ("2026/11/21,15:00-16:30,,,,免费,不限", "2026-11-21T15:00|2026-11-21T16:30||0|"),
    ("2026.11.21,下午3点,16:30,,,12.5元,30人", "2026-11-21T15:00|2026-11-21T16:30||12.5|30"),
    (",2026-11-21 15:00,,90,,,", "2026-11-21T15:00|2026-11-21T16:30|||"),
    (",2026-11-21 15:00,,1.5小时,,,\"1,200\"", "2026-11-21T15:00|2026-11-21T16:30|||1200"),
    (",46347.625,,1小时30分,,,", "2026-11-21T15:00|2026-11-21T16:30|||"),
    (",2026-11-21 22:00,次日6:00,,,,", "2026-11-21T22:00|2026-11-22T06:00|||"),
    (",2026-11-21 22:00,24:00,,,,", "2026-11-21T22:00|2026-11-22T00:00|||"),
    ("2026-11-25,周三下午2:00-3:30,,,,,", "2026-11-25T14:00|2026-11-25T15:30|||"),
    ("2026-11-23,周三 14 : 00,15:00,,每周三,,", "2026-11-25T14:00|2026-11-25T15:00|FREQ=WEEKLY;BYDAY=WE||"),
    (",2026-11-21 全天,,,,,", "2026-11-21T00:00|2026-11-22T00:00|||"),
    ("2026-11-21,每周三 16:30-17:30,,,,,", "2026-11-25T16:30|2026-11-25T17:30|FREQ=WEEKLY;BYDAY=WE||"),
    ("2026-11-22,9:00,11:00,,每两周周六,,", "2026-11-28T09:00|2026-11-28T11:00|FREQ=WEEKLY;INTERVAL=2;BYDAY=SA||"),
    ("2026-11-01,9:00-10:00,,,每月第一个周六,,", "2026-11-07T09:00|2026-11-07T10:00|FREQ=MONTHLY;BYDAY=1SA||"),
    (
      ",2026-11-25 16:30,17:30,,FREQ=WEEKLY;BYDAY=WE;COUNT=3,,",
      "2026-11-25T16:30|2026-11-25T17:30|FREQ=WEEKLY;BYDAY=WE;COUNT=3||"
    ),
    (",2026-11-25 16:30,17:30,,不重复,,", "2026-11-25T16:30|2026-11-25T17:30|||"),
  ])
  func timesAndNumbers(fields: String, expected: String) throws {
    try withDatabase { database throws in
      let (_, problems) = try database.run(row(fields), as: "活动.csv")
      #expect(problems == [])
      let found = try database.text(
        "starts_at,ends_at,coalesce(rrule,''),coalesce(fee_yuan,''),coalesce(capacity,'')", "x")
      #expect(found == expected)
    }
  }

  @Test(arguments: [
    (",每周三 16:30-17:30,,,,,", "import.no-first-date", 8), (",2026-11-21 15:00,,,,,", "import.no-end", 9),
    (",2026-11-21,16:30,,,,", "import.no-time", 8), (",11月21日 15:00,16:00,,,,", "import.bad-time", 8),
    (",2026-11-21 3点,16:00,,,,", "import.bad-time", 8), (",2026-11-21（周日）15:00,16:00,,,,", "import.bad-time", 8),
    ("2026-11-22,2026-11-21 15:00,16:00,,,,", "import.contradiction", 7),
    (",2026-11-21 15:00,16:00,90,,,", "import.contradiction", 10),
    (",2026-11-21 15:00,14:00,,,,", "import.bad-time", 9), (",2026-11-21 15:00,,很久,,,", "import.bad-value", 10),
    (",2026-11-21 15:00,16:00,,每周三,,", "import.start-off-rule", 8),
    (",2026-11-21 15:00,16:00,,经常,,", "import.bad-time", 11),
    (",2026-11-21 15:00,16:00,,FREQ=WEEKLI,,", "import.bad-value", 11),
    ("2026-11-25,周四下午2:00-3:30,,,,,", "import.bad-time", 8), ("2026-11-21,0.5833,16:00,,,,", "import.bad-time", 8),
    (",2026-11-21 15:00,16:00,,,50%,", "import.bad-value", 12),
    (",2026-11-21 15:00,16:00,,,很贵,", "import.bad-value", 12),
    (",2026-11-21 15:00,16:00,,,,3.5", "import.bad-value", 13),
    (",2026-11-21 15:00,16:00,,,,0", "import.bad-row", 13), (",#N/A,16:00,,,,", "import.bad-time", 8),
    (",2026-11-21 15:00,16:00,,,,,多出来", "import.no-header", 14),
  ])
  func whatCannotBeReadIsNamedByRowAndColumn(fields: String, code: String, column: Int) throws {
    try withDatabase { database throws in
      let (summaries, problems) = try database.run(row(fields), as: "活动.csv")
      #expect(summaries == [])
      #expect(problems.map(\.code) == [code])
      #expect(
        problems.first?.location == .cell(path: database.directory + "/活动.csv", sheet: nil, row: 2, column: column))
      #expect(try database.text("count(*)", "x") == "0")
    }
  }

  @Test(arguments: [
    ("类型,会\n其他,x", "import.unknown-column"), ("编号,类型,类别\nx,其他,其他", "import.repeated-column"),
    ("名称,类型,单位\n课,其他,泉", "import.missing-column"), ("编号,名称\n,剪纸课", "import.required"),
    ("编号,名称\nX y,剪纸课", "import.bad-value"), ("编号,地点\ntea,活动室", "import.ambiguous-name"),
    ("编号,地点\ntea,礼堂", "import.missing-reference"), ("编号,类型\ntea,先锋课堂", "import.bad-row"),
    ("编号,课程类别\ntea,理论培训", "import.bad-row"), ("编号,状态\ntea,黄了", "import.bad-value"),
    ("编号,名额\ntea,3\ntea,4", "import.duplicate-row"), ("编号,名称\n\"tea,3", "import.csv"),
  ])
  func oneProblemOneDiagnostic(text: String, code: String) throws {
    try withDatabase { database throws in
      #expect(try database.run(text, as: "活动.csv").1.map(\.code) == [code])
    }
  }

  @Test func aRowWithoutAnIdGetsOneProposed() throws {
    try withDatabase { database throws in
      let problem = try database.run("编号,名称\n,剪纸课", as: "活动.csv").1.first
      #expect(problem?.hint?.en.contains("jian-zhi-ke") == true)
    }
  }

  @Test func whatChangesIsShownAndDated() throws {
    try withDatabase { database throws in
      // An edited export: the old time of change is still in it.
      let text = "编号,名额,状态,更新时间\ntea,30,已取消,2026-11-01 08:00"
      let line = try #require(try database.run(text, as: "活动.csv").summaries.first?.lines.first)
      #expect(
        line.change
          == .changed([
            .init(
              name: Message(zh: "名额", en: "capacity"), old: Message(zh: "20", en: "20"),
              new: Message(zh: "30", en: "30")),
            .init(
              name: Message(zh: "状态", en: "status"), old: Message(zh: "如期举行", en: "scheduled"),
              new: Message(zh: "已取消", en: "cancelled")),
          ]))
      #expect(line.title == "茶话会")
      #expect(try database.text("capacity,status,updated_at", "tea") == "30|cancelled|2026-11-21T09:00")
      let again = try database.run("编号,名额,状态\ntea,30,已取消", as: "活动.csv").summaries
      #expect(again.map(\.unchanged) == [1])
      #expect(again.map(\.lines) == [[]])
      #expect(try database.text("updated_at", "tea") == "2026-11-21T09:00")
    }
  }

  @Test func anEmptyCellIsNothingOrTheDefault() throws {
    try withDatabase { database throws in
      try database.execute("UPDATE activity SET status='cancelled', host='他' WHERE id='tea'")
      #expect(try database.run("编号,名额,状态,主办\ntea,,,", as: "活动.csv").1 == [])
      #expect(try database.text("capacity IS NULL,status,host IS NULL", "tea") == "1|scheduled|1")
    }
  }

  @Test func aNewRuleThatLosesTheOldStartIsToldAtTheRule() throws {
    try withDatabase { database throws in
      let problem = try #require(try database.run("编号,重复\ntea,每周五", as: "活动.csv").1.first)
      #expect(problem.code == "import.start-off-rule")
      #expect(problem.location == .cell(path: database.directory + "/活动.csv", sheet: nil, row: 2, column: 2))
    }
  }

  @Test func aLastDayBeforeTheFirstIsSaidToBeThat() throws {
    try withDatabase { database throws in
      let problem = try #require(
        try database.run(row(",2026-12-02 15:00,16:00,,每周三到2026-11-24,,"), as: "活动.csv").1.first)
      #expect(problem.message.zh == "最后一天 2026-11-24 早于第一天 2026-12-02")
    }
  }

  @Test func onlyReplacingRemoves() throws {
    try withDatabase { database throws in
      try database.execute("INSERT INTO attendance(activity_id,occurs_at,enrolled) VALUES('tea','2026-11-25T14:00',3)")
      let other = row(",2026-11-21 15:00-16:00,,,,,")
      #expect(try database.run(other, as: "活动.csv").summaries.map(\.removed) == [0])
      let replaced = try database.run(other, as: "活动.csv", replace: true)
      #expect(replaced.1 == [])
      #expect(replaced.summaries.map(\.table) == ["activity", "attendance"])
      #expect(replaced.summaries.map { $0.lines.map(\.key) } == [["tea"], ["tea, 2026-11-25T14:00"]])
      #expect(try database.text("count(*)", "tea") == "0")
    }
  }

  @Test func whatOthersNameCannotBeRemoved() throws {
    try withDatabase { database throws in
      try database.execute("UPDATE activity SET venue_id='hall'")
      let (_, problems) = try database.run("编号,单位,名称\nroom-1,泉,活动室", as: "场所.csv", replace: true)
      #expect(problems.map(\.code) == ["import.missing-reference"])
      #expect(
        problems.first?.location == .row(database: "a.sqlite", table: "activity", key: "id=tea", column: "venue_id"))
    }
  }

  @Test func tablesAreNamedByFileSheetOrOption() throws {
    try withDatabase { database throws in
      let text = "编号,名额\ntea,31"
      #expect(try database.run(text, as: "名单.csv").1.map(\.code) == ["import.unknown-table"])
      #expect(try database.run(text, as: "名单.csv", table: "活劳").1.map(\.code) == ["table.unknown"])
      #expect(try database.run("（备注）," + text.replacing("\n", with: "\n无,"), as: "名单.csv", table: "活动").1 == [])
      #expect(try database.text("capacity", "tea") == "31")
    }
  }

  /// Each header of an export means its own column again.
  @Test func headersAreTheirColumns() {
    for form in TableForm.all {
      let names = HeaderNames(form.columns)
      for column in form.columns {
        #expect(names.column(column.name)?.name == column.name)
        #expect(names.column(column.headers[0])?.name == column.name, "\(form.name).\(column.name)")
      }
      #expect(TableForm.named(form.label)?.name == form.name)
    }
  }
}

/// A database and a way to look at it.
struct TestDatabase {
  let directory: String
  let database: ActivityDatabase

  init(directory: String, name: String = "a.sqlite") {
    self.directory = directory
    database = ActivityDatabase(path: "\(directory)/\(name)", shownPath: name)
  }

  /// A database with a unit, two venues of the same name and one activity, in a directory of its own.
  static func withRows(_ body: (TestDatabase) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let database = TestDatabase(directory: directory.path)
    #expect(try database.database.create() == [])
    try database.execute(
      """
      INSERT INTO unit(id,level,name,short_name) VALUES('quan','community','泉社区','泉');
      INSERT INTO venue(id,unit_id,name) VALUES('hall','quan','大厅'),('room-1','quan','活动室'),('room-2','quan','活动室');
      INSERT INTO activity(id,title,kind,unit_id,starts_at,ends_at,capacity,updated_at)
        VALUES('tea','茶话会','meeting','quan','2026-11-25T14:00','2026-11-25T15:30',20,'2026-11-01T08:00');
      """)
    try body(database)
  }

  func execute(_ sql: String) throws {
    try database.storage.write { try $0.run(sql) }
  }

  /// An activity's columns, with bars between them.
  func text(_ columns: String, _ id: String) throws -> String {
    try database.storage.read { connection in
      let row = try connection.rows("SELECT \(columns) FROM activity WHERE id = ?", [.text(id)]).first
      return row.map { $0.values.map { $0.shownText ?? "NULL" }.joined(separator: "|") } ?? "none"
    }
  }

  /// A table's rows, with bars between their columns.
  func rows(_ table: String, _ columns: String) throws -> [String] {
    try database.storage.read { connection in
      try connection.rows("SELECT \(columns) FROM \(table)").map { row in
        row.values.map { $0.shownText ?? "" }.joined(separator: "|")
      }
    }
  }

  func run(
    _ text: String, as name: String, replace: Bool = false, table: String? = nil
  ) throws -> (summaries: [TableSummary], [Diagnostic]) {
    try run(Array(text.utf8), as: name, replace: replace, table: table)
  }

  func run(
    _ bytes: [UInt8], as name: String, replace: Bool = false, table: String? = nil
  ) throws -> (summaries: [TableSummary], [Diagnostic]) {
    let path = "\(directory)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    var options = TableImport.Options(now: TimeText.parseLocal("2026-11-21T09:00")!)
    options.applies = true
    options.replaces = replace
    options.table = table
    return try TableImport(into: database, options).run([path])
  }

  /// All rows of all tables, as SQL literals.
  func dump() throws -> [String] {
    try database.storage.read { connection in
      try TableForm.all.flatMap { form in
        let columns = try connection.columns(of: form.name).map { "quote(\($0.name))" }.joined(separator: "||','||")
        return try connection.rows("SELECT \(columns) FROM \(form.name)").map {
          "\(form.name): \($0.values[0].text ?? "NULL")"
        }.sorted()
      }
    }
  }
}

import CivilTime
import Diagnostics
import Foundation
import Spreadsheets
import Testing
import Vocabulary

@testable import Activities

/// Exported and imported again, each table is the same to the last byte.
@Suite struct RoundTripTests {
  /// Texts that spreadsheets like to mangle. (Control characters are refused, as a build refuses them.)
  static let nasty = [
    "007", "0531-0000-1301", "=1+1", "'=1", "''", "+86 531", "-5", "@here", "a\r\nb\nc", "\"“引号”\",，;\t", " 前后有空格 ",
    "　",
    "𠮷㛃䶮", "👨‍👩‍👧‍👦🎉", "_x000D_", "<b>&amp;</b>", "1e5", "TRUE", "2026-11-21", "46347", "免费",
    "'\u{301}=",
    String(repeating: "很长的一段话。", count: 4000),
  ]

  private func fill(_ database: TestDatabase) throws {
    try database.database.storage.write { connection in
      try connection.run(
        """
        INSERT INTO unit(id,level,name) VALUES('quan','community','泉社区');
        INSERT INTO roster(id,unit_id,title,period,starts_on) VALUES('duty','quan','值班','week','2026-11-02');
        """)
      for (index, text) in Self.nasty.enumerated() {
        // What stands on one line has no line breaks and no blanks around it; a name of blanks is none.
        let line: String? = text.onOneLine.isEmpty ? nil : text.onOneLine
        let name = line ?? "名"
        try connection.insert(
          "INSERT INTO unit(id,parent_id,level,name,short_name,phone) VALUES(?,'quan','grid',?,?,?)",
          ["u-\(index)", name, line, line])
        try connection.insert(
          """
          INSERT INTO activity(id,title,kind,unit_id,host,summary,starts_at,ends_at,rrule,capacity,fee_yuan,points,status,updated_at)
          VALUES(?,?,'other','quan',?,?,'2026-11-25T14:20','2026-11-26T00:00',?,?,?,0,'postponed','2026-10-31T23:59')
          """,
          [
            "\(index)", name, line, text,
            index % 2 == 0 ? "FREQ=WEEKLY;BYDAY=WE" : "FREQ=WEEKLY;UNTIL=20261231T155959Z;BYDAY=WE",
            1_000_000_000_000 + index, 0.1 + Double(index) / 3,
          ])
        try connection.insert(
          "INSERT INTO measure(id,unit_id,title,suffix,better,period,note) VALUES(?,'quan','数',?,?,?,?)",
          ["m-\(index)", line, index % 2 == 0 ? "less" : nil, index % 3 == 0 ? "quarter" : "month", text])
        try connection.insert(
          "INSERT INTO measured(measure_id,unit_id,as_of,value,note) VALUES(?,?,'2026-10-31',?,?)",
          ["m-\(index)", index % 2 == 0 ? "quan" : "u-\(index)", 0.1 + Double(index) / 7, text])
        try connection.insert(
          """
          INSERT INTO help_case(id,unit_id,category,channel,disposition,reported_at,accepted_at,due_on,closed_at,rated_at,promised_minutes,
            rating,public_text,approved_on)
          VALUES(?,'quan','类','hotline','on-the-spot','2026-10-05T09:00','2026-10-05T09:01','2026-10-06','2026-10-05T10:00',
            '2026-10-05T11:00',15,4,?,'2026-10-07')
          """,
          ["c-\(index)", name])
        try connection.insert(
          "INSERT INTO post(id,unit_id,title,position,holder,roster_id,people,duties,phone) VALUES(?,'quan',?,?,?,?,?,?,?)",
          [
            "p-\(index)", name, index + 1, index % 2 == 0 ? name : nil, index % 2 == 0 ? nil : "duty", index % 3 + 1,
            text,
            ["0531-0000-1301", "138****1234", nil][index % 3],
          ])
        try connection.insert(
          "INSERT INTO honour(id,unit_id,title,awarded_by,awarded_on,note) VALUES(?,'quan',?,?,?,?)",
          ["h-\(index)", name, name, ["2025", "2025-06", "2025-06-01"][index % 3], text])
        try connection.insert(
          "INSERT INTO almanac(id,month_day,year,title,text,unit_id) VALUES(?,?,?,?,?,?)",
          [
            "a-\(index)", index % 2 == 0 ? "02-29" : "12-04", index % 4 == 0 ? 2024 : nil, name, text,
            index % 3 == 0 ? "quan" : nil,
          ])
      }
      try connection.run(
        """
        INSERT INTO venue(id,unit_id,name,latitude,longitude,area_m2) VALUES('hall','quan','厅',-36.66120001,117.0308,1e12);
        INSERT INTO activity_change(activity_id,occurs_at,change,starts_at,ends_at) VALUES
          ('0','2026-12-02T14:20','moved','2026-12-03T14:20','2026-12-04T00:30'),('0','2026-12-09T14:20','cancelled',NULL,NULL);
        INSERT INTO attendance(activity_id,occurs_at,enrolled,attended) VALUES('0','2026-11-25T14:20',12,NULL);
        UPDATE activity SET on_holiday='next-workday' WHERE id='3';
        INSERT INTO roster_holder(roster_id,position,name,phone) VALUES('duty',1,'甲','0531-0000-1'),('duty',2,'乙',NULL);
        INSERT INTO roster_swap(roster_id,turn_start,position,note) VALUES('duty','2026-11-16',2,'换班');
        """)
    }
  }

  @Test(arguments: [TableExport.Language.chinese, .english], [true, false])
  func everyValueComesBack(language: TableExport.Language, isWorkbook: Bool) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let original = TestDatabase(directory: directory.path)
    let copy = TestDatabase(directory: directory.path, name: "b.sqlite")
    #expect(try original.database.create() == [])
    #expect(try copy.database.create() == [])
    try fill(original)
    // What the export doesn't have goes.
    try copy.execute("INSERT INTO unit(id,level,name) VALUES('old','community','旧')")

    let (tables, problems) = TableExport(of: original.database, language: language, zone: .shanghai).tables(nil)
    #expect(problems == [])
    let target = directory.appending(path: "out")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    if isWorkbook {
      #expect(TableExport.problems(ofWorkbook: tables, path: "x.xlsx") == [])
      try Data(try XLSXWriter.workbook(tables.map(\.sheet))).write(to: target.appending(path: "x.xlsx"))
    } else {
      for table in tables {
        try Data(CSVWriter.text(table.sheet)).write(to: target.appending(path: "\(table.name).csv"))
      }
    }
    var options = TableImport.Options(now: TimeText.parseLocal("2026-11-21T09:00")!)
    options.applies = true
    options.replaces = true
    let (summaries, importProblems) = try TableImport(into: copy.database, options).run([target.path])
    #expect(importProblems == [])
    #expect(summaries.first?.removed == 1)
    let expected = try original.dump()
    #expect(try copy.dump() == expected)
    let again = try TableImport(into: original.database, options).run([target.path])
    #expect(again.summaries.allSatisfy { $0.lines.isEmpty })
  }

  @Test func aTextTooLongForAWorkbookIsNamed() {
    let sheet = OutputSheet(
      name: "活动", columns: [.init(header: "简介", format: .text)],
      rows: [[.text("短")], [.text(String(repeating: "长", count: 32_768))]])
    let problems = TableExport.problems(ofWorkbook: [.init(name: "activity", sheet: sheet)], path: "a.xlsx")
    #expect(problems.map(\.code) == ["export.too-long"])
    #expect(problems.first?.location.map(String.init(describing:)) == "a.xlsx:活动!A3")
  }
}

extension Connection {
  fileprivate func insert(_ sql: String, _ values: [(any Sendable)?]) throws {
    try execute(
      sql,
      values.map { value in
        switch value {
        case let text as String: .text(text)
        case let number as Int: .integer(Int64(number))
        case let number as Double: .real(number)
        default: .null
        }
      })
  }
}

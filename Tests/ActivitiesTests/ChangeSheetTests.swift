import CivilTime
import Diagnostics
import Spreadsheets
import Testing
import Vocabulary

@testable import Activities

/// Sheets of changes as a clerk writes them: the class, its day, and what is different.
@Suite struct ChangeSheetTests {
  private static let classes = """
    编号,名称,类型,单位,起始日期,时间
    reading,读书会,其他,泉,2026-12-02,每周三 15:00-16:30
    tai-chi,太极,其他,泉,2026-12-05,每周六 9:00-10:00
    twice,早晚操,其他,泉,2026-12-01,2026-12-01 8:00-9:00
    """

  /// What is in the database after the classes and a sheet: `reading 12-09T15:00 moved 12-09T16:00 12-09T17:30`.
  private func changes(_ sheet: String, as name: String = "变更.csv") throws -> ([String], [Diagnostic]) {
    var result: ([String], [Diagnostic]) = ([], [])
    try TestDatabase.withRows { database throws in
      #expect(try database.run(Self.classes, as: "活动.csv").1.filter { $0.severity == .error } == [])
      try database.execute(
        """
        INSERT INTO activity_change(activity_id,occurs_at,change,starts_at,ends_at)
          VALUES('twice','2026-12-01T19:00','added','2026-12-01T19:00','2026-12-01T20:00')
        """)
      let problems = try database.run(sheet, as: name).1
      let data = try #require(try database.database.read(zone: .shanghai).data)
      let rows = data[ActivityChangeRecord.self].filter { $0.activity.text != "twice" || $0.change == .cancelled }.map {
        change in
        func short(_ time: LocalDateTime?) -> String? { time.map { String(TimeText.local($0).dropFirst(5)) } }
        let (word, place): (String, ActivityChangeRecord.Placement?) =
          switch change.change {
          case .cancelled: ("cancelled", nil)
          case .moved(let place): ("moved", place)
          case .added(let place): ("added", place)
          default: ("other", nil)
          }
        return [change.activity.text, short(change.occursAt), word, short(place?.start), short(place?.end)]
          .compactMap(\.self).joined(separator: " ")
      }
      result = (rows, problems.filter { $0.severity == .error })
    }
    return result
  }

  @Test(arguments: [
    // The day says which occurrence it is.
    ("课程,日期,变更\n读书会,2026-12-09,停课", "reading 12-09T15:00 cancelled"),
    ("活动,原定时间,变更\nreading,2026年12月9日,取消", "reading 12-09T15:00 cancelled"),
    ("课程名称,日期,时间,变更\n读书会,2026-12-09,15:00,停课", "reading 12-09T15:00 cancelled"),
    // A new time alone is that day's; how long it takes stays the same.
    ("课程,日期,变更,新开始时间\n读书会,2026-12-09,改时间,16:00", "reading 12-09T15:00 moved 12-09T16:00 12-09T17:30"),
    ("课程,日期,变更,新开始时间,新结束时间\n读书会,2026-12-09,改时间,上午9点,11:00", "reading 12-09T15:00 moved 12-09T09:00 12-09T11:00"),
    ("课程,日期,变更,改到\n读书会,2026-12-09,改时间,16:00-17:00", "reading 12-09T15:00 moved 12-09T16:00 12-09T17:00"),
    ("课程,日期,变更,改到\n读书会,2026-12-09,改期,2026-12-10 15:00", "reading 12-09T15:00 moved 12-10T15:00 12-10T16:30"),
    // It only ends later.
    ("课程,日期,变更,新结束时间\n读书会,2026-12-09,改时间,17:00", "reading 12-09T15:00 moved 12-09T15:00 12-09T17:00"),
    ("课程,日期,变更,新开始时间\n太极,2026-12-06,加场,10:00", "tai-chi 12-06T10:00 added 12-06T10:00 12-06T11:00"),
  ])
  func asAClerkWritesThem(sheet: String, row: String) throws {
    let (rows, problems) = try changes(sheet)
    #expect(problems == [] && rows == [row], "\(problems.map(\.message.zh))")
  }

  @Test func attendanceByItsDay() throws {
    let (_, problems) = try changes("活动,日期,报名人数\n读书会,2026-12-09,12", as: "出席.csv")
    #expect(problems == [])
  }

  @Test(arguments: [
    // None on that day: those of the 7 days before and after are named.
    ("课程,日期,变更\n读书会,2026-12-08,停课", "import.no-such-occurrence", "2026-12-02 15:00、2026-12-09 15:00"),
    ("课程,日期,变更\n读书会,2026-11-08,停课", "import.no-such-occurrence", "前后 7 天都没有场次"),
    // Two.
    ("课程,日期,变更\n早晚操,2026-12-01,停课", "import.bad-time", "2026-12-01 08:00"),
    ("课程,日期,时间,变更\n读书会,2026-12-09,2026-12-10 15:00,停课", "import.contradiction", ""),
    ("课程,日期,变更\n太极,2026-12-06,加场", "import.no-time", ""),
    ("课程,日期,变更\n没有的课,2026-12-06,停课", "import.missing-reference", ""),
    ("课程,日期,变更\n读书会,,停课", "import.required", ""),
  ])
  func whatCantBeToldIsAsked(sheet: String, code: String, hint: String) throws {
    let (rows, problems) = try changes(sheet)
    #expect(rows.isEmpty && problems.map(\.code) == [code])
    guard case .cell(_, _, let line, let column)? = problems.first?.location else {
      Issue.record("no cell")
      return
    }
    #expect(line == 2 && column == (sheet.contains("没有的课") ? 1 : sheet.contains("12-10") ? 3 : 2))
    #expect(hint.isEmpty || problems.first?.hint?.zh.contains(hint) == true, "\(problems.first?.hint?.zh ?? "")")
  }
}

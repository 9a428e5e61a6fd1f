import Diagnostics
import Testing

@testable import Activities

/// `结束日期` beside a repetition: it ends the series, or it contradicts, but it is never passed over.
@Suite struct SeriesEndTests {
  private func run(_ end: String, _ rule: String) throws -> (problems: [Diagnostic], rule: String) {
    var found: (problems: [Diagnostic], rule: String) = ([], "")
    try TestDatabase.withRows { database throws in
      let text = """
        编号,名称,类型,主办社区,起始日期,时间,结束日期,重复
        x,课,其他,泉,2026-11-25,14:00-15:00,\(end),\"\(rule)\"
        """
      found.problems = try database.run(text, as: "活动.csv").1
      found.rule = try database.text("rrule", "x")
    }
    return found
  }

  @Test(arguments: [
    ("2026-12-02", "每周三 共10次"), ("2026-12-02", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20270301"), ("2026-12-02", "每周三，至2027年3月1日"),
  ])
  func anotherEndContradicts(end: String, rule: String) throws {
    let (problems, _) = try run(end, rule)
    #expect(problems.map(\.code) == ["import.contradiction"])
    #expect(problems.first?.location.map { "\($0)".hasSuffix("活动.csv:2:7") } == true)
  }

  @Test(arguments: [
    ("2026-12-30", "每周三", "FREQ=WEEKLY;UNTIL=20261230T155900Z;BYDAY=WE"),
    ("2026-12-30", "每周三，至2026年12月30日", "FREQ=WEEKLY;UNTIL=20261230T155900Z;BYDAY=WE"),
    ("2026-12-09", "每周三 共3次", "FREQ=WEEKLY;COUNT=3;BYDAY=WE"),
  ])
  func theSameEndAgrees(end: String, rule: String, expected: String) throws {
    let (problems, found) = try run(end, rule)
    #expect(problems == [])
    #expect(found == expected)
  }

  @Test(arguments: ["2026-11-20", "2026-11-24"])
  func anEndBeforeTheFirstOccurrence(end: String) throws {
    let (problems, _) = try run(end, "每周三")
    #expect(problems.map(\.code) == ["import.bad-time"])
    #expect(problems.first?.location.map { "\($0)".hasSuffix("活动.csv:2:7") } == true)
  }

  @Test func anEndAloneEndsTheSeriesThatIsThere() throws {
    try TestDatabase.withRows { database throws in
      try database.execute("UPDATE activity SET rrule='FREQ=WEEKLY;BYDAY=WE'")
      #expect(try database.run("活动编号,结束日期\ntea,2026-12-30", as: "活动.csv").1 == [])
      #expect(
        try database.text("starts_at,rrule", "tea") == "2026-11-25T14:00|FREQ=WEEKLY;UNTIL=20261230T155900Z;BYDAY=WE")
      #expect(try database.run("活动编号,结束日期\ntea,2026-11-01", as: "活动.csv").1.map(\.code) == ["import.bad-time"])
    }
  }

  @Test func anEndAloneIsTheLastDayOfWhatHappensOnce() throws {
    try TestDatabase.withRows { database throws in
      #expect(try database.run("活动编号,结束日期\ntea,2026-11-27", as: "活动.csv").1 == [])
      #expect(try database.text("starts_at,ends_at", "tea") == "2026-11-25T14:00|2026-11-27T15:30")
    }
  }
}

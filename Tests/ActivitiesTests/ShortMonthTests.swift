import Diagnostics
import Testing

@testable import Activities

/// Days that not every month has: a trial and a check say which months have none, and how to say the last day.
@Suite struct ShortMonthTests {
  private func problems(_ start: String, _ rule: String) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    try TestDatabase.withRows { database throws in
      let text = "编号,名称,类型,主办社区,起始日期,时间,重复\nx,课,其他,泉,\(start),14:00-15:00,\"\(rule)\"\n"
      found = try database.run(text, as: "活动.csv").1
    }
    return found
  }

  @Test(arguments: [
    ("2026-12-31", "每月31日", "2、4、6、9、11月没有31日"), ("2026-12-30", "每月30日", "2月没有30日"),
    ("2026-12-29", "每月29日", "平年的2月没有29日"), ("2026-12-15", "每月15、31日", "2、4、6、9、11月没有31日"),
    ("2028-02-29", "每年2月29日", "平年的2月没有29日"), ("2028-02-29", "FREQ=YEARLY", "平年的2月没有29日"),
    ("2026-12-31", "FREQ=MONTHLY", "2、4、6、9、11月没有31日"), ("2026-12-31", "FREQ=MONTHLY;INTERVAL=2", "2、4、6月没有31日"),
    ("2027-01-31", "FREQ=MONTHLY;BYMONTH=1,4;BYMONTHDAY=31", "4月没有31日"),
    ("2027-01-31", "FREQ=DAILY;BYMONTHDAY=31", "2、4、6、9、11月没有31日"),
    ("2027-01-01", "FREQ=MONTHLY;BYMONTHDAY=-31", "2、4、6、9、11月没有31日"),
    ("2027-01-31", "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2", "2月没有31日"),
  ]) func whichMonthsHaveNone(start: String, rule: String, said: String) throws {
    let found = try problems(start, rule)
    #expect(found.map(\.code) == ["data.short-month"] && !found.hasErrors)
    #expect(found.first?.message.zh.hasPrefix(said) == true)
    #expect(found.first?.hint?.zh.contains("最后一天") == true)
    #expect(found.first?.location.map { "\($0)".hasSuffix("活动.csv:2:7") } == true)
  }

  @Test(arguments: [
    ("2026-12-31", "每月最后一天"), ("2026-12-28", "每月28日"), ("2026-12-31", "每年12月31日"),
    ("2026-12-31", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"), ("2026-12-31", "每周四"), ("2026-12-31", "每天"),
    ("2026-12-31", "FREQ=MONTHLY;INTERVAL=12"), ("2026-12-31", "FREQ=MONTHLY;BYMONTH=1,3,12;BYMONTHDAY=31"),
    ("2026-12-31", "FREQ=MONTHLY;COUNT=2"), ("2028-02-29", "FREQ=YEARLY;INTERVAL=4;COUNT=3"),
    ("2026-12-30", "FREQ=MONTHLY;BYMONTHDAY=30;UNTIL=20270131"), ("2026-12-31", "FREQ=MONTHLY;BYDAY=-1TH"),
  ]) func whereAllMonthsHaveOneNothingIsSaid(start: String, rule: String) throws {
    #expect(try problems(start, rule).filter { $0.code == "data.short-month" } == [])
  }
}

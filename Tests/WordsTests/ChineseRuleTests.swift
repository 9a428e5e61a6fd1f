import CivilTime
import Testing

@testable import Words

@Suite struct ChineseRuleTests {
  @Test(arguments: [
    ("FREQ=DAILY;BYMONTHDAY=1,15", "每月1日、15日"), ("FREQ=DAILY;BYDAY=SA,SU", "每周六、周日"),
    ("FREQ=DAILY;INTERVAL=2;BYMONTH=11,12", "每两天（限11月、12月）"),
    ("FREQ=DAILY;INTERVAL=3;BYDAY=SA", "每3天（限周六）"), ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", "每周周一、周二中的第1天"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "每天"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "每月周一至周五中的最后一天"),
    ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=2", "每月第2个周六"), ("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "每月13日（限周五）"),
    ("FREQ=MONTHLY;BYDAY=SA", "每周六"), ("FREQ=MONTHLY;INTERVAL=2;BYDAY=SA", "每两个月的每个周六"),
    ("FREQ=YEARLY;BYDAY=MO", "每周一"), ("FREQ=YEARLY;BYDAY=20MO", "每年第20个周一"),
    ("FREQ=YEARLY;BYMONTHDAY=1", "每月1日"), ("FREQ=YEARLY;BYMONTH=5;BYDAY=3SU", "每年5月第3个周日"),
    ("FREQ=YEARLY", "每年11月25日"), ("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=5", "每年3月、9月5日"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=6", "每月最后一天（共 6 次）"), ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR", "每两周周三、周五"),
  ])
  func everyPartIsSaid(text: String, expected: String) throws {
    let rule = try RecurrenceRule(text, zone: .shanghai)
    #expect(SimplifiedChinese.words.rule(rule, from: TimeText.parseLocal("2026-11-25T14:30")!) == expected)
  }

  @Test(arguments: [
    ("2026-11-25T14:30", "2026-11-25T16:00", "14:30–16:00"), ("2026-11-25T22:00", "2026-11-26T06:00", "22:00–次日 06:00"),
    ("2026-11-25T00:00", "2026-11-26T00:00", "全天"), ("2026-11-25T00:00", "2026-11-28T00:00", "3天"),
    ("2026-11-25T09:00", "2026-11-27T17:00", "09:00–第3天 17:00"),
  ])
  func timesOfASeries(from: String, to: String, expected: String) {
    #expect(SimplifiedChinese.words.times(from: TimeText.parseLocal(from)!, to: TimeText.parseLocal(to)!) == expected)
  }

  @Test(arguments: [
    ("FREQ=WEEKLY;BYDAY=WE,FR", "每周三、周五"), ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "周一至周五"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "每两周周六"), ("FREQ=MONTHLY;BYMONTHDAY=5", "每月5日"),
    ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "每3个月最后一个周五"), ("FREQ=YEARLY", "每年11月25日"),
    ("FREQ=MONTHLY;BYDAY=1SA", "每月第1个周六"), ("FREQ=DAILY", "每天"),
  ])
  func isSaidInChinese(text: String, expected: String) throws {
    let rule = try RecurrenceRule(text, zone: .shanghai)
    #expect(SimplifiedChinese.words.rule(rule, from: TimeText.parseLocal("2026-11-25T14:30")!) == expected)
  }

  /// What the schedule prints is what the import reads.
  @Test(arguments: [
    "FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "FREQ=MONTHLY;BYMONTHDAY=5",
    "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=DAILY",
    "FREQ=WEEKLY;COUNT=6;BYDAY=TU", "FREQ=WEEKLY;UNTIL=20261231T155900Z;BYDAY=TU", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5",
    "FREQ=MONTHLY;BYDAY=1SA,3SA", "FREQ=MONTHLY;BYMONTHDAY=5,15",
  ])
  func readsWhatSchedulesSay(rule: String) throws {
    let parsed = try RecurrenceRule(rule, zone: .shanghai)
    let start = LocalDateTime(CivilDate(year: 2026, month: 1, day: 1)!)
    #expect(try DatePhrase.parse(SimplifiedChinese.words.rule(parsed, from: start)).rule == parsed)
  }
}

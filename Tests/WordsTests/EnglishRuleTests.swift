import CivilTime
import Testing

@testable import Words

@Suite struct EnglishRuleTests {
  private func said(_ text: String, in language: Language = .english) throws -> String {
    let rule = try RecurrenceRule(text, zone: .shanghai)
    return language.words.rule(rule, from: TimeText.parseLocal("2026-11-25T14:30")!)
  }

  @Test(arguments: [
    ("FREQ=WEEKLY;BYDAY=WE,FR", "Every Wednesday and Friday"), ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Monday to Friday"),
    ("FREQ=WEEKLY", "Every Wednesday"), ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "Every 2 weeks on Saturday"),
    ("FREQ=MONTHLY;BYMONTHDAY=5", "Monthly on the 5th"), ("FREQ=MONTHLY", "Monthly on the 25th"),
    ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "Every 3 months on the last Friday"),
    ("FREQ=YEARLY", "Every year on 25 November"),
    ("FREQ=MONTHLY;BYDAY=1SA", "Monthly on the 1st Saturday"), ("FREQ=DAILY", "Every day"),
    ("FREQ=DAILY;BYMONTHDAY=1,15", "Monthly on the 1st and 15th"),
    ("FREQ=DAILY;BYDAY=SA,SU", "Every Saturday and Sunday"),
    ("FREQ=DAILY;INTERVAL=2;BYMONTH=11,12", "Every 2 days (only in November and December)"),
    ("FREQ=DAILY;INTERVAL=3;BYDAY=SA", "Every 3 days (only on Saturday)"),
    ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", "Every week on the 1st day of Monday and Tuesday"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "Every day"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "Monthly on the last day of Monday to Friday"),
    ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=2", "Monthly on the 2nd Saturday"),
    ("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "Monthly on the 13th (only on Friday)"),
    ("FREQ=MONTHLY;INTERVAL=2;BYDAY=SA", "Every 2 months on every Saturday"), ("FREQ=YEARLY;BYDAY=MO", "Every Monday"),
    ("FREQ=YEARLY;BYDAY=20MO", "Every year on the 20th Monday"), ("FREQ=YEARLY;BYMONTHDAY=1", "Monthly on the 1st"),
    ("FREQ=YEARLY;BYMONTH=5;BYDAY=3SU", "Every year on the 3rd Sunday in May"),
    ("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=5", "Every year on the 5th of March and September"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=6", "Monthly on the last day (6 times)"),
    ("FREQ=MONTHLY;BYMONTHDAY=-2", "Monthly on the 2nd from last day"),
    ("FREQ=WEEKLY;UNTIL=20261231T155900Z;BYDAY=TU", "Every Tuesday (until 31 Dec 2026)"),
  ])
  func everyPartIsSaid(text: String, expected: String) throws {
    #expect(try said(text) == expected)
  }

  @Test(arguments: [
    ("FREQ=WEEKLY;BYDAY=WE,FR", "每週三、週五"), ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "每兩週週六"),
    ("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "每3個月最後一個週五"), ("FREQ=MONTHLY;BYMONTHDAY=-2", "每月倒數第2天"),
    ("FREQ=MONTHLY;INTERVAL=2;BYDAY=SA", "每兩個月的每個週六"),
  ])
  func inTraditionalChinese(text: String, expected: String) throws {
    #expect(try said(text, in: .traditionalChinese) == expected)
  }

  @Test(arguments: [
    ("2026-11-25T14:30", "2026-11-25T16:00", "14:30–16:00"),
    ("2026-11-25T22:00", "2026-11-26T06:00", "22:00–06:00 the next day"),
    ("2026-11-25T00:00", "2026-11-26T00:00", "all day"), ("2026-11-25T00:00", "2026-11-28T00:00", "for 3 days"),
    ("2026-11-25T09:00", "2026-11-27T17:00", "09:00–17:00 on day 3"),
  ])
  func timesOfASeries(from: String, to: String, expected: String) {
    #expect(English.words.times(from: TimeText.parseLocal(from)!, to: TimeText.parseLocal(to)!) == expected)
  }
}

import TestSupport
import Testing

@testable import CivilTime

private let may6 = CivilDate(year: 2026, month: 5, day: 6)!
private let june5 = CivilDate(year: 2026, month: 6, day: 5)!

@Suite struct DatePhraseTests {
  /// What was read, in one line: date, start, end, rule.
  private static func summary(_ text: String, years: Set<Int> = []) throws -> String {
    let phrase = try DatePhrase.parse(text, years: years)
    func clock(_ minute: Int?) -> String? {
      minute.map { "\($0 / 60):" + TimeText.digits($0 % 60, 2) }
    }
    let parts: [String?] = [
      phrase.date.map(TimeText.date), clock(phrase.startMinute),
      phrase.endDate.map { "to " + TimeText.date($0) },
      clock(phrase.endMinute).map { (phrase.endsNextDay ? "-+" : "-") + $0 }, phrase.rule?.text(zone: .shanghai),
      phrase.isOnWorkdays ? "workdays" : nil,
      phrase.onHolidays.map { "\($0)" },
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  @Test(arguments: [
    ("2026-11-21", "2026-11-21"),
    ("2026/11/21 15:00", "2026-11-21 15:00"),
    ("2026.11.21", "2026-11-21"),
    ("2026/1/2", "2026-01-02"),
    ("20261121", "2026-11-21"),
    ("2026-11-21T15:00", "2026-11-21 15:00"),
    ("2026-11-21 15:00:00", "2026-11-21 15:00"),
    ("2026年11月21日", "2026-11-21"),
    ("2026 年 11 月 21 日", "2026-11-21"),
    ("2026年11月21号", "2026-11-21"),
    ("2026年11月21日 下午3:00", "2026-11-21 15:00"),
    ("2026年11月21日下午3点", "2026-11-21 15:00"),
    ("２０２６年１１月２１日　１５：３０", "2026-11-21 15:30"),
    ("2026年11月21日（周六）15:00—16:30", "2026-11-21 15:00 -16:30"),
    ("2026年11月21日 星期六 上午9时30分至11时", "2026-11-21 9:30 -11:00"),
    ("2026-11-21 22:00-次日06:00", "2026-11-21 22:00 -+6:00"),
    ("2026-11-21 09:00 至 2026-11-22 11:00", "2026-11-21 9:00 to 2026-11-22 -11:00"),
    ("2026-11-21 至 2026-11-23", "2026-11-21 to 2026-11-23"),
    ("2026-11-21 全天", "2026-11-21 0:00 -24:00"),
    // In other orders and words, where they can't be doubted.
    ("11/30/2026", "2026-11-30"), ("30/11/2026", "2026-11-30"), ("30.11.2026", "2026-11-30"),
    ("11-30-2026", "2026-11-30"),
    ("05/05/2026 9:00", "2026-05-05 9:00"), ("30 Nov 2026", "2026-11-30"), ("Nov 30, 2026", "2026-11-30"),
    ("November 30th, 2026 15:00", "2026-11-30 15:00"), ("2-Dec-2026", "2026-12-02"), ("Sept. 1 2026", "2026-09-01"),
    ("二〇二六年十一月三十日", "2026-11-30"), ("二零二六年十二月五日 9:00", "2026-12-05 9:00"), ("二○二六年一月一日", "2026-01-01"),
    ("2026年十一月三十日", "2026-11-30"), ("二〇二六年11月30日", "2026-11-30"), ("二〇二六年十二月五日（周六）", "2026-12-05"),
  ])
  func dates(text: String, expected: String) throws {
    #expect(try Self.summary(text) == expected)
  }

  @Test(arguments: [
    ("15：30", "15:30"), ("下午3点半", "15:30"), ("下午三点一刻", "15:15"), ("9点", "9:00"), ("15时", "15:00"),
    ("上午9:00-11:00", "9:00 -11:00"), ("上午9:00-12:00", "9:00 -12:00"), ("下午3:00~5:00", "15:00 -17:00"),
    ("上午9点到下午5点", "9:00 -17:00"), ("晚上7点——9点半", "19:00 -21:30"), ("中午12点-2点", "12:00 -14:00"),
    ("3:00 PM - 4:30 PM", "15:00 -16:30"), ("2pm", "14:00"), ("9 am - 11 a.m.", "9:00 -11:00"),
    ("12pm-1pm", "12:00 -13:00"), ("20:00-24:00", "20:00 -24:00"), ("14 : 00", "14:00"), ("半夜1点", "1:00"),
    ("下午15:00", "15:00"),
    ("14:00～15:30", "14:00 -15:30"), ("次日6:00", "6:00"), ("下午5:30—次日8:30", "17:30 -+8:30"),
    ("晚上8点至次日8点", "20:00 -+8:00"), ("下午5:30至次日下午2:00", "17:30 -+14:00"),
  ])
  func times(text: String, expected: String) throws {
    #expect(try Self.summary(text) == expected)
  }

  @Test(arguments: [
    ("每周三 16:30", "16:30 FREQ=WEEKLY;BYDAY=WE"),
    ("每周三16:30", "16:30 FREQ=WEEKLY;BYDAY=WE"),
    ("每星期日上午9点", "9:00 FREQ=WEEKLY;BYDAY=SU"),
    ("每月5日、15日、5日", "FREQ=MONTHLY;BYMONTHDAY=5,15"),
    ("每周一、三、五 9:00-11:00", "9:00 -11:00 FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ("每周二和周四 晚上7:00", "19:00 FREQ=WEEKLY;BYDAY=TU,TH"),
    ("每周六、日 9:00", "9:00 FREQ=WEEKLY;BYDAY=SA,SU"),
    ("每周一 下午三点", "15:00 FREQ=WEEKLY;BYDAY=MO"),
    ("每周一至周五 16:30", "16:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("每周一到五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("周一至周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("每两周周六", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
    ("每2周的周六", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
    ("隔周周四", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
    ("每周", "FREQ=WEEKLY"),
    ("每月5日", "FREQ=MONTHLY;BYMONTHDAY=5"),
    ("每月5日、15日 9:00", "9:00 FREQ=MONTHLY;BYMONTHDAY=5,15"),
    ("每月5、15日，9:00", "9:00 FREQ=MONTHLY;BYMONTHDAY=5,15"),
    ("每月第一个周六", "FREQ=MONTHLY;BYDAY=1SA"),
    ("每月第一、三个周六", "FREQ=MONTHLY;BYDAY=1SA,3SA"),
    ("每月最后一个周五", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("每月倒数第二个周五", "FREQ=MONTHLY;BYDAY=-2FR"),
    ("每月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1"), ("每个月的最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("每月最后一日", "FREQ=MONTHLY;BYMONTHDAY=-1"), ("每月月末最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("每月倒数第二天", "FREQ=MONTHLY;BYMONTHDAY=-2"), ("每年2月最后一天", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
    ("每3个月第二个周二", "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"),
    ("每年3月5日", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5"),
    ("每天 6:00", "6:00 FREQ=DAILY"),
    ("每两天", "FREQ=DAILY;INTERVAL=2"),
    ("2026年11月25日起，每周三 16:30", "2026-11-25 16:30 FREQ=WEEKLY;BYDAY=WE"),
    ("每周三 16:30（至2026年12月30日）", "16:30 FREQ=WEEKLY;UNTIL=20261230T155900Z;BYDAY=WE"),
    ("每周三（共 10 次）", "FREQ=WEEKLY;COUNT=10;BYDAY=WE"),
  ])
  func repetitions(text: String, expected: String) throws {
    #expect(try Self.summary(text) == expected)
  }

  /// What stands in clerks' schedules: each was refused or misread.
  @Test(arguments: [
    ("隔周三 9:00", "9:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"), ("隔周的周三", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
    ("隔周一、周四 9:00", "9:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"), ("每隔一周周五", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ("隔天 7:00", "7:00 FREQ=DAILY;INTERVAL=2"), ("隔日 7:00", "7:00 FREQ=DAILY;INTERVAL=2"),
    ("隔月5日", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=5"),
    ("工作日 9:00-11:30", "9:00 -11:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR workdays"),
    ("每个工作日 14:00", "14:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR workdays"),
    ("每周末 9:00", "9:00 FREQ=WEEKLY;BYDAY=SA,SU"), ("每逢周末上午9点", "9:00 FREQ=WEEKLY;BYDAY=SA,SU"),
    ("双休日 9:00", "9:00 FREQ=WEEKLY;BYDAY=SA,SU"), ("周六日 9:00", "9:00 FREQ=WEEKLY;BYDAY=SA,SU"),
    ("每周三 9:00（节假日除外）", "9:00 FREQ=WEEKLY;BYDAY=WE leftOut"),
    ("每周三 9:00，法定节假日休息", "9:00 FREQ=WEEKLY;BYDAY=WE leftOut"),
    ("每天 6:00（除节假日外）", "6:00 FREQ=DAILY leftOut"),
    ("每周三9:00，遇节假日顺延", "9:00 FREQ=WEEKLY;BYDAY=WE movedOn"), ("每周三9:00 节假日照常", "9:00 FREQ=WEEKLY;BYDAY=WE held"),
    ("周一、周三 9:00", "9:00 FREQ=WEEKLY;BYDAY=MO,WE"), ("周二和周四 9:00", "9:00 FREQ=WEEKLY;BYDAY=TU,TH"),
    ("周一/三/五 9:00", "9:00 FREQ=WEEKLY;BYDAY=MO,WE,FR"), ("逢周三 9:00", "9:00 FREQ=WEEKLY;BYDAY=WE"),
    ("每逢周二、周五", "FREQ=WEEKLY;BYDAY=TU,FR"), ("每周3 9:00", "9:00 FREQ=WEEKLY;BYDAY=WE"),
    ("每周1、3、5 9:00", "9:00 FREQ=WEEKLY;BYDAY=MO,WE,FR"), ("每周1-5 9:00", "9:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("每週三 9:00", "9:00 FREQ=WEEKLY;BYDAY=WE"), ("每个周三 9:00", "9:00 FREQ=WEEKLY;BYDAY=WE"),
    ("每周一至周五 每天 16:30", "16:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), ("每晚7点", "19:00 FREQ=DAILY"),
    ("每天早上6点半", "6:30 FREQ=DAILY"), ("天天 6:30", "6:30 FREQ=DAILY"), ("每周一次", "FREQ=WEEKLY"),
    ("每半年", "FREQ=MONTHLY;INTERVAL=6"), ("每月首个周六", "FREQ=MONTHLY;BYDAY=1SA"),
    ("每月第一个、第三个周六", "FREQ=MONTHLY;BYDAY=1SA,3SA"), ("每月第二、第四个周三", "FREQ=MONTHLY;BYDAY=2WE,4WE"),
    ("上午 9 时 30 分", "9:30"), ("下午 3 点 半", "15:30"), ("9点05", "9:05"), ("9点零5分", "9:05"), ("15:30分", "15:30"),
    ("9:00-11:00（上午）", "9:00 -11:00"), ("2:00-4:00（下午）", "14:00 -16:00"), ("深夜11点", "23:00"), ("午间12:30", "12:30"),
    ("零点30分", "0:30"), ("9:00开始", "9:00"), ("2026年11月21日15时30分", "2026-11-21 15:30"),
    ("26年11月21日 15:00", "2026-11-21 15:00"), ("2026年11月25日至27日", "2026-11-25 to 2026-11-27"),
    ("2026年11月25日-27日 全天", "2026-11-25 0:00 to 2026-11-27 -24:00"),
    ("2026年11月25日至12月2日", "2026-11-25 to 2026-12-02"), ("2026年12月30日至1月2日", "2026-12-30 to 2027-01-02"),
    ("2026年11月25日起，工作日 9:00", "2026-11-25 9:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR workdays"),
  ])
  func everydayPhrases(text: String, expected: String) throws {
    #expect(try Self.summary(text) == expected)
  }

  /// The weekday beside a date says its year, where only one of those that are known fits.
  @Test func aDateWithoutAYearIsTakenWhereItsWeekdayFits() throws {
    #expect(try Self.summary("12月5日（周六）9:00", years: [2026]) == "2026-12-05 9:00")
    #expect(try Self.summary("12月5日 星期六 9:00", years: [2025, 2026]) == "2026-12-05 9:00")
    // Once for certain, or not at all.
    #expect(throws: DatePhrase.Problem.missingYear) { try DatePhrase.parse("12月5日 9:00", years: [2026]) }
    #expect(throws: DatePhrase.Problem.missingYear) { try DatePhrase.parse("12月5日（周六）", years: [2020, 2026]) }
    #expect(throws: DatePhrase.Problem.missingYear) { try DatePhrase.parse("12月5日（周六）") }
    #expect(throws: DatePhrase.Problem.wrongWeekday(stated: .sunday, actual: .saturday)) {
      try DatePhrase.parse("12月5日（周日）", years: [2026])
    }
  }

  @Test(arguments: [
    ("", DatePhrase.Problem.empty), ("　", .empty), ("待定", .unreadable("待定")), ("11月21日 15:00", .missingYear),
    ("2026-02-30", .noSuchDay), ("2026年13月1日", .noSuchDay), ("2026-11-21 25:00", .noSuchTime),
    ("2026-11-21 12:60", .noSuchTime), ("上午15:00", .noSuchTime), ("2026-11-21 3点", .ambiguousHour(3)),
    ("2:00-4:00 pm", .ambiguousHour(2)), ("上午12:30", .ambiguousTwelve),
    ("半夜12点", .ambiguousTwelve), ("晚上12点", .ambiguousTwelve), ("2026-11-21 24:00", .noSuchTime),
    ("周三 16:30", .missingDate),
    ("2026-11-21 周日", .wrongWeekday(stated: .sunday, actual: .saturday)), ("16:30-15:00", .endsBeforeStart),
    ("每周三次", .unreadable("三次")), ("每季度", .unreadable("季度")), ("2026-11-21 15:00 左右", .unreadable("左右")),
    ("2026-11-21 2026-11-22", .unreadable("2026-11-22")), ("每月32日", .unreadable("32日")),
    ("46347.625", .unreadable("46347.625")),
    ("每周五至周一", .unreadable("五至周一")), ("2026年11月 15:00", .missingDay), ("每隔两周 9:00", .unreadable("隔两周 9:00")),
    ("2026-11-21（周末）9:00", .unreadable("周末)9:00")), ("寒暑假除外", .unreadable("寒暑假除外")), ("每周3次", .unreadable("3次")),
    ("2026年11月25日至24日", .endsBeforeStart),
    ("05/06/2026", .ambiguousDay(monthFirst: may6, dayFirst: june5)),
    ("6.5.2026 9:00", .ambiguousDay(monthFirst: june5, dayFirst: may6)), ("0/6/2026", .noSuchDay),
    ("26-11-30", .shortYear(CivilDate(year: 2026, month: 11, day: 30))),
    ("30/11/26", .shortYear(CivilDate(year: 2026, month: 11, day: 30))), ("99.99.99", .shortYear(nil)),
    ("11/31/2026", .noSuchDay), ("13/13/2026", .noSuchDay), ("31 Nov 2026", .noSuchDay), ("十一月三十日", .missingYear),
    ("11/30", .missingYear), ("11/30 9:00", .missingYear), ("一月一次的课", .unreadable("一月一次的课")),
    ("14/16", .unreadable("14/16")), ("1.2.26.3", .unreadable("1.2.26.3")),
    ("Marching 3 2026", .unreadable("marching 3 2026")),
  ])
  func whatIsNotClearIsAProblem(text: String, expected: DatePhrase.Problem) {
    #expect(throws: expected) { try DatePhrase.parse(text) }
  }

  @Test func anEndMayBeMidnightAndADateMayStandBeside() throws {
    #expect(try DatePhrase.parse("24:00", isEnd: true).startMinute == 1440)
    let phrase = try DatePhrase.parse("周三下午2:00-3:30", isBesideDate: true)
    #expect(phrase.weekday == .wednesday)
    #expect((phrase.startMinute, phrase.endMinute) == (14 * 60, 15 * 60 + 30))
  }

  @Test(arguments: ["每周", "一、", "2026-", "下午", "至", "第一个", "十", "（"])
  func longTextsTakeLinearTime(unit: String) {
    let growth = Growth.ofTime(size: 5000) {
      String(repeating: unit, count: $0)
    } work: {
      _ = try? DatePhrase.parse($0)
    }
    #expect(growth < 3)
  }

  /// Whatever people type, reading ends, and what is read is a time that exists.
  @Test func generatedPhrasesNeverCrash() {
    let words = [
      "2026", "年", "11", "月", "21", "日", "-", "/", ":", " ", "每", "周", "一", "三", "、", "至", "下午", "晚上", "点", "半", "第",
      "个", "最后", "倒数",
      "两", "十", "次日", "共", "次", "99999999", "0", "24", "（", "隔周", "起", "pm", "每月", "全天", "，",
    ]
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var state = seed
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(state >> 33) % words.count]
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      guard let phrase = try? DatePhrase.parse(text) else { continue }
      #expect(phrase.startMinute.map { (0..<1440).contains($0) } ?? true, "\(text)")
      #expect(phrase.endMinute.map { (0...1440).contains($0) } ?? true, "\(text)")
    }
  }
}

import CivilTime
import TestSupport
import Testing

@testable import Words

@Suite struct LeafTests {
  private let labeller: DayLabeller

  init() throws {
    labeller = try .ofAnnouncedHolidays()
  }

  @Test(arguments: [
    ("2026-11-21", "十月十三"), ("2026-11-22", "小雪"), ("2026-10-01", "国庆节 休"), ("2026-10-03", "国庆节 休"),
    ("2026-10-10", "班 九月初一"), ("2026-02-15", "春节 休 腊月廿八"), ("2026-02-16", "除夕 休 腊月廿九"),
    ("2026-02-17", "春节 休 正月初一"), ("2026-02-18", "春节 休 雨水 正月初二"), ("2026-02-19", "春节 休 正月初三"), ("2026-02-28", "班 正月十二"),
    ("2026-03-03", "元宵节 正月十五"), ("2026-03-05", "学雷锋纪念日 惊蛰"), ("2026-04-05", "清明节 休"), ("2026-04-04", "清明节 休"),
    ("2026-09-23", "农民丰收节 秋分"), ("2026-05-17", "全国助残日"), ("2026-05-12", "全国防灾减灾日"),
    ("2025-10-06", "中秋节 休 八月十五"), ("2025-10-07", "国庆节、中秋节 休"), ("2025-10-08", "国庆节、中秋节 休 寒露"),
    // Without an announcement: the name, not the day off.
    ("2027-02-06", "春节 正月初一"), ("2027-10-01", "国庆节"), ("2027-10-02", "九月初三"),
    // Both on one day, and 除夕 on a thirtieth.
    ("2020-10-01", "国庆节 中秋节 八月十五"), ("2024-02-09", "除夕 腊月三十"),
    // A leap month has no festivals: 闰二月初二 of 2023.
    ("2023-03-23", "闰二月初二"), ("2023-02-21", "龙抬头 二月初二"),
  ])
  func inSimplifiedChinese(text: String, line: String) {
    #expect(SimplifiedChinese.words.leaf(labeller.labels(of: day(text))) == line)
  }

  @Test(arguments: [
    ("2026-11-21", nil), ("2026-11-22", "Lesser Snow"), ("2026-10-01", "National Day, day off"),
    ("2026-10-03", "National Day, day off"), ("2026-10-10", "Workday"), ("2026-02-16", "Spring Festival Eve, day off"),
    ("2026-02-18", "Spring Festival, Rain Water, day off"),
    ("2026-03-05", "Lei Feng Memorial Day, Awakening of Insects"),
    ("2026-04-05", "Tomb-Sweeping Day, day off"), ("2025-10-07", "National Day, Mid-Autumn Festival, day off"),
    ("2020-10-01", "National Day, Mid-Autumn Festival"),
  ])
  func inEnglish(text: String, line: String?) {
    #expect(English.words.leaf(labeller.labels(of: day(text))) == line)
  }

  @Test(arguments: [
    ("2026-11-21", "十月十三"), ("2026-10-01", "國慶節 休"), ("2026-02-15", "春節 休 臘月廿八"), ("2026-03-05", "學雷鋒紀念日 驚蟄"),
    ("2025-10-07", "國慶節、中秋節 休"), ("2023-03-23", "閏二月初二"), ("2023-02-21", "龍抬頭 二月初二"),
  ])
  func inTraditionalChinese(text: String, line: String) {
    #expect(TraditionalChinese.words.leaf(labeller.labels(of: day(text))) == line)
  }
}

private func day(_ text: String) -> CivilDate { TimeText.parseDate(text)! }

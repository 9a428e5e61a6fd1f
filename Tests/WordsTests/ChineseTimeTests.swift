import CivilTime
import Testing

@testable import Words

@Suite struct ChineseTimeTests {
  private func range(_ from: String, _ to: String) -> String {
    SimplifiedChinese.words.range(from: TimeText.parseLocal(from)!, to: TimeText.parseLocal(to)!)
  }

  @Test func ranges() {
    #expect(range("2026-11-25T14:30", "2026-11-25T16:00") == "14:30–16:00")
    #expect(range("2026-11-25T00:00", "2026-11-26T00:00") == "全天")
    #expect(range("2026-11-25T00:00", "2026-11-28T00:00") == "11月25日–11月27日 全天")
    #expect(range("2026-11-25T22:00", "2026-11-26T06:00") == "11月25日 22:00 – 11月26日 06:00")
    // Midnight is the end of a day, not the beginning of another one.
    #expect(range("2026-11-25T19:00", "2026-11-26T00:00") == "19:00–24:00")
    #expect(range("2026-11-25T19:00", "2026-11-27T00:00") == "11月25日 19:00 – 11月26日 24:00")
    let (start, end) = (TimeText.parseLocal("2026-11-25T19:00")!, TimeText.parseLocal("2026-11-26T00:00")!)
    #expect(SimplifiedChinese.words.dayAndTime(from: start, to: end) == "11月25日 周三 19:00–24:00")
    for words in [SimplifiedChinese.words, TraditionalChinese.words, English.words] as [any Words] {
      #expect(words.times(from: start, to: end) == "19:00–24:00")
      #expect(words.times(from: start, to: start + 3 * 1440).isEmpty == false)
    }
  }

  @Test(arguments: [
    (Language.simplifiedChinese, "2027年1月3日 周日 19:00–20:00", "12月30日 周三 19:00–20:00"),
    (.english, "Sun 3 Jan 2027 19:00–20:00", "Wed 30 Dec 19:00–20:00"),
  ])
  func aDayOfAnotherYearSaysItsYear(language: Language, next: String, this: String) {
    let words = language.datedWords(in: 2026)
    func told(_ text: String) -> String {
      let start = TimeText.parseLocal(text)!
      return words.dayAndTime(from: start, to: start + 60)
    }
    #expect(told("2027-01-03T19:00") == next && told("2026-12-30T19:00") == this)
    #expect(words.date(TimeText.parseDate("2027-01-03")!).ranges(of: "2027").count == 1)
    #expect(words.days(TimeText.parseDate("2026-12-30")!...TimeText.parseDate("2027-01-03")!).contains("2027"))
  }

  @Test func expiryAtMidnightIsTheDayBefore() {
    #expect(SimplifiedChinese.words.until(TimeText.parseLocal("2026-12-01T00:00")!) == "2026年11月30日")
    #expect(SimplifiedChinese.words.until(TimeText.parseLocal("2026-11-28T12:00")!) == "2026年11月28日 12:00")
  }

  @Test(arguments: [
    ("Mo-Fr 08:30-17:30; Sa 09:00-12:00", "周一至周五 08:30–17:30； 周六 09:00–12:00"),
    ("Tu,Th 09:00-11:00,14:00-16:00", "周二、周四 09:00–11:00、14:00–16:00"), ("24/7", "全天开放"), ("PH off", "法定节假日 休息"),
    ("Mo[-1] off", "每月最后一个周一 休息"), ("Tu[1,3] 09:00-11:00", "每月第1、第3个周二 09:00–11:00"),
    ("Mo-Fr 08:00-12:00, Fr 14:00-16:00", "周一至周五 08:00–12:00； 另有 周五 14:00–16:00"),
    ("Apr-Sep 06:00-22:00; Oct-Mar 07:00-20:00", "4月至9月 06:00–22:00； 10月至3月 07:00–20:00"),
    ("2027 Feb 06-12 off \"春节\"", "2027年2月6日至12日 休息（春节）"), ("PH -1 day 08:00-12:00", "法定节假日前1天 08:00–12:00"),
    ("Mo-Fr 10:00-24:00", "周一至周五 10:00–24:00"), ("week 10-20 Mo off", "全年第10至20周 周一 休息"), ("日出到日落", "日出到日落"),
  ])
  func openingHours(text: String, expected: String) {
    #expect(SimplifiedChinese.words.openingHours(text) == expected.replacing("； ", with: "；"))
  }
}

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
  }

  @Test func expiryAtMidnightIsTheDayBefore() {
    #expect(SimplifiedChinese.words.until(TimeText.parseLocal("2026-12-01T00:00")!) == "2026年11月30日")
    #expect(SimplifiedChinese.words.until(TimeText.parseLocal("2026-11-28T12:00")!) == "2026年11月28日 12:00")
  }

  @Test(arguments: [
    ("Mo-Fr 08:30-17:30; Sa 09:00-12:00", "周一至周五 08:30–17:30； 周六 09:00–12:00"),
    ("Tu,Th 09:00-11:00,14:00-16:00", "周二、周四 09:00–11:00、14:00–16:00"), ("24/7", "全天开放"), ("PH off", "法定节假日 休息"),
  ])
  func openingHours(text: String, expected: String) {
    #expect(SimplifiedChinese.words.openingHours(text) == expected.replacing("； ", with: "；"))
  }
}

import TestSupport
import Testing

@testable import CivilTime

@Suite struct DayLabelsTests {
  private let labeller: DayLabeller

  init() throws {
    labeller = try .ofAnnouncedHolidays()
  }

  @Test func partsOfALeaf() {
    let labels = labeller.labels(of: day("2026-02-17"))
    #expect(labels.title == .festivals([.springFestival]) && labels.tellsLunarDate && labels.termBesideTitle == nil)
    // 丙午 is the 43rd of the cycle.
    #expect(labels.lunar.yearOfCycle == 43 && labels.solarTerm == nil)
    #expect(labels.dayKind == .holiday("春节"))
    let ordinary = labeller.labels(of: day("2026-11-21"))
    #expect(ordinary.title == nil && ordinary.dayKind == .weekend)
  }

  /// 31 times in 31 years; one fewer where the Chinese calendar's January of the first year lies in the year before.
  @Test func everyFestivalComesOnceAYear() {
    let labeller = DayLabeller(workCalendar: WorkCalendar(), years: 2000...2030)
    var counts: [Festival: Int] = [:]
    var date = day("2000-01-01")
    while date.year <= 2030 {
      for festival in labeller.labels(of: date).festivals { counts[festival, default: 0] += 1 }
      date = date + 1
    }
    for festival in Festival.allCases {
      #expect((31 - (festival.isLunar ? 1 : 0)...31).contains(counts[festival] ?? 0), "\(festival)")
    }
  }

  @Test(arguments: 1990...2050)
  func newYearsEveIsTheDayBefore(year: Int) {
    let labeller = DayLabeller(workCalendar: WorkCalendar(), years: year...year)
    let days = (0..<62).map { labeller.labels(of: day("\(year)-01-01") + $0) }
    let eve = days.firstIndex { $0.festivals.contains { $0 == .springFestivalEve } }
    let newYear = days.firstIndex { $0.festivals.contains { $0 == .springFestival } }
    #expect(eve != nil && newYear == eve! + 1)
  }
}

import CivilTime
import Diagnostics
import Testing

@testable import Content

@Suite struct DaypartDaysTests {
  @Test(arguments: [
    ("周一", [Daypart.Days.weekday(.monday)]), ("周一、周三", [.weekday(.monday), .weekday(.wednesday)]),
    ("周一,周三", [.weekday(.monday), .weekday(.wednesday)]), ("每周一、三", [.weekday(.monday), .weekday(.wednesday)]),
    ("周二至周四", [.weekday(.tuesday), .weekday(.wednesday), .weekday(.thursday)]), ("工作日", [.workdays]),
    ("周六、工作日", [.weekday(.saturday), .workdays]), ("Mon", [.weekday(.monday)]), ("星期日", [.weekday(.sunday)]),
  ])
  func daysAsPeopleWriteThem(text: String, days: [Daypart.Days]) {
    #expect(Daypart.Days.all(text) == days)
  }

  @Test(arguments: ["周八", "隔周三", "周一 9:00", "", "每月5日", "周一、周八"])
  func whatNamesNone(text: String) {
    #expect(Daypart.Days.all(text) == nil)
  }

  // MARK: Parts of the year

  private static func stretch(_ first: String, _ last: String) -> Daypart.Dates {
    .stretch(TimeText.parseDate(first)!...TimeText.parseDate(last)!)
  }

  @Test(arguments: [
    ("2027-02-06 至 2027-02-12", stretch("2027-02-06", "2027-02-12")),
    ("2027-02-06~2027-02-12", stretch("2027-02-06", "2027-02-12")),
    ("2027-02-06", stretch("2027-02-06", "2027-02-06")), ("春节", .holiday(.springFestival)),
  ])
  func datesAsPeopleWriteThem(text: String, dates: Daypart.Dates) {
    #expect(Daypart.Dates(text) == dates)
  }

  @Test(arguments: ["过年", "2027-02-12 至 2027-02-06", "2027-02-30", "", "2027-01-01 2027-01-02 2027-01-03"])
  func whatIsNoDate(text: String) {
    #expect(Daypart.Dates(text) == nil)
  }

  /// A window's dates and its days both hold; a holiday's are the days off that were announced for it, whatever else falls on them.
  @Test func aDaypartOpensOnItsDates() throws {
    var year = HolidayYear(year: 2026)
    for day in 15...23 { try year.add(holiday: "春节", on: CivilDate(year: 2026, month: 2, day: day)!) }
    try year.add(holiday: "国庆节、中秋节", on: CivilDate(year: 2026, month: 10, day: 1)!)
    let calendar = WorkCalendar([year])
    func opens(_ day: String, _ dates: [Daypart.Dates], _ days: [Daypart.Days] = []) -> Bool {
      Daypart(name: "节日", days: days, dates: dates, from: 0, until: 1440, playlist: [], location: .file(path: "a.yaml"))
        .opens(on: TimeText.parseDate(day)!, calendar)
    }
    #expect(
      ["2026-02-14", "2026-02-15", "2026-02-23", "2026-02-24"].map { opens($0, [.holiday(.springFestival)]) } == [
        false, true, true, false,
      ])
    #expect(opens("2026-10-01", [.holiday(.midAutumn)]) && opens("2026-10-01", []))
    #expect(opens("2026-02-16", [Self.stretch("2026-02-01", "2026-02-28")], [.weekday(.monday)]))
    #expect(!opens("2026-02-17", [Self.stretch("2026-02-01", "2026-02-28")], [.weekday(.monday)]))
    #expect(!opens("2026-03-02", [Self.stretch("2026-02-01", "2026-02-28")], [.weekday(.monday)]))
  }
}

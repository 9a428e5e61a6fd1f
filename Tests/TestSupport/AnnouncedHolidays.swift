package import CivilTime

extension DayLabeller {
  /// With the holidays of 2025 and 2026 as they were announced (国办发明电〔2025〕7号, 国办发明电〔2024〕12号), as far as tests go.
  package static func ofAnnouncedHolidays() throws -> DayLabeller {
    func day(_ text: String) -> CivilDate { TimeText.parseDate(text)! }
    var year2025 = HolidayYear(year: 2025)
    for offset in 0..<8 { try year2025.add(holiday: "国庆节、中秋节", on: day("2025-10-01") + offset) }
    var year2026 = HolidayYear(year: 2026)
    for offset in 0..<9 { try year2026.add(holiday: "春节", on: day("2026-02-15") + offset) }
    try year2026.add(makeUpWorkdayFor: "春节", on: day("2026-02-28"))
    for offset in 0..<3 { try year2026.add(holiday: "清明节", on: day("2026-04-04") + offset) }
    for offset in 0..<7 { try year2026.add(holiday: "国庆节", on: day("2026-10-01") + offset) }
    try year2026.add(makeUpWorkdayFor: "国庆节", on: day("2026-10-10"))
    return DayLabeller(workCalendar: WorkCalendar([year2025, year2026]), years: 2025...2026)
  }
}

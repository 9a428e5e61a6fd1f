/// The days on which the solar terms of one year of the Gregorian calendar fall, in China's time (UTC+8, also for the years in which clocks
/// showed another: the calendar is defined by it, GB/T 33661-2017).
///
/// Every day from 1950 to 2100 is that of the almanacs. The last that stands on the edge is 春分 of 2084, a minute before or after midnight as
/// the Earth will then turn; the almanacs say 19 March. Beyond these years the days are right but for such edges.
package struct SolarTermDays: Sendable, Hashable {
  package let year: Int
  private let dates: [CivilDate]

  /// Costs about 0.1 ms, so keep it for the year's days.
  package init(year: Int) {
    self.year = year
    dates = SolarTerm.allCases.map { Self.date(of: $0, year: year) }
  }

  package subscript(term: SolarTerm) -> CivilDate { dates[term.rawValue] }

  /// The term that begins on that day.
  package func term(on date: CivilDate) -> SolarTerm? {
    dates.firstIndex(of: date).flatMap(SolarTerm.init)
  }

  private static func date(of term: SolarTerm, year: Int) -> CivilDate {
    // The Sun stood at 280° when 2000 began, so 小寒 of that year is at 285° and the count goes on from there.
    let longitude = 285 + 15 * Double(term.rawValue) + 360 * Double(year - 2000)
    var day = SunLongitude.approximateDay(longitude: longitude)
    // Each step leaves less than a thousandth of the error: after three, milliseconds.
    for _ in 0..<3 {
      let missing = (longitude - SunLongitude.apparent(julianDay: day)).remainder(dividingBy: 360)
      day += missing / SunLongitude.speed(julianDay: day)
    }
    let deltaT = DeltaT.seconds(year: Double(year) + Double(term.rawValue) / 24)
    let china = day - deltaT / 86_400 + 8.0 / 24
    return CivilDate(dayNumber: Int((china - 2_440_587.5).rounded(.down)))
  }
}

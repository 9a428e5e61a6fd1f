import Testing

@testable import CivilTime

@Suite struct SolarTermTests {
  /// All 3,624 terms from 1950 to 2100 as the almanacs have them (Fixtures/almanac.py).
  @Test func everyDayIsTheAlmanacs() throws {
    let rows = try fixture("solar-terms.csv")
    #expect(rows.count == 151)
    for row in rows {
      let year = Int(row[0])!
      let days = SolarTermDays(year: year)
      for (term, expected) in zip(SolarTerm.allCases, row.dropFirst()) {
        #expect(TimeText.date(days[term]) == "\(year)-\(expected)", "\(term) \(year)")
      }
    }
  }

  /// Those within a minute of midnight, where the almanacs agree with JPL's DE423.
  @Test(arguments: [
    ("1950-04-20", SolarTerm.guyu), ("1951-12-23", .dongzhi), ("1979-01-20", .dahan), ("2008-05-21", .xiaoman),
    ("2021-12-21", .dongzhi), ("2084-03-19", .chunfen),
  ])
  func closeToMidnight(text: String, term: SolarTerm) {
    #expect(SolarTermDays(year: day(text).year).term(on: day(text)) == term)
  }

  @Test func otherDaysHaveNone() {
    let days = SolarTermDays(year: 2026)
    #expect(days.term(on: day("2026-11-21")) == nil)
    #expect(days.term(on: day("2026-11-22")) == .xiaoxue)
    #expect(days.term(on: day("2025-11-22")) == nil)
  }

  @Test func longitudes() {
    #expect(SolarTerm.qingming.longitude == 15)
    #expect(SolarTerm.dongzhi.longitude == 270)
    #expect(Set(SolarTerm.allCases.map(\.longitude)).count == 24)
  }

  /// 1992-10-13 at 0h TT, the day of Meeus's example 25.b: 199°54′21.59″ by JPL's DE423 with the precession of 2006 (Meeus, with VSOP87 and that
  /// of 1976, has 21.82″).
  @Test func theSunIsWhereJPLHasIt() {
    let longitude = SunLongitude.apparent(julianDay: 2_448_908.5).remainder(dividingBy: 360) + 360
    #expect(abs(longitude - (199 + 54.0 / 60 + 21.59 / 3600)) < 0.13 / 3600)
  }
}

/// ΔT = TT − UT: how far the even time of celestial mechanics runs ahead of the time that the turning Earth shows.
enum DeltaT {
  /// In seconds. The polynomials of F. Espenak and J. Meeus ("Five Millennium Canon of Solar Eclipses", NASA/TP-2006-214141, §2.7) from 1941
  /// to 2150, and their parabola outside. Up to today they are within a few seconds of what was observed (2026: 75 s, observed 69 s); how the
  /// Earth will turn in 2100 nobody knows to the minute.
  ///
  /// - Parameter year: with its fraction: 2026.5 is the beginning of July.
  static func seconds(year: Double) -> Double {
    switch year {
    case 1941..<1961: polynomial(year - 1950, [29.07, 0.407, -1 / 233, 1 / 2547])
    case 1961..<1986: polynomial(year - 1975, [45.45, 1.067, -1 / 260, -1 / 718])
    case 1986..<2005:
      polynomial(year - 2000, [63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599])
    case 2005..<2050: polynomial(year - 2000, [62.92, 0.32217, 0.005589])
    case 2050..<2150: longTerm(year) - 0.5628 * (2150 - year)
    default: longTerm(year)
    }
  }

  private static func longTerm(_ year: Double) -> Double {
    let centuries = (year - 1820) / 100
    return -20 + 32 * centuries * centuries
  }

  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }
}

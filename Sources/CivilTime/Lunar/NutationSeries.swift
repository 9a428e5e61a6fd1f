/// Nutation in longitude, the nodding of the Earth's axis: the terms of the IAU 1980 theory (J. Wahr; J. Meeus, "Astronomical
/// Algorithms", 2nd ed., table 22.A) that reach 0.001″: 35 of 63.
enum NutationSeries {
  /// How often each of the five arguments is taken (the Moon's elongation D, the Sun's anomaly M, the Moon's anomaly M′, its argument of
  /// latitude F, its node Ω), and the amplitude in 0.0001″ with its change a century.
  typealias Term = (d: Double, m: Double, mPrime: Double, f: Double, omega: Double, amplitude: Double, change: Double)

  static let terms: [Term] = [
    (0, 0, 0, 0, 1, -171996, -174.2),
    (-2, 0, 0, 2, 2, -13187, -1.6),
    (0, 0, 0, 2, 2, -2274, -0.2),
    (0, 0, 0, 0, 2, 2062, 0.2),
    (0, 1, 0, 0, 0, 1426, -3.4),
    (0, 0, 1, 0, 0, 712, 0.1),
    (-2, 1, 0, 2, 2, -517, 1.2),
    (0, 0, 0, 2, 1, -386, -0.4),
    (0, 0, 1, 2, 2, -301, 0),
    (-2, -1, 0, 2, 2, 217, -0.5),
    (-2, 0, 1, 0, 0, -158, 0),
    (-2, 0, 0, 2, 1, 129, 0.1),
    (0, 0, -1, 2, 2, 123, 0),
    (2, 0, 0, 0, 0, 63, 0),
    (0, 0, 1, 0, 1, 63, 0.1),
    (2, 0, -1, 2, 2, -59, 0),
    (0, 0, -1, 0, 1, -58, -0.1),
    (0, 0, 1, 2, 1, -51, 0),
    (-2, 0, 2, 0, 0, 48, 0),
    (0, 0, -2, 2, 1, 46, 0),
    (2, 0, 0, 2, 2, -38, 0),
    (0, 0, 2, 2, 2, -31, 0),
    (0, 0, 2, 0, 0, 29, 0),
    (-2, 0, 1, 2, 2, 29, 0),
    (0, 0, 0, 2, 0, 26, 0),
    (-2, 0, 0, 2, 0, -22, 0),
    (0, 0, -1, 2, 1, 21, 0),
    (0, 2, 0, 0, 0, 17, -0.1),
    (2, 0, -1, 0, 1, 16, 0),
    (-2, 2, 0, 2, 2, -16, 0.1),
    (0, 1, 0, 0, 1, -15, 0),
    (-2, 0, 1, 0, 1, -13, 0),
    (0, -1, 0, 0, 1, -12, 0),
    (0, 0, 2, -2, 0, 11, 0),
    (2, 0, -1, 2, 1, -10, 0),
  ]
}

import Foundation

/// A place on the earth, in degrees of WGS 84.
package struct GeoPoint: Sendable, Hashable {
  package let latitude: Double
  package let longitude: Double

  package init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The earth's mean radius in metres (IUGG).
  package static let earthRadius = 6_371_008.8

  /// Metres along the great circle, by the haversine formula: exact enough on a sphere, and without trouble for points next to each other.
  package func metres(to other: GeoPoint) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let latitudes = sin(radians(other.latitude - latitude) / 2)
    let longitudes = sin(radians(other.longitude - longitude) / 2)
    let haversine =
      latitudes * latitudes + cos(radians(latitude)) * cos(radians(other.latitude))
      * longitudes * longitudes
    return 2 * Self.earthRadius * asin(min(1, haversine.squareRoot()))
  }
}

/// How long a walk takes, as an estimate: no map of streets is asked, so that nothing of where somebody is leaves the device. The script
/// of the pages (`circle.js`) counts by the same rule.
package enum WalkingDistance {
  /// 800 to 1,000 metres are walked in 15 minutes (GB 50180-2018, table 3.0.4).
  package static let metresPerMinute = 67.0
  /// A way through streets is longer than the straight line by about that factor.
  package static let detour = 1.3

  /// Whole minutes, rounded up, 1 or more.
  package static func minutes(metres: Double) -> Int {
    max(1, Int((metres * detour / metresPerMinute).rounded(.up)))
  }

  /// How far, in a straight line, somebody gets in that time.
  package static func metres(minutes: Int) -> Double { Double(minutes) * metresPerMinute / detour }
}

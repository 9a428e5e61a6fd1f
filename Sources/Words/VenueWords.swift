package import CivilTime
package import Vocabulary

/// What pages and screens say of places: what they are for, what is found there, how far they are, whether they are open.
package protocol VenueWords: Sendable {
  func label(_ type: VenueType) -> String
  func label(_ facility: VenueFacility) -> String
  /// Of places without a type.
  var otherVenues: String { get }

  // MARK: Facts

  var seats: String { get }
  func seats(_ count: Int) -> String

  // MARK: Open or not

  /// What is said of places that are open, with `{t}` for the time at which they close.
  var openUntil: String { get }
  var openNow: String { get }
  var closedNow: String { get }
  /// With `{t}` for the time, of the same day, of the next, of a later one with its name as `{d}`.
  var opensAt: String { get }
  var opensTomorrow: String { get }
  var opensOn: String { get }
  var notKnownToday: String { get }

  // MARK: Finding one

  /// `约1.2公里`: metres in a straight line, to ten, and from a kilometre on in kilometres; `{n}` is the number.
  var metresAway: String { get }
  var kilometresAway: String { get }
  /// `{n}` is the number of minutes.
  var minutesOnFoot: CountedText { get }
  var noCoordinates: String { get }
  var allPlaces: String { get }
  /// Of a page: how many places it has.
  func venueCount() -> CountedText
  var byType: String { get }
  var byFacility: String { get }
  var fromWhere: String { get }
  var choosePlace: String { get }
  var communities: String { get }
  var places: String { get }
  var myPosition: String { get }
  var positionNote: String { get }
  var positionAsked: String { get }
  var positionRefused: String { get }
  var nearestFirst: String { get }
  var backToAll: String { get }
  var nothingMatches: String { get }
  /// How minutes are estimated.
  func distanceRule(detour: String, speed: Int) -> String

  // MARK: The map

  var map: String { get }
  var north: String { get }
  func metres(_ number: String) -> String
  func kilometres(_ number: String) -> String
  /// For those who don't see it.
  func mapText(_ count: Int, around centre: String?, minutes: Int) -> String
  func circleNote(_ minutes: Int, around centre: String) -> String
  /// Of the same around what a reader chose.
  func circleFromThere(_ minutes: Int) -> String
  /// Of a place among its neighbours: what the map is, what it shows, what its circles are.
  func mapAround(_ place: String) -> String
  func aroundText(_ count: Int, around place: String, minutes: [Int]) -> String
  func ringNote(_ minutes: [Int]) -> String
  /// At a circle's edge.
  func onFootShort(_ minutes: Int) -> String
  var nearbyPlaces: String { get }
  /// Of places without coordinates.
  func notOnMap(_ count: Int) -> String

  // MARK: What is too small

  var register: String { get }
  var areaBefore: String { get }
  var areaPlanned: String { get }
  var areaAfter: String { get }
  var registered: String { get }
  /// Behind how many of them.
  var squareMetresPlanned: String { get }
  var squareMetresAdded: String { get }

  // MARK: Screens

  func nearest(to place: String) -> String
  /// Before what a place is divided into.
  var zonesAre: String { get }
}

extension Words {
  /// What of a place is said at a moment: `开放中，21:00 关门`. The script of the pages (`site.js`) says the same.
  package func text(_ state: OpeningTimes.State, at now: LocalDateTime) -> String {
    switch state {
    case .open(let until):
      return until.map { openUntil.replacing("{t}", with: TimeText.endTime($0)) } ?? openNow
    case .closed(let until):
      guard let until else { return closedNow }
      let time = TimeText.time(until)
      switch until.date.dayNumber - now.date.dayNumber {
      case 0: return opensAt.replacing("{t}", with: time)
      case 1: return opensTomorrow.replacing("{t}", with: time)
      default:
        return opensOn.replacing("{t}", with: time).replacing("{d}", with: weekday(until.date.weekday))
      }
    case .unknown: return notKnownToday
    }
  }
}

extension VenueWords {
  /// `约 350 米`, `约 1.2 公里`.
  package func away(_ metres: Double) -> String {
    let tens = Int((metres / 10).rounded()) * 10
    guard tens >= 1000 else { return metresAway.replacing("{n}", with: "\(max(10, tens))") }
    let tenths = Int((metres / 100).rounded())
    let text = tenths % 10 == 0 || tenths >= 1000 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return kilometresAway.replacing("{n}", with: text)
  }

  package func onFoot(_ minutes: Int) -> String {
    (minutes == 1 ? minutesOnFoot.one : minutesOnFoot.other).replacing("{n}", with: "\(minutes)")
  }
}

package import Vocabulary

/// What screens say, beside what the other parts have already.
package protocol ScreenWords: Sendable {
  var nowOn: String { get }
  var next: String { get }
  var free: String { get }
  /// Of a room in which something goes on, and of one that is closed.
  var taken: String { get }
  var notOpen: String { get }
  /// Of what is to come on the day itself: `今晚 19:00–20:30`, `今天 14:30–16:00`.
  func thisDay(_ range: String, isEvening: Bool) -> String
  /// Over what comes on another day, when the day's list is empty: `明天 11月22日 星期日`.
  func nextUp(on day: String, isTomorrow: Bool) -> String
  var noMoreToday: String { get }
  var nothingMoreToday: String { get }
  var noNoticesNow: String { get }
  /// Below a part of the day's activities.
  func allOnWall(_ count: Int) -> String
  var updatedAt: String { get }
  var awaitingUpdate: String { get }
  func holdsUntil(_ date: String) -> String
  var scan: String { get }
  var scanLive: String { get }
  /// After the heading of a list that goes on over pages.
  var continued: String { get }
  var urgent: String { get }
  func asOf(_ date: String) -> String
  /// When the weather was looked at, and where: `8:40 观测`.
  func observed(at time: String) -> String
  func degrees(_ degrees: String) -> String
  /// From the lowest to the highest of a day: `1～10`; the sign of degrees stands behind it.
  func degrees(from low: String, to high: String) -> String
  func humidity(_ percent: Int) -> String
  func air(_ quality: AirQuality) -> String
  /// `大风蓝色预警`.
  func weatherWarning(of kind: String, _ level: WeatherWarningLevel) -> String
  /// Behind the number of days, of hours, that are left; and before the number of the last hour.
  func daysLeft(_ count: Int) -> String
  func hoursLeft(_ count: Int) -> String
  var lessThan: String { get }
}

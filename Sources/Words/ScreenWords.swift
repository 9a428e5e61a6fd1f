/// What screens say, beside what the other parts have already.
package protocol ScreenWords: Sendable {
  var nowOn: String { get }
  var next: String { get }
  var free: String { get }
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
}

package import CivilTime
package import Vocabulary

/// What pages and screens say of what is owed to the public.
package protocol DutyWords: Sendable {
  func label(_ cadence: DutyCadence) -> String
  /// `2026年第三季度`.
  func name(_ period: CivilPeriod) -> String

  // MARK: Facts

  var basis: String { get }
  var responsible: String { get }
  var channel: String { get }
  /// When it is due.
  var dueRule: String { get }
  /// - Parameter workdays: in words.
  func dueAfterPeriod(_ workdays: String) -> String
  func dueAfterChange(_ workdays: String) -> String
  /// Where a period's end is the limit.
  func due(within cadence: DutyCadence) -> String
  var dueOnChange: String { get }

  // MARK: How it stands

  var dutyCount: String { get }
  var lastPublished: String { get }
  var lastHeld: String { get }
  var neverPublished: String { get }
  /// Before what is to be published, or held.
  var owed: String { get }
  var owedMeeting: String { get }
  func due(by date: String) -> String
  /// Where that year's holidays are not known, and its working days can't be counted.
  func dueUnknown(_ year: Int, _ workdays: String) -> String
  func planned(on date: String) -> String
  var publishedLate: String { get }

  // MARK: By quarter

  var publishedByQuarter: String { get }
  func published(in quarter: String) -> String
  var nothingPublished: String { get }
}

package import Vocabulary

/// What pages and screens say of the figures of cases.
package protocol LedgerWords: Sendable {
  func label(_ channel: CaseChannel) -> String
  func label(_ disposition: CaseDisposition) -> String
  /// - Parameter promise: within how many minutes a case was to be answered; nil where that differs.
  func label(_ figure: LedgerFigure, promise: Int?) -> String
  /// How it is counted, so that a stranger could.
  func definition(_ figure: LedgerFigure, promise: Int?) -> String
  func heading(_ figure: LedgerFigure, by grouping: LedgerGrouping) -> String

  // MARK: Values

  func cases(_ count: String) -> String
  func percent(_ number: String) -> String
  func hours(_ count: Int) -> String
  func days(_ count: String) -> String
  /// Beside a share: how soon an answer was promised.
  func promised(minutes: Int) -> String
  /// In place of a number: there are some, but fewer than that.
  func fewer(than least: Int) -> String
  /// In place of a number from which a small one would follow.
  var notTold: String { get }
  var nothingToCount: String { get }
  /// Small groups together.
  var smallGroups: String { get }

  // MARK: Sentences

  /// From the first month to the last, and the midnight at which it was counted.
  func counted(_ first: String, _ last: String, at moment: String) -> String
  /// Why some numbers are withheld.
  func smallGroupsNote(_ least: Int) -> String
  /// Instead of parts: they stand with the unit above.
  var partsAbove: String { get }
  var noCases: String { get }
  var fiveFigures: String { get }
  var howSoon: String { get }
  var howItIsCounted: String { get }
  var told: String { get }
  var wholePath: String { get }
  var count: String { get }
}

package import Vocabulary

/// What pages and screens say of points: for what they are given, up to how many, and what was earned and spent.
package protocol PointsWords: Sendable {
  // MARK: Rules

  var pointsRules: String { get }
  /// `2 分/小时`.
  func points(_ count: Int, per unit: String) -> String
  func cap(_ points: Int, in period: PointsPeriod) -> String
  var noCap: String { get }
  var noPointsRules: String { get }

  // MARK: Exchange

  var nextExchange: String { get }
  /// What stands before the day on a screen: `下次兑换：`.
  func next(_ what: String, at time: String) -> String

  // MARK: Totals

  var pointsTotals: String { get }
  var pointsEarned: String { get }
  var pointsSpent: String { get }
  var pointsPeople: String { get }
  var pointsMonth: String { get }
  /// What is counted, and why some of it is withheld.
  func pointsNote(_ least: Int) -> String
  var noPointsTotals: String { get }
  func pointsCount(_ count: String) -> String
}

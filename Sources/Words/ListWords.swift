package import Vocabulary

/// What pages and screens say of lists: of offers, which stand for a period, and of matters, which move through phases.
package protocol ListWords: Sendable {
  func label(_ layout: ListLayout) -> String
  func label(_ phase: MatterPhase) -> String

  // MARK: Headings

  var waiting: String { get }
  var underWay: String { get }
  var openTopics: String { get }
  /// Nil: the year is not known.
  func closed(in year: Int?) -> String
  func closedTopics(in year: Int?) -> String
  var otherCategory: String { get }
  var overdue: String { get }
  var nextMeeting: String { get }
  var byCategory: String { get }
  /// A link to what else stands under a heading.
  func allEntries(_ count: Int) -> String

  // MARK: Matters

  func raised(on date: String) -> String
  /// The two in one, since they stand together.
  func raised(on date: String, by who: String) -> String
  func raised(by who: String) -> String
  var owner: String { get }
  var dueDay: String { get }
  func doneBefore(_ date: String) -> String
  func closed(on date: String) -> String
  func daysTaken(_ count: Int) -> String
  func waitingDays() -> CountedText
  func overdueDays() -> CountedText
  var progress: String { get }
  /// How much of something is asked for.
  var needed: String { get }
  /// `12/18 盏`.
  func share(_ done: String, of all: String, per unit: String) -> String
  var servedPeople: String { get }
  /// - Parameter count: its digits in groups.
  func persons(_ count: String) -> String
  var cost: String { get }
  var origin: String { get }
  var resources: String { get }
  var outcome: String { get }
  var steps: String { get }
  func votes(for inFavour: Int, against: Int, abstained: Int) -> String

  // MARK: Offers

  /// `15 元/次`.
  func price(_ amount: String, per unit: String) -> String
  func marketPrice(_ price: String) -> String
  func pointsNeeded(_ count: Int) -> String
  /// Behind a price.
  func orPoints(_ count: Int) -> String
  func left(_ quantity: String) -> String
  var noneLeft: String { get }
  var paused: String { get }
  func availableFrom(_ date: String) -> String
  func availableUntil(_ date: String) -> String
  var takes: String { get }
  func minutes(_ count: Int) -> String
  var leastPeople: String { get }
  func fromPeople(_ count: Int) -> String
  var conditions: String { get }
  var documents: String { get }
  var timeLimit: String { get }
  func within(_ workdays: String) -> String
  var onTheSpot: String { get }
  func checked(on date: String) -> String
  var orderOnline: String { get }
  /// On a partner's page.
  var resourcesForResidents: String { get }
  /// To a page about it.
  var details: String { get }
}

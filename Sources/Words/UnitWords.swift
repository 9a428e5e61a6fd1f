/// What pages and screens say of units and of those who answer for them.
package protocol UnitWords: Sendable {
  // MARK: Whom to call

  /// Over the posts of a unit.
  var posts: String { get }
  /// Before the unit that a unit belongs to.
  var unitAbove: String { get }
  /// Before whom to call first.
  var callFirst: String { get }
  /// Before the number of the unit above, where a unit has none.
  func askAbove(_ unit: String) -> String
  /// Before a roster's first turn.
  var noTurnYet: String { get }
  var dutiesAre: String { get }

  // MARK: What is under way

  var mattersUnderWay: String { get }
  /// A link to a list of which so many are open.
  func allOpen(_ count: Int, of list: String) -> String

  // MARK: What there is

  /// Over a unit's own text.
  var aboutUnit: String { get }
  /// Over the figures that are added up from what is below.
  var unitTotals: String { get }
  var postCount: String { get }
  var peopleInPosts: String { get }
  /// Behind a unit in the tree: how many of a level are below it.
  func count(_ count: Int, of level: String) -> String
  var unitTree: String { get }
}

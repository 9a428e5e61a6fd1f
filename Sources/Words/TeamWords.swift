package import Vocabulary

/// What pages and screens say of teams.
package protocol TeamWords: Sendable {
  func label(_ type: TeamType) -> String
  func teams(_ count: Int) -> String
  /// All teams, and the members of those that say how many they have.
  func teamsTotal(_ teams: String, members: String) -> String
  /// Beside the members of the others.
  func teamsWithoutMembers(_ teams: String) -> String
  /// On a screen: what the code leads to.
  var scanToJoin: String { get }
}

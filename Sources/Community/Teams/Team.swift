import Activities
package import Content
package import Vocabulary

/// A team: what its row says and what its page says, joined.
package struct Team: Sendable {
  /// Of its row; of a team that has a page and no row, the page's last URL part.
  package let id: TeamID
  package let unit: Unit?
  package let type: TeamType
  package let name: String
  package let members: Int?
  package let summary: String?
  /// Its own page; nil where it has none that is valid.
  package let page: PublicPage?
  /// Where else something stands about it: a path of the site.
  package let about: String?
  package let venue: Venue?
  package let contact: String?
  /// Those that its page names, then those whose host it is.
  package let activities: [Activity]

  /// Where it stands in the list of teams.
  package var anchor: String { "team-\(id)" }
}

extension PublicPage {
  /// Of a team's page.
  package var teamDetails: TeamDetails? {
    if case .team(let details) = page.details { return details }
    return nil
  }
}

import Activities
import Artifacts
package import Content
package import Vocabulary

/// The teams of a community, and where each is shown.
package struct CommunityTeams: Sendable {
  /// By type, then as pages are ordered, then by id.
  package let all: [Team]
  /// How the list of teams shows them.
  package let display: TeamDisplay
  private let byUnit: [UnitID: [Team]]
  private let byPage: [String: Team]
  private let addresses: [TeamID: String]

  init(_ teams: [Team]) {
    all = teams
    display = TeamDisplay(teams)
    byUnit = Dictionary(grouping: teams.filter { $0.unit != nil }) { $0.unit!.id }
    byPage = Dictionary(
      teams.compactMap { team in team.page.map { ($0.page.url, team) } }, uniquingKeysWith: { first, _ in first })
    addresses = display.addresses
  }

  /// That of a page of its own.
  package subscript(page: PublicPage) -> Team? { byPage[page.page.url] }

  /// Of the unit itself, without those of units below it.
  package func of(_ unit: UnitID) -> [Team] { byUnit[unit] ?? [] }

  /// Its own page, else its line in the list of teams.
  package func url(of team: Team) -> String {
    team.page?.page.url ?? addresses[team.id] ?? SitePath.section(.team).url
  }
}

extension Community {
  /// Teams of the unit itself; with a type those of it alone.
  package func teams(of unit: UnitID, type: TeamType? = nil) -> [Team] {
    let own = teams.of(unit)
    return type == nil ? own : own.filter { $0.type == type }
  }

  /// What a data block asks for: teams of the unit and of all below it.
  package func teams(matching query: TeamQuery) -> [Team] {
    teams.all.filter { team in
      (query.type == nil || team.type == query.type)
        && (query.unit == nil || team.unit.map { units.contains($0.id, in: query.unit!) } ?? false)
    }
  }
}

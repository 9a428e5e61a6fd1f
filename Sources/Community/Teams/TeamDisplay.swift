package import Artifacts
package import Vocabulary

/// How the list of teams shows them: under the heading of each type as many as a phone takes, the rest on further pages.
package struct TeamDisplay: Sendable {
  package struct Section: Sendable {
    package let type: TeamType
    package let teams: [Team]
    /// How many the list itself shows.
    package let shown: Int

    /// How many members they have together, of those that say it.
    package var members: Int { teams.reduce(0) { $0 + ($1.members ?? 0) } }

    /// Pages of its own, where the list does not show all of it.
    package var partCount: Int {
      shown == teams.count ? 0 : (teams.count + TeamDisplay.partLength - 1) / TeamDisplay.partLength
    }
  }

  private static let sectionLength = 40
  package static let partLength = 100

  /// Types without a team left out.
  package let sections: [Section]

  init(_ teams: [Team]) {
    let byType = Dictionary(grouping: teams, by: \.type)
    sections = TeamType.allCases.compactMap { type in
      byType[type].map { Section(type: type, teams: $0, shown: min(Self.sectionLength, $0.count)) }
    }
  }

  /// Where each stands, by its id.
  var addresses: [TeamID: String] {
    var addresses: [TeamID: String] = [:]
    for section in sections {
      for (index, team) in section.teams.enumerated() where addresses[team.id] == nil {
        let path =
          index < section.shown
          ? SitePath.section(.team) : SitePath.teams(section.type, part: index / Self.partLength + 1)
        addresses[team.id] = "\(path.url)#\(team.anchor)"
      }
    }
    return addresses
  }
}

extension SitePath {
  /// All teams of a type, from 1 on. `all` keeps them apart from teams' own pages.
  package static func teams(_ type: TeamType, part: Int) -> SitePath {
    page(["teams", "all", type.rawValue] + (part == 1 ? [] : ["\(part)"]))
  }
}

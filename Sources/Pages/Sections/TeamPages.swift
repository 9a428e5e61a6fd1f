import Artifacts
import Community
import Content
import Vocabulary
import Words

/// `/teams/all/<type>/`, `/teams/all/<type>/2/` …: the teams of a type that the list of teams has no room for.
struct TeamPages {
  private let context: PortalContext

  private var words: any Words { context.words }

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    context.community.teams.display.sections.flatMap { section in
      (0..<section.partCount).map { part(of: section, number: $0 + 1) }
    }
  }

  private func part(of section: TeamDisplay.Section, number: Int) -> Artifact {
    let context = context
    let title = words.label(section.type)
    @Sendable func link(_ number: Int, _ title: String) -> LinkView? {
      guard (1...section.partCount).contains(number) else { return nil }
      return LinkView(title: title, url: SitePath.teams(section.type, part: number).url)
    }
    return context.page(
      SitePath.teams(section.type, part: number), title: number == 1 ? title : words.page(number, of: title),
      breadcrumbs: [LinkView(title: words.label(PageKind.team), url: SitePath.section(.team).url)], template: "list"
    ) {
      let first = (number - 1) * TeamDisplay.partLength
      let teams = section.teams[first..<min(first + TeamDisplay.partLength, section.teams.count)]
      var view = ListView(name: title, summary: context.count(of: section.teams), body: "", groups: [])
      view.teams = TeamListView(
        tallies: [], total: "", sections: [context.section(section, Array(teams), more: nil)])
      view.previous = link(number - 1, context.words.previousPage)
      view.next = link(number + 1, context.words.nextPage)
      view.pageLabel = section.partCount > 1 ? context.words.page(number, of: section.partCount) : nil
      return view
    }
  }
}

extension PortalContext {
  /// The list of all teams; nil where there are none.
  func teamList() -> TeamListView? {
    let sections = community.teams.display.sections
    guard !sections.isEmpty else { return nil }
    return TeamListView(
      tallies: sections.map { section in
        LinkTallyView(
          label: words.label(section.type), count: section.teams.count, url: "#teams-\(section.type.rawValue)")
      },
      total: count(of: community.teams.all),
      sections: sections.map { section in
        let more =
          section.partCount == 0
          ? nil
          : LinkView(
            title: words.allEntries(section.teams.count), url: SitePath.teams(section.type, part: 1).url)
        return self.section(section, Array(section.teams.prefix(section.shown)), more: more)
      })
  }

  func section(_ section: TeamDisplay.Section, _ teams: [Team], more: LinkView?) -> TeamSectionView {
    TeamSectionView(
      key: section.type.rawValue, title: words.label(section.type), count: count(of: section.teams),
      teams: teams.map(view), more: more)
  }

  func view(_ team: Team) -> TeamView {
    TeamView(team: team, meetings: community.meetings(of: team), zone: community.horizon.zone, words: words)
  }

  func teams(_ query: TeamQuery) -> [TeamView] {
    community.teams(matching: query).map { team in
      var view = view(team)
      view.hasAddress = false
      return view
    }
  }

  /// How many teams and members, and how many teams don't say how many they have.
  func count(of teams: [Team]) -> String {
    let known = teams.compactMap(\.members)
    let all = words.teams(teams.count)
    guard !known.isEmpty else { return all }
    let total = words.teamsTotal(all, members: words.people(known.reduce(0, +)))
    let unknown = teams.count - known.count
    return unknown == 0 ? total : total + words.comma + words.teamsWithoutMembers(words.teams(unknown))
  }
}

import Content
import Vocabulary
import Words

extension FacetMaker {
  func visit(_ details: TeamDetails) -> PageFacets {
    let team = community.teams[page]
    // A page without a row need not say what its team does.
    let type = team.flatMap { $0.type == .other ? nil : words.label($0.type) }
    let members = (team?.members ?? details.members).map { words.people($0) }
    var facets = PageFacets(badge: type ?? members)
    // What the badge says, the facts don't.
    facets.facts = type == nil ? [] : fact(words.members, members)
    facets.facts += venueFact(details.venue) + contactFact(details.contact) + brandFacts(.page(.team, page.page.slug))
    facets.searchable = [type, members, details.contact].compactMap { $0 }
    facets.schedule = schedule(of: team?.activities.map(\.id) ?? details.activities)
    facets.part = (
      TeamType.allCases.firstIndex(of: team?.type ?? .other) ?? 0, words.label(team?.type ?? .other)
    )
    return facets
  }
}

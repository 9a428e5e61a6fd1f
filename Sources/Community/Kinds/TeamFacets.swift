import Content
import Words

extension FacetMaker {
  func visit(_ team: TeamDetails) -> PageFacets {
    let members = team.members.map { words.people($0) }
    var facets = PageFacets(badge: members)
    facets.facts = fact(words.members, members) + venueFact(team.venue) + contactFact(team.contact)
    facets.searchable = [team.contact].compactMap { $0 }
    facets.schedule = schedule(of: team.activities)
    return facets
  }
}

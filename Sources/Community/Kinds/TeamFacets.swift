import Content

extension FacetMaker {
  func visit(_ team: TeamDetails) -> PageFacets {
    let members = team.members.map { "\($0) 人" }
    var facets = PageFacets(badge: members)
    facets.facts = fact("人数", members) + venueFact(team.venue) + contactFact(team.contact)
    facets.searchable = [team.contact].compactMap { $0 }
    facets.schedule = schedule(of: team.activities)
    return facets
  }
}

import Content

extension FacetMaker {
  func visit(_ council: CouncilDetails) -> PageFacets {
    var facets = PageFacets(facts: venueFact(council.venue))
    facets.searchable = council.topics.flatMap { [$0.title, $0.outcome] }.compactMap { $0 }
    facets.schedule = schedule(of: council.activities)
    return facets
  }
}

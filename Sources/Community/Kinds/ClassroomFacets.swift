import Content

extension FacetMaker {
  func visit(_ classroom: ClassroomDetails) -> PageFacets {
    var facets = PageFacets(badge: classroom.track?.label, facts: venueFact(classroom.venue))
    facets.schedule = schedule(of: classroom.activities)
    return facets
  }
}

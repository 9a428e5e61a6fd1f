import Content
import Words

extension FacetMaker {
  func visit(_ classroom: ClassroomDetails) -> PageFacets {
    var facets = PageFacets(badge: classroom.track.map { words.label($0) }, facts: venueFact(classroom.venue))
    facets.schedule = schedule(of: classroom.activities)
    return facets
  }
}

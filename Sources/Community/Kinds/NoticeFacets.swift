import Content

extension FacetMaker {
  func visit(_ notice: NoticeDetails) -> PageFacets {
    var facets = PageFacets(badge: notice.category.label, facts: contactFact(notice.contact))
    facets.searchable = [notice.category.label, notice.instruction, notice.contact].compactMap { $0 }
    facets.schedule = schedule(of: notice.activity.map { [$0] } ?? [])
    return facets
  }
}

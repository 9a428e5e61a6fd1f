import Content
import Words

extension FacetMaker {
  func visit(_ notice: NoticeDetails) -> PageFacets {
    let category = words.label(notice.category)
    var facets = PageFacets(badge: category, facts: contactFact(notice.contact))
    facets.searchable = [category, notice.instruction, notice.contact].compactMap { $0 }
    facets.schedule = schedule(of: notice.activity.map { [$0] } ?? [])
    return facets
  }
}

import Content
import Vocabulary
import Words

extension FacetMaker {
  func visit(_ list: ListDetails) -> PageFacets {
    var facets = PageFacets(badge: words.label(list.layout))
    facets.facts = contactFact(list.contact)
    facets.searchable = [words.label(list.layout), list.contact].compactMap { $0 }
    facets.schedule = schedule(of: list.activities)
    facets.part = (ListLayout.allCases.firstIndex(of: list.layout) ?? 0, words.label(list.layout))
    return facets
  }
}

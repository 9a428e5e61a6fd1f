import Activities
import Content
import Finder
import Vocabulary
import Words

extension FacetMaker {
  func visit(_ list: ListDetails) -> PageFacets {
    var facets = PageFacets(badge: words.label(list.layout))
    facets.facts = contactFact(list.contact)
    facets.searchable = [list.contact].compactMap { $0 }
    if let ledger = page.page.ledgerUnit(of: community.site).flatMap({ community.ledgers[$0] }) {
      facets.searchable += Ledger.main.map { ledger.label($0, words) } + ledger.stories
    }
    if list.layout == .disclosure {
      facets.searchable += community.duties.of(page.unit, in: community.units).map(\.record.title)
    }
    if list.layout == .finder {
      // The roads alone: which numbers they have, the search asks the finder.
      facets.searchable +=
        CommunityFinder.roads(of: community.finder.addresses(of: page.unit?.id, in: community.units)).roads
        .map(\.name)
    }
    if list.layout == .exchange {
      facets.searchable += community.pointsRules(of: page.unit?.id).flatMap { rule in
        [rule.record.title, rule.pointsText(words), rule.record.note].compactMap { $0 }
      }
    }
    facets.schedule = schedule(of: list.activities)
    facets.part = (ListLayout.allCases.firstIndex(of: list.layout) ?? 0, words.label(list.layout))
    return facets
  }
}

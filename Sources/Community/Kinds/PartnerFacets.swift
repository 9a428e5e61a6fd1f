import Content
import Vocabulary

extension FacetMaker {
  func visit(_ partner: PartnerDetails) -> PageFacets {
    var facets = PageFacets(badge: partner.type.label)
    facets.facts = [PageFact("类型", partner.type.label)] + venueFact(partner.venue) + contactFact(partner.contact)
    facets.searchable = [partner.type.label, partner.contact].compactMap { $0 } + partner.offers
    facets.schedule = schedule(of: partner.activities)
    facets.part = (PartnerType.allCases.firstIndex(of: partner.type) ?? 0, partner.type.label)
    return facets
  }
}

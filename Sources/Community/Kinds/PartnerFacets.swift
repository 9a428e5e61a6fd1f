import Activities
import Content
import Vocabulary
import Words

extension FacetMaker {
  func visit(_ partner: PartnerDetails) -> PageFacets {
    let type = words.label(partner.type)
    var facets = PageFacets(badge: type)
    facets.datedBadges = [DatedText(type)] + (partner.agreement?.standing(words) ?? [])
    facets.facts =
      venueFact(partner.venue) + contactFact(partner.contact) + (partner.agreement?.facts(words) ?? [])
    facets.searchable =
      [
        type, partner.contact, partner.agreement?.result, partner.agreement?.admission, partner.agreement?.exit,
        partner.premises?.terms,
      ].compactMap { $0 } + partner.offers
    facets.services = community.lists.offers.filter { $0.record.partner == page.page.slug }
    facets.schedule = schedule(of: partner.activities)
    facets.part = (PartnerType.allCases.firstIndex(of: partner.type) ?? 0, type)
    return facets
  }
}

import Content
package import Vocabulary
import Words

extension FacetMaker {
  func visit(_ brand: BrandDetails) -> PageFacets {
    var facets = PageFacets(badge: brand.edition.map { words.editionNamed($0) })
    facets.facts = fact(words.edition, brand.edition) + fact(words.since, brand.since)
    if let parent = brand.parent.flatMap({ community.page(.brand, $0) }) {
      facets.facts.append(PageFact(words.parentBrand, parent.page.title, url: parent.page.url))
    }
    facets.searchable = [brand.motto, brand.edition, brand.since].compactMap { $0 } + brand.carriers
    facets.related = [
      PageGroup(words.childBrands, community.brands(below: page.page.slug)),
      PageGroup(
        words.brandPartners, brand.partners.compactMap { community.page(.partner, $0) }.filter { !$0.isExpired }),
    ].filter { !$0.pages.isEmpty }
    return facets
  }
}

extension Community {
  /// The brands directly below one that are valid; nil asks for those below none.
  package func brands(below parent: Slug?) -> [PublicPage] { brandTree(below: parent).filter { !$0.isExpired } }

  /// Expired ones among them: what stands below them may be valid.
  private func brandTree(below parent: Slug?) -> [PublicPage] {
    pages(of: .brand).filter {
      if case .brand(let details) = $0.page.details { return details.parent == parent }
      return false
    }
  }

  /// Main brands, then the brands below each.
  var brandList: [PageGroup] {
    let roots = brandTree(below: nil)
    var groups = [PageGroup(words.mainBrands, roots)]
    var next = roots
    while !next.isEmpty {
      let parent = next.removeFirst()
      let children = brandTree(below: parent.page.slug)
      groups.append(PageGroup(words.brands(below: parent.page.title), children))
      next += children
    }
    return groups.map { group in PageGroup(group.title, group.pages.filter { !$0.isExpired }) }
      .filter { !$0.pages.isEmpty }
  }
}

import Content
import Vocabulary

extension FacetMaker {
  func visit(_ brand: BrandDetails) -> PageFacets {
    var facets = PageFacets(badge: brand.edition.map { "\($0) 版" })
    facets.facts = fact("版本", brand.edition) + fact("创建", brand.since)
    if let parent = brand.parent.flatMap({ community.page(.brand, $0) }) {
      facets.facts.append(PageFact("上级品牌", parent.page.title, url: parent.page.url))
    }
    facets.searchable = [brand.motto, brand.edition, brand.since].compactMap { $0 } + brand.carriers
    facets.related = [
      PageGroup("子品牌", community.brands(below: page.page.slug)),
      PageGroup("共建单位", brand.partners.compactMap { community.page(.partner, $0) }),
    ].filter { !$0.pages.isEmpty }
    return facets
  }
}

extension Community {
  /// The brands directly below one; nil asks for those below none.
  package func brands(below parent: Slug?) -> [PublicPage] {
    pages(of: .brand).filter {
      if case .brand(let details) = $0.page.details { return details.parent == parent }
      return false
    }
  }

  /// Main brands, then the brands below each.
  var brandList: [PageGroup] {
    let roots = brands(below: nil)
    var groups = [PageGroup("主品牌", roots)]
    var next = roots
    while !next.isEmpty {
      let parent = next.removeFirst()
      let children = brands(below: parent.page.slug)
      groups.append(PageGroup("\(parent.page.title)的子品牌", children))
      next += children
    }
    return groups.filter { !$0.pages.isEmpty }
  }
}

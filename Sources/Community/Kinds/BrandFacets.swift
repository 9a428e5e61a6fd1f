import CivilTime
package import Content
package import Vocabulary
package import Words

extension FacetMaker {
  /// A bare year as years are written elsewhere.
  private func sinceText(_ since: String) -> String {
    Int(since).flatMap { PartialDate(year: $0) }.map { words.date($0) } ?? since
  }

  func visit(_ brand: BrandDetails) -> PageFacets {
    let present = brand.edition(on: community.horizon.today)
    var facets = PageFacets(badge: present.map { words.editionNamed($0.name) })
    facets.datedBadges = brand.editionTexts(words)
    // Of several, the history says which holds when.
    facets.facts =
      fact(words.edition, brand.editions.first { $0.from == nil }?.name)
      + fact(words.since, brand.since.map(sinceText) ?? brand.editions.first?.from.map { words.date($0) })
    if let parent = brand.parent.flatMap({ community.page(.brand, $0) }) {
      facets.facts.append(PageFact(words.parentBrand, parent.page.title, url: parent.page.url))
    }
    facets.searchable =
      [brand.motto, brand.since].compactMap { $0 } + brand.carriers.map(\.title)
      + brand.editions.flatMap { [words.editionNamed($0.name), $0.title].compactMap { $0 } + $0.changes }
      + [brand.premises?.terms].compactMap { $0 }
    facets.schedule = schedule(of: brand.activities)
    facets.related = [
      PageGroup(words.childBrands, community.brands(below: page.page.slug)),
      PageGroup(
        words.brandPartners, brand.partners.compactMap { community.page(.partner, $0) }.filter { !$0.isExpired }),
      PageGroup(words.brandTeams, brand.teams.compactMap { community.page(.team, $0) }.filter { !$0.isExpired }),
    ].filter { !$0.pages.isEmpty }
    return facets
  }

  /// Of what carries brands: which they are.
  func brandFacts(_ subject: NamedSubject) -> [PageFact] {
    community.brands(carriedBy: subject).map { PageFact(words.carriesBrand, $0.page.title, url: $0.page.url) }
  }
}

extension BrandDetails {
  /// Which edition it is in, from day to day.
  package func editionTexts(_ words: any Words) -> [DatedText] {
    editions.map { DatedText(words.editionNamed($0.name), from: $0.firstDay, to: $0.lastDay) }
  }
}

extension Community {
  /// The brands directly below one that are valid; nil asks for those below none.
  package func brands(below parent: Slug?) -> [PublicPage] { brandPages(below: parent).filter { !$0.isExpired } }

  /// Expired ones among them: what stands below them may be valid.
  func brandPages(below parent: Slug?) -> [PublicPage] {
    pages(of: .brand).filter { $0.brandDetails?.parent == parent }
  }

  /// Main brands, then the brands below each.
  var brandList: [PageGroup] {
    let roots = brandPages(below: nil)
    var groups = [PageGroup(words.mainBrands, roots)]
    var next = roots
    while !next.isEmpty {
      let parent = next.removeFirst()
      let children = brandPages(below: parent.page.slug)
      groups.append(PageGroup(words.brands(below: parent.page.title), children))
      next += children
    }
    return groups.map { group in PageGroup(group.title, group.pages.filter { !$0.isExpired }) }
      .filter { !$0.pages.isEmpty }
  }
}

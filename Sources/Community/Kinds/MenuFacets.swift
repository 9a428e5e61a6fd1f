import Activities
package import Content
import Vocabulary
import Words

extension FacetMaker {
  func visit(_ menu: MenuDetails) -> PageFacets {
    let category = words.label(menu.category)
    var facets = PageFacets(badge: category, facts: fact(words.time, menu.hours) + contactFact(menu.contact))
    facets.searchable = [category, menu.hours, menu.contact].compactMap { $0 }
    facets.services = isShownInText ? [] : services
    facets.part = (MenuCategory.allCases.firstIndex(of: menu.category) ?? 0, category)
    return facets
  }

  /// Those of its front matter; those of its lists stand there in groups.
  private var services: [Offer] {
    community.lists.offers.filter { $0.list == nil && $0.page?.page.slug == page.page.slug }
  }

  /// A body that shows them in a data block of its own need not have them again below it.
  private var isShownInText: Bool {
    page.page.dataBlocks.contains { block in
      guard case .services(let query) = block.query else { return false }
      return community.services(matching: query).contains { $0.page?.page.slug == page.page.slug }
    }
  }
}

extension Community {
  /// What can be ordered from menus.
  package var services: [Offer] { lists.offers.filter { $0.menuDetails != nil } }

  package func services(matching query: ServiceQuery) -> [Offer] {
    services.filter { service in
      (query.menu == nil || service.page?.page.slug == query.menu)
        && (query.category == nil || service.menuDetails?.category == query.category)
        && (query.unit == nil || service.unit.map { units.contains($0.id, in: query.unit!) } ?? false)
    }
  }
}

extension Offer {
  /// The menu that it stands in; nil for what stands elsewhere.
  package var menuDetails: MenuDetails? {
    if case .menu(let details)? = page?.page.details { return details }
    return nil
  }
}

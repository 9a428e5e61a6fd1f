import Activities
package import Content
package import Vocabulary
import Words

/// A service item and the menu it stands in.
package struct Service: Sendable {
  package let item: ServiceItem
  package let menu: PublicPage
  package let category: MenuCategory
}

extension FacetMaker {
  func visit(_ menu: MenuDetails) -> PageFacets {
    let category = words.label(menu.category)
    var facets = PageFacets(badge: category, facts: fact(words.time, menu.hours) + contactFact(menu.contact))
    facets.searchable = [category, menu.hours, menu.contact].compactMap { $0 }
    facets.services = isShownInText ? [] : services
    facets.part = (MenuCategory.allCases.firstIndex(of: menu.category) ?? 0, category)
    return facets
  }

  private var services: [Service] {
    var query = ServiceQuery()
    query.menu = page.page.slug
    return community.services(matching: query)
  }

  /// A body that shows them in a data block of its own need not have them again below it.
  private var isShownInText: Bool {
    page.page.dataBlocks.contains { block in
      guard case .services(let query) = block.query else { return false }
      return community.services(matching: query).contains { $0.menu.page.slug == page.page.slug }
    }
  }
}

extension Community {
  package func services(matching query: ServiceQuery) -> [Service] {
    services.filter { service in
      (query.menu == nil || service.menu.page.slug == query.menu)
        && (query.category == nil || service.category == query.category)
        && (query.unit == nil || service.menu.unit.map { units.contains($0.id, in: query.unit!) } ?? false)
    }
  }
}

import Content
import Diagnostics
import Vocabulary

/// A brand never stands below itself.
struct BrandTreeCheck {
  private let brands: [(page: Page, parent: Slug?)]

  init(_ content: Content) {
    brands = content.publishablePages.compactMap { page in
      guard case .brand(let details) = page.details else { return nil }
      return (page, details.parent)
    }
  }

  func problems() -> [Diagnostic] {
    let parents = Dictionary(
      brands.compactMap { brand in brand.parent.map { (brand.page.slug, $0) } },
      uniquingKeysWith: { first, _ in first })
    return brands.compactMap { brand in
      let slug = brand.page.slug
      var next = parents[slug]
      var steps = 0
      while let current = next, current != slug, steps <= parents.count {
        next = parents[current]
        steps += 1
      }
      guard next == slug else { return nil }
      let location = brand.page.references.first { $0.target == .page(.brand, brand.parent ?? slug) }?.location
      return .error(
        "brand.cycle", zh: "品牌“\(slug)”的上级绕了一圈又是它自己", en: "brand “\(slug)” stands below itself",
        hint: Message(zh: "改正 parent", en: "mend its parent"), at: location)
    }
  }
}

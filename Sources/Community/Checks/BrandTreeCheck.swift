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
      let location = brand.page.references.first { $0.target == .page(.brand, brand.parent ?? slug) }?.location
      if next == slug {
        return .error(
          "brand.cycle", zh: "品牌“\(slug)”的上级绕了一圈又是它自己", en: "brand “\(slug)” stands below itself",
          hint: Message(zh: "改正 parent", en: "mend its parent"), at: location)
      }
      // One below a circle is reported there.
      guard next == nil, steps == BrandNode.deepest else { return nil }
      return .error(
        "brand.too-deep", zh: "品牌“\(slug)”在第 \(steps + 1) 层，最多 \(BrandNode.deepest) 层",
        en: "brand “\(slug)” is on level \(steps + 1) of its tree, which may have \(BrandNode.deepest)",
        hint: Message(
          zh: "把 parent 改成更上面的品牌，如直接挂在社区品牌下", en: "let its parent be a brand further up, such as the community's"),
        at: location)
    }
  }
}

import Content
package import Vocabulary

/// A brand and those below it: a main brand, its community brands, their sub-brands.
package struct BrandNode: Sendable {
  package let page: PublicPage
  package let children: [BrandNode]

  /// It and all below it, as a list of the tree has them.
  package var all: [BrandNode] { [self] + children.flatMap(\.all) }

  /// How many levels deep a tree may be: a district's brand, a sub-district's, a community's, a sub-brand.
  package static let deepest = 4
}

extension Community {
  /// The valid brands as trees. What stands below one that is expired takes its place.
  package var brandTrees: [BrandNode] { brandNodes(below: nil) }

  /// The tree below and including a brand.
  package func brandTree(of brand: PublicPage) -> BrandNode {
    BrandNode(page: brand, children: brandNodes(below: brand.page.slug))
  }

  /// The trees in which a brand stands: its own, from the main brand on.
  package func brandTree(around brand: PublicPage) -> [BrandNode] {
    brandTrees.filter { tree in tree.all.contains { $0.page.page.slug == brand.page.slug } }
  }

  private func brandNodes(below parent: Slug?, depth: Int = 0) -> [BrandNode] {
    // Circles are reported by BrandTreeCheck.
    guard depth < 2 * BrandNode.deepest else { return [] }
    return brandPages(below: parent).flatMap { page -> [BrandNode] in
      let children = brandNodes(below: page.page.slug, depth: depth + 1)
      return page.isExpired ? children : [BrandNode(page: page, children: children)]
    }
  }
}

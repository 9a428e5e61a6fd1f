import Activities
import Community
import Content
import Fields
import Templates
import Vocabulary

/// A brand in a tree of brands.
struct BrandNodeView: TemplateView {
  let node: BrandNode
  /// The brand whose page it is on.
  let current: Slug?

  static let about = "A brand in a tree of brands, and those below it; there are four levels at most."
  static let fields: [Field<BrandNodeView>] = [
    Field("title", "the brand's name", .text { $0.node.page.page.title }),
    Field("url", "its page", .text { $0.node.page.page.url }),
    Field("unitName", "the unit whose brand it is", .optionalText { $0.node.page.unit?.name }),
    Field("isCurrent", "whether it is the brand whose page this is", .flag { $0.node.page.page.slug == $0.current }),
    Field(
      "children", "the brands below it",
      .list(BrandNodeView.self) { view in
        view.node.children.map { BrandNodeView(node: $0, current: view.current) }
      }),
    Field("hasChildren", "whether there are any", .flag { !$0.node.children.isEmpty }),
  ]
}

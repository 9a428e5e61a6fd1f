import Activities
import Artifacts
import Community
import Content
import Vocabulary
import Words

/// `/`: what is on, what is new, and ways to everything else.
struct HomePage {
  private let context: PortalContext

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifact() -> Artifact {
    let context = context
    let introduction = context.community.introductions[.page]
    let title = introduction?.title ?? context.community.site.title
    return context.page(.home, title: title, description: introduction?.summary, showsDaysAhead: true, template: "home")
    {
      var soon = ActivityQuery()
      soon.perDay = 20
      return HomeView(
        name: title, summary: introduction?.summary,
        body: introduction.map { context.body(of: $0.source) } ?? "",
        attachments: introduction.map { context.attachments(of: $0.source) } ?? [],
        occurrences: context.views(soon), notices: context.community.pages.currentNotices.prefix(8).map(context.card),
        groups: Self.groups(context), metrics: Self.metrics(context))
    }
  }

  /// Those of the site's unit's own measures; where it has none, its figures of others'.
  private static func metrics(_ context: PortalContext) -> [MetricView] {
    let unit = context.community.site.unit
    let all = context.community.metrics(of: unit)
    let own = all.filter { $0.measure.unit == unit }
    return (own.isEmpty ? all : own).map(context.view)
  }

  private static func groups(_ context: PortalContext) -> [CardGroupView] {
    let kinds: [PageKind] = [.brand, .menu, .venue]
    return kinds.compactMap { kind in
      let pages =
        kind == .brand
        ? mainBrands(context) : Array(context.community.pages(of: kind).filter { !$0.isExpired }.prefix(6))
      return pages.isEmpty ? nil : CardGroupView(title: context.words.label(kind), cards: pages.map(context.card))
    }
  }

  /// The main brand and those directly below it.
  private static func mainBrands(_ context: PortalContext) -> [PublicPage] {
    let roots = context.community.brands(below: nil)
    return Array((roots + roots.flatMap { context.community.brands(below: $0.page.slug) }).prefix(6))
  }
}

/// `/404.html`.
struct NotFoundPage {
  private let context: PortalContext

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifact() -> Artifact {
    context.page(.notFound, title: context.words.notFound, template: "404") { NotFoundView() }
  }
}

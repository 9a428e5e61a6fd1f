import Artifacts
import CivilTime
import Community
import Content
import Encoding
import Vocabulary
import Words

/// One page for each Markdown file that is no section's introduction.
struct ArticlePages {
  /// How many coming occurrences of one day a page holds; the theme shows the first dozen of those that are not over.
  private static let perDay = 8

  /// Of what comes next: as many as there may be until the release is replaced.
  private static let nextCount = 8

  static let templates = PageKind.allCases.map(\.template)

  static func template(of kind: PageKind) -> String { kind.template }

  private let context: PortalContext

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    context.community.pages.all.filter { $0.page.details.aboutUnit == nil }.map(artifact)
  }

  /// The pages of one kind with all that they show made already: what is left to do is their templates. `Benchmarks/Templates` measures it.
  func renderings(of kind: PageKind) -> [@Sendable () -> Bytes] {
    context.community.pages(of: kind).map { [context] page in
      let (frame, view) = (context.frame(head(page)), view(page))
      return { context.theme.render(view, in: frame, template: kind.template) }
    }
  }

  private func artifact(_ page: PublicPage) -> Artifact {
    context.page(head(page), template: page.page.kind.template) { view(page) }
  }

  private func head(_ page: PublicPage) -> PageHead {
    var head = PageHead(
      path: page.page.path, title: page.page.title, description: page.summary, image: page.page.image)
    head.breadcrumbs = context.breadcrumbs(page)
    head.isArticle = true
    head.subject = subject(page)
    return head
  }

  private func subject(_ page: PublicPage) -> PageSubject? {
    switch page.page.kind {
    case .notice: .notice(page)
    case .menu: .services(context.community.services.filter { $0.page?.page.url == page.page.url && $0.endsAt == nil })
    case .venue: page.page.details.venue.flatMap { context.community.venue($0) }.map { .place($0) }
    default: nil
    }
  }

  private func view(_ page: PublicPage) -> ArticleView {
    let facets = context.facets.of(page)
    var view = ArticleView(
      page: page, zone: context.zone, today: context.horizon.today, words: context.words, badge: facets.badge,
      body: context.body(of: page.page.source))
    view.contents = ArticleView.contents(of: page.page.source.body)
    view.picture = context.picture(page.page.image)
    view.attachments = context.attachments(of: page.page.source)
    view.facts = facets.facts.map { FactView($0) }
    view.listed = context.listed(on: page)
    view.ledger = context.ledger(on: page)
    view.disclosure = context.disclosure(on: page)
    view.circle = context.circle(on: page)
    // A method by its name would take a copy of the community for each page.
    view.place = page.page.details.venue.flatMap { context.community.venue($0) }.map { context.view($0) }
    view.around = page.page.details.venue.flatMap { context.community.venue($0) }.flatMap { context.around($0) }
    view.finder = context.finder(on: page)
    view.points = context.points(on: page)
    if let (layout, activities) = page.page.details.awaited {
      view.nextTitle = layout == .exchange ? context.words.nextExchange : context.words.nextMeeting
      view.next = context.community.next(of: activities).prefix(Self.nextCount).map { context.view(Appearance($0)) }
    }
    view.services = facets.services.map(context.view)
    view.groups = facets.related.map(context.group)
    view.addBrandParts(facets, context)
    if var schedule = facets.schedule {
      schedule.perDay = Self.perDay
      view.occurrences = context.views(schedule)
    }
    return view
  }
}

extension PageKind {
  /// What its pages are rendered with.
  fileprivate var template: String {
    // `list` is the list of a section.
    self == .list ? "listed" : rawValue
  }
}

extension PortalContext {
  /// Above a page: its section.
  func breadcrumbs(_ page: PublicPage) -> [LinkView] {
    guard page.page.kind.section != nil else { return [] }
    return [LinkView(title: words.label(page.page.kind), url: SitePath.section(page.page.kind).url)]
  }
}

extension Details {
  /// For which days people look at its page: meetings of a council, days of exchange.
  fileprivate var awaited: (layout: ListLayout, activities: [ActivityID])? {
    switch self {
    case .council(let council): (.council, council.activities)
    case .list(let list) where list.layout == .council || list.layout == .exchange: (list.layout, list.activities)
    default: nil
    }
  }
}

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

  static let templates = PageKind.allCases.map(\.rawValue)

  private let context: PortalContext

  private var words: any Words { context.words }

  init(_ context: PortalContext) {
    self.context = context
  }

  func artifacts() -> [Artifact] {
    context.community.pages.filter { !$0.page.isIndex }.map(artifact)
  }

  /// The pages of one kind with all that they show made already: what is left to do is their templates. `Benchmarks/Templates` measures it.
  func renderings(of kind: PageKind) -> [@Sendable () -> Bytes] {
    context.pages(of: kind).map { [context] page in
      let (frame, view) = (context.frame(head(page)), view(page))
      return { context.theme.render(view, in: frame, template: kind.rawValue) }
    }
  }

  private func artifact(_ page: PublicPage) -> Artifact {
    context.page(head(page), template: page.page.kind.rawValue) { view(page) }
  }

  private func head(_ page: PublicPage) -> PageHead {
    var head = PageHead(
      path: page.page.path, title: page.page.title, description: page.summary, image: page.page.image)
    if let section = page.page.kind.section {
      head.breadcrumbs = [LinkView(title: words.label(page.page.kind), url: "/\(section)/")]
    }
    return head
  }

  private func view(_ page: PublicPage) -> ArticleView {
    var view = ArticleView(page: page, zone: context.zone, words: words, body: context.body(of: page.page))
    switch page.page.details {
    case .page: break
    case .notice(let details): fill(&view, notice: details)
    case .brand(let details): fill(&view, brand: details, slug: page.page.slug)
    case .menu(let details): fill(&view, menu: details, page)
    case .classroom(let details):
      view.facts = venueFacts(details.venue)
      view.occurrences = occurrences(of: details.activities)
    case .venue(let details): fill(&view, venue: details)
    case .partner(let details):
      view.facts =
        [FactView(label: words.type, value: words.label(details.type))] + venueFacts(details.venue)
        + contactFacts(details.contact)
      view.occurrences = occurrences(of: details.activities)
    case .team(let details):
      if let members = details.members {
        view.facts.append(FactView(label: words.members, value: words.people(members)))
      }
      view.facts += venueFacts(details.venue) + contactFacts(details.contact)
      view.occurrences = occurrences(of: details.activities)
    case .council(let details):
      view.facts = venueFacts(details.venue)
      view.topics = details.topics.map { TopicView(topic: $0, words: words) }
      view.occurrences = occurrences(of: details.activities)
    }
    return view
  }

  // MARK: Kinds

  private func fill(_ view: inout ArticleView, notice: NoticeDetails) {
    view.facts = contactFacts(notice.contact)
    if let activity = notice.activity { view.occurrences = occurrences(of: [activity]) }
  }

  private func fill(_ view: inout ArticleView, brand: BrandDetails, slug: Slug?) {
    if let edition = brand.edition { view.facts.append(FactView(label: words.edition, value: edition)) }
    if let since = brand.since { view.facts.append(FactView(label: words.since, value: since)) }
    if let parent = brand.parent.flatMap({ context.community.page(.brand, $0) }) {
      view.facts.append(FactView(label: words.parentBrand, value: parent.page.title, url: parent.page.url))
    }
    let children = context.community.brands(below: slug)
    let partners = brand.partners.compactMap { context.community.page(.partner, $0) }
    if !children.isEmpty {
      view.groups.append(CardGroupView(title: words.childBrands, cards: children.map(context.card)))
    }
    if !partners.isEmpty {
      view.groups.append(CardGroupView(title: words.brandPartners, cards: partners.map(context.card)))
    }
  }

  private func fill(_ view: inout ArticleView, menu: MenuDetails, _ page: PublicPage) {
    if let hours = menu.hours { view.facts.append(FactView(label: words.time, value: hours)) }
    view.facts += contactFacts(menu.contact)
    // A body that shows them in a data block of its own need not have them again below it.
    let isShown = page.page.dataBlocks.contains { block in
      guard case .services(let query) = block.query else { return false }
      return context.community.services(matching: query).contains { $0.menu.page.slug == page.page.slug }
    }
    guard !isShown else { return }
    var query = ServiceQuery()
    query.menu = page.page.slug
    view.services = context.community.services(matching: query).map(context.view)
  }

  private func fill(_ view: inout ArticleView, venue details: VenueDetails) {
    guard let venue = details.venue.flatMap(context.community.venue) else { return }
    let texts: [(String, String?)] = [
      (words.address, venue.address),
      (words.floorArea, venue.area.map { words.squareMetres(NumberText.grouped($0)) }),
      (words.open, venue.openingHours.map(words.openingHours)), (words.phone, venue.phone),
    ]
    view.facts = texts.compactMap { label, value in value.map { FactView(label: label, value: $0) } }
    view.facts.append(
      FactView(label: words.schedule, value: words.allThatIsOnHere, url: "/schedule/venue/\(venue.id)/"))
    view.zones = details.zones.map { ZoneView(zone: $0, words: words) }
    var query = ActivityQuery()
    query.venues = [venue.id]
    query.perDay = Self.perDay
    view.occurrences = context.views(query)
  }

  // MARK: Parts

  private func venueFacts(_ id: VenueID?) -> [FactView] {
    guard let venue = id.flatMap(context.community.venue) else { return [] }
    return [FactView(label: words.place, value: venue.name, url: venue.url)]
  }

  private func contactFacts(_ contact: String?) -> [FactView] {
    contact.map { [FactView(label: words.contact, value: $0)] } ?? []
  }

  private func occurrences(of activities: [ActivityID]) -> [OccurrenceView] {
    guard !activities.isEmpty else { return [] }
    var query = ActivityQuery()
    query.activities = activities
    query.perDay = Self.perDay
    return context.views(query)
  }
}

import Activities
import Artifacts
import CivilTime
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
    var head = PageHead(path: .home, title: title, description: introduction?.summary, showsDaysAhead: true)
    head.subject = .site
    return context.page(head, template: "home") {
      var view = HomeView(
        name: title, summary: introduction?.summary,
        body: introduction.map { context.body(of: $0.source) } ?? "",
        attachments: introduction.map { context.attachments(of: $0.source) } ?? [],
        occurrences: Self.soon(context),
        notices: context.community.pages.currentNotices.filter { $0.severity == nil }.prefix(Limit.notices)
          .map(context.card),
        groups: Self.groups(context), metrics: Self.metrics(context))
      view.urgent = Self.urgent(context)
      view.tasks = HomeTasks(context).tasks
      view.communities = Self.communities(context).map { CommunityChoiceView(unit: $0) }
      view.story = Self.story(context)
      view.unitURL = context.community.site.unit.flatMap { context.community.units[$0]?.url }
      return view
    }
  }

  private enum Limit {
    static let notices = 8
    static let urgent = 2
    /// Of today and tomorrow, of each community and of all.
    static let nearDay = 12
    /// Of each later day: that a page days old still has something to show.
    static let laterDay = 1
  }

  // MARK: What is on

  /// Those among which a reader may choose: the communities below the site's unit.
  private static func communities(_ context: PortalContext) -> [Unit] {
    let units = context.community.units
    return units.all.filter { unit in
      unit.level == .community && (context.community.site.unit.map { units.contains(unit.id, in: $0) } ?? true)
    }
  }

  /// Enough for every community, whichever the reader chose, and no more: the page is read on telephones.
  private static func soon(_ context: PortalContext) -> [OccurrenceView] {
    let community = context.community
    let choices = Self.communities(context).map(\.id)
    let today = context.horizon.today
    var counts: [CivilDate: [UnitID?: Int]] = [:]
    return community.appearances(matching: ActivityQuery()).filter { appearance in
      // The schedule and notices show what was called off.
      guard appearance.role != .movedAway, [.scheduled, .moved].contains(appearance.occurrence.status) else {
        return false
      }
      let limit = appearance.day - today < 2 ? Limit.nearDay : Limit.laterDay
      var keeps = false
      let near = choices.filter { community.isIn(appearance.occurrence, unit: $0) }
      for place in near.map(Optional.some) + [nil] where counts[appearance.day, default: [:]][place, default: 0] < limit
      {
        counts[appearance.day, default: [:]][place, default: 0] += 1
        keeps = true
      }
      return keeps
    }.map { appearance in
      var view = context.view(appearance)
      view.near = choices.filter { community.isIn(appearance.occurrence, unit: $0) }
      return view
    }
  }

  // MARK: What is new

  private static func urgent(_ context: PortalContext) -> [CardView] {
    context.community.urgentNotices.filter { $0.notice.publication == .current }.prefix(Limit.urgent).map { urgent in
      var card = context.card(urgent.notice)
      card.badge = context.words.label(urgent.severity)
      return card
    }
  }

  /// The first that the site's ledger shows.
  private static func story(_ context: PortalContext) -> LedgerPathView? {
    let ledgers = context.community.pages(of: .list).filter { !$0.isExpired }.compactMap { context.ledger(on: $0) }
    return ledgers.flatMap(\.paths).first
  }

  /// Those of the site's unit's own measures, what is counted most often first: it is the newest, and of the work
  /// itself. Where it has none, its figures of others'.
  private static func metrics(_ context: PortalContext) -> [MetricView] {
    let unit = context.community.site.unit
    let all = context.community.metrics(of: unit)
    let own = all.filter { $0.measure.unit == unit }
    let periods = MeasurePeriod.allCases
    return periods.flatMap { period in (own.isEmpty ? all : own).filter { $0.measure.period == period } }
      .map(context.view)
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

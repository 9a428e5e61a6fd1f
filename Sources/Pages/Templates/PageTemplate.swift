import Templates

/// A template that a page is rendered with, and what it is offered.
struct PageTemplate {
  let name: String
  /// Outermost first.
  let offers: [any TemplateView.Type]

  private static func page(_ name: String, _ body: any TemplateView.Type) -> PageTemplate {
    PageTemplate(name: name, offers: [FrameView.self, body])
  }

  static let all: [PageTemplate] =
    [
      page("home", HomeView.self), page("list", ListView.self), page("schedule", ScheduleView.self),
      page("month", MonthView.self),
      page("activity", ActivityPageView.self), page("unit", UnitView.self), page("404", NotFoundView.self),
      page("status", StatusView.self), page("search", SearchView.self), page("data", DataView.self),
      PageTemplate(name: BlockTemplate.activities, offers: [ActivitiesBlockView.self]),
      PageTemplate(name: BlockTemplate.services, offers: [ServicesBlockView.self]),
      PageTemplate(name: BlockTemplate.metrics, offers: [MetricsBlockView.self]),
      PageTemplate(name: BlockTemplate.rosters, offers: [RostersBlockView.self]),
      PageTemplate(name: BlockTemplate.posts, offers: [PostsBlockView.self]),
      PageTemplate(name: BlockTemplate.list, offers: [ListBlockView.self]),
      PageTemplate(name: BlockTemplate.ledger, offers: [LedgerBlockView.self]),
      PageTemplate(name: BlockTemplate.venues, offers: [VenuesBlockView.self]),
      PageTemplate(name: BlockTemplate.teams, offers: [TeamsBlockView.self]),
      PageTemplate(name: BlockTemplate.points, offers: [PointsBlockView.self]),
      PageTemplate(name: BlockTemplate.method, offers: [MethodBlockView.self]),
      PageTemplate(name: BlockTemplate.code, offers: [CodeBlockView.self]),
      PageTemplate(name: BlockTemplate.head, offers: [SiteView.self]),
      PageTemplate(name: BlockTemplate.navigation, offers: [NavigationListView.self]),
      PageTemplate(name: BlockTemplate.footer, offers: [SiteView.self]),
    ] + ArticlePages.templates.map { page($0, ArticleView.self) }
}

/// Templates of parts of pages.
enum BlockTemplate {
  static let activities = "blocks/activities"
  static let services = "blocks/services"
  static let metrics = "blocks/metrics"
  static let rosters = "blocks/rosters"
  static let posts = "blocks/posts"
  static let list = "blocks/list"
  static let ledger = "blocks/ledger"
  static let venues = "blocks/venues"
  static let teams = "blocks/teams"
  static let points = "blocks/points"
  static let method = "blocks/method"
  static let code = "blocks/qr"
  static let head = "blocks/head"
  static let navigation = "blocks/navigation"
  static let footer = "blocks/footer"
}

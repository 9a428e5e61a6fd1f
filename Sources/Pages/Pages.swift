import Artifacts
import Community
import Content
import Diagnostics

/// The portal's HTML pages and what they need beside them.
package enum Pages {
  /// Checks a theme against what pages offer; needs no content.
  package static func check(_ theme: ThemeSource) -> [Diagnostic] {
    var check = TemplateCheck(theme)
    for page in PageTemplate.all { check.check(template: page.name, theme: theme.name, offering: page.offers) }
    return check.problems
  }

  /// - Parameters:
  ///   - source: a theme in which `check` found no error.
  ///   - searchScript: the URL of what the search page runs.
  ///   - status: of each screen; asked for when its page is written.
  /// - Returns: the artifacts, rendered when they are written.
  package static func artifacts(
    _ community: Community, theme source: ThemeSource, searchScript: String,
    status: @escaping @Sendable () -> [ScreenStatus]
  ) -> (artifacts: [Artifact], [Diagnostic]) {
    var problems: [Diagnostic] = []
    let assets = ThemeAssets(source)
    let site = SiteView(community, assets: assets)
    let theme: Theme
    do throws(ThemeError) {
      theme = try Theme(source, site: site)
    } catch {
      problems.append(
        .error(
          "template.syntax", zh: "模板有误（\(error.reason)）", en: "the template is wrong (\(error.reason))",
          at: .file(path: error.file)))
      return ([], problems)
    }

    let context = PortalContext(community: community, theme: theme, site: site)
    let images = community.images.map { Artifact($0.path, $0.mediaType, .copy(of: $0.file)) }
    let pages =
      [HomePage(context).artifact(), NotFoundPage(context).artifact()] + ArticlePages(context).artifacts()
      + ListPages(context).artifacts() + SchedulePages(context).artifacts() + ActivityPages(context).artifacts()
      + UnitPages(context).artifacts() + [StatusPage(context, status).artifact()]
      + (community.site.hasSearch ? [SearchPage(context, script: searchScript).artifact()] : [])
    return (pages + assets.artifacts + images, problems)
  }
}

/// A template that a page is rendered with, and what it is offered.
struct PageTemplate {
  let name: String
  let offers: [any TemplateView.Type]

  private static func page(_ name: String, _ body: any TemplateView.Type) -> PageTemplate {
    PageTemplate(name: name, offers: [FrameView.self, body])
  }

  static let all: [PageTemplate] =
    [
      page("home", HomeView.self), page("list", ListView.self), page("schedule", ScheduleView.self),
      page("month", MonthView.self),
      page("activity", ActivityPageView.self), page("unit", UnitView.self), page("404", NotFoundView.self),
      page("status", StatusView.self), page("search", SearchView.self),
      PageTemplate(name: TemplateName.Block.activities, offers: [ActivitiesBlockView.self]),
      PageTemplate(name: TemplateName.Block.services, offers: [ServicesBlockView.self]),
      PageTemplate(name: TemplateName.Block.metrics, offers: [MetricsBlockView.self]),
      PageTemplate(name: TemplateName.Block.rosters, offers: [RostersBlockView.self]),
      PageTemplate(name: TemplateName.Block.code, offers: [CodeBlockView.self]),
      PageTemplate(name: TemplateName.Block.head, offers: [SiteView.self]),
      PageTemplate(name: TemplateName.Block.navigation, offers: [NavigationListView.self]),
      PageTemplate(name: TemplateName.Block.footer, offers: [SiteView.self]),
    ] + ArticlePages.templates.map { page($0, ArticleView.self) }
}

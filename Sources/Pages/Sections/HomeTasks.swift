import Activities
import Artifacts
import Community
import Content
import Vocabulary
import Words

/// What residents come for, each where this site does it; what it does not do is not offered.
struct HomeTasks {
  private let context: PortalContext
  private var community: Community { context.community }
  private var words: any Words { context.words }

  init(_ context: PortalContext) {
    self.context = context
  }

  var tasks: [TaskView] {
    let all: [(String, String, String?)] = [
      ("schedule", words.taskSchedule, community.activities.isEmpty ? nil : SitePath.schedule.url),
      ("notices", words.taskNotices, section(.notice)),
      ("matters", words.taskMatters, section(.list)),
      ("grid", words.taskGrid, list(.finder) ?? grids),
      ("venues", words.taskVenues, list(.circle) ?? section(.venue)),
      ("order", words.taskOrder, section(.menu)),
      ("council", words.taskCouncil, section(.council)),
      ("phone", words.taskPhone, telephones),
    ]
    return all.compactMap { key, title, url in url.map { TaskView(key: key, title: title, url: $0) } }
  }

  private func section(_ kind: PageKind) -> String? {
    community.pages(of: kind).contains { !$0.isExpired } ? SitePath.section(kind).url : nil
  }

  /// Where units are listed, if any of them is a grid: a community without grids has none to be found.
  private var grids: String? {
    community.units.all.contains { [.grid, .microgrid].contains($0.level) } ? SitePath.units.url : nil
  }

  /// The site's own before others'.
  private func list(_ layout: ListLayout) -> String? {
    let found = community.pages(of: .list).filter { page in
      guard !page.isExpired, case .list(let details) = page.page.details else { return false }
      return details.layout == layout
    }
    return (found.first { $0.unit?.id == community.site.unit } ?? found.first)?.page.url
  }

  /// A page that shows posts with their numbers, else the site's own unit.
  private var telephones: String? {
    let page = community.pages(of: .page).first { page in
      !page.isExpired
        && page.page.source.dataBlocks.contains { block in if case .posts = block.query { true } else { false } }
    }
    return page?.page.url
      ?? community.site.unit.flatMap { community.units[$0] }.flatMap { unit in
        unit.phone != nil || !community.posts(of: unit.id).isEmpty ? unit.url : nil
      }
  }
}

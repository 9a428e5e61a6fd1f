package import Artifacts
package import Community
import Content
package import Encoding
package import ShareCards
import Vocabulary

/// The portal's HTML pages and what they need beside them.
package enum Pages {
  /// - Parameters:
  ///   - theme: one without errors.
  ///   - searchScript: the URL of what the search page runs.
  ///   - themeNames: whether the theme itself shows the picture with this address.
  ///   - feeds: all of the release, for the page of data.
  ///   - cards: draws the cards that chats show; nil: there are none.
  ///   - status: of each screen; asked for when its page is written.
  /// - Returns: the artifacts, rendered when they are written.
  package static func artifacts(
    _ community: Community, theme: Theme, searchScript: String, themeNames: (String) -> Bool = { _ in false },
    feeds: [ReleaseFeed] = [], cards: CardMaker? = nil, status: @escaping @Sendable () -> [ScreenStatus]
  ) -> [Artifact] {
    let context = PortalContext(community: community, theme: theme, cards: cards)
    let images =
      community.images.filter { community.shownImages.contains($0.path.url) || themeNames($0.path.url) }
      .flatMap(\.artifacts) + community.shownFiles.artifacts
    let files = community.attachments.all.map { Artifact($0.path, $0.mediaType, .copy(of: $0.file)) }
    let pages =
      [HomePage(context).artifact(), NotFoundPage(context).artifact()] + ArticlePages(context).artifacts()
      + ListedPages(context).artifacts() + DisclosurePages(context).artifacts() + ListPages(context).artifacts()
      + TeamPages(context).artifacts()
      + SchedulePages(context).artifacts()
      + ActivityPages(context).artifacts()
      + UnitPages(context).artifacts() + MovedPages(context).artifacts() + ShortPages(context).artifacts() + [
        StatusPage(context, status).artifact(), DataPage(context, feeds).artifact(),
      ]
      + (community.site.hasSearch ? [SearchPage(context, script: searchScript).artifact()] : [])
    let scripts = community.pages[.list].contains { $0.page.details.isFinder } ? [context.finderScript.artifact] : []
    return pages + context.files.artifacts + scripts + images + context.sharing.artifacts + files
  }

  /// The rendering alone of every notice's page, for benchmarks.
  package static func noticeRenderings(_ community: Community, theme: Theme) -> [@Sendable () -> Bytes] {
    ArticlePages(PortalContext(community: community, theme: theme)).renderings(of: .notice)
  }
}

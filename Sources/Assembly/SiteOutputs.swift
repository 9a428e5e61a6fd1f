package import Artifacts
package import Community
import Content
package import Diagnostics
import Pages
package import Parallel
package import Screens
import Search

/// The third stage: what is made of a community. Paths are claimed and links are followed at once; pages, feeds and screens are made when
/// they are asked for.
package struct SiteOutputs: Sendable {
  package let screens: Screens
  /// Two that claim one path, links that lead nowhere.
  package let problems: [Diagnostic]
  private let release: ReleaseAssembly
  private let pages: [Artifact]

  /// nil where the theme can't be used.
  ///
  /// - Parameter lastFiles: of the release that is public now.
  package init?(_ community: Community, _ sources: SiteSources, jobs: Jobs, lastFiles: [String] = []) {
    guard let theme = sources.theme else { return nil }
    let signer = sources.signer
    let screens = Screens(community, theme: sources.themeSource, jobs: jobs, signer: signer)
    let release = ReleaseAssembly(community: community, screens: screens, signer: signer, jobs: jobs)
    let pages = Pages.artifacts(
      community, theme: theme, searchScript: SearchIndex.scriptPath(community.site.language).url,
      themeNames: sources.themeSource.says, feeds: release.listedFeeds, cards: sources.cards
    ) {
      community.screens.compactMap { screens.screen($0.id) }.map {
        ScreenStatus(
          id: $0.id, feedURL: SitePath.screenFeed($0.id).url, generation: $0.generation, digest: $0.digest,
          isSigned: signer != nil)
      }
    }
    let paths = release.paths(pages: pages)
    var links = LinkCheck(content: sources.content, community: community, paths: Set(paths.map(\.url)))
    let gone = LostAddressCheck(content: sources.content, community: community, paths: Set(paths)).problems(lastFiles)
    problems = sources.content.judging(
      sources.content.easing(release.collisions(paths) + release.windowsNames(paths) + links.problems() + gone))
    self.screens = screens
    self.release = release
    self.pages = pages
  }

  /// What the next release is to know of this one.
  package var noted: PublishedHistory { release.noted }

  /// The same files, each made when it is asked for.
  package func shelf() -> ArtifactShelf { release.shelf(pages: pages) }

  /// One for each path of the release; and what else the next release is to know of this one.
  package func artifacts() -> (all: [Artifact], noted: PublishedHistory) {
    release.artifacts(pages: pages)
  }
}

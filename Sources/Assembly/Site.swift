import Activities
import Artifacts
import CivilTime
import Community
import Content
import Diagnostics
import Feeds
import Files
import Pages
import Parallel
import Screens
import Search
import Signing

/// A whole site: directory + `now` → artifacts. What every command that builds, checks or previews goes through.
package struct Site: Sendable {
  /// What a site is read with.
  package struct Options: Sendable {
    package var directory: String
    package var now: Instant
    package var includeDrafts = false
    /// In place of `site.yaml`'s.
    package var baseURL: String?
    /// Where it will be published, if not in `public/`: no key may lie there.
    package var output: String?
    package var jobs: Jobs
    /// Everything is read and checked, nothing is made.
    package var isForPreview = false

    package init(directory: String, now: Instant, jobs: Jobs) {
      self.directory = directory
      self.now = now
      self.jobs = jobs
    }
  }

  package let community: Community
  package let screens: Screens
  /// One for each path of the release; empty when there are errors.
  package let artifacts: [Artifact]

  /// Reads everything and joins it.
  ///
  /// - Returns: nil when it can't be read at all; and all problems of one run. With an error among them nothing may be published.
  /// - Throws: `FileError` when the machine refuses.
  package static func load(_ options: Options) throws(FileError) -> (site: Site?, [Diagnostic]) {
    var (content, problems) = try Content.load(site: options.directory, jobs: options.jobs)
    guard var content else { return (nil, problems) }
    if let baseURL = options.baseURL { content = content.replacing(baseURL: baseURL) }

    let (source, themeProblems) = try ThemeSource.load(site: options.directory, name: content.site.theme)
    let database = ActivityDatabase(
      path: options.directory + "/" + content.site.database, shownPath: content.site.database)
    let (data, dataProblems) = try database.read(zone: content.site.zone)
    let compiled = source.map(Theme.compile)
    let templateProblems = (compiled?.1 ?? []) + (source?.screenStyle.map(Screens.check) ?? [])
    let (signer, keyProblems) = SigningKeyFile.signer(
      for: content.site, in: PublicPlaces(site: options.directory, output: options.output))
    problems += themeProblems + templateProblems + dataProblems + keyProblems
    guard let source, let theme = compiled?.theme, let data else { return (nil, problems) }

    let (community, modelProblems) = Community.make(
      content: content, data: data, now: options.now, includeDrafts: options.includeDrafts)
    problems += modelProblems
    if templateProblems.hasErrors { return (nil, problems) }
    let screens = Screens(community, theme: source, jobs: options.jobs, signer: signer)
    let pages = Pages.artifacts(
      community, theme: theme, searchScript: SearchIndex.scriptPath(community.site.language).url
    ) {
      community.screens.compactMap { screens.screen($0.id) }.map {
        ScreenStatus(id: $0.id, feedURL: Screens.feedPath($0.id).url, digest: $0.digest, isSigned: signer != nil)
      }
    }

    let release = ReleaseAssembly(community: community, screens: screens, signer: signer, jobs: options.jobs)
    let paths = release.paths(pages: pages)
    problems += release.collisions(paths)
    var links = LinkCheck(content: content, community: community, paths: Set(paths.map(\.url)))
    problems += links.problems()
    let artifacts = problems.hasErrors || options.isForPreview ? [] : release.artifacts(pages: pages)
    return (Site(community: community, screens: screens, artifacts: artifacts), problems)
  }
}

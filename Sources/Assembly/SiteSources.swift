import Activities
package import CivilTime
package import Community
package import Content
package import Diagnostics
package import Files
import Pages
import Pictures
import Screens
import Signing

/// The first stage: everything that is read from a site's directory. No moment has a part in it, so that what is read once can be looked
/// at from many.
package struct SiteSources: Sendable {
  let content: Content
  let data: ActivityData
  let themeSource: ThemeSource
  /// nil where a template is wrong: the site can be checked then, and nothing be made of it.
  let theme: Theme?
  /// Signs the index and the screens' feeds, where the site has a key.
  let signer: FeedSigner?

  /// - Returns: nil when it can't be read at all; and all problems of one run.
  /// - Throws: `FileError` when the machine refuses.
  package static func load(_ options: Site.Options) throws(FileError) -> (sources: SiteSources?, [Diagnostic]) {
    var (content, problems) = try Content.load(
      site: options.directory, approving: options.approving, jobs: options.jobs, pictures: options.pictures
    ) { (site) throws(FileError) in
      try ActivityDatabase(path: options.directory + "/" + site.database, shownPath: site.database).rowNames()
    }
    guard var content else { return (nil, problems) }
    if let baseURL = options.baseURL { content = content.replacing(baseURL: baseURL) }

    let (source, themeProblems) = try ThemeSource.load(site: options.directory, name: content.site.theme)
    let database = ActivityDatabase(
      path: options.directory + "/" + content.site.database, shownPath: content.site.database)
    let terms = content.terms
    let (data, dataProblems) = try database.read(
      zone: content.site.zone, check: terms.isEmpty ? nil : { terms.problems(in: $0, at: $1) })
    let compiled = source.map(Theme.compile)
    let templateProblems = (compiled?.1 ?? []) + (source?.screenStyle.map(Screens.check) ?? [])
    let (signer, keyProblems) = SigningKeyFile.signer(
      for: content.site, in: PublicPlaces(site: options.directory, output: options.output))
    problems += try SheetCheck(site: options.directory, database: database).problems()
    problems += source.map(terms.problems) ?? []
    problems += try source?.numberProblems(officePhones: content.site.officePhones) ?? []
    problems += themeProblems + templateProblems + dataProblems + keyProblems
    problems = content.judging(problems)
    guard let source, let compiled, let data else { return (nil, problems) }
    let sources = SiteSources(
      content: content, data: data, themeSource: source, theme: templateProblems.hasErrors ? nil : compiled.theme,
      signer: signer)
    return (sources, problems)
  }

  /// What waits for its approval.
  package var waiting: Waiting { Waiting(content, data) }

  /// The configuration that it was read by, and the file of each page by the address that it has or would have.
  package var site: SiteConfiguration { content.site }
  package var filesByURL: [String: String] {
    let held = content.held.compactMap(\.present)
    return Dictionary((content.sources + held).map { ($0.url, $0.file) }, uniquingKeysWith: { first, _ in first })
  }

  /// The second stage: what is true of it at a moment.
  package func community(
    at now: Instant, includeDrafts: Bool, published: PublishedHistory = PublishedHistory()
  ) -> (Community, [Diagnostic]) {
    let (community, problems) = Community.make(
      content: content, data: data, now: now, includeDrafts: includeDrafts, published: published)
    return (community, content.judging(problems))
  }
}

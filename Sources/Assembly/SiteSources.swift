import Activities
package import CivilTime
package import Community
package import Content
package import Diagnostics
package import Files
import Pages
package import Parallel
import Pictures
import Screens
import ShareCards
import Signing
import Vocabulary

/// The first stage: everything that is read from a site's directory. No moment has a part in it, so that what is read once can be looked
/// at from many.
package struct SiteSources: Sendable {
  let content: Content
  let data: ActivityData
  let themeSource: ThemeSource
  /// nil where a template is wrong: the site can be checked then, and nothing be made of it.
  let theme: Theme?
  /// Draws the pages' cards; nil where there are none.
  let cards: CardMaker?
  /// Signs the index and the screens' feeds, where the site has a key.
  let signer: FeedSigner?

  /// - Parameter memory: what was read of the same site before; what is returned does not depend on it.
  /// - Returns: nil when it can't be read at all; and all problems of one run.
  /// - Throws: `FileError` when the machine refuses.
  package static func load(
    _ options: Site.Options, memory: SourceMemory? = nil
  ) throws(FileError) -> (sources: SiteSources?, [Diagnostic]) {
    var (content, problems) = try Content.load(
      site: options.directory, approving: options.approving, jobs: options.jobs, pictures: options.pictures,
      memory: memory, renderer: options.programs.map { programs in { PageRenderer.find(in: programs) } }
    ) { (site) throws(FileError) in
      let database = ActivityDatabase(path: options.directory + "/" + site.database, shownPath: site.database)
      guard let memory else { return try database.rowNames() }
      return try memory.rows("names", of: Self.files(of: database), read: database.rowNames)
    }
    guard var content else { return (nil, problems) }
    if let baseURL = options.baseURL { content = content.replacing(baseURL: baseURL) }

    func loadTheme() throws(FileError) -> LoadedTheme {
      let (source, problems) = try ThemeSource.load(site: options.directory, name: content.site.theme)
      let compiled = source.map(Theme.compile)
      return LoadedTheme(
        source: source, theme: compiled?.theme, problems: problems,
        templateProblems: (compiled?.1 ?? []) + (source?.screenStyle.map(Screens.check) ?? []))
    }
    let theme: LoadedTheme
    if let memory {
      theme = try memory.value(of: "themes/" + content.site.theme, make: loadTheme)
    } else {
      theme = try loadTheme()
    }
    let source = theme.source
    let database = ActivityDatabase(
      path: options.directory + "/" + content.site.database, shownPath: content.site.database)
    let terms = content.terms
    func loadRows() throws(FileError) -> LoadedRows {
      var check: (@Sendable (String, Location) -> [Diagnostic])?
      if !terms.isEmpty { check = { terms.problems(in: $0, at: $1) } }
      let (data, problems) = try database.read(zone: content.site.zone, jobs: options.jobs, check: check)
      return LoadedRows(data: data, problems: problems)
    }
    let rows: LoadedRows
    if let memory {
      let settings = try Content.settings(of: options.directory).flatMap { (file: [UInt8]) -> [UInt8] in file + [0] }
      rows = try memory.rows("rows", of: Self.files(of: database), settings: settings, read: loadRows)
    } else {
      rows = try loadRows()
    }
    let (signer, keyProblems) = SigningKeyFile.signer(
      for: content.site, in: PublicPlaces(site: options.directory, output: options.output))
    problems += try SheetCheck(site: options.directory, database: database).problems()
    problems += source.map(terms.problems) ?? []
    problems +=
      try source?.numberProblems(
        officePhones: content.site.officePhones, officeEmails: content.site.officeEmails) ?? []
    problems += theme.problems + theme.templateProblems + rows.problems + keyProblems
    let (cards, fontProblems) = ShareCardFonts.maker(content.site, theme: source, options: options)
    problems += fontProblems
    problems = content.judging(problems)
    guard let source, let compiled = theme.theme, let data = rows.data else { return (nil, problems) }
    let sources = SiteSources(
      content: content, data: data, themeSource: source, theme: theme.templateProblems.hasErrors ? nil : compiled,
      cards: cards, signer: signer)
    return (sources, problems)
  }

  private struct LoadedTheme: Sendable {
    let source: ThemeSource?
    let theme: Theme?
    let problems: [Diagnostic]
    let templateProblems: [Diagnostic]
  }

  private struct LoadedRows: Sendable {
    let data: ActivityData?
    let problems: [Diagnostic]
  }

  /// The database with what SQLite keeps beside it and that is part of what it says.
  private static func files(of database: ActivityDatabase) -> [String] {
    ["", "-wal", "-journal"].map { database.path + $0 }
  }

  /// What waits for its approval.
  package var waiting: Waiting { Waiting(content, data) }

  /// The configuration that it was read by, and the file of each page by the address that it has or would have.
  package var site: SiteConfiguration { content.site }
  package var filesByURL: [String: String] {
    let held = content.held.compactMap(\.present)
    return Dictionary((content.sources + held).map { ($0.url, $0.file) }, uniquingKeysWith: { first, _ in first })
  }

  /// A page that readers don't see.
  package struct HiddenPage: Sendable {
    package let url: String
    package let title: String
    package let isDraft: Bool
    /// From when on they do; nil for one that waits for its approval.
    package let due: LocalDateTime?
  }

  /// The pages that readers don't see at a moment, in the order of their files.
  package func hiddenPages(at now: LocalDateTime) -> [HiddenPage] {
    let own = content.pages.compactMap { page -> HiddenPage? in
      let due = page.kind == .notice ? page.publishedAt : page.publishAt
      guard page.isDraft || due ?? now > now else { return nil }
      return HiddenPage(url: page.url, title: page.title, isDraft: page.isDraft, due: due)
    }
    let held = content.held.compactMap(\.present).map {
      HiddenPage(url: $0.url, title: $0.title, isDraft: false, due: nil)
    }
    return own + held
  }

  /// The second stage: what is true of it at a moment.
  package func community(
    at now: Instant, includeDrafts: Bool, published: PublishedHistory = PublishedHistory(), jobs: Jobs = Jobs(1)
  ) -> (Community, [Diagnostic]) {
    let (community, problems) = Community.make(
      content: content, data: data, now: now, includeDrafts: includeDrafts, published: published, jobs: jobs)
    return (community, content.judging(problems))
  }
}

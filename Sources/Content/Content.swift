import Artifacts
package import CivilTime
package import Diagnostics
package import Files
import Markdown
package import Parallel
package import Pictures
import PublicText
package import Vocabulary
import Words

/// Everything below `content/`, typed, in the order of the file paths; nothing in it is resolved against the database yet.
package struct Content: Sendable {
  package private(set) var site: SiteConfiguration
  package let pages: [Page]
  package let introductions: [SectionIntroduction]
  package let screens: [ScreenConfiguration]
  /// Days off and make-up workdays of the years that have a file.
  package let holidays: WorkCalendar
  /// nil where there is none, or none that can be used.
  package let weather: WeatherReport?
  /// Whether there is a file of it.
  package let hasWeatherFile: Bool
  /// The pictures below `content/`, but for `content/files/`.
  package let images: [ContentImage]
  /// The files below `content/files/`.
  package let attachments: [Attachment]
  /// The names of all that lies there, what can't be published too: what names it names something that exists.
  package let attachedNames: Set<String>
  /// What of them screens show.
  package let shown: ShownFiles
  /// How the site writes what is often written otherwise.
  package let terms: TermList
  /// File names, without ending, of pages that could not be read: what names them names something that exists.
  package let unreadable: Set<String>
  /// What could be read of them.
  package var unreadablePages: [UnreadablePage] = []
  /// Where approval is required: the pages whose present text is not published for want of it, in the order of the files. What `pages` has
  /// of one is the edition that was approved last, where it has one.
  package var held: [HeldPage] = []

  /// The same under another address.
  package func replacing(baseURL: String) -> Content {
    var content = self
    content.site.baseURL = BaseURL.normalized(baseURL) ?? site.baseURL
    return content
  }

  /// What pages and introductions have in common, in the order of the files.
  package var sources: [PageSource] {
    // Both are in that order.
    var sources: [PageSource] = []
    sources.reserveCapacity(pages.count + introductions.count)
    var rest = introductions[...]
    for page in pages {
      while let next = rest.first, next.file < page.file { sources.append(rest.removeFirst().source) }
      sources.append(page.source)
    }
    return sources + rest.map(\.source)
  }
}

extension Content {
  /// Reads one page by itself, wherever it lies.
  ///
  /// - Returns: nil where its front matter makes no page.
  package static func page(
    _ bytes: [UInt8], file: String, of site: SiteConfiguration
  ) -> (page: Page?, [Diagnostic]) {
    var reader = PageReader(
      file: file, officePhones: site.officePhones, officeEmails: site.officeEmails,
      addresses: AddressRules(site), extensions: .of(language: site.language.tag))
    reader.rows = .unread
    let (result, problems) = reader.read(bytes)
    if case .page(let page) = result { return (page, problems) }
    return (nil, problems)
  }

  /// Reads a site's directory.
  ///
  /// - Parameters:
  ///   - approving: files of pages that count as approved: what would be wrong if they were.
  ///   - pictures: where what is made of pictures is kept.
  ///   - memory: what was read of the same site before.
  ///   - renderer: finds what draws pages of documents, asked for where a screen shows some; nil: none are drawn.
  ///   - rows: what people call the rows of the site's database.
  /// - Returns: nil content when `site.yaml` can't be used; else all pages that could be read, and all problems.
  /// - Throws: `FileError` when the machine refuses to read what is there.
  package static func load(
    site directory: String, approving: Set<String> = [], jobs: Jobs, pictures: PictureKeeping = .none,
    memory: SourceMemory? = nil, renderer: (() -> PageRenderer?)? = nil,
    rows: (SiteConfiguration) throws(FileError) -> RowNames = { _ in RowNames() }
  ) throws(FileError) -> (content: Content?, [Diagnostic]) {
    let problems = ProblemList()
    guard var site = try SiteConfiguration.load(directory, problems) else { return (nil, problems.diagnostics) }
    let rows = try rows(site)
    for problem in site.nameUnit(rows) { problems.add(problem) }

    let sources = try SourceFiles.find(below: directory, database: site.database, memory, problems)
    let pictureNames = PublishedNames(files: sources.pictures)
    let names = PublishedNames(files: sources.pictures + sources.attachments)
    let terms = try TermList.load(directory, site.officePhones, site.officeEmails, problems)
    for problem in try terms.problems(inSettingsOf: directory) { problems.add(problem) }
    let loader = PageLoader(
      directory: directory, site: site, names: names, terms: terms, rows: rows,
      editions: site.requiresApproval
        ? try ApprovedEditions(site: directory, pages: sources.pages, problems: problems) : .none,
      approving: approving)
    try memory?.begin(
      SourceMemory.Context(
        settings: settings(of: directory), names: names, rows: loader.rows, editions: loader.editions.names,
        approving: approving))
    let results = try jobs.map(sources.pages) { name -> Result<PageLoader.Loaded, FileError> in
      Result { () throws(FileError) in try loader.load(name, memory) }
    }.map { (result) throws(FileError) in try result.get() }

    var pages: [Page] = []
    var introductions: [SectionIntroduction] = []
    var unreadable = Set<String>()
    var unreadablePages: [UnreadablePage] = []
    for (name, result) in zip(sources.pages, results) {
      switch result.file {
      case .page(let page): pages.append(page)
      case .introduction(let introduction): introductions.append(introduction)
      case .unreadable(let page):
        unreadable.insert(SourceKind.stem(name))
        if let page { unreadablePages.append(page) }
      }
    }
    let screens = try screens(
      directory, files: sources.screens, site: site, pictures: pictureNames, terms: terms, rows: rows,
      problems: problems)
    let store = pictures.store(isForWalls: screens.contains(where: \.isLarge))
    let images = ImageFiles(
      directory, site.officePhones, store, jobs,
      ImageUsers(pages: pages.map(\.source) + introductions.map(\.source), screens: screens),
      grounds: Set(screens.flatMap(\.backgrounds)))
    let attachments = try AttachmentFiles(directory: directory, site: site, jobs: jobs, memory: memory).load(
      sources.attachments, problems)
    let content = Content(
      site: site, pages: pages, introductions: introductions, screens: screens,
      holidays: try HolidayFiles.load(directory, sources.holidays, zone: site.zone, site.officePhones, problems),
      weather: sources.hasWeather ? try WeatherFile.load(directory, site, terms, problems) : nil,
      hasWeatherFile: sources.hasWeather,
      images: try images.load(sources.pictures, problems),
      attachments: attachments,
      attachedNames: Set(sources.attachments.map(PublishedNames.written)),
      shown: try ShownFiles.load(
        screens, attachments, store: store, jobs: jobs, renderer: renderer, problems),
      terms: terms, unreadable: unreadable,
      unreadablePages: unreadablePages, held: results.compactMap(\.held))
    memory?.keep(only: Set((sources.pages + sources.attachments).map { "content/" + $0 }))
    return (content, problems.diagnostics + results.flatMap(\.problems))
  }

  /// The bytes that a site's settings are read from.
  package static func settings(of directory: String) throws(FileError) -> [[UInt8]] {
    var settings: [[UInt8]] = []
    for file in [SiteConfiguration.file, TermList.file] {
      settings.append(Files.isRegular(directory + "/" + file) ? try Files.read(directory + "/" + file) : [])
    }
    return settings
  }

  /// Reads a site's configuration and its screens alone.
  ///
  /// - Returns: nil for the site when `site.yaml` can't be used; the screens that could be read, by file; and all problems of these files.
  /// - Throws: `FileError` when the machine refuses to read what is there.
  package static func loadScreens(
    site directory: String
  ) throws(FileError) -> (site: SiteConfiguration?, screens: [ScreenConfiguration], [Diagnostic]) {
    let problems = ProblemList()
    guard let site = try SiteConfiguration.load(directory, problems) else { return (nil, [], problems.diagnostics) }
    guard Files.isDirectory(directory + "/content/screens") else { return (site, [], problems.diagnostics) }
    let files = try SourceTree.files(
      below: "content/screens", site: directory, problems: problems, where: SourceKind.isYAML)
    let screens = try screens(
      directory, files: files.map { "screens/" + $0 }, site: site, pictures: .none, terms: .none, rows: .unread,
      problems: problems)
    return (site, screens, problems.diagnostics)
  }

  private static func screens(
    _ directory: String, files: [String], site: SiteConfiguration, pictures: PublishedNames,
    terms: TermList, rows: RowNames, problems: ProblemList
  ) throws(FileError) -> [ScreenConfiguration] {
    var screens: [ScreenConfiguration] = []
    for name in files {
      let path = "content/" + name
      let bytes = try Files.read(directory + "/" + path)
      guard let text = TextFile.decode(bytes, path: path, problems: problems) else { continue }
      let numbers = PersonalNumberCheck(
        path: path, officePhones: site.officePhones, officeEmails: site.officeEmails, problems: problems)
      for problem in terms.problems(in: text, of: path, as: .yaml) { problems.add(problem) }
      guard
        let screen = ScreenConfiguration.read(
          text, path: path, language: site.language, numbers: numbers, pictures: pictures,
          addresses: AddressRules(site), requiresApproval: site.requiresApproval, rows: rows, problems: problems)
      else { continue }
      if let other = screens.first(where: { $0.id == screen.id }) {
        problems.add(
          .error(
            "screen.duplicate", zh: "公示屏编号“\(screen.id)”已用于 \(other.file)",
            en: "screen “\(screen.id)” is also \(other.file)",
            hint: Message(zh: "给其中一块屏另起编号", en: "give one of them another id"), at: .file(path: path, line: 1)))
        continue
      }
      screens.append(screen)
    }
    return screens
  }
}

import Artifacts
package import CivilTime
package import Diagnostics
package import Files
import PublicText
package import Vocabulary
package import Words

/// `content/site.yaml`.
package struct SiteConfiguration: Sendable {
  package var title: String
  /// Without a trailing slash.
  package var baseURL: String
  /// Of all that the program itself says; what people write stands as they wrote it.
  package var language: Language
  package var zone: Zone
  package var theme: String
  /// Relative to the site's directory.
  package var database: String
  /// How many days ahead what is published stays right; 1…366.
  package var horizonDays: Int
  /// How many releases are kept, with the one that is public; 3…50.
  package var keepReleases = 5
  package var requiresApproval: Bool
  /// Whether schedules and screens show lunar dates, solar terms, festivals and days off beside dates.
  package var showsDayLabels: Bool
  /// Whether the portal has a search of its own.
  package var hasSearch: Bool
  /// Whether duty sheets may name persons.
  package var showsDutyNames = false
  /// The unit whose site this is.
  package var unit: UnitID?
  package var footer: Footer
  package var shareCards = ShareCards()
  /// Digits of office numbers that look like mobile numbers and may be published all the same.
  package var officePhones: Set<String>
  /// Office e-mail addresses, or `@` and their domains, that may be published; in small letters.
  package var officeEmails: Set<String> = []
  /// Hosts of other sites whose pictures pages may show, in small letters.
  package var remoteImages: [String] = []
  /// What links may begin with beside https, http, mailto and tel.
  package var linkSchemes: [String] = []
  /// Codes of warnings that are errors on this site.
  package var errors: Set<String> = []
  /// The unit by its name, until `nameUnit` has found the row that is called so.
  private var unitName: String?
  /// Where `unit` is written.
  package var unitLocation: Location
  /// The file of the private key that feeds are signed with, relative to the site's directory or absolute; nil: they are not signed.
  package var signingKey: String?
  package var signingKeyLocation: Location
  /// The address of the licence under which the data is published; nil: none is stated.
  package var license: String?
  /// Where the site's addresses are.
  package var region: Region?

  package struct Region: Sendable, Hashable {
    /// ISO 3166-1, two letters.
    package var country: String
    package var province: String
    package var city: String
    package var postalCode: String
  }

  package struct Footer: Sendable, Hashable {
    package var icp: String?
    package var police: String?
    package var sponsor: String?
    package var siteCode: String?
    package var address: String?
    package var phone: String?
  }

  /// The pictures that chats show beside a link.
  package struct ShareCards: Sendable, Hashable {
    /// How many pages have one of their own at most; 0: there are none at all.
    package var pages = 300
    /// The file of the font, relative to the site's directory or absolute; nil: one that is installed.
    package var font: String?
    package var fontLocation = Location.file(path: SiteConfiguration.file)
  }

  package static let file = "content/site.yaml"

  /// Reads a site's configuration alone.
  ///
  /// - Returns: nil when it can't be used, with the reasons.
  /// - Throws: `FileError` when the machine refuses to read it.
  package static func load(site directory: String) throws(FileError) -> (site: SiteConfiguration?, [Diagnostic]) {
    let problems = ProblemList()
    return (try load(directory, problems), problems.diagnostics)
  }

  static func load(_ directory: String, _ problems: ProblemList) throws(FileError) -> SiteConfiguration? {
    if let problem = SourceTree.problem(with: file, site: directory) {
      problems.add(problem)
      return nil
    }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(directory + "/" + file)
    } catch {
      guard error.isMissing || error.isDirectory else { throw error }
      problems.add(missing(error, directory))
      return nil
    }
    guard let text = TextFile.decode(bytes, path: file, problems: problems) else { return nil }
    return read(text, problems: problems)
  }

  private static func missing(_ error: FileError, _ directory: String) -> Diagnostic {
    if error.isDirectory {
      return .error(
        "site.missing", zh: "content/site.yaml 是文件夹，不是文件", en: "content/site.yaml is a directory, not a file",
        hint: Message(zh: "换成名为 site.yaml 的文件", en: "put a file of that name in its place"), at: .file(path: file))
    }
    let hint = Message(
      zh: "用 --site 指明网站文件夹，或用 gongshi init 新建一个网站",
      en: "name the site's directory with --site, or make a site with `gongshi init`")
    guard Files.isDirectory(directory) else {
      return .error(
        "site.missing", zh: "没有“\(directory)”这个文件夹", en: "there is no directory “\(directory)”", hint: hint,
        at: .file(path: file))
    }
    return .error(
      "site.missing", zh: "“\(directory)”里没有 content/site.yaml，不是网站的文件夹",
      en: "no content/site.yaml in “\(directory)”: this is not a site's directory",
      hint: near(directory).map {
        Message(
          zh: "网站在 \($0)：先 cd \($0)，或加 --site \($0)", en: "the site is in \($0): `cd \($0)` first, or add --site \($0)")
      } ?? hint,
      at: .file(path: file))
  }

  /// The site that a directory lies in, or the only one in it: whoever stands in `content/` or beside the site's folder meant that.
  private static func near(_ directory: String) -> String? {
    func path(_ parts: String) -> String { directory == "." ? parts : directory + "/" + parts }
    for up in ["..", "../..", "../../.."] where Files.isRegular(path(up) + "/" + file) { return path(up) }
    let names = ((try? Files.names(in: directory)) ?? []).sorted().prefix(200)
    let sites = names.filter { !$0.hasPrefix(".") && Files.isRegular(path($0) + "/" + file) }.map(path)
    guard sites.count == 1 else { return nil }
    return sites[0].contains(" ") ? "\"\(sites[0])\"" : sites[0]
  }

  static func read(_ text: Substring, problems: ProblemList) -> SiteConfiguration? {
    // The database is not read yet: whom a name means is found out afterwards.
    let place = SourcePlace(path: file, lineOffset: 0, rows: .unread)
    guard let fields = YAMLSource.reader(String(text), at: place, problems: problems) else {
      PersonalNumberCheck(path: file, officePhones: [], problems: problems).source(text)
      return nil
    }
    let officePhones = Set(fields[SiteKeys.officePhones].flatMap { PersonalNumber.find(in: $0).map(\.digits) })
    var officeEmails = Set(fields[SiteKeys.officeEmails].map { $0.lowercased() })
    if let host = fields.trial()[SiteKeys.baseURL]?.split(separator: "/").dropFirst().first {
      officeEmails.insert("@" + (host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)))
    }
    let numbers = PersonalNumberCheck(
      path: file, officePhones: officePhones, officeEmails: officeEmails, problems: problems)
    numbers.source(text)
    numbers.values(fields)
    numbers.detailValues(fields)
    // What is missing is noted; reading goes on, so that the pages' problems are found in the same run.
    let title = fields[SiteKeys.title]
    let baseURL = fields[SiteKeys.baseURL].flatMap { checked(baseURL: $0, fields) }
    var configuration = SiteConfiguration(
      title: title ?? "", baseURL: baseURL ?? "", language: fields[SiteKeys.language], zone: zone(fields),
      theme: fields[SiteKeys.theme], database: fields[SiteKeys.database], horizonDays: fields[SiteKeys.horizonDays],
      requiresApproval: fields[SiteKeys.approval], showsDayLabels: fields[SiteKeys.dayLabels],
      hasSearch: fields[SiteKeys.search], unit: fields[SiteKeys.unit], footer: fields[SiteKeys.footer],
      officePhones: officePhones, unitLocation: fields.location(of: SiteKeys.unit.form.name),
      signingKey: fields[SiteKeys.signingKey],
      signingKeyLocation: fields.location(of: SiteKeys.signingKey.form.name))
    configuration.keepReleases = fields[SiteKeys.keepReleases]
    if configuration.unit == nil { configuration.unitName = fields.text(SiteKeys.unit.form.name) }
    configuration.shareCards = fields[SiteKeys.shareCards]
    configuration.showsDutyNames = fields[SiteKeys.dutyNames]
    configuration.officeEmails = officeEmails
    configuration.remoteImages = fields[SiteKeys.remoteImages]
    configuration.linkSchemes = fields[SiteKeys.linkSchemes]
    configuration.errors = Set(fields[SiteKeys.errors])
    configuration.license = fields[SiteKeys.license]
    configuration.region = fields[SiteKeys.region]
    fields.finish(knows: keys.map(\.name))
    return configuration
  }

  /// Finds the unit that is written by its name.
  package mutating func nameUnit(_ rows: RowNames) -> [Diagnostic] {
    guard unit == nil, let name = unitName else { return [] }
    let ids = rows.ids(named: name, UnitSubject.self)
    unit = ids.count == 1 ? ids[0] : nil
    if unit != nil || !rows.isRead { return [] }
    if ids.count > 1 {
      let list = ids.map(\.text).joined(separator: ", ")
      return [
        .error(
          "front-matter.ambiguous-name", zh: "叫“\(name)”的不止一个（\(list)）",
          en: "several rows are called “\(name)” (\(list))",
          hint: Message(zh: "改写编号", en: "write the id"), at: unitLocation)
      ]
    }
    let near = Suggestion.nearest(to: name, among: rows.names(UnitSubject.self))
    return [
      .error(
        "reference.missing-unit", zh: "单位表里没有“\(name)”", en: "there is no unit “\(name)”",
        hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
          ?? Message(
            zh: "写单位的名称或编号；它要先在单位表里，并且已经导入", en: "write a unit's name or id; its row is to be imported first"),
        at: unitLocation)
    ]
  }

  private static func checked(baseURL: String, _ fields: FieldReader) -> String? {
    if let normalized = BaseURL.normalized(baseURL) { return normalized }
    fields.problem(
      .error(
        "site.base-url", zh: "“baseURL”应当是网站根地址，如 https://www.example.cn，或带路径的 https://www.example.cn/taoyuan/",
        en: "“baseURL” must be the root of a site, like https://www.example.cn or https://www.example.cn/taoyuan/",
        at: fields.location(of: "baseURL")))
    return nil
  }

  private static func zone(_ fields: FieldReader) -> Zone {
    guard let name = fields[SiteKeys.timeZone] else { return .shanghai }
    do throws(Zone.LookupError) {
      return try Zone.named(name)
    } catch {
      let message =
        error == .unknown
        ? Message(zh: "不认识的时区“\(name)”", en: "unknown time zone “\(name)”")
        : Message(zh: "不支持有夏令时的时区“\(name)”", en: "time zones with daylight saving are not supported: “\(name)”")
      fields.problem(
        Diagnostic(
          .error, "site.time-zone", message, hint: Message(zh: "国内请写 Asia/Shanghai", en: "use Asia/Shanghai in China"),
          at: fields.location(of: "timeZone")))
      return .shanghai
    }
  }
}

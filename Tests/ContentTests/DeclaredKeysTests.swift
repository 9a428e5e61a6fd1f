import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary
import Words

@testable import Content

/// What is declared of files' keys (`Content/Keys`) is what is read of them, no more and no less: each file is made of the declared examples.
@Suite struct DeclaredKeysTests {
  @Test func theSitesKeys() throws {
    let problems = ProblemList()
    problems.asked = []
    let text = Self.yaml(SiteConfiguration.keys)
    let site = try #require(SiteConfiguration.read(text[...], problems: problems))
    #expect(problems.diagnostics.isEmpty, "\(problems.diagnostics)")
    #expect(problems.asked == Set(KeyForm.paths(SiteConfiguration.keys)))
    #expect(site.footer.phone == "0531-0000-1234" && site.linkSchemes == ["weixin"] && site.signingKey != nil)
  }

  /// What holds where nothing is written is what is said of it.
  @Test func theSitesDefaults() throws {
    let silent = try #require(SiteConfiguration.read("title: 甲\nbaseURL: https://a.example\n", problems: ProblemList()))
    let written = SiteConfiguration.keys.compactMap { key in key.standard.map { "\(key.name): \($0)\n" } }.joined()
    let problems = ProblemList()
    let said = try #require(
      SiteConfiguration.read("title: 甲\nbaseURL: https://a.example\n\(written)", problems: problems))
    #expect(problems.diagnostics.isEmpty)
    #expect(said.language == silent.language && said.horizonDays == silent.horizonDays && said.theme == silent.theme)
    #expect(said.database == silent.database && said.requiresApproval == silent.requiresApproval)
    #expect(said.showsDayLabels == silent.showsDayLabels && said.hasSearch == silent.hasSearch)
    #expect(said.keepReleases == silent.keepReleases && said.showsDutyNames == silent.showsDutyNames)
    #expect(said.zone.identifier == silent.zone.identifier)
  }

  /// A key that nobody declared is an error, with the nearest that is, and else with all of them.
  @Test func unknownKeysOfTheSite() {
    let problems = ProblemList()
    _ = SiteConfiguration.read("title: 甲\nbaseURL: https://a.example\nhorizonDay: 3\nzzz: 1\n", problems: problems)
    #expect(problems.diagnostics.map(\.code) == ["front-matter.unknown-key", "front-matter.unknown-key"])
    #expect(problems.diagnostics[0].hint?.en == "did you mean “horizonDays”?")
    #expect(problems.diagnostics[1].hint?.en.contains("baseURL, unit, language") == true)
  }

  @Test(arguments: PageKind.allCases) func pagesKeys(_ kind: PageKind) {
    let keys = Self.merged(PageKeys.common, PageKeys.of(kind))
    var asked: Set<String> = []
    for layout in kind == .list ? ListLayout.allCases.map(Optional.some) : [nil] {
      let problems = ProblemList()
      problems.asked = []
      let text = Self.yaml(keys, ["kind": kind.rawValue, "layout": layout?.rawValue])
      guard let fields = YAMLSource.reader(text, path: "a.md", lineOffset: 0, problems: problems) else {
        Issue.record("\(problems.diagnostics) \(text)")
        return
      }
      var reader = FrontMatterReader(fields)
      _ = reader.kind()
      let common = reader.common()
      _ = Details.read(kind, &reader, unit: common.unit)
      _ = reader.own()
      // Which keys a list has depends on its layout.
      if kind != .list { fields.finish() }
      #expect(Self.formErrors(problems).isEmpty, "\(Self.formErrors(problems)) \(text)")
      asked.formUnion(problems.asked ?? [])
    }
    #expect(asked == Set(KeyForm.paths(keys)))
  }

  @Test(arguments: SlideName.allCases) func screensKeys(_ kind: SlideName) {
    let slide = ScreenKeys.slide + kind.keys
    var asked: Set<String> = []
    for layout in kind == .kind(.list) ? ListLayout.allCases.map(Optional.some) : [nil] {
      // A text stands here or on a page.
      for leftOut in kind == .kind(.text) ? ["text", "page"] : [""] {
        let own = slide.filter { $0.name != leftOut && (leftOut != "text" || $0.name != "approval") }
        let group = own.map { key in
          let value = key.name == "slide" ? kind.rawValue : key.name == "layout" ? layout?.rawValue : nil
          return "\(key.name): \(value ?? key.sample)"
        }
        let playlist = "[{\(group.joined(separator: ", "))}]"
        let problems = ProblemList()
        problems.asked = []
        var keys = ScreenKeys.screen
        keys.removeAll { ["playlist", "dayparts", "evergreen"].contains($0.name) }
        let text =
          Self.yaml(keys) + "playlist: \(playlist)\n"
          + "dayparts: [{name: 午间, days: 工作日, from: \"11:30\", until: \"13:30\", playlist: [{slide: almanac}]}]\nevergreen: []\n"
        _ = ScreenConfiguration.read(
          text[...], path: "a.yaml", language: .simplifiedChinese,
          numbers: PersonalNumberCheck(path: "a.yaml", officePhones: [], problems: problems), problems: problems)
        let errors = Self.formErrors(problems).filter { kind != .kind(.list) || $0 != "front-matter.unknown-key" }
        #expect(errors.isEmpty, "\(problems.diagnostics) \(text)")
        asked.formUnion((problems.asked ?? []).filter { !$0.hasPrefix("dayparts.playlist.") })
      }
    }
    #expect(asked == Set(KeyForm.paths(ScreenKeys.screen) + KeyForm.paths(slide, below: "playlist.")))
  }

  /// Of the weather, as JSON: the declared examples are a whole file, and nothing else is known.
  @Test func theWeathersKeys() throws {
    let site = try TemporarySite([WeatherReport.file: Self.flow(WeatherKeys.report)])
    let (content, problems) = try site.load()
    #expect(problems.isEmpty, "\(problems)")
    let report = try #require(content?.weather)
    #expect(report.until == report.observedAt + 120 && report.days.count == 1 && report.warnings.count == 1)
    #expect(report.reading?.air == 86 && report.warnings[0].level == .blue && report.place == "示范区")
    let known = Set(KeyForm.paths(WeatherKeys.report))
    #expect(known.count == 6 + 5 + 5 + 6)
  }

  private static func flow(_ keys: [KeyForm]) -> String {
    "{" + keys.map { "\($0.name): \($0.sample)" }.joined(separator: ", ") + "}"
  }

  @Test func everyKeyIsExplained() {
    let all =
      SiteConfiguration.keys + PageKeys.common + PageKind.allCases.flatMap(PageKeys.of) + ScreenKeys.screen
      + ScreenKeys.slide + SlideName.allCases.flatMap(\.keys) + WeatherKeys.report
    for key in all {
      #expect(!key.about.zh.isEmpty && !key.about.en.isEmpty, "\(key.name)")
      #expect(key.about.zh.contains { $0 > "\u{2E80}" }, "\(key.name)")
    }
  }

  // MARK: Files of examples

  /// The later of two keys of one name holds.
  private static func merged(_ common: [KeyForm], _ own: [KeyForm]) -> [KeyForm] {
    common.filter { key in !own.contains { $0.name == key.name } } + own
  }

  private static func yaml(_ keys: [KeyForm], _ values: [String: String?] = [:]) -> String {
    keys.map { "\($0.name): \((values[$0.name] ?? nil) ?? $0.sample)\n" }.joined()
  }

  /// That something is not known or written otherwise than it must be; what contradicts something else is no matter here.
  private static func formErrors(_ problems: ProblemList) -> [String] {
    problems.diagnostics.map(\.code).filter {
      ["front-matter.unknown-key", "front-matter.wrong-value", "front-matter.missing-key", "yaml.syntax"].contains($0)
    }
  }
}

import Activities
import Artifacts
import Assembly
import CivilTime
import Community
import Diagnostics
import Parallel
import TestSupport
import Testing
import Vocabulary
import Words

@testable import Starter

/// A new site and new pages, as `gongshi init` and `gongshi new` make them.
@Suite struct NewSiteTests {
  /// What an office may be called, and the days on which somebody begins: a Wednesday, a leap day, the turn of a year whose holidays are not known.
  private static let beginnings: [(Language, String, String)] = [
    (.simplifiedChinese, "桃园社区", "2026-11-21"), (.simplifiedChinese, "第1网格: “东区”", "2026-11-25"),
    (.simplifiedChinese, "702", "2026-12-31"), (.traditionalChinese, "桃園社區", "2028-02-29"),
    (.english, "Peach \"Garden\", No. 1", "2026-11-21"), (.english, "yes", "2030-06-15"),
  ]

  private func instant(_ day: String) -> Instant { TimeText.parseInstant("\(day)T09:00:00+08:00")! }

  /// The site's directory with its database, as `gongshi init` leaves it.
  private func site(_ language: Language, _ unit: String, _ day: String) throws -> TemporarySite {
    let site = NewSite(
      title: NewSite.title(of: unit, language), unit: unit, language: language,
      today: TimeText.parseDate(day)!)
    let directory = try TemporarySite()
    for file in site.files { try directory.write(file.path, file.bytes) }
    let database = ActivityDatabase(path: directory.path + "/content/activities.sqlite", shownPath: "activities.sqlite")
    #expect(try database.create().isEmpty)
    var options = TableImport.Options(now: TimeText.parseLocal("\(day)T09:00")!)
    options.applies = true
    let (_, problems) = try TableImport(into: database, options).run([directory.path + "/" + NewSite.sheets])
    #expect(problems.isEmpty)
    return directory
  }

  /// It has no `themes/` and no holidays of its own.
  @Test(arguments: beginnings)
  func aNewSiteIsPublishedWithoutAWarning(_ language: Language, _ unit: String, _ day: String) throws {
    let directory = try site(language, unit, day)
    let options = Site.Options(directory: directory.path, now: instant(day), jobs: Jobs(1))
    let (built, problems) = try Site.load(options)
    #expect(problems.isEmpty, "\(problems.map(\.code))")
    let paths = Set(try #require(built).artifacts.map(\.path.file))
    #expect(
      paths.isSuperset(of: ["index.html", "screens/hall/index.html", "schedule/index.html", "feeds/v1/index.json"]))
    #expect(paths.contains { $0.hasPrefix("notices/") && $0.hasSuffix("/index.html") && $0 != "notices/index.html" })
    let community = try #require(built).community
    #expect(community.occurrences.count { $0.start.date.weekday == .wednesday } >= 2)
    #expect(community.units.all.map(\.name) == [unit])
  }

  /// Whatever the kind, it is read without an error as it stands; that its text is missing is told.
  @Test(arguments: [Language.simplifiedChinese, .traditionalChinese, .english])
  func newPagesAreRead(_ language: Language) throws {
    let day = "2026-11-21"
    let directory = try site(language, "桃园社区", day)
    for kind in PageKind.allCases where kind != .list {
      var page = NewPage(kind: kind, title: "新：\(kind.code) \"甲\"")
      page.unit = UnitID("tao-yuan-she-qu")
      if kind == .venue { page.venue = VenueID(language == .english ? "activity-room" : "huo-dong-shi") }
      let file = try #require(page.file(language, today: TimeText.parseDate(day)!))
      #expect(file.path.hasPrefix("content/\(kind.section ?? "pages")/xin-\(kind.code)-jia.md"))
      try directory.write(file.path, file.bytes)
    }
    let (built, problems) = try Site.load(
      Site.Options(directory: directory.path, now: instant(day), jobs: Jobs(1)))
    #expect(Set(problems.map(\.code)) == ["page.empty"], "\(problems)")
    #expect(try #require(built).artifacts.contains { $0.path.file == "notices/xin-notice-jia/index.html" })
  }

  /// Of a release below a path of its host, no page leads to the host's root, and what is absolute lies below the path.
  @Test func aSiteMayLieBelowAPath() throws {
    let directory = try site(.simplifiedChinese, "桃园社区", "2026-11-21")
    var options = Site.Options(directory: directory.path, now: instant("2026-11-21"), jobs: Jobs(1))
    options.baseURL = "https://example.org/community/"
    let (built, problems) = try Site.load(options)
    #expect(problems.isEmpty)
    var pages = 0
    for artifact in try #require(built).artifacts where artifact.mediaType == .html {
      guard case .made(let make) = artifact.body else { continue }
      let html = String(decoding: make(), as: UTF8.self)
      pages += 1
      for match in html.matches(of: #/(?:href|src|action|data-feed)="(\/[^"]*)"/#) {
        #expect(match.1.hasPrefix("/community/"), "\(artifact.path): \(match.1)")
      }
    }
    #expect(pages > 20)
    let texts = try #require(built).artifacts.filter {
      ["atom.xml", "sitemap.xml", "feeds/v1/index.json"].contains($0.path.file)
    }
    for artifact in texts {
      let bytes =
        switch artifact.body {
        case .bytes(let bytes): bytes
        case .made(let make): make()
        case .copy: [] as [UInt8]
        }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("https://example.org/community/") && !text.contains("example.org/notices"))
    }
    #expect(texts.count == 3)
  }

  @Test(arguments: [
    ("notice", PageKind.notice, NoticeCategory?.none), ("公告", .notice, .none), ("公示", .notice, .publicNotice),
    ("招募", .notice, .recruitment), ("場所", .venue, .none), ("队伍", .team, .none), ("普通页面", .page, .none),
  ])
  func kindsAreKnownByWhatTheyAreCalled(_ text: String, _ kind: PageKind, _ category: NoticeCategory?) throws {
    let found = try #require(NewPage.kind(text))
    #expect(found.kind == kind)
    #expect(category == nil || found.category == category)
  }

  @Test func aTitleThatGivesNoNameIsNamedByItsDay() {
    let page = NewPage(kind: .notice, title: "？！")
    #expect(
      page.file(.english, today: TimeText.parseDate("2026-11-21")!)?.path == "content/notices/notice-2026-11-21.md")
  }

  @Test(arguments: [("桃园社区公示", "桃园社区"), ("桃园社区", "桃园社区"), ("公示", "公示"), ("泉溪街道官网", "泉溪街道")])
  func theUnitIsToldByTheTitle(_ title: String, _ unit: String) { #expect(NewSite.unit(of: title) == unit) }

  @Test(arguments: [
    ("停水通知", "停水通知"), ("a: b", "\"a: b\""), ("yes", "\"yes\""), ("702", "\"702\""), ("说“不”", "说“不”"),
    ("\"\\", "\"\\\"\\\\\""), ("# 一", "\"# 一\""), ("2026-11-21", "2026-11-21"),
  ])
  func yamlTakesItForTheSameText(_ text: String, _ written: String) { #expect(FilledText.scalar(text) == written) }

  @Test func blanksWithoutAValueTakeTheirLinesAway() {
    let text = "---\ntitle: {{title}}\nunit: {{unit}}\n---\n{{title}}\n"
    #expect(
      FilledText(["title": "a: b"]).fill(text, of: "x.md") == Array("---\ntitle: \"a: b\"\n---\na: b\n".utf8))
    #expect(
      FilledText(["a": "x,y"]).fill("h\n{{a}}\n", of: "x.csv") == [0xEF, 0xBB, 0xBF] + Array("h\r\n\"x,y\"\r\n".utf8))
  }
}

import CivilTime
import Diagnostics
import Testing
import Vocabulary

@testable import Content

/// Brands' editions, methods told by numbers, agreements, premises, videos: as they are written.
@Suite struct BrandReaderTests {
  private func read(_ keys: String, kind: String = "brand") -> (Page?, [Diagnostic]) {
    let text = "---\ntitle: 甲\nkind: \(kind)\n\(keys)\n---\n"
    let (result, problems) = PageReader(file: "content/brands/a.md", officePhones: []).read(Array(text.utf8))
    return (result.page, problems.inReadingOrder())
  }

  private func places(_ keys: String, kind: String = "brand") -> [String] {
    read(keys, kind: kind).1.map { "\($0.location!) \($0.code)" }
  }

  private func brand(_ keys: String) throws -> BrandDetails {
    let (page, problems) = read(keys)
    #expect(problems.map(\.code) == [])
    guard case .brand(let brand) = try #require(page).details else { throw Missing() }
    return brand
  }

  private struct Missing: Error {}
  private func day(_ text: String) -> CivilDate { TimeText.parseDate(text)! }

  // MARK: Editions

  @Test func theEditionFollowsFromTheDay() throws {
    let brand = try brand(
      """
      editions:
        - {edition: "1.0", name: 社区派活, from: 2020, until: 2021-06}
        - {edition: "2.0", from: 2022年3月, changes: [单位自己挑, 每季度认领]}
        - {edition: "3.0", from: 2027-01-15}
      """)
    let days = ["2019-12-31", "2020-01-01", "2021-06-30", "2021-07-01", "2022-03-01", "2027-01-14", "2027-01-15"]
    #expect(
      days.map { brand.edition(on: day($0))?.name } == [nil, "1.0", "1.0", nil, "2.0", "2.0", "3.0"])
    #expect(brand.editions[1].changes == ["单位自己挑", "每季度认领"] && brand.editions[0].title == "社区派活")
  }

  @Test func oneEditionWithoutADateIsStillRead() throws {
    let brand = try brand("edition: 2.0\nsince: 2019年")
    #expect(brand.edition(on: day("1999-01-01"))?.name == "2.0" && brand.since == "2019年")
  }

  @Test(arguments: [
    ("editions:\n- {edition: a, from: 2020}\n- {edition: b, from: 2019-12}", "6:22", "brand.edition-order"),
    (
      "editions:\n- {edition: a, from: 2020, until: 2021-06}\n- {edition: b, from: 2021-06-30}", "6:22",
      "brand.edition-overlap"
    ),
    ("editions:\n- {edition: a, from: 2020}\n- {edition: a, from: 2021}", "6:13", "brand.edition-twice"),
    ("editions:\n- {edition: a, from: 2020, until: 2019}", "5:35", "brand.edition-ends-early"),
    ("editions:\n- {edition: a}", "5:3", "front-matter.missing-key"),
    ("editions:\n- {edition: a, from: 昨天}", "5:22", "front-matter.wrong-value"),
    ("edition: 1.0\neditions:\n- {edition: a, from: 2020}", "4:10", "brand.two-editions"),
  ])
  func wrongEditions(keys: String, place: String, code: String) {
    #expect(places(keys) == ["content/brands/a.md:\(place) \(code)"])
  }

  // MARK: Methods

  private func method(_ name: String, _ counts: String...) -> String {
    let parts = counts.map { count in
      let items = (0..<(Int(count) ?? 2)).map { "条\($0)" }.joined(separator: ", ")
      return "  - {count: \(count), name: 项, items: [\(items)]}"
    }
    return "method:\n  name: \"\(name)\"\n  parts:\n" + parts.joined(separator: "\n")
  }

  /// Names as they are given in reports.
  @Test(arguments: [
    ("345", ["3", "4", "5"]), ("345工作法", ["3", "4", "5"]), ("1+1+N", ["1", "1", "N"]),
    ("1团8队5平台N菜单", ["1", "8", "5", "N"]), ("一平台四联动两覆盖", ["1", "4", "2"]), ("一长六员", ["1", "6"]),
    ("1+12", ["1", "12"]), ("112", ["1", "12"]), ("３＋Ｎ", ["3", "N"]), ("三张清单", ["3"]), ("一网连心1+1+N", ["1", "1", "N"]),
    ("十二条", ["12"]), ("二十一项", ["21"]), ("一心为民", ["3", "4"]), ("同心圆", ["3"]), ("三五成群", ["3", "2"]), ("BRAND 3", ["3"]),
  ])
  func aNameAgreesWithItsParts(name: String, counts: [String]) {
    #expect(places(methodOf(name, counts)) == [])
  }

  private func methodOf(_ name: String, _ counts: [String]) -> String {
    counts.dropFirst().reduce(method(name, counts[0])) { text, count in
      text + "\n" + method("", count).split(separator: "\n").dropFirst(3).joined(separator: "\n")
    }
  }

  @Test(arguments: [
    ("345", ["3", "4"], "error"), ("1+1+N", ["1", "1", "2"], "error"), ("一长六员", ["1", "5"], "error"),
    ("一长六员", ["1", "6", "2"], "warning"), ("10", ["1"], "error"), ("3333333333", ["3", "3"], "error"),
  ])
  func aNameThatDoesNot(name: String, counts: [String], severity: String) throws {
    let (page, problems) = read(methodOf(name, counts))
    let problem = try #require(problems.first)
    #expect(problems.count == 1 && problem.code == "method.name" && "\(problem.severity)" == severity)
    #expect(problem.message.zh.contains(name) && problem.message.zh.contains(counts.joined(separator: "、")))
    #expect("\(problem.location!)" == "content/brands/a.md:5:9" && page != nil)
  }

  @Test func bothFiguresAreTold() throws {
    let (_, problems) = read("method:\n  name: 甲\n  parts:\n  - {count: 3, name: 平台, items: [说, 议]}")
    let problem = try #require(problems.first)
    #expect(problem.code == "method.count" && "\(problem.location!)".hasPrefix("content/brands/a.md:7:"))
    #expect(problem.message.zh.contains("3 个") && problem.message.zh.contains("2 个"))
  }

  @Test(arguments: ["0", "100", "三个", "3.5", "-1", "NN", "[3]"])
  func aCountIsANumberOrN(count: String) {
    let found = places("method:\n  name: 甲\n  parts:\n  - {count: \(count), name: 平台, items: [说]}")
    #expect(found.count == 1 && found[0].hasPrefix("content/brands/a.md:7:"))
  }

  @Test func countsMayBeWrittenInChinese() throws {
    let (page, problems) = read("method:\n  name: 甲\n  parts:\n  - {count: 两, name: 平台, items: [说, 议]}", kind: "page")
    #expect(problems.isEmpty && page?.method?.parts.map(\.count) == [.number(2)])
  }

  // MARK: Carriers

  @Test func carriersLeadToWhatTheyAre() throws {
    let (page, problems) = read(
      "carriers:\n- 楼下小板凳\n- {title: 宣讲堂, venue: hall}\n- {title: 四点半, activity: class}\n- {title: 队, team: rangers}")
    #expect(problems.isEmpty)
    guard case .brand(let brand) = try #require(page).details else { throw Missing() }
    #expect(brand.carriers.map(\.title) == ["楼下小板凳", "宣讲堂", "四点半", "队"])
    #expect(
      brand.carriers.map(\.subject) == [
        nil, .venue(.init("hall")!), .activity(.init("class")!), .page(.team, Slug("rangers")!),
      ])
    #expect(
      page?.references.map(\.target) == [
        .venue(.init("hall")!), .activity(.init("class")!), .page(.team, Slug("rangers")!),
      ])
  }

  @Test(arguments: [
    ("carriers: [{venue: hall}]", "4:12", "front-matter.missing-key"),
    ("carriers: [{title: 甲, venue: hall, team: rangers}]", "4:42", "front-matter.two-subjects"),
    ("carriers: [{title: 甲, venu: hall}]", "4:23", "front-matter.unknown-key"),
    ("carriers: [{title: 甲, venue: 宣讲堂}]", "4:30", "front-matter.wrong-value"),
  ])
  func wrongCarriers(keys: String, place: String, code: String) {
    #expect(places(keys) == ["content/brands/a.md:\(place) \(code)"])
  }

  // MARK: Agreements and premises

  @Test func anAgreementHoldsToTheEndOfWhatIsStated() throws {
    let (page, problems) = read(
      "type: co-building\nagreement: {from: 2024-10-21, until: 2026-10, assessed: 2026-09, result: 续签}", kind: "partner"
    )
    #expect(problems.isEmpty)
    guard case .partner(let partner) = try #require(page).details else { throw Missing() }
    let agreement = try #require(partner.agreement)
    #expect(
      partner.type == .coBuilding && agreement.firstDay == day("2024-10-21") && agreement.lastDay == day("2026-10-31"))
    #expect(!agreement.hasEnded(on: day("2026-10-31")) && agreement.hasEnded(on: day("2026-11-01")))
  }

  @Test(arguments: [
    ("agreement: {from: 2026-10, until: 2026-09}", "partner.agreement-order"),
    ("agreement: {result: 续签}", "partner.result-without-day"), ("agreement: {til: 2026}", "front-matter.unknown-key"),
    ("agreement: 2026", "front-matter.wrong-value"),
    ("premises: {area: 100, offices: 60, shared: 50}", "premises.parts"),
    ("premises: {offices: 60}", "premises.area"), ("premises: {area: 0}", "premises.area"),
    ("premises: {area: 很大}", "front-matter.wrong-value"),
  ])
  func wrongAgreementsAndPremises(keys: String, code: String) {
    let (_, problems) = read("type: space\n\(keys)", kind: "partner")
    #expect(
      problems.map(\.code) == [code] && problems.allSatisfy { $0.hint != nil || $0.code == "front-matter.wrong-value" })
  }

  @Test func thePartsOfPremisesMayBeAllOfThem() throws {
    let premises = try #require(try brand("premises: {area: 2500, offices: 150, shared: 1910, given: 440}").premises)
    #expect(premises.rest == 0)
    let (_, problems) = read("premises: {area: 2500, offices: 150.5, shared: 1910, given: 440}")
    #expect(
      problems.first?.message.zh.contains("2500.5") == true && problems.first?.message.zh.contains("2500 ") == true)
  }

  // MARK: Videos

  @Test func aPageOffersVideos() {
    let (page, problems) = read(
      "video: [{title: 回放, url: \"https://v.example/1\"}, \"http://v.example/2\"]", kind: "page")
    #expect(problems.isEmpty)
    #expect(
      page?.videos.map(\.url) == ["https://v.example/1", "http://v.example/2"]
        && page?.videos.map(\.title) == ["回放", nil])
  }

  @Test(arguments: [
    "javascript:alert(1)", "ftp://v.example/1", "v.example/1", "https://", "https:///x", "https://a b", "/files/a.mp4",
    "https://v.example/" + String(repeating: "x", count: 300), "data:text/html,x",
  ])
  func onlyWebAddressesAreVideos(url: String) {
    let (page, problems) = read("video: [{url: \"\(url)\"}]", kind: "page")
    #expect(problems.map(\.code) == ["video.url"] && page?.videos.isEmpty != false)
  }
}

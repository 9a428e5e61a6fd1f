import Diagnostics
import TestSupport
import Testing

@testable import Content

@Suite struct TermListTests {
  private static func problems(_ yaml: String, _ files: [String: String] = [:]) throws -> [String] {
    var files = files
    files["content/terms.yaml"] = yaml
    return try TemporarySite(files).problems()
  }

  private static let car = "terms:\n  - {wrong: 电瓶车, right: 电动自行车, level: error, source: 国标}\n"

  @Test func whereItStands() throws {
    let page = "---\ntitle: 骑电瓶车\nkind: page\n# 电瓶车\nsummary: 电瓶车\n---\n正文\n\n一辆电**瓶**车，\n[电瓶车](/files/电瓶车.pdf)\n"
    let site = try TemporarySite([
      "content/terms.yaml": Self.car, "content/a.md": page, "content/screens/a.yaml": "id: a\ntitle: 电瓶车\n",
    ])
    #expect(
      try site.problems().filter { $0.contains("term.") } == [
        "content/a.md:2:9 term.wrong", "content/a.md:5:10 term.wrong", "content/a.md:9:3 term.wrong",
        "content/a.md:10:2 term.wrong", "content/screens/a.yaml:2:8 term.wrong",
      ])
    let said = try #require(try site.load().1.first { $0.code == "term.wrong" })
    #expect(said.severity == .error && said.message.zh == "“电瓶车”应写作“电动自行车”")
    #expect(said.hint?.zh.contains("依据：国标") == true)
  }

  @Test func theSitesOwnTitle() throws {
    let site = try TemporarySite(["content/terms.yaml": Self.car], site: "title: 电瓶车\nbaseURL: https://a.example\n")
    #expect(try site.problems() == ["content/site.yaml:1:8 term.wrong"])
  }

  @Test func warnsUnlessItIsToldOtherwise() throws {
    let site = try TemporarySite([
      "content/terms.yaml": "terms: [{wrong: 甲, right: 乙}]\n", "content/a.md": "---\ntitle: 甲\nkind: page\n---\n",
    ])
    let said = try site.load().1
    #expect(said.map(\.severity) == [.warning])
    #expect(said[0].hint?.zh.contains("content/terms.yaml:1") == true)
  }

  @Test(arguments: [
    ("  - {wrong: 甲, right: 乙}\n  - {wrong: 甲, right: 丙}\n", ["3:13 terms.duplicate"]),
    ("  - {wrong: 甲, right: 甲}\n", ["2:13 terms.contradiction"]),
    ("  - {wrong: 甲, right: 乙}\n  - {wrong: 乙, right: 甲}\n", ["2:13 terms.contradiction", "3:13 terms.contradiction"]),
    ("  - {wrong: 残疾, right: 残疾人, except: [残疾人]}\n", []),
    ("  - {wrong: 残疾, right: 残疾人}\n", ["2:13 terms.contradiction"]),
    ("  - {wrong: 电瓶, right: 电池}\n  - {wrong: 电瓶车, right: 电动自行车}\n", ["2:13 terms.overlap"]),
    ("  - {wrong: 电瓶, right: 电池, except: 电瓶车}\n  - {wrong: 电瓶车, right: 电动自行车}\n", []),
    ("  - {wrong: 甲, right: 乙, except: [丙]}\n", ["2:35 terms.useless-exception"]),
    ("  - {wrong: 甲, right: 乙, except: [甲]}\n", ["2:35 terms.useless-exception"]),
    ("  - {wrong: 甲, right: 乙, level: fatal}\n", ["2:33 front-matter.wrong-value"]),
    ("  - {wrong: 甲}\n", ["2:5 front-matter.missing-key"]),
    ("  - {wrong: 甲, right: 乙, note: 丙}\n", ["2:26 front-matter.unknown-key"]),
  ])
  func whatRulesCannotHoldBesideOneAnother(_ rules: String, _ found: [String]) throws {
    #expect(try Self.problems("terms:\n" + rules) == found.map { "content/terms.yaml:" + $0 })
  }

  @Test func withoutRules() throws {
    #expect(try Self.problems("terms: []\n") == ["content/terms.yaml:1:8 front-matter.missing-key"])
    #expect(try Self.problems("- wrong: 甲\n") == ["content/terms.yaml:1:1 yaml.not-a-mapping"])
  }
}

import Artifacts
import CivilTime
import Community
import Diagnostics
import Encoding
import Testing
import Words

@testable import Content
@testable import Pages

@Suite struct ThemeTests {
  private func theme(_ templates: [String: String]) -> (theme: Theme, [Diagnostic]) {
    let templates = templates.sorted { $0.key < $1.key }
    return Theme.compile(
      ThemeSource(
        name: "t", templates: templates.map { .init(name: $0.key, file: "\($0.key).mustache", text: $0.value) },
        statics: []))
  }

  private static let whole = Dictionary(uniqueKeysWithValues: PageTemplate.all.map { ($0.name, "") })

  @Test func everyPageNeedsItsTemplate() {
    #expect(theme(Self.whole).1 == [])
    var lacking = Self.whole
    lacking["notice"] = nil
    let problems = theme(lacking).1
    #expect(problems.map(\.code) == ["theme.missing-template"])
    #expect(problems.map { "\($0.location!)" } == ["themes/t/templates/notice.mustache"])
  }

  @Test func aScriptsWordsStandInItsFile() throws {
    func files(_ words: String) -> ThemeAssets {
      ThemeAssets(
        [
          (.at("assets/site.js"), .javaScript, "site.js", Bytes("var w = \"{{scriptWords}}\";\n".utf8)),
          (.at("assets/style.css"), .css, "style.css", Bytes("a::after { content: \"{{scriptWords}}\" }".utf8)),
        ], scriptWords: words)
    }
    let (one, other) = (files(#"{"over":"已结束"}"#), files(#"{"over":"Over"}"#))
    let texts = one.artifacts.map { if case .bytes(let bytes) = $0.body { bytes.text } else { "" } }
    #expect(texts == ["var w = {\"over\":\"已结束\"};\n", "a::after { content: \"{{scriptWords}}\" }"])
    // Other words are another file, which browsers don't take for the one that they have.
    #expect(one.script != other.script && one.stylesheet == other.stylesheet)
  }

  @Test func aPageIsRenderedWithItsFrame() {
    var templates = Self.whole
    templates["search"] = "{{pageTitle}}|{{searchScript}}|{{site.title}}"
    let site = SiteView.titled("S")
    let frame = FrameView(
      title: "T", description: "", path: "/search/", shared: nil, isArticle: false, showsDaysAhead: false,
      breadcrumbs: [], alternates: [],
      markup: { "" }, site: site, assets: "", navigation: "", footer: "")
    let bytes = theme(templates).theme.render(SearchView(script: "a&b"), in: frame, template: "search")
    #expect(bytes.text == "T · S|a&amp;b|S")
  }
}

extension SiteView {
  fileprivate static func titled(_ title: String) -> SiteView {
    SiteView(
      title: title, baseURL: "", language: .simplifiedChinese, unitName: nil, sections: [], stylesheet: "", script: "",
      viewScript: nil,
      icp: nil,
      police: nil, policeCode: nil, sponsor: nil, siteCode: nil, address: nil, phone: nil,
      horizon: Horizon(now: Instant(seconds: 0), zone: .shanghai, days: 14), zoneOffset: "+08:00", validUntil: "",
      validUntilLabel: "", words: SimplifiedChinese.words, scriptWords: "", calendarURL: nil)
  }
}

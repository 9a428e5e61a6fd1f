import Diagnostics
import Foundation
import Testing
import Vocabulary
import Words

@testable import Content

/// The keys in docs/site.md, docs/pages.md and docs/screens.md are those that are declared. `make golden` writes them anew.
@Suite struct KeysDocumentGoldenTests {
  private static let begin = "<!-- The keys as they are declared; `make golden` writes them. -->\n"
  private static let end = "<!-- End of the keys. -->\n"

  @Test func theSitesKeys() throws {
    let example = SiteConfiguration.keys.map { "\($0.name): \($0.sample)" }.joined(separator: "\n")
    try Self.compare("site.md", Self.table(SiteConfiguration.keys) + "\n```yaml\n\(example)\n```\n")
  }

  @Test func thePagesKeys() throws {
    var text = "\n### Every page 每一页都可以写\n\n" + Self.table(PageKeys.common)
    for kind in PageKind.allCases {
      text += "\n### `\(kind.rawValue)` \(SimplifiedChinese.words.label(kind))\n\n" + Self.table(PageKeys.of(kind))
    }
    try Self.compare("pages.md", text)
  }

  @Test func theScreensKeys() throws {
    var text = "\n" + Self.table(ScreenKeys.screen) + "\nEvery slide 每个画面都可以写：\n\n" + Self.table(ScreenKeys.slide)
    text += "\nEach kind has more 各种画面另有：\n\n| `slide` | | its keys | |\n|---|---|---|---|\n"
    for kind in SlideName.allCases {
      for (index, row) in Self.rows(kind.keys).enumerated() {
        let name = index == 0 ? "`\(kind.rawValue)` | \(SimplifiedChinese.words.title(kind))" : " | "
        text += "| \(name) | \(row.key): \(row.holds) | \(row.en) \(row.zh) |\n"
      }
    }
    text += "\n`content/data/weather.json` 天气文件：\n\n" + Self.table(WeatherKeys.report)
    try Self.compare("screens.md", text)
  }

  private static func compare(_ name: String, _ wanted: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "docs/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: begin)?.upperBound)
    let end = try #require(text.range(of: end)?.lowerBound)
    let wanted = wanted + "\n"
    if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
      try (text[..<start] + wanted + text[end...]).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(String(text[start..<end]) == wanted, "run `make golden`, then look at the difference")
  }

  // MARK: Writing

  private static func table(_ keys: [KeyForm]) -> String {
    "| key | 键 | holds | | 说明 |\n|---|---|---|---|---|\n"
      + rows(keys).map { "| \($0.key) | \($0.chinese) | \($0.holds) | \($0.en) | \($0.zh) |\n" }.joined()
  }

  private static func rows(
    _ keys: [KeyForm], in group: String = ""
  ) -> [(key: String, chinese: String, holds: String, en: String, zh: String)] {
    keys.flatMap { key in
      let usual = key.standard.map { "; `\($0)` by default" } ?? (key.isRequired ? "; **required**" : "")
      let row = (
        key: group + "`\(key.name)`", chinese: key.chineseName ?? "", holds: key.kind.text.en + usual, en: key.about.en,
        zh: key.about.zh
      )
      // What an entry may lead to is one of many, which are one row.
      let leads = key.members.filter { NamedSubject.keys.contains($0.name) }
      var inner = rows(key.members.filter { !NamedSubject.keys.contains($0.name) }, in: group + "`\(key.name)` · ")
      if let first = leads.first {
        inner.append(
          (
            key: group + "`\(key.name)` · " + leads.map { "`\($0.name)`" }.joined(separator: " "), chinese: "",
            holds: first.kind.text.en, en: first.about.en, zh: first.about.zh
          ))
      }
      return [row] + inner
    }
  }
}

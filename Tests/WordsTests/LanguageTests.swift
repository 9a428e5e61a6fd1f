import Testing

@testable import Words

@Suite struct LanguageTests {
  @Test(arguments: [
    ("zh-Hans", Language.simplifiedChinese), ("zh", .simplifiedChinese), ("zh-CN", .simplifiedChinese),
    ("zh_cn", .simplifiedChinese), ("zh-SG", .simplifiedChinese), ("zh-Hans-HK", .simplifiedChinese),
    ("zh-Hant", .traditionalChinese), ("zh-TW", .traditionalChinese), ("zh-HK", .traditionalChinese),
    ("ZH-MO", .traditionalChinese), ("zh-Hant-TW", .traditionalChinese), ("en", .english), ("en-GB", .english),
    ("en_US", .english),
  ])
  func isWhatPeopleMean(tag: String, language: Language) {
    #expect(Language(tag: tag) == language)
  }

  @Test(arguments: ["", "-", "de", "zhong", "中文", "english", "en-", "zh Hans", "en-toolongforit"])
  func othersAreNone(tag: String) {
    #expect(Language(tag: tag) == nil)
  }

  @Test func eachAnswersToItsTag() {
    for language in Language.allCases { #expect(Language(tag: language.tag) == language) }
  }
}

/// All that a language says without parameters, by name.
func plainWords(_ words: any Words) -> [(name: String, text: String)] {
  Mirror(reflecting: words).children.flatMap { child -> [(name: String, text: String)] in
    let name = child.label ?? ""
    if let text = child.value as? String { return [(name, text)] }
    if let pair = child.value as? CountedText { return [(name, pair.one), (name, pair.other)] }
    return []
  }
}

@Suite struct WordsTests {
  @Test(arguments: Language.allCases)
  func wordsAreTextWithoutMarkup(language: Language) {
    let words = plainWords(language.words)
    #expect(words.count > 180)
    for (name, text) in words {
      #expect(!text.isEmpty, "\(name)")
      #expect(!text.contains { "<>&\"'".contains($0) }, "\(name): \(text)")
    }
  }

  /// A pattern of one language has the places that those of the others have.
  @Test(arguments: Language.allCases)
  func patternsHaveTheSamePlaces(language: Language) {
    func places(_ text: String) -> Set<Substring> { Set(text.matches(of: #/\{\w+\}/#).map(\.output)) }
    let ours = Dictionary(plainWords(language.words).map { ($0.name, places($0.text)) }) { $0.union($1) }
    for (name, text) in plainWords(SimplifiedChinese.words) {
      let theirs = places(text)
      // English names the month beside the day, in either order.
      #expect(ours[name] == theirs, "\(name)")
    }
  }
}

@Suite struct GapTests {
  /// The player breaks lines at these and no others (Player/text.js).
  @Test(arguments: Language.allCases)
  func thePlayerKnowsTheGap(language: Language) {
    #expect([" · ", "　"].contains(language.words.gap))
  }
}

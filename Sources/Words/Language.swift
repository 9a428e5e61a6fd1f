import Vocabulary

/// A language that readers are spoken to in: a site's, or a screen's. What people write stands as they wrote it.
///
/// A further language is a file beside `English.swift`, and its lines here.
package enum Language: String, Term {
  case simplifiedChinese = "zh-Hans"
  case traditionalChinese = "zh-Hant"
  case english = "en"

  package var words: any Words {
    switch self {
    case .simplifiedChinese: SimplifiedChinese.words
    case .traditionalChinese: TraditionalChinese.words
    case .english: English.words
    }
  }

  /// The same for readers who are in a year.
  package func datedWords(in year: Int) -> any Words {
    var words = words
    words.currentYear = year
    return words
  }

  /// As HTML, feeds and alerts name it (BCP 47).
  package var tag: String { rawValue }

  /// Without script and region (ISO 639): `zh`, `en`.
  package var code: String { String(rawValue.prefix { $0 != "-" }) }
}

extension Language {
  /// What a file says, as it is plainly meant: a tag of BCP 47 in any case, with `-` or `_`, with any region: `zh-CN`, `zh_TW`, `en-GB`. nil for a
  /// language that is not spoken here.
  package init?(tag: String) {
    let parts = tag.lowercased().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }.map(String.init)
    guard parts.allSatisfy({ (1...8).contains($0.count) && $0.utf8.allSatisfy(Self.isLetterOrDigit) }) else {
      return nil
    }
    // The longest beginning that a language answers to.
    for count in (1...max(1, parts.count)).reversed() {
      let beginning = parts.prefix(count).joined(separator: "-")
      if let found = Self.allCases.first(where: {
        $0.rawValue.lowercased() == beginning || $0.words.tags.contains(beginning)
      }) {
        self = found
        return
      }
    }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}

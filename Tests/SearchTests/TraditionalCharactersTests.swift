import Foundation
import Testing

@testable import Search
@testable import Vocabulary

struct TraditionalCharactersTests {
  private var pairs: [(traditional: String, simplified: String)] {
    TraditionalCharacters.pairs.map { pair in
      (String(decoding: [pair.traditional], as: UTF16.self), String(decoding: [pair.simplified], as: UTF16.self))
    }
  }

  /// Of the characters that columns and keys are called by, the vocabulary has its own few: those of the table, but for two that people write for
  /// others of the same word.
  @Test func wordsOfColumnsAreTheTables() {
    let table = Dictionary(
      pairs.map { ($0.unicodeScalars.first!, $1.unicodeScalars.first!) }, uniquingKeysWith: { first, _ in first })
    let other = TraditionalForms.simplified.filter { table[$0.key] != $0.value }
    #expect(other == ["衞": "卫", "諮": "咨"])
  }

  /// The table is ICU's.
  @Test func tableIsTheTransforms() {
    #expect(pairs.count > 2800 && Set(pairs.map(\.traditional)).count == pairs.count)
    let wrong = pairs.filter { traditional, simplified in
      traditional.applyingTransform(StringTransform("Hant-Hans"), reverse: false) != simplified
    }
    // A newer ICU may know some better.
    #expect(wrong.count < 20, "\(wrong)")
  }

  /// A browser is given those that a text can be found by.
  @Test func aSiteHasThoseOfItsTexts() {
    let site = Set("社区党群服务，龙".utf16)
    #expect(TraditionalCharacters.table { site.contains($0) } == ["務區羣黨龍", "务区群党龙"])
    #expect(TraditionalCharacters.table { _ in false } == ["", ""])
  }
}

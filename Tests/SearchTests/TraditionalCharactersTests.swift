import Encoding
import Foundation
import Testing
import Words

@testable import Search
@testable import Vocabulary

struct TraditionalCharactersTests {
  /// The characters that the script has under a name.
  private func characters(_ name: String) throws -> String {
    let script = SearchScript.script(SimplifiedChinese.words).text
    let start = try #require(script.range(of: "var \(name) ="))
    let end = try #require(script[start.upperBound...].firstIndex(of: ";"))
    return String(script[start.upperBound..<end].filter { $0.unicodeScalars.first.map { $0.value >= 0x3400 } ?? false })
  }

  /// Of the characters that columns and keys are called by, the vocabulary has its own few: those of the table, but for two that people write for
  /// others of the same word.
  @Test func wordsOfColumnsAreTheTables() throws {
    let table = Dictionary(
      zip(try characters("TRADITIONAL").unicodeScalars, try characters("SIMPLIFIED").unicodeScalars).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first })
    let other = TraditionalForms.simplified.filter { table[$0.key] != $0.value }
    #expect(other == ["衞": "卫", "諮": "咨"])
  }

  /// The table is ICU's.
  @Test func tableIsTheTransforms() throws {
    let (traditionals, simplifieds) = (try characters("TRADITIONAL"), try characters("SIMPLIFIED"))
    let pairs = Array(zip(traditionals, simplifieds))
    #expect(pairs.count > 2800)
    #expect(traditionals.utf16.count == simplifieds.utf16.count)
    let wrong = pairs.filter { traditional, simplified in
      String(traditional).applyingTransform(StringTransform("Hant-Hans"), reverse: false) != String(simplified)
    }
    // A newer ICU may know some better.
    #expect(wrong.count < 20, "\(wrong)")
  }
}

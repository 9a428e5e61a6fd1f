import Foundation
import Testing
import Words

@testable import Search

struct TraditionalCharactersTests {
  /// The characters that the script has under a name.
  private func characters(_ name: String) throws -> String {
    let script = SearchScript.script(SimplifiedChinese.words).text
    let start = try #require(script.range(of: "var \(name) ="))
    let end = try #require(script[start.upperBound...].firstIndex(of: ";"))
    return String(script[start.upperBound..<end].filter { $0.unicodeScalars.first.map { $0.value >= 0x3400 } ?? false })
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

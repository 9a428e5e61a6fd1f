import Foundation
import Testing

@testable import Search

struct TraditionalCharactersTests {
  /// The table is ICU's.
  @Test func tableIsTheTransforms() {
    let pairs = Array(zip(TraditionalCharacters.traditional, TraditionalCharacters.simplified))
    #expect(pairs.count > 2800)
    #expect(TraditionalCharacters.traditional.utf16.count == TraditionalCharacters.simplified.utf16.count)
    let wrong = pairs.filter { traditional, simplified in
      String(traditional).applyingTransform(StringTransform("Hant-Hans"), reverse: false) != String(simplified)
    }
    // A newer ICU may know some better.
    #expect(wrong.count < 20, "\(wrong)")
  }
}

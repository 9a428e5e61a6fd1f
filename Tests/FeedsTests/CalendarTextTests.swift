import Testing

@testable import Encoding
@testable import Feeds

@Suite struct CalendarTextTests {
  private func lines(_ text: String) -> [[UInt8]] {
    var out = CalendarText()
    out.text("DESCRIPTION", text)
    #expect(out.bytes.suffix(2) == [13, 10])
    return out.bytes.text.split(separator: "\r\n").map { Array($0.utf8) }
  }

  @Test(arguments: [0, 1, 20, 21, 22, 62, 63, 64, 65, 100, 500])
  func foldsAtSeventyFiveOctetsBetweenCharacters(count: Int) {
    for character in ["a", "课", "𠮷"] {
      let text = String(repeating: character, count: count)
      let lines = lines(text)
      #expect(lines.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
      let unfolded = lines.enumerated().flatMap { $0.offset == 0 ? $0.element[...] : $0.element.dropFirst() }
      #expect(String(decoding: unfolded, as: UTF8.self) == "DESCRIPTION:" + text)
    }
  }

  @Test func escapesTextAndDropsControls() {
    #expect(String(decoding: lines("a,b;c\\d\ne\u{7}f\r")[0], as: UTF8.self) == "DESCRIPTION:a\\,b\\;c\\\\d\\nef")
  }
}

import Testing

@testable import Diagnostics

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("屏幕", 4), ("（3 分钟前）", 12), ("é", 1), ("e\u{301}", 1), ("𠮷", 2), ("ｶﾅ", 2), ("ＡＢ", 4),
    ("—", 1), ("\u{200B}", 0),
  ])
  func textTakesAsManyCells(text: String, cells: Int) {
    #expect(DisplayWidth.cells(text) == cells)
    #expect(DisplayWidth.cells(DisplayWidth.padded(text, to: 20)) == 20)
    #expect(DisplayWidth.padded(text, to: 0) == text)
  }
}

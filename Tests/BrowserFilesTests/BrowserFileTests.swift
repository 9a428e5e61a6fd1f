import Encoding
import Testing

@testable import BrowserFiles

struct BrowserFileTests {
  @Test func scriptsAreOneClosure() {
    for script in [BrowserFile.player.enclosed.text, BrowserFile.search.enclosed.text] {
      #expect(script.hasPrefix("(function () {\n\"use strict\";\nvar "))
      #expect(script.hasSuffix("\n}());\n"))
      #expect(!script.contains("\n/*") && !script.contains("\n ") && !script.contains("\n\n"))
    }
  }

  @Test func everyFileIsThere() {
    let files = [BrowserFile.player, .screenStyle, .screenWorker, .search]
    #expect(files.allSatisfy { $0.published.count > 1000 && $0.published.last == UInt8(ascii: "\n") })
    #expect(BrowserFile.screenStyle.published.text.hasPrefix("html, body {"))
    #expect(BrowserFile.screenWorker.published.text.hasPrefix("\"use strict\";\n"))
  }
}

import Foundation
import Testing

@testable import Encoding

@Suite struct JSONWriterTests {
  @Test func writesAnObjectThatAnotherParserReads() throws {
    var json = JSONWriter()
    json.object { json in
      json.field("text", "引号\" 反斜杠\\ 换行\n 控制\u{1} <script>")
      json.field("number", 45.5)
      json.field("whole", 45.0)
      json.field("nothing", nil as String?)
      json.field("flag", true)
      json.field("list", ["a", "b"])
      json.key("objects")
      json.array([1, 2]) { json, number in json.object { $0.field("n", number) } }
    }
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    #expect(parsed["text"] as? String == "引号\" 反斜杠\\ 换行\n 控制\u{1} <script>")
    #expect(parsed["number"] as? Double == 45.5)
    #expect(parsed["nothing"] is NSNull)
    #expect((parsed["objects"] as? [[String: Int]])?.map { $0["n"] } == [1, 2])
    #expect(json.string.contains("\"whole\":45,"))
  }

  @Test func everyControlCharacterIsEscaped() throws {
    let text = String(String.UnicodeScalarView((0..<0x20).map { Unicode.Scalar(UInt8($0)) }))
    var json = JSONWriter()
    json.array([text]) { $0.value($1) }
    let parsed = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
    #expect(parsed == [text])
  }

  @Test func htmlSafeNeverClosesAScript() {
    var json = JSONWriter(htmlSafe: true)
    json.value("</script><!--")
    #expect(!json.string.contains("<"))
  }
}

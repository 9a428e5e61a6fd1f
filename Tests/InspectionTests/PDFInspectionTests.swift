import Artifacts
import CZlib
import Testing

@testable import Inspection

@Suite struct PDFInspectionTests {
  private static func pdf(_ objects: String, trailer: String = "/Root 1 0 R") -> [UInt8] {
    Array(
      "%PDF-1.7\n%\u{e4}\n1 0 obj\n<< /Type /Catalog >>\nendobj\n\(objects)\ntrailer\n<< \(trailer) >>\nstartxref\n9\n%%EOF\n"
        .utf8)
  }

  private static func lines(_ bytes: [UInt8]) throws -> [String] {
    let found = try FileInspection.of(bytes)
    #expect(found.content == .format(.pdf))
    return found.lines
  }

  @Test func addressesOfPersons() throws {
    let objects = "2 0 obj << /Title (wangxm@qq.com) /URI (mailto:li.si@163.com) >> endobj"
    let found = try FileInspection.of(Self.pdf(objects), emails: ["@ju.example"]).lines
    #expect(found == ["w***@qq.com annotations", "l***@163.com links"])
  }

  @Test(arguments: [
    (
      "2 0 obj << /Author (Zhang \\(San\\)) /Producer (Skia) >> endobj",
      ["author(\"Zhang (San)\", Inspection.Finding.Role.author)"]
    ),
    ("2 0 obj << /Author <FEFF5F204E09> >> endobj", ["author(\"张三\", Inspection.Finding.Role.author)"]),
    ("2 0 obj << /Author () /Title (a) >> endobj", []),
    ("2 0 obj << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj", ["script"]),
    ("2 0 obj << /S /Java#53cript /JS 3 0 R >> endobj", ["script"]),
    ("2 0 obj << /S /Launch /F (cmd.exe) >> endobj", ["launch"]),
    ("2 0 obj << /Type /EmbeddedFile /Length 3 >> stream\nabc\nendstream endobj", ["embeddedFiles(1)"]),
    ("2 0 obj << /Subtype /Text /Contents (call 13812345678) >> endobj", ["138****5678 annotations"]),
    ("2 0 obj << /S /URI /URI (tel:138%31234%35678) >> endobj", ["138****5678 links"]),
    // Comments, strings and streams are no names.
    ("% /JavaScript\n2 0 obj << /Title (/JavaScript /Encrypt) >> endobj", []),
    ("2 0 obj << /Length 40 >> stream\n/JavaScript (13812345678) endstrendstream endobj", []),
    ("2 0 obj << /Length 9 >> stream\r\n/Encrypt endstreaendstream endobj 3 0 obj << /S /Launch >>", ["launch"]),
  ])
  func whatStandsBesideThePages(_ objects: String, _ found: [String]) throws {
    #expect(try Self.lines(Self.pdf(objects)) == found)
  }

  @Test func encrypted() throws {
    #expect(try Self.lines(Self.pdf("2 0 obj << /Author (\u{1}) >> endobj", trailer: "/Encrypt 3 0 R")) == ["password"])
  }

  @Test func cutShort() throws {
    #expect(try Self.lines(Array(Self.pdf("").dropLast(10))) == ["damaged(\"\")"])
  }

  @Test func authorsInXMP() throws {
    let packet = "<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>李四</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>"
    let objects = "2 0 obj << /Type /Metadata /Subtype /XML /Length 9 >> stream\n\(packet)\nendstream endobj"
    #expect(try Self.lines(Self.pdf(objects)) == ["author(\"李四\", Inspection.Finding.Role.author)"])
  }

  @Test func packedObjects() throws {
    func packed(_ text: String) -> [UInt8] {
      var length = compressBound(UInt(text.utf8.count))
      return [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
        compress(buffer.baseAddress!, &length, Array(text.utf8), UInt(text.utf8.count))
        count = Int(length)
      }
    }
    func file(_ keys: String) -> [UInt8] {
      let head = Array("%PDF-1.7\n2 0 obj << /Type /ObjStm /N 2 /First 8 \(keys) >> stream\r\n".utf8)
      let inner = packed("3 0 4 30 << /Author (Li) >> << /S /JavaScript >> stream << /Launch")
      return head + inner + Array("\r\nendstream endobj\ntrailer << >>\n%%EOF".utf8)
    }
    #expect(
      try Self.lines(file("/Filter /FlateDecode"))
        == ["script", "launch", "author(\"Li\", Inspection.Finding.Role.author)"])
    // What has been packed twice, or with a predictor, is not guessed at.
    #expect(try Self.lines(file("/Filter [/ASCII85Decode /FlateDecode]")) == [])
    #expect(try Self.lines(file("/Filter /FlateDecode /DecodeParms << /Predictor 12 >>")) == [])
  }
}

import Artifacts
import Testing

@testable import Inspection

@Suite struct OfficeInspectionTests {
  @Test func aPlainDocumentAndWorkbook() throws {
    let document = try FileInspection.of(OfficeParts.document())
    #expect(document.content == .format(.docx) && document.findings == [])
    let workbook = try FileInspection.of(OfficeParts.workbook([("活动", "", "")]))
    #expect(workbook.content == .format(.xlsx) && workbook.findings == [])
  }

  @Test func numbersHoweverTheParagraphIsCut() throws {
    let runs =
      "<w:p><w:r><w:t>电话 138</w:t></w:r><w:proofErr/><w:r><w:t>1234</w:t></w:r><w:r><w:t>5678</w:t></w:r></w:p>"
    // Two paragraphs are two texts, and so are cells.
    let apart = "<w:p><w:r><w:t>138</w:t></w:r></w:p><w:p><w:r><w:t>12345678</w:t></w:r></w:p>"
    #expect(try FileInspection.of(OfficeParts.document(runs)).lines == ["138****5678 body"])
    #expect(try FileInspection.of(OfficeParts.document(apart)).lines == [])
    #expect(try FileInspection.of(OfficeParts.document(runs), allowing: ["13812345678"]).lines == [])
  }

  /// An e-mail address and what else tells of a person, in texts, cells and links; an office's address stays.
  @Test func detailsOfPersons() throws {
    func lines(_ bytes: [UInt8]) throws -> [String] {
      try FileInspection.of(bytes, allowing: [], emails: ["@ju.example", "office@qq.com"]).lines
    }
    let run = "<w:p><w:r><w:t>联系 wang</w:t></w:r><w:r><w:t>xm@qq.com，或 office@qq.com、a@ju.example</w:t></w:r></w:p>"
    #expect(try lines(OfficeParts.document(run)) == ["w***@qq.com body"])
    #expect(try lines(OfficeParts.document("<w:p><w:r><w:t>王女士</w:t></w:r></w:p>")) == ["王*女士 body"])
    // Where nothing is asked for, as in a theme of others, only numbers are.
    #expect(try FileInspection.of(OfficeParts.document(run)).lines == [])
    let cell = "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>a.li@163.com</t></is></c></row>"
    let found = try lines(OfficeParts.workbook([("表", "", cell)]))
    #expect(found.count == 1 && found[0].hasPrefix("a***@163.com cell("))
  }

  /// A form has a box for each digit, or two cells behind 电话; other figures beside one another are no number.
  @Test func numbersOverCellsOfARow() throws {
    func cells(_ texts: [String]) -> String {
      let cells = texts.map { "<w:tc><w:p><w:r><w:t>\($0)</w:t></w:r></w:p></w:tc>" }
      return "<w:tbl><w:tr>\(cells.joined())</w:tr></w:tbl>"
    }
    func row(_ texts: [String]) -> String {
      let cells = texts.map { text in
        UInt(text) == nil ? "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" : "<c r=\"B3\"><v>\(text)</v></c>"
      }
      return "<row r=\"3\">\(cells.joined())</row>"
    }
    func boxes(_ digits: String) -> [String] { digits.map(String.init) }
    let found: [([String], String)] = [
      (["姓名"] + boxes("13812345678"), "138****5678"), (["电话", "138", "1234", "5678", "备注"], "138****5678"),
      (["联系电话", "138", "12345678"], "138****5678"), (boxes("11010519491231002X"), "110105********002X"),
      (boxes("13812345678") + ["转交"], "138****5678"),
    ]
    for (texts, masked) in found {
      #expect(try FileInspection.of(OfficeParts.document(cells(texts))).lines == ["\(masked) body"])
      #expect(
        try FileInspection.of(OfficeParts.workbook([("表", "", row(texts))])).lines.map { $0.prefix(masked.count) } == [
          masked[...]
        ])
    }
    for texts in [
      ["1月", "156", "1320", "2045"], boxes("138123456789"), ["158", "82345678"], boxes("990105491231002"),
    ] {
      #expect(try FileInspection.of(OfficeParts.document(cells(texts))).lines == [])
      #expect(try FileInspection.of(OfficeParts.workbook([("表", "", row(texts))])).lines == [])
    }
    // What a cell itself holds is told once, at the cell.
    #expect(try FileInspection.of(OfficeParts.document(cells(["电话", "13812345678"]))).lines == ["138****5678 body"])
  }

  @Test func whatStandsBesideTheParts() throws {
    let page = try OfficeParts.document(
      "<w:altChunk r:id=\"a\" xmlns:r=\"r\"/>", more: [("word/afchunk.htm", "<p>王先生 13812345678</p>")])
    #expect(try FileInspection.of(page).lines == ["embeddedFiles(1)", "138****5678 part(\"afchunk.htm\")"])
    let named = try OfficeParts.document(more: [("customXml/13812345678.xml", "<a/>")])
    #expect(try FileInspection.of(named).lines == ["138****5678 properties"])
    // An archive's comment stands at its end, behind its length.
    var noted = try OfficeParts.document()
    let note = Array("张三 13812345678".utf8)
    noted.replaceSubrange((noted.count - 2)..., with: [UInt8(note.count), 0] + note)
    #expect(try FileInspection.of(noted).lines == ["138****5678 properties"])
  }

  @Test func numbersInAllPartsOfADocument() throws {
    func paragraph(_ text: String, _ element: String = "t") -> String {
      "<w:p><w:r><w:\(element)>\(text)</w:\(element)></w:r></w:p>"
    }
    let bytes = try OfficeParts.document(
      paragraph("13800000001", "delText"),
      more: [
        ("word/header1.xml", "<w:hdr xmlns:w=\"w\">\(paragraph("13800000002"))</w:hdr>"),
        ("word/footnotes.xml", "<w:footnotes xmlns:w=\"w\">\(paragraph("13800000003"))</w:footnotes>"),
        (
          "word/comments.xml",
          "<w:comments xmlns:w=\"w\"><w:comment>\(paragraph("13800000004"))</w:comment></w:comments>"
        ),
        ("word/_rels/document.xml.rels", OfficeParts.relationships([("h", "hyperlink", "tel:%2B86-13800000005")])),
        ("docProps/core.xml", "<p xmlns:dc=\"dc\"><dc:title>13800000006</dc:title></p>"),
        ("word/charts/chart1.xml", "<c:chart xmlns:c=\"c\"><c:v>13800000007</c:v></c:chart>"),
        ("word/glossary/document.xml", "<w:d xmlns:w=\"w\">\(paragraph("370102199001011234"))</w:d>"),
      ])
    #expect(
      Set(try FileInspection.of(bytes).lines) == [
        "138****0001 deleted", "138****0002 header", "138****0003 notes", "138****0004 comments", "comments(1)",
        "138****0005 links", "138****0006 properties", "138****0007 drawing", "370102********1234 body",
      ])
  }

  @Test func numbersOfAWorkbookByCell() throws {
    let bytes = try OfficeParts.workbook(
      [
        (
          "名册", "",
          """
          <row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2"><v>13800000002</v></c><c r="D2" t="inlineStr"><is><r><t>138</t></r>\
          <r><t>00000003</t></r></is></c><c r="E2"><v>3.70102199001011E+17</v></c><c r="F2"><f>"13800000004"&amp;A1</f><v>0</v></c></row>
          """
        ), ("底稿", "hidden", "<row r=\"1\"><c r=\"AA1\" t=\"s\"><v>0</v></c></row>"),
      ],
      strings:
        "<si><t>电话 13800000000</t></si><si><r><t>138</t></r><r><t>00000001</t></r></si><si><t>13800000009</t></si>",
      more: [("xl/pivotCache/pivotCacheRecords1.xml", "<r><s v=\"13800000008\"/></r>")])
    #expect(
      Set(try FileInspection.of(bytes).lines) == [
        "hiddenSheet(\"底稿\")", "138****0001 \(Finding.Place.cell(sheet: "名册", row: 2, column: 2))",
        "138****0002 \(Finding.Place.cell(sheet: "名册", row: 2, column: 3))",
        "138****0003 \(Finding.Place.cell(sheet: "名册", row: 2, column: 4))",
        "370102********1000 \(Finding.Place.cell(sheet: "名册", row: 2, column: 5))",
        "138****0004 \(Finding.Place.cell(sheet: "名册", row: 2, column: 6))",
        "138****0000 \(Finding.Place.cell(sheet: "底稿", row: 1, column: 27))", "138****0009 unusedText",
        "138****0008 part(\"pivotcacherecords1.xml\")",
      ])
  }

  @Test func manyNumbersAreCounted() throws {
    let rows = (1...500).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\(13_800_000_000 + $0)</v></c></row>" }.joined()
    let found = try FileInspection.of(OfficeParts.workbook([("名册", "", rows)])).findings
    #expect(found.count == 11 && found.last == .moreNumbers(490))
  }

  @Test func whatGoesOutUnseen() throws {
    let bytes = try OfficeParts.document(
      "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>",
      more: [
        (
          "docProps/core.xml",
          "<p xmlns:dc=\"dc\" xmlns:cp=\"cp\"><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy></p>"
        ),
        ("docProps/app.xml", "<Properties><Company>街道办</Company><Manager> </Manager></Properties>"),
        ("word/embeddings/oleObject1.bin", "x"), ("word/activeX/activeX1.bin", "x"),
      ])
    #expect(
      Set(try FileInspection.of(bytes).lines) == [
        "trackedChanges(2)", "author(\"张三\", Inspection.Finding.Role.author)",
        "author(\"李四\", Inspection.Finding.Role.lastModifiedBy)", "embeddedFiles(1)", "script",
      ])
  }

  @Test func macros() throws {
    let inside = try FileInspection.of(OfficeParts.document(more: [("word/vbaProject.bin", "x")]))
    #expect(inside.content == .format(.docx) && inside.findings == [.macros])
    let declared = try FileInspection.of(
      OfficeParts.document(type: "application/vnd.ms-word.document.macroEnabled.main+xml"))
    #expect(declared.content == .format(.docx) && declared.findings == [.macros])
  }

  @Test func otherArchives() throws {
    func content(_ parts: [(String, String)]) throws -> FileContent {
      try FileInspection.of(OfficeParts.archive(parts)).content
    }
    #expect(try content([("a.txt", "a")]) == .refused(.archive))
    #expect(
      try content([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")])
        == .refused(.openDocument))
    let presentation = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    #expect(try FileInspection.of(OfficeParts.document(type: presentation)).content == .refused(.presentation))
    let template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    #expect(try FileInspection.of(OfficeParts.document(type: template)).content == .refused(.otherOffice))
    #expect(try FileInspection.of(Array(OfficeParts.document().prefix(200))).findings == [.damaged("zip")])
    let broken = try FileInspection.of(OfficeParts.document("<w:p>"))
    #expect(broken.findings == [.damaged("word/document.xml")])
    let entities = try FileInspection.of(
      OfficeParts.document(more: [("word/header1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]))
    #expect(entities.findings == [.damaged("DOCTYPE")])
  }

  @Test func whatUnpacksWithoutEnd() throws {
    let long = String(
      repeating: "<w:p><w:r><w:t>\(String(repeating: "长", count: 1000))</w:t></w:r></w:p>", count: 80_000)
    #expect(try FileInspection.of(OfficeParts.document(long)).findings == [.tooLarge])
  }
}

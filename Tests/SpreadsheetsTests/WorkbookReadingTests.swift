import Archives
import CivilTime
import Testing

@testable import Spreadsheets

/// Workbooks put together part by part, as the programs in the field write them.
@Suite struct WorkbookReadingTests {
  private static func workbook(
    sheet: String, strings: String = "", formats: String = "", workbook: String? = nil
  ) throws -> [UInt8] {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let relationships = """
      <Relationships><Relationship Id="r1" Type="\(type)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="r2" Type="\(type)/sharedStrings" Target="/xl/sharedStrings.xml"/>\
      <Relationship Id="r3" Type="\(type)/styles" Target="styles.xml"/></Relationships>
      """
    let parts = [
      (
        "xl/workbook.xml",
        workbook ?? "<workbook><sheets><sheet name=\"活动\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", relationships), ("xl/worksheets/sheet1.xml", "<worksheet>\(sheet)</worksheet>"),
      ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"), ("xl/styles.xml", "<styleSheet>\(formats)</styleSheet>"),
    ]
    return try ZipWriter.archive(parts.map { ($0.0, Array($0.1.utf8)) })
  }

  private static func row(_ cells: String, strings: String = "", formats: String = "") throws -> [Cell] {
    let bytes = try workbook(
      sheet: "<sheetData><row r=\"1\">\(cells)</row></sheetData>", strings: strings, formats: formats)
    return try Workbook.read(bytes).sheets[0].rows.first?.cells.map(\.cell) ?? []
  }

  @Test func textsOfAllKinds() throws {
    let cells = try Self.row(
      """
      <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> 内 </t></is></c>\
      <c r="D1" t="str"><f>A1&amp;"x"</f><v>算出</v></c><c r="E1" t="s"><v>2</v></c><c r="F1" t="str"><v></v></c><c r="G1" s="3"/>
      """,
      strings: """
        <si><t>课</t><rPh sb="0" eb="1"><t>ke</t></rPh></si><si><r><t>先锋</t></r><r><rPr><b/></rPr><t>课堂</t></r></si>\
        <si><t>a_x000D_b_x005F_x000D_</t></si>
        """)
    #expect(cells == ["课", "先锋课堂", " 内 ", "算出", "a\rb_x000D_"].map(Cell.text))
  }

  /// What is shown is what is meant.
  @Test(arguments: [
    ("\"0531-\"0000\"-\"0000", "12345678", Cell.text("0531-1234-5678")), ("0000-0000", "1200", .text("0000-1200")),
    ("000000", "1301", .text("001301")), ("\"第\"0\"期\"", "3", .labelled("第3期", 3)),
    ("0\"人\"", "30", .labelled("30人", 30)),
    ("G/通用格式\"号楼\"", "12", .labelled("12号楼", 12)), ("000!-0000", "1234567", .text("123-4567")),
    ("[&lt;=9999999]###-####;(###) ###-####", "1234567", .text("123-4567")),
    ("yyyy\"年\"m\"月\"", "46113", .text("2026年4月")), ("yyyy-mm", "46113", .text("2026-04")),
    ("mmm-yy", "46113", .text("2026-04")),
    ("yyyy\"年\"", "46113", .text("2026年")), ("e\"年\"m\"月\"", "46113", .text("2026年4月")),
    ("aaaa", "46113", .text("星期三")),
    ("\"周\"aaa", "46113", .text("周三")), ("[hh]:mm:ss", "1", .time(CellTime(date: nil, second: 86_400))),
    ("[h]:mm", "1.0625", .time(CellTime(date: nil, second: 91_800))),
    ("h:mm", "1.25", .time(CellTime(date: nil, second: 21_600))),
    ("m\"月\"d\"日\"", "46113", .time(CellTime(date: CivilDate(year: 2026, month: 4, day: 1), second: nil))),
    ("0.00", "33.333333333333336", .number(33.33)), ("#,##0", "1234.5", .number(1235)),
    ("General", "12.600000000000001", .number(12.6)),
    ("General", "0.43333333333333335", .number(0.43333333333333335)), ("@", "12", .number(12)),
    ("# ?/?", "0.5", .number(0.5)),
    ("0.0,", "12345", .number(12345)), ("General", "3.7010219900101123E+17", .number(3.70102199001011e17)),
  ])
  func formatsSayWhatIsMeant(code: String, value: String, expected: Cell) throws {
    let cells = try Self.row(
      "<c r=\"A1\" s=\"0\"><v>\(value)</v></c>",
      formats: """
        <numFmts><numFmt numFmtId="176" formatCode="\(code.replacing("\"", with: "&quot;"))"/></numFmts>\
        <cellXfs><xf numFmtId="176"/></cellXfs><dxfs><dxf><numFmt numFmtId="176" formatCode="yyyy"/></dxf></dxfs>
        """)
    #expect(cells == [expected])
  }

  @Test func aComputedNumberHasTheDigitsThatAreShown() throws {
    let cells = try Self.row(
      "<c r=\"A1\"><f>4.2*3</f><v>12.600000000000001</v></c><c r=\"B1\"><f>1/3</f><v>0.33333333333333331</v></c>")
    #expect(cells == [.number(12.6), .number(0.333333333333333)])
  }

  /// 194 of 860 real workbooks have such an element.
  @Test func elementsOfExtensionsAreNotTheWorkbooks() throws {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let bytes = try Self.workbook(
      sheet: "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>",
      workbook: """
        <workbook xmlns="\(main)" xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="活动" sheetId="1" r:id="r1"/></sheets>\
        <extLst><ext xmlns:x15="x15"><x15:workbookPr chartTrackingRefBase="1"/><x15:sheet name="别的" r:id="r1"/></ext></extLst></workbook>
        """)
    let workbook = try Workbook.read(bytes)
    #expect(workbook.startsIn1904)
    #expect(workbook.sheets.map(\.name) == ["活动"])
  }

  /// An archive that could not be packed is one all the same, for whoever reads it.
  @Test func entriesMayBeStored() throws {
    let entries = [
      (
        "xl/workbook.xml",
        Array("<workbook xmlns:r=\"r\"><sheets><sheet name=\"甲\" r:id=\"r1\"/></sheets></workbook>".utf8)
      ),
      (
        "xl/_rels/workbook.xml.rels",
        Array(
          "<Relationships><Relationship Id=\"r1\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            .utf8)
      ),
      (
        "xl/worksheets/sheet1.xml",
        Array("<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>".utf8)
      ), ("empty", []), ("名.txt", [0]),
    ]
    for bytes in [try ZipWriter.archive(entries), ZipWriter.stored(entries)] {
      #expect(try Workbook.read(bytes).sheets.map { $0.rows[0].cells[0].cell } == [.number(7)])
    }
  }

  @Test func namesWithBackslashesAreFound() throws {
    let relationships = """
      <Relationships><Relationship Id="r1" Type="t/worksheet" Target="worksheets\\sheet1.xml"/></Relationships>
      """
    let bytes = try ZipWriter.archive([
      (
        "xl\\workbook.xml",
        Array("<workbook xmlns:r=\"r\"><sheets><sheet name=\"甲\" r:id=\"r1\"/></sheets></workbook>".utf8)
      ),
      ("xl\\_rels\\workbook.xml.rels", Array(relationships.utf8)),
      (
        "xl\\worksheets\\sheet1.xml",
        Array("<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>".utf8)
      ),
    ])
    #expect(try Workbook.read(bytes).sheets.map { $0.rows[0].cells[0].cell } == [.number(7)])
  }

  /// Drawn together until nothing is left to see.
  @Test func whatHasNoSizeIsHidden() throws {
    let bytes = try Self.workbook(
      sheet: """
        <cols><col min="1" max="1" width="0" customWidth="1"/><col min="2" max="2" width="9.5"/></cols><sheetData>\
        <row r="1" ht="0" customHeight="1"><c r="A1"><v>1</v></c></row><row r="2" ht="13.5"><c r="A2"><v>2</v></c></row>\
        </sheetData>
        """)
    let marks = try Workbook.read(bytes).sheets[0].marks
    #expect(marks.hiddenRows == [1] && marks.hiddenColumns == [1...1])
  }

  @Test func whatIsHiddenOrStruckOutIsMarked() throws {
    let bytes = try Self.workbook(
      sheet: """
        <cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row>\
        <row r="2"><c r="A2" s="1"><v>2</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>\
        <row r="3" hidden="0"><c r="A3"><v>3</v></c></row></sheetData>\
        <autoFilter ref="A1:C3"><filterColumn colId="0"/></autoFilter>
        """,
      strings: """
        <si><r><rPr><strike/></rPr><t>15:00</t></r><r><t>16:00</t></r></si><si><r><rPr><strike val="0"/></rPr><t>在</t></r></si>
        """,
      formats: """
        <fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>\
        <dxfs><dxf><font><strike/></font></dxf></dxfs>
        """)
    let sheet = try Workbook.read(bytes).sheets[0]
    #expect(sheet.marks.hiddenRows == [1] && sheet.marks.hiddenColumns == [2...3] && sheet.marks.isFiltered)
    #expect(
      sheet.marks.struck == [.init(row: 2, column: 1, text: "2"), .init(row: 2, column: 2, text: "15:00")])
    #expect(sheet.rows[1].cells.map(\.cell) == [.number(2), .text("16:00"), .text("在")])
  }

  @Test(arguments: [
    ("<!DOCTYPE html><html><table><tr><td>编号", ForeignFile.webPage), ("\u{FEFF}\n<html xmlns:x=\"urn:x\">", .webPage),
    ("<table border=1><tr>", .webPage), ("MIME-Version: 1.0\r\nContent-Type: multipart/related", .webArchive),
    ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", .xmlWorkbook),
    ("%PDF-1.7\n", .pdf), ("{\\rtf1\\ansi", .richText), ("SQLite format 3\0", .database), ("{\"data\":[]}", .json),
    ("Rar!\u{1A}", .archive),
  ])
  func otherFilesAreNamedAsWhatTheyAre(text: String, file: ForeignFile) {
    #expect(throws: SpreadsheetProblem(.foreign(file))) { try Workbook.read(Array(text.utf8)) }
  }

  @Test func otherPackagesAreNamedAsWhatTheyAre() throws {
    let parts: [(String, ForeignFile)] = [
      ("xl/workbook.bin", .binaryWorkbook), ("word/document.xml", .wordDocument), ("ppt/presentation.xml", .slides),
      ("Index/Document.iwa", .numbers),
    ]
    for (name, file) in parts {
      let bytes = try ZipWriter.archive([(name, [1])])
      #expect(throws: SpreadsheetProblem(.foreign(file))) { try Workbook.read(bytes) }
    }
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let word = compound + "WordDocument".utf16.flatMap { [UInt8($0), 0] }
    #expect(throws: SpreadsheetProblem(.foreign(.wordDocument))) { try Workbook.read(word) }
  }

  /// As openpyxl writes formulas, which it doesn't work out; a text formula that came to nothing is empty.
  @Test func aFormulaWithoutAValueIsNoEmptyCell() throws {
    let cells = try Self.row(
      """
      <c r="A1"><f>10+10</f><v></v></c><c r="B1"><f>1+1</f><v/></c><c r="C1" s="1"><f>NOW()</f></c><c r="D1" t="str"><f>""</f><v></v></c>\
      <c r="E1"><f>2+3</f><v>5</v></c>
      """)
    #expect(cells == [.pending, .pending, .pending, .number(5)])
  }

  @Test func aPercentageIsReadAsItIsShown() throws {
    let cells = try Self.row(
      "<c r=\"A1\" s=\"0\"><v>0.07</v></c><c r=\"B1\" s=\"1\"><v>0.5</v></c>",
      formats: """
        <numFmts><numFmt numFmtId="176" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="9"/><xf numFmtId="176"/></cellXfs>
        """)
    #expect(cells == [.text("7%"), .text("50%")])
  }

  @Test func valuesOfAllKinds() throws {
    let cells = try Self.row(
      """
      <c r="A1"><v>12.5</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" s="1"><v>46347.625</v></c>\
      <c r="E1" s="2"><v>46347</v></c><c r="F1" s="3"><v>0.6875</v></c><c r="G1" s="4"><v>53100001301</v></c>\
      <c r="H1" t="d"><v>2026-11-21T15:00:00</v></c><c r="I1" s="5"><v>46347.3888888889</v></c><c r="J1" s="6"><v>46347</v></c>
      """,
      formats: """
        <numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\\ h:mm;@"/>\
        <numFmt numFmtId="177" formatCode="000000000000"/><numFmt numFmtId="178" formatCode="[$-804]上午/下午h&quot;时&quot;"/>\
        <numFmt numFmtId="179" formatCode="#,##0.00&quot;days&quot;;[Red]-0.00"/></numFmts>\
        <cellStyleXfs><xf numFmtId="22"/></cellStyleXfs>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="178"/><xf numFmtId="177"/>\
        <xf numFmtId="22"/><xf numFmtId="179"/></cellXfs>
        """)
    let day = CivilDate(year: 2026, month: 11, day: 21)!
    #expect(
      cells == [
        .number(12.5), .flag(true), .error("#N/A"), .time(CellTime(date: day, second: 54_000)),
        .time(CellTime(date: day, second: nil)), .time(CellTime(date: nil, second: 59_400)), .text("053100001301"),
        .time(CellTime(date: day, second: 54_000)), .time(CellTime(date: day, second: 33_600)), .number(46347),
      ])
  }

  @Test(arguments: [
    (1.0, false, "1900-01-01"), (59.0, false, "1900-02-28"), (60.0, false, nil), (61.0, false, "1900-03-01"),
    (46347.0, false, "2026-11-21"), (44885.0, true, "2026-11-21"), (0.0, true, "1904-01-01"), (-1.0, false, nil),
    (2_958_465.0, false, "9999-12-31"), (2_958_466.0, false, nil),
    (2_958_465.999_999_99, false, nil), (2_957_003.0, true, "9999-12-31"), (2_957_004.0, true, nil),
  ])
  func serialDays(serial: Double, startsIn1904: Bool, expected: String?) {
    let time = SerialDate.time(serial, format: .date, startsIn1904: startsIn1904)
    #expect(time?.date.map(TimeText.date) == expected)
  }

  @Test func whatIsMergedDownwardsIsSaidInEachRow() throws {
    let bytes = try Self.workbook(
      sheet: """
        <sheetData><row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>\
        <row r="5"><c r="B5"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A4"/></mergeCells>
        """)
    let rows = try Workbook.read(bytes).sheets[0].rows
    #expect(rows.map(\.number) == [2, 3, 5])
    #expect(rows.map { $0[1] } == [.number(7), .number(7), nil])
  }

  @Test func hiddenSheetsAreLeftOutAndPrefixesDoNotMatter() throws {
    let bytes = try Self.workbook(
      sheet: "<x:sheetData xmlns:x=\"x\"><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData>",
      workbook: """
        <w:workbook xmlns:w="w" xmlns:r="r"><w:workbookPr date1904="1"/><w:sheets><w:sheet name="甲" state="hidden" r:id="r1"/>\
        <w:sheet name="乙" r:id="r1"/></w:sheets></w:workbook>
        """)
    let workbook = try Workbook.read(bytes)
    #expect(workbook.sheets.map(\.name) == ["乙"] && workbook.startsIn1904)
    #expect(workbook.sheets[0].rows[0].cells.map(\.column) == [1, 2])
  }

  @Test func whatIsNoWorkbookIsSaidToBe() throws {
    func reason(_ bytes: [UInt8], _ limits: Workbook.Limits = .init()) -> SpreadsheetProblem.Reason? {
      do throws(SpreadsheetProblem) {
        _ = try Workbook.read(bytes, limits: limits)
        return nil
      } catch {
        return error.reason
      }
    }
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(reason(compound) == .oldExcel)
    #expect(reason(compound + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }) == .encrypted)
    #expect(reason(try ZipWriter.archive([("a.txt", [1])])) == .noWorkbook)
    #expect(
      reason(try ZipWriter.archive([("content.xml", [1]), ("META-INF/manifest.xml", [1])])) == .openDocument)
    #expect(reason([0x89, 0x50, 0x4E, 0x47, 0, 0]) == .foreign(.picture))
    #expect(reason([0x89, 0x50, 0x4E, 0x48, 0, 0]) == .undecodable)
    // Rows in GBK below a header in UTF-8: the row is named, the header is not read as 缂栧彿.
    let mixed = Array("编号,名称\n1,课\n".utf8) + [0x32, 0x2C, 0xBC, 0xF4, 0xD6, 0xBD, 0x0A]
    #expect(reason(mixed) == .undecodable)
    #expect(throws: SpreadsheetProblem(.undecodable, row: 3, byte: 3)) { try Workbook.read(mixed) }
    #expect(reason([0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A]) == nil)
    let good = try Self.workbook(sheet: "<sheetData><row><c><v>1</v></c></row></sheetData>")
    #expect(reason(good) == nil)
    #expect(reason(Array(good.prefix(good.count / 2))) == .damaged("zip"))
    #expect(reason(try Self.workbook(sheet: "<sheetData><row>")) == .damaged("xl/worksheets/sheet1.xml"))
    let entity = "<!DOCTYPE w [<!ENTITY a \"b\">]><workbook/>"
    #expect(reason(try Self.workbook(sheet: "", workbook: entity)) == .documentType)
    var small = Workbook.Limits()
    small.unpackedBytes = 100
    #expect(reason(good, small) == .tooLarge)
    small = .init()
    small.cells = 0
    #expect(reason(good, small) == .tooLarge)
    small = .init()
    small.rows = 2
    #expect(reason(good, small) == nil && reason(Array("a\n1\n2\n".utf8), small) == .tooLarge)
    small.rows = 0
    #expect(reason(good, small) == .tooLarge)
    #expect(reason(try Self.workbook(sheet: "<sheetData><row r=\"1048577\"/></sheetData>")) == .tooLarge)
    #expect(
      reason(try Self.workbook(sheet: "<sheetData><row><c t=\"s\"><v>3</v></c></row></sheetData>"))
        == .damaged("sharedStrings"))
  }

  /// Whatever is done to a workbook, reading it ends, with a workbook or a problem: its bytes, and its parts inside a sound archive.
  @Test func damagedWorkbooksNeverCrash() throws {
    let whole = try XLSXWriter.workbook([
      OutputSheet(name: "活动", columns: [.init(header: "名称", format: .text)], rows: (0..<50).map { [.text("课 \($0)")] })
    ])
    let sheet = """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46347.5</v></c><c r="C1" t="inlineStr"><is><t>a</t></is></c>\
      </row><row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c></row></sheetData>\
      <mergeCells><mergeCell ref="A1:A2"/></mergeCells>
      """
    let seed = UInt64.random(in: 0 ... .max)
    // Printed so that a failure can be looked at again.
    print("seed \(seed)")
    var state = seed
    func damage(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
      var bytes = bytes
      for _ in 0..<count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let alphabet = Array("0123456789<>/\"-eE.:ABXZnsb".utf8)
        let byte = state & 1 == 0 ? UInt8(truncatingIfNeeded: state >> 24) : alphabet[Int(state >> 20) % alphabet.count]
        bytes[Int(state >> 33) % bytes.count] = byte
      }
      return bytes
    }
    for _ in 0..<300 {
      _ = try? Workbook.read(damage(whole, 4))
      let part = String(decoding: damage(Array(sheet.utf8), 3), as: UTF8.self)
      _ = try? Workbook.read(
        try Self.workbook(
          sheet: part, strings: "<si><t>x</t></si>", formats: "<cellXfs><xf/><xf numFmtId=\"22\"/></cellXfs>"))
      _ = try? Workbook.read(damage(Array("编号,名称\r\n\"x\",\"课\"\"\"\r\n".utf8), 3))
    }
  }
}

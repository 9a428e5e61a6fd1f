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
    #expect(reason([0x89, 0x50, 0x4E, 0x47, 0, 0]) == .undecodable)
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

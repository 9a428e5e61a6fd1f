package import Archives
import CivilTime
package import Encoding

/// Sheets as an XLSX workbook that Excel, WPS, LibreOffice and Numbers open. The same sheets give the same bytes.
package enum XLSXWriter {
  /// Excel holds no longer text in a cell (UTF-16 units), and takes a workbook with one for damaged.
  package static let maximumTextLength = 32_767

  package static func workbook(_ written: [OutputSheet]) throws(ZipError) -> Bytes {
    let choices = CellChoices(written)
    let sheets = choices.sheets
    var entries: [(name: String, bytes: Bytes)] = [
      ("[Content_Types].xml", contentTypes(sheets.count)),
      ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", workbookPart(sheets)),
      (
        "xl/_rels/workbook.xml.rels",
        relationships(
          sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") } + [("styles", "styles.xml")])
      ),
      ("xl/styles.xml", xml(WorkbookStyle.part)),
    ]
    for (index, sheet) in sheets.enumerated() {
      entries.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          WorksheetWriter.part(sheet, validations: choices.validations(ofSheet: index))
        ))
    }
    return try ZipWriter.archive(entries)
  }

  static func xml(_ body: String) -> Bytes {
    Bytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\(body)".utf8)
  }

  private static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  private static let relationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private static func contentTypes(_ sheetCount: Int) -> Bytes {
    let sheets = (1...max(1, sheetCount)).map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(types).worksheet+xml\"/>"
    }
    return xml(
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>\
      \(sheets.joined())\
      <Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/></Types>
      """)
  }

  private static func relationships(_ items: [(type: String, target: String)]) -> Bytes {
    let elements = items.enumerated().map { index, item in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relationshipType)/\(item.type)\" Target=\"\(item.target)\"/>"
    }
    return xml(
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(elements.joined())</Relationships>"
    )
  }

  private static func workbookPart(_ sheets: [OutputSheet]) -> Bytes {
    let elements = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(Markup.xmlEscaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    return xml(
      "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(relationshipType)\"><sheets>\(elements.joined())</sheets></workbook>"
    )
  }
}

/// The few styles of a workbook that this program writes, by their place in its list.
enum WorkbookStyle: Int {
  case plain, text, date, dateAndTime, header

  init(_ format: OutputSheet.Column.Format) {
    self =
      switch format {
      case .text: .text
      case .number: .plain
      case .date: .date
      case .dateAndTime: .dateAndTime
      }
  }

  static let part = """
    <styleSheet xmlns="\(XLSXWriter.namespace)">\
    <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
    <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>\
    <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
    """
}

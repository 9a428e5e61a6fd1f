import RandomInputs

/// The XML parts of small workbooks, with cells of every kind.
enum WorkbookParts {
  static func random(_ random: inout SeededRandom) -> [StoredArchive.Entry] {
    [
      part("xl/workbook.xml", workbook(&random)), part("xl/_rels/workbook.xml.rels", relationships),
      part("xl/worksheets/sheet1.xml", "<worksheet>\(sheet(&random))</worksheet>"),
      part("xl/sharedStrings.xml", strings), part("xl/styles.xml", styles),
    ]
  }

  private static func part(_ name: String, _ text: String) -> StoredArchive.Entry {
    StoredArchive.Entry(name: name, bytes: Array(text.utf8))
  }

  private static let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let relationships = """
    <Relationships><Relationship Id="r1" Type="\(type)/worksheet" Target="worksheets/sheet1.xml"/>\
    <Relationship Id="r2" Type="\(type)/sharedStrings" Target="/xl/sharedStrings.xml"/>\
    <Relationship Id="r3" Type="\(type)/styles" Target="styles.xml"/></Relationships>
    """
  private static let strings = """
    <sst><si><t>课</t><rPh sb="0" eb="1"><t>ke</t></rPh></si><si><r><t>先锋</t></r><r><t>课堂</t></r></si>\
    <si><t>a_x000D_b_x005F_x000D_</t></si></sst>
    """
  private static let styles = """
    <styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\\ h:mm;@"/>\
    <numFmt numFmtId="177" formatCode="000000000000"/><numFmt numFmtId="178" formatCode="[$-804][h]:mm"/></numFmts>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="178"/><xf numFmtId="177"/><xf numFmtId="22"/></cellXfs>\
    </styleSheet>
    """

  private static func workbook(_ random: inout SeededRandom) -> String {
    let properties = random.chance(20) ? "<workbookPr date1904=\"1\"/>" : ""
    return "<workbook>\(properties)<sheets><sheet name=\"活动\" r:id=\"r1\" xmlns:r=\"r\"/></sheets></workbook>"
  }

  private static func sheet(_ random: inout SeededRandom) -> String {
    var text = "<sheetData>"
    var row = 0
    for _ in 0..<random.number(0...5) {
      row += random.number(1...3)
      text += random.chance(80) ? "<row r=\"\(row)\">" : "<row>"
      let columns = ["A", "B", "C", "Z", "AA"].prefix(random.number(1...5))
      for column in columns { text += cell(random.chance(80) ? "r=\"\(column)\(row)\"" : "", &random) }
      text += "</row>"
    }
    text += "</sheetData>"
    if random.chance(30) { text += "<mergeCells><mergeCell ref=\"A1:B\(random.number(1...20))\"/></mergeCells>" }
    return text
  }

  private static func cell(_ place: String, _ random: inout SeededRandom) -> String {
    let number = random.one(of: [
      "46347.625", "46347", "0.6875", "12.5", "53100001301", "-1", "60", "1E+20", "2958465.99999999",
    ])
    return switch random.below(7) {
    case 0: "<c \(place) t=\"s\"><v>\(random.below(3))</v></c>"
    case 1: "<c \(place) t=\"inlineStr\"><is><t xml:space=\"preserve\"> 内 </t></is></c>"
    case 2: "<c \(place) t=\"str\"><f>A1</f><v>算出</v></c>"
    case 3: "<c \(place) t=\"b\"><v>1</v></c>"
    case 4: "<c \(place) t=\"d\"><v>2026-11-21T15:00:00</v></c>"
    default: "<c \(place) s=\"\(random.below(6))\"><v>\(number)</v></c>"
    }
  }
}

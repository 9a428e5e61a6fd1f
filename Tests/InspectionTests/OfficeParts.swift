import Archives
import PublicText
import Testing

@testable import Inspection

/// Office files put together part by part, as the programs in the field write them.
enum OfficeParts {
  private static let main = "application/vnd.openxmlformats-officedocument"
  private static let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// - Parameters:
  ///   - body: what stands in `w:body`.
  ///   - more: further parts, by path.
  static func document(
    _ body: String = "<w:p><w:r><w:t>报名表</w:t></w:r></w:p>", more: [(String, String)] = [],
    type: String = "\(main).wordprocessingml.document.main+xml"
  ) throws -> [UInt8] {
    try archive(
      [
        ("[Content_Types].xml", types(("/word/document.xml", type))),
        ("_rels/.rels", relationships([("r1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>"),
      ] + more)
  }

  /// - Parameter sheets: name, state and what stands in `sheetData`.
  static func workbook(
    _ sheets: [(name: String, state: String, data: String)], strings: String = "", more: [(String, String)] = []
  ) throws -> [UInt8] {
    let list = sheets.enumerated().map {
      "<sheet name=\"\($1.name)\"\($1.state.isEmpty ? "" : " state=\"\($1.state)\"") r:id=\"s\($0)\" xmlns:r=\"r\"/>"
    }
    let parts = sheets.enumerated().map { index, sheet in
      ("xl/worksheets/sheet\(index).xml", "<worksheet><sheetData>\(sheet.data)</sheetData></worksheet>")
    }
    let targets = sheets.indices.map { ("s\($0)", "worksheet", "worksheets/sheet\($0).xml") }
    return try archive(
      [
        ("[Content_Types].xml", types(("/xl/workbook.xml", "\(main).spreadsheetml.sheet.main+xml"))),
        ("_rels/.rels", relationships([("r1", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", "<workbook><sheets>\(list.joined())</sheets></workbook>"),
        (
          "xl/_rels/workbook.xml.rels", relationships(targets + [("st", "sharedStrings", "sharedStrings.xml")])
        ), ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
      ] + parts + more)
  }

  static func archive(_ parts: [(String, String)]) throws -> [UInt8] {
    try ZipWriter.archive(parts.map { ($0.0, Array($0.1.utf8)) })
  }

  private static func types(_ main: (part: String, type: String)) -> String {
    "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"\(main.part)\" ContentType=\"\(main.type)\"/></Types>"
  }

  static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let entries = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(type)/\($0.type)\" Target=\"\($0.target)\"/>" }
    return "<Relationships>\(entries.joined())</Relationships>"
  }
}

extension FileInspection {
  /// What was found, a line each.
  var lines: [String] {
    findings.map { finding in
      switch finding {
      case .number(let number, let place): "\(number.masked) \(place)"
      case .detail(let detail, let place): "\(detail.masked) \(place)"
      default: "\(finding)"
      }
    }
  }
}

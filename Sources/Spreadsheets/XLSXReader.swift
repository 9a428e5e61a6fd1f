/// An XLSX workbook (ECMA-376 Part 1, SpreadsheetML), transitional or strict: which parts there are, and each sheet in its turn.
struct XLSXReader {
  let archive: ZipArchive
  let limits: Workbook.Limits

  func workbook() throws(SpreadsheetProblem) -> Workbook {
    if archive.contains("META-INF/manifest.xml"), archive.contains("content.xml") {
      throw SpreadsheetProblem(.openDocument)
    }
    let top = try relationships(of: "")
    let path = top.values.first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
    let parts = WorkbookPart()
    guard try XMLScanner.read(path, of: archive, with: parts) else { throw SpreadsheetProblem(.noWorkbook) }
    guard parts.isWorkbook else { throw SpreadsheetProblem(.noWorkbook) }

    let related = try relationships(of: path)
    let strings = SharedStringsPart(limit: limits.cells + 1)
    let formats = NumberFormatsPart()
    for relationship in related.values {
      switch relationship.type {
      case "sharedStrings": _ = try XMLScanner.read(relationship.target, of: archive, with: strings)
      case "styles": _ = try XMLScanner.read(relationship.target, of: archive, with: formats)
      default: break
      }
    }

    var sheets: [Sheet] = []
    var cells = 0
    for entry in parts.sheets where !entry.isHidden {
      // A chart sheet has no cells.
      guard let relationship = related[entry.relationship], relationship.type == "worksheet" else { continue }
      let part = WorksheetPart(
        strings: strings.strings, formats: formats, startsIn1904: parts.startsIn1904, cellLimit: limits.cells - cells)
      do throws(SpreadsheetProblem) {
        guard try XMLScanner.read(relationship.target, of: archive, with: part) else {
          throw SpreadsheetProblem(.damaged(relationship.target))
        }
        let rows = try part.finishedRows()
        cells += rows.reduce(0) { $0 + $1.cells.count }
        sheets.append(Sheet(name: entry.name, rows: rows))
      } catch {
        var problem = error
        problem.sheet = entry.name
        throw problem
      }
    }
    return Workbook(sheets: sheets, startsIn1904: parts.startsIn1904)
  }

  /// What a part refers to, by id. Types are the last word of their address, which transitional and strict workbooks have in common.
  private func relationships(of part: String) throws(SpreadsheetProblem) -> [String: Relationship] {
    let folder = part.split(separator: "/").dropLast()
    let name = part.split(separator: "/").last ?? ""
    let reader = RelationshipsPart(folder: folder.map(String.init))
    let path = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
    _ = try XMLScanner.read(path, of: archive, with: reader)
    return reader.relationships
  }
}

struct Relationship {
  let type: String
  /// The path in the archive.
  let target: String
}

private final class RelationshipsPart: XMLPartReader {
  private let folder: [String]
  private(set) var relationships: [String: Relationship] = [:]

  init(folder: [String]) {
    self.folder = folder
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
    relationships[id] = Relationship(type: type, target: path(target))
  }

  /// `worksheets/sheet1.xml`, `../x.xml` or `/xl/worksheets/sheet1.xml`.
  private func path(_ target: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

private final class WorkbookPart: XMLPartReader {
  struct Entry {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private(set) var sheets: [Entry] = []
  private(set) var isWorkbook = false
  private(set) var startsIn1904 = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "workbook": isWorkbook = true
    case "workbookPr": startsIn1904 = ["1", "true"].contains(attributes["date1904"])
    case "sheet":
      let state = attributes["state"]
      sheets.append(
        Entry(
          name: attributes["name"] ?? "", relationship: attributes["id"] ?? "",
          isHidden: state == "hidden" || state == "veryHidden"))
    default: break
    }
  }
}

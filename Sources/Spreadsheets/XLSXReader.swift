import OfficeFiles

/// An XLSX workbook (ECMA-376 Part 1, SpreadsheetML), transitional or strict: which parts there are, and each sheet in its turn.
struct XLSXReader {
  let archive: OfficeArchive
  let limits: Workbook.Limits

  func workbook() throws(SpreadsheetProblem) -> Workbook {
    if archive.contains("META-INF/manifest.xml"), archive.contains("content.xml") {
      throw SpreadsheetProblem(.openDocument)
    }
    let others: [(String, ForeignFile)] = [
      ("xl/workbook.bin", .binaryWorkbook), ("word/document.xml", .wordDocument), ("ppt/presentation.xml", .slides),
      ("Index/Document.iwa", .numbers), ("Index.zip", .numbers),
    ]
    for (name, file) in others where archive.contains(name) { throw SpreadsheetProblem(.foreign(file)) }
    let top = try relationships(of: "")
    let path = top.values.first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
    let parts = WorkbookPart()
    guard try read(path, with: parts) else { throw SpreadsheetProblem(.noWorkbook) }
    guard parts.isWorkbook else { throw SpreadsheetProblem(.noWorkbook) }

    let related = try relationships(of: path)
    let strings = SharedStringsPart(limit: limits.cells + 1)
    let styles = StylesPart()
    for relationship in related.values {
      switch relationship.type {
      case "sharedStrings": _ = try read(relationship.target, with: strings)
      case "styles": _ = try read(relationship.target, with: styles)
      default: break
      }
    }

    var sheets: [Sheet] = []
    var cells = 0
    for entry in parts.sheets where !entry.isHidden {
      // A chart sheet has no cells.
      guard let relationship = related[entry.relationship], relationship.type == "worksheet" else { continue }
      let part = WorksheetPart(
        strings: strings.strings, styles: styles, startsIn1904: parts.startsIn1904, cellLimit: limits.cells - cells)
      var count = 0
      do throws(PartProblem) {
        guard let rows = try rows(part, relationship.target) else { throw PartProblem(.damaged(relationship.target)) }
        count = rows.count
        guard count <= limits.rows else { throw PartProblem(.tooLarge) }
        cells += rows.reduce(0) { $0 + $1.cells.count }
        sheets.append(Sheet(name: entry.name, rows: rows, marks: part.marks))
      } catch {
        guard count <= limits.rows else {
          throw SpreadsheetProblem(.tooLarge, sheet: entry.name, rows: .init(found: count, most: limits.rows))
        }
        throw SpreadsheetProblem(error, sheet: entry.name)
      }
    }
    return Workbook(
      sheets: sheets, startsIn1904: parts.startsIn1904, hiddenSheets: parts.sheets.filter(\.isHidden).map(\.name))
  }

  private func read(_ part: String, with reader: any XMLPartReader) throws(SpreadsheetProblem) -> Bool {
    do throws(PartProblem) { return try XMLScanner.read(part, of: archive, with: reader, isOneNamespace: true) } catch {
      throw SpreadsheetProblem(error)
    }
  }

  private func relationships(of part: String) throws(SpreadsheetProblem) -> [String: Relationship] {
    do throws(PartProblem) { return try archive.relationships(of: part) } catch { throw SpreadsheetProblem(error) }
  }

  /// nil where there is no such part.
  private func rows(_ part: WorksheetPart, _ path: String) throws(PartProblem) -> [SheetRow]? {
    try XMLScanner.read(path, of: archive, with: part, isOneNamespace: true) ? try part.finishedRows() : nil
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

import Artifacts
import Files
import OfficeFiles

/// What an archive is, and what in a DOCX or XLSX should not be published (ECMA-376): all texts of all parts, also those that no reader sees at
/// once: comments, deleted text, hidden sheets, what charts and pivot tables remember.
struct OfficeInspection {
  private let archive: OfficeArchive
  private let entries: [OfficeArchive.Entry]
  private let numbers: NumberSearch
  private var findings: [Finding] = []

  static func of(_ open: () throws(PartProblem) -> OfficeArchive, _ numbers: NumberSearch) -> FileInspection {
    do throws(PartProblem) {
      let archive = try open()
      if archive.entries.contains(where: \.isEncrypted) {
        return FileInspection(content: .refused(.password), findings: [])
      }
      var inspection = OfficeInspection(archive: archive, entries: archive.entries, numbers: numbers)
      return try inspection.run()
    } catch {
      return FileInspection(content: .refused(.archive), findings: [.of(error)])
    }
  }

  private mutating func run() throws(PartProblem) -> FileInspection {
    let types = ContentTypesPart()
    guard try XMLScanner.read("[Content_Types].xml", of: archive, with: types) else {
      let isOpenDocument = archive.contains("mimetype") && archive.contains("content.xml")
      return FileInspection(content: .refused(isOpenDocument ? .openDocument : .archive), findings: [])
    }
    if types.hasMacros || entries.contains(where: { $0.name.lowercased().hasSuffix("vbaproject.bin") }) {
      findings.append(.macros)
    }
    guard let format = types.format else {
      return FileInspection(content: .refused(types.isPresentation ? .presentation : .otherOffice), findings: findings)
    }
    if entries.contains(where: { $0.name.lowercased().contains("/activex/") }) { findings.append(.script) }
    let embedded = entries.filter { Self.isOtherFile($0.name.lowercased()) }
    if !embedded.isEmpty { findings.append(.embeddedFiles(embedded.count)) }
    do throws(PartProblem) {
      if format == .xlsx { try lookThroughSheets() }
      try lookThroughParts(of: format)
      for entry in embedded { lookThroughOther(entry.name) }
      for remark in archive.remarks { numbers.look(at: remark, .properties) }
    } catch {
      findings.append(.of(error))
    }
    lookThroughPictures()
    return FileInspection(content: .format(format), findings: findings + numbers.all)
  }

  // MARK: Parts

  private mutating func lookThroughParts(of format: MediaType) throws(PartProblem) {
    var comments = 0
    var changes = 0
    for entry in entries {
      let path = entry.name.lowercased()
      guard path.hasSuffix(".xml") || path.hasSuffix(".rels"), !Self.isSilent(path) else { continue }
      if path.hasPrefix("docprops/") {
        let part = PropertiesPart(numbers)
        _ = try XMLScanner.read(entry.name, of: archive, with: part)
        findings += part.authors
        continue
      }
      // Sheets have been looked through cell by cell.
      if format == .xlsx, path.hasPrefix("xl/worksheets/sheet") || path == "xl/sharedstrings.xml" { continue }
      let part = TextPart(numbers, place: Self.place(of: path, in: format))
      _ = try XMLScanner.read(entry.name, of: archive, with: part)
      comments += part.comments
      if format == .docx { changes += part.changes }
    }
    if comments > 0 { findings.append(.comments(comments)) }
    if changes > 0 { findings.append(.trackedChanges(changes)) }
  }

  private mutating func lookThroughSheets() throws(PartProblem) {
    let path = try archive.relationships(of: "").values.first { $0.type == "officeDocument" }?.target
    let workbook = SheetNamesPart()
    guard let path, try XMLScanner.read(path, of: archive, with: workbook) else { return }
    findings += workbook.sheets.filter(\.isHidden).map { .hiddenSheet($0.name) }
    let related = try archive.relationships(of: path)
    let strings = SharedTextsPart(numbers)
    for relationship in related.values where relationship.type == "sharedStrings" {
      _ = try XMLScanner.read(relationship.target, of: archive, with: strings)
    }
    for sheet in workbook.sheets {
      guard let target = related[sheet.relationship]?.target else { continue }
      _ = try XMLScanner.read(target, of: archive, with: CellsPart(numbers, sheet: sheet.name, strings: strings))
    }
    strings.noteUnused()
  }

  /// Pictures of phones keep where they were taken, in a document too.
  private mutating func lookThroughPictures() {
    for entry in entries where entry.name.lowercased().contains("/media/") {
      let type = MediaType(fileName: entry.name)
      guard type == .jpeg || type == .png else { continue }
      let head = ByteSource(archive.head(entry.name, count: 1 << 18))
      if (try? PicturePosition.isStated(in: head, type)) == true {
        findings.append(.position(entry.name.split(separator: "/").last.map(String.init)))
      }
    }
  }

  /// A web page or plain text that Word shows as a part of the document (`w:altChunk`) is looked through as it stands.
  private func lookThroughOther(_ name: String) {
    numbers.look(
      at: archive.head(name, count: 1 << 20), .part(name.split(separator: "/").last.map(String.init) ?? name))
  }

  /// Files that are no parts of a document or a workbook: what was embedded or imported, what somebody put into the archive.
  private static func isOtherFile(_ path: String) -> Bool {
    if path.contains("/embeddings/") { return true }
    guard !path.hasSuffix("/"), !path.contains("/activex/"), !path.hasSuffix("vbaproject.bin") else { return false }
    if path.hasPrefix("docprops/") || path.contains("/printersettings/") { return false }
    return !parts.contains { path.hasSuffix($0) }
  }

  private static let parts = [
    ".xml", ".rels", ".vml", ".odttf", ".fntdata", ".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".tif", ".tiff",
    ".emf",
    ".wmf", ".svg", ".wdp", ".webp", ".emz", ".wmz",
  ]

  /// Parts that no one has written anything in.
  private static func isSilent(_ path: String) -> Bool {
    ["/theme/", "/styles.xml", "/fonttable.xml", "/websettings.xml", "/numbering.xml", "/calcchain.xml"].contains {
      path.contains($0)
    }
  }

  private static func place(of path: String, in format: MediaType) -> Finding.Place {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".rels") { return .links }
    if path.contains("comment") { return .comments }
    if path.contains("/drawings/") || path.contains("/charts/") || path.contains("/diagrams/") { return .drawing }
    guard format == .docx else { return .part(name) }
    if name.hasPrefix("header") { return .header }
    if name.hasPrefix("footer") { return .footer }
    if name.hasPrefix("footnotes") || name.hasPrefix("endnotes") { return .notes }
    return name.hasPrefix("document") ? .body : .part(name)
  }
}

extension Finding {
  fileprivate static func of(_ problem: PartProblem) -> Finding {
    switch problem.reason {
    case .tooLarge: .tooLarge
    case .documentType: .damaged("DOCTYPE")
    case .damaged(let part): .damaged(part)
    }
  }
}

/// What the parts of an office file are (ECMA-376 Part 2, 10.1.2.2).
private final class ContentTypesPart: XMLPartReader {
  private(set) var format: MediaType?
  private(set) var hasMacros = false
  private(set) var isPresentation = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard let type = attributes["ContentType"] else { return }
    if type.contains("macroEnabled") || type.contains("vbaProject") || type.contains("macrosheet") { hasMacros = true }
    if type.contains("presentationml") { isPresentation = true }
    if type.hasSuffix("wordprocessingml.document.main+xml") || type.contains("ms-word.document.macroEnabled.main") {
      format = .docx
    }
    if type.hasSuffix("spreadsheetml.sheet.main+xml") || type.contains("ms-excel.sheet.macroEnabled.main") {
      format = .xlsx
    }
  }
}

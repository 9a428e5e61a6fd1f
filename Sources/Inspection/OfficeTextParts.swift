import OfficeFiles
import PublicText

/// Any part of an office file as texts: a paragraph's runs belong together, whatever its letters look like; all else stands by itself.
final class TextPart: XMLPartReader {
  /// Longer paragraphs are looked at in pieces.
  private static let longest = 1 << 20

  private let numbers: NumberSearch
  private let place: Finding.Place
  private var run: [UInt8] = []
  private var leaf: [UInt8] = []
  private var isRun = false
  private var isDeleted = false
  /// Those of tables within tables stand behind those around them.
  private var rows: [TableRow] = []
  private var cell: [UInt8] = []
  private(set) var comments = 0
  private(set) var changes = 0

  init(_ numbers: NumberSearch, place: Finding.Place) {
    self.numbers = numbers
    self.place = place
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "t", "instrText": isRun = true
    case "delText":
      isRun = true
      isDeleted = true
    case "tab": run.append(0x09)
    case "br", "cr": run.append(0x0A)
    case "ins", "del", "moveFrom", "moveTo": changes += 1
    case "comment", "threadedComment": comments += 1
    case "p", "si", "is": endParagraph()
    case "tr": rows.append(TableRow())
    case "tc": cell.removeAll(keepingCapacity: true)
    default: break
    }
    attributes.lookForNumbers(numbers, place)
  }

  func end(_ name: String) {
    switch name {
    case "t", "instrText", "delText": isRun = false
    case "tc":
      if !rows.isEmpty { rows[rows.count - 1].add(cell: cell) }
      cell.removeAll(keepingCapacity: true)
    case "tr":
      if var row = rows.popLast() { row.end(numbers, place) }
    case "p", "si", "is", "comment", "threadedComment": endParagraph()
    default:
      if !leaf.isEmpty {
        numbers.look(at: leaf, place)
        leaf.removeAll(keepingCapacity: true)
      }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isRun { run.append(contentsOf: bytes) } else { leaf.append(contentsOf: bytes) }
    if run.count > Self.longest { endParagraph() }
    if leaf.count > Self.longest { end("") }
  }

  private func endParagraph() {
    if !run.isEmpty { numbers.look(at: run, isDeleted ? .deleted : place) }
    if !rows.isEmpty, !isDeleted, cell.count < Self.longest { cell.append(contentsOf: run) }
    run.removeAll(keepingCapacity: true)
    isDeleted = false
  }
}

/// `docProps`: whom the file names as its maker, and what was typed in its properties.
final class PropertiesPart: XMLPartReader {
  private let numbers: NumberSearch
  private var text: [UInt8] = []
  private(set) var authors: [Finding] = []

  init(_ numbers: NumberSearch) {
    self.numbers = numbers
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    text.removeAll(keepingCapacity: true)
    attributes.lookForNumbers(numbers, .properties)
  }

  func end(_ name: String) {
    numbers.look(at: text, .properties)
    let value = String(decoding: text, as: UTF8.self)
    text.removeAll(keepingCapacity: true)
    guard !HiddenCharacter.isBlank(value) else { return }
    switch name {
    case "creator": authors.append(.author(value, .author))
    case "lastModifiedBy": authors.append(.author(value, .lastModifiedBy))
    case "Manager": authors.append(.author(value, .manager))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if text.count < 1 << 20 { text.append(contentsOf: bytes) }
  }
}

/// The sheets that a workbook names.
final class SheetNamesPart: XMLPartReader {
  struct Entry {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private(set) var sheets: [Entry] = []

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "sheet" else { return }
    let isHidden = attributes["state"].map { $0 == "hidden" || $0 == "veryHidden" } ?? false
    sheets.append(
      Entry(name: attributes["name"] ?? "", relationship: attributes["id"] ?? "", isHidden: isHidden))
  }
}

/// The texts that cells name by their position: those with numbers in them, and those that may be a part of one or say what one is.
final class SharedTextsPart: XMLPartReader {
  private let numbers: NumberSearch
  private var text: [UInt8] = []
  private var isText = false
  private var index = 0
  private(set) var found: [Int: NumberSearch.Hits] = [:]
  /// Short texts, as many as a workbook has in its heads and boxes.
  private var short: [Int: [UInt8]] = [:]
  private static let longestShort = 36
  private static let mostShort = 100_000
  private var used: Set<Int> = []

  init(_ numbers: NumberSearch) {
    self.numbers = numbers
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "si" { text.removeAll(keepingCapacity: true) }
    if name == "t" { isText = true }
  }

  func end(_ name: String) {
    if name == "t" { isText = false }
    guard name == "si" else { return }
    let here = text.withUnsafeBufferPointer { numbers.hits(in: $0) }
    if !here.isEmpty { found[index] = here }
    if text.count <= Self.longestShort, short.count < Self.mostShort { short[index] = text }
    index += 1
  }

  /// The text, where it is short.
  func text(at index: Int) -> [UInt8] { short[index] ?? [] }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText { text.append(contentsOf: bytes) }
  }

  func hits(at index: Int) -> NumberSearch.Hits {
    guard let here = found[index] else { return .none }
    used.insert(index)
    return here
  }

  /// What no cell shows is in the file all the same.
  func noteUnused() {
    for (index, here) in found.sorted(by: { $0.key < $1.key }) where !used.contains(index) {
      numbers.note(here, .unusedText)
    }
  }
}

/// A sheet's cells, and what stands beside them: headers, footers, hints, links.
final class CellsPart: XMLPartReader {
  private let numbers: NumberSearch
  private let sheet: String
  private let strings: SharedTextsPart
  private var cell: (row: Int, column: Int)?
  private var type = ""
  private var text: [UInt8] = []
  private var row = TableRow()
  private var rowOfCell = 0

  init(_ numbers: NumberSearch, sheet: String, strings: SharedTextsPart) {
    self.numbers = numbers
    self.sheet = sheet
    self.strings = strings
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "c":
      cell = attributes["r"].flatMap(Self.place)
      type = attributes["t"] ?? ""
      text.removeAll(keepingCapacity: true)
    case "v", "f": text.removeAll(keepingCapacity: true)
    // Phonetic text and runs of one cell belong to it.
    case "is", "r", "t", "rPh": break
    default: attributes.lookForNumbers(numbers, place)
    }
  }

  func end(_ name: String) {
    switch name {
    case "v":
      lookAtValue()
      text.removeAll(keepingCapacity: true)
    case "t", "r", "rPh", "rPr": break
    case "c", "is":
      numbers.look(at: text, place)
      row.add(cell: text)
      text.removeAll(keepingCapacity: true)
      if name == "c" {
        rowOfCell = cell?.row ?? 0
        cell = nil
      }
    case "row": row.end(numbers, .cell(sheet: sheet, row: rowOfCell, column: 1))
    default:
      numbers.look(at: text, place)
      text.removeAll(keepingCapacity: true)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if text.count < 1 << 20 { text.append(contentsOf: bytes) }
  }

  private func lookAtValue() {
    let value = String(decoding: text, as: UTF8.self)
    if type == "s" {
      numbers.note(Int(value).map(strings.hits) ?? .none, place)
      row.add(cell: Int(value).map(strings.text) ?? [])
      return
    }
    row.add(cell: text)
    if type.isEmpty || type == "n", value.contains("E") {
      numbers.look(at: Self.digits(value), place)
    } else {
      numbers.look(at: text, place)
    }
  }

  private var place: Finding.Place {
    cell.map { .cell(sheet: sheet, row: $0.row, column: $0.column) } ?? .cell(sheet: sheet, row: 0, column: 0)
  }

  /// `3.70102199001011E+17`: an identity number that was typed as a number keeps its first 15 digits, zeros stand for the others.
  private static func digits(_ number: String) -> [UInt8] {
    let parts = number.split(separator: "E")
    guard parts.count == 2, let exponent = Int(parts[1]), (10...17).contains(exponent) else { return [] }
    let digits = parts[0].utf8.filter { (0x30...0x39).contains($0) }
    return digits + Array(repeating: 0x30, count: max(0, exponent + 1 - digits.count))
  }

  /// `AB12`.
  private static func place(_ name: String) -> (row: Int, column: Int)? {
    let letters = name.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count), let row = Int(name.dropFirst(letters.count)), row > 0 else { return nil }
    return (row, letters.reduce(0) { $0 * 26 + Int($1) - 0x40 })
  }
}

extension XMLAttributes {
  /// Attributes that people write: addresses, names of sheets and columns, descriptions of pictures, what pivot tables remember.
  private static let written: Set<String> = [
    "Target", "name", "displayName", "descr", "title", "tooltip", "v", "author", "prompt", "error",
  ]

  func lookForNumbers(_ numbers: NumberSearch, _ place: Finding.Place) {
    forEach(longerThan: NumberSearch.shortest - 1) { name, value in
      guard Self.written.contains(name) else { return }
      if name == "Target" {
        numbers.look(atAddress: value, .links)
      } else {
        numbers.look(at: Array(value.utf8), place)
      }
    }
  }
}

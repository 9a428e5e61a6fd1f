import CivilTime
import Encoding
import OfficeFiles
import Scanning

/// The rows of one sheet. Formulas count by the value that was last worked out; a cell merged over several rows is said again in each
/// of them, as the reader's eye does.
final class WorksheetPart: XMLPartReader {
  private let strings: [RichText.Shown]
  private let styles: StylesPart
  private let startsIn1904: Bool
  private var cellLimit: Int

  private var rows: [SheetRow] = []
  private var merged: [(column: Int, rows: ClosedRange<Int>)] = []
  // The row and the cell that are being read.
  private var row = 0
  private var column = 0
  private var cells: [SheetRow.Place] = []
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var isInValue = false
  private var hasFormula = false
  private var inline: RichText?
  private var isRowHidden = false
  /// What a reader of the sheet does not see, or sees struck out.
  private(set) var marks = SheetMarks()

  init(strings: [RichText.Shown], styles: StylesPart, startsIn1904: Bool, cellLimit: Int) {
    self.strings = strings
    self.styles = styles
    self.startsIn1904 = startsIn1904
    self.cellLimit = cellLimit
  }

  /// Said, or made as small as nothing.
  private static func isHidden(_ attributes: XMLAttributes, size: String) -> Bool {
    attributes["hidden"].map(StylesPart.isOn) ?? false || attributes[size].flatMap(Double.init) == 0
  }

  // MARK: Elements

  func start(_ name: String, _ attributes: XMLAttributes) throws(PartProblem) {
    switch name {
    case "c": try startCell(attributes)
    case "v":
      value.removeAll(keepingCapacity: true)
      isInValue = true
    case "f": hasFormula = true
    case "is": inline = RichText()
    case "row":
      try startRow(attributes["r"])
      isRowHidden = Self.isHidden(attributes, size: "ht")
    case "col" where Self.isHidden(attributes, size: "width"):
      let bounds = ["min", "max"].compactMap { attributes[$0].flatMap { Int($0) } }
      if bounds.count == 2, bounds[0] >= 1, bounds[0] <= bounds[1] {
        marks.hiddenColumns.append(bounds[0]...min(bounds[1], CellName.maximumColumn))
      }
    case "filterColumn": marks.isFiltered = true
    case "mergeCell":
      let corners = (attributes["ref"] ?? "").split(separator: ":").compactMap(CellName.parse)
      if corners.count == 2, corners[0].row < corners[1].row {
        merged.append((corners[0].column, corners[0].row...corners[1].row))
      }
    default: inline?.start(name, attributes)
    }
  }

  func end(_ name: String) throws(PartProblem) {
    switch name {
    case "c": try endCell()
    case "v": isInValue = false
    case "is": break
    case "row":
      if cells.isEmpty { return }
      rows.append(SheetRow(number: row, cells: cells))
      if isRowHidden { marks.hiddenRows.append(row) }
    default: inline?.end(name)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInValue { value.append(contentsOf: bytes) } else { inline?.append(bytes) }
  }

  private func startRow(_ number: String?) throws(PartProblem) {
    let next = number.map { Int($0) ?? 0 } ?? row + 1
    guard next > row else { throw PartProblem(.damaged("row \(number ?? "")")) }
    guard next <= CellName.maximumRow else { throw PartProblem(.tooLarge, row: row) }
    row = next
    column = 0
    cells = []
  }

  private func startCell(_ attributes: XMLAttributes) throws(PartProblem) {
    let name = attributes["r"]
    let next = name.map { CellName.parse($0)?.column ?? 0 } ?? column + 1
    guard next > column else { throw PartProblem(.damaged("cell \(name ?? "")"), row: row) }
    guard next <= CellName.maximumColumn else { throw PartProblem(.tooLarge, row: row) }
    column = next
    type = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    value.removeAll(keepingCapacity: true)
    inline = nil
    hasFormula = false
  }

  private func endCell() throws(PartProblem) {
    struck = ""
    guard let cell = try cell() else { return }
    cellLimit -= 1
    guard cellLimit >= 0 else { throw PartProblem(.tooLarge, row: row) }
    cells.append(SheetRow.Place(column: column, cell: cell))
    if struck.isEmpty, styles.isStruck(style) { struck = Self.struckText(cell) }
    if !struck.isEmpty { marks.struck.append(.init(row: row, column: column, text: struck)) }
  }

  /// What is struck out of the cell that is being read.
  private var struck = ""

  private static func struckText(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .labelled(let text, _), .error(let text): text
    case .number(let number): NumberText.plain(number)
    case .time(let time): time.text
    case .flag(let flag): flag ? "TRUE" : "FALSE"
    case .pending: "="
    }
  }

  // MARK: Values

  private func cell() throws(PartProblem) -> Cell? {
    let text = String(decoding: value, as: UTF8.self)
    switch type {
    case "inlineStr": return inline.flatMap { self.text($0.shown) }
    case "str": return Self.text(EscapedText.unescaped(text))
    case _ where text.isEmpty: return hasFormula ? .pending : nil
    case "s":
      guard let index = Int(text), strings.indices.contains(index) else {
        throw PartProblem(.damaged("sharedStrings"), row: row, column: column)
      }
      return self.text(strings[index])
    case "b": return .flag(text == "1" || text == "true")
    case "e": return .error(text)
    case "d": return isoTime(text) ?? .text(text)
    default:
      guard let number = Double(text), number.isFinite else {
        throw PartProblem(.damaged("number"), row: row, column: column)
      }
      return self.number(number)
    }
  }

  private static func text(_ text: String) -> Cell? { text.isEmpty ? nil : .text(text) }

  private func text(_ shown: RichText.Shown) -> Cell? {
    struck = shown.struck
    return Self.text(shown.text)
  }

  private func number(_ kept: Double) -> Cell {
    // A formula's value has what arithmetic left; a typed one has its digits.
    let number = hasFormula ? SignificantDigits.shown(kept) : SignificantDigits.withoutNoise(kept)
    switch styles.format(style) {
    case .plain: return .number(number)
    case .decimals(let count): return .number(SignificantDigits.rounded(number, count))
    // What is shown is what is meant: 50%, and not 0.5 yuan.
    case .percent: return .text(NumberText.plain((number * 1e11).rounded() / 1e9) + "%")
    // A telephone number that is kept as a number.
    case .digits(let code): return code.digits(number).map { .text($0) } ?? .number(number)
    case .labelled(let code): return code.digits(number).map { .labelled($0, number) } ?? .number(number)
    case .dateParts(let code):
      let date = SerialDate.time(kept, format: .date, startsIn1904: startsIn1904)?.date
      return date.map { .text(code.dateParts($0)) } ?? .number(number)
    case let format:
      return SerialDate.time(kept, format: format, startsIn1904: startsIn1904).map { .time($0) } ?? .number(number)
    }
  }

  /// `2026-11-21T15:00:00`, as strict workbooks write dates.
  private func isoTime(_ text: String) -> Cell? {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard let date = parts.first.flatMap({ TimeText.parseDate($0) }) else { return nil }
    guard parts.count == 2 else { return .time(CellTime(date: date, second: nil)) }
    let clock = parts[1].prefix { $0 != "." && $0 != "Z" }
    return TimeText.parseLocal("\(parts[0])T\(clock)").map {
      .time(CellTime(date: $0.date, second: $0.minuteOfDay * 60))
    }
  }

  // MARK: Merged cells

  /// All rows, with what is merged downwards said in each row that has other cells.
  func finishedRows() throws(PartProblem) -> [SheetRow] {
    for (column, range) in merged {
      var index = rows.partitionPoint { $0.number < range.lowerBound }
      guard index < rows.count, rows[index].number == range.lowerBound, let cell = rows[index][column] else { continue }
      index += 1
      while index < rows.count, range.contains(rows[index].number) {
        cellLimit -= 1
        guard cellLimit >= 0 else { throw PartProblem(.tooLarge) }
        if rows[index][column] == nil {
          rows[index].cells.insert(.init(column: column, cell: cell), at: rows[index].position(of: column))
        }
        index += 1
      }
    }
    return rows
  }
}

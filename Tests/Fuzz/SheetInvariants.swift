import CivilTime
import Encoding
import Spreadsheets

/// What is true of every sheet.
enum SheetInvariants {
  static func check(_ sheet: Sheet) throws(Finding) {
    try expect(zip(sheet.rows, sheet.rows.dropFirst()).allSatisfy { $0.number < $1.number }, "rows out of order")
    for row in sheet.rows {
      try expect((1...CellName.maximumRow).contains(row.number), "row \(row.number)")
      try expect(zip(row.cells, row.cells.dropFirst()).allSatisfy { $0.column < $1.column }, "columns out of order")
      try expect(row.cells.allSatisfy { (1...CellName.maximumColumn).contains($0.column) }, "column out of range")
      for place in row.cells { try check(place.cell) }
    }
  }

  private static func check(_ cell: Cell) throws(Finding) {
    switch cell {
    case .text(let text): try expect(!text.isEmpty, "an empty text")
    case .number(let number), .labelled(_, let number):
      try expect(number.isFinite, "\(number)")
      try expect(Double(NumberText.plain(number)) == number, "\(number) is written \(NumberText.plain(number))")
    case .time(let time):
      try expect(time.second.map { $0 >= 0 && ($0 < 86_400 || time.date == nil) } ?? true, "second \(time.second ?? 0)")
      try expect(time.date.map { (1...9999).contains($0.year) } ?? true, "year \(time.date?.year ?? 0)")
    case .flag, .error, .pending: break
    }
  }
}

package import CivilTime

/// What a cell of a spreadsheet holds; an empty cell is nil.
package enum Cell: Sendable, Hashable {
  case text(String)
  case number(Double)
  /// A whole number that its format shows with words around it: `30人`, `第3期`.
  case labelled(String, Double)
  /// A number that its format shows as a date or a time.
  case time(CellTime)
  case flag(Bool)
  /// `#N/A`, `#REF!`: a formula that came to nothing.
  case error(String)
  /// A formula whose value no program has worked out yet.
  case pending

  /// Nothing but blanks: people leave such cells behind without seeing them.
  package var isBlank: Bool {
    guard case .text(let text) = self else { return false }
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}

/// A day, a time of day, or both, as a date format shows a serial number.
package struct CellTime: Sendable, Hashable {
  /// nil for a time of day alone.
  package var date: CivilDate?
  /// Of the day, 0…86,399; without a day it may be a length of time, and longer. nil for a day alone.
  package var second: Int?

  package init(date: CivilDate?, second: Int?) {
    self.date = date
    self.second = second
  }

  /// `2026-11-21 15:00`, `24:00`.
  package var text: String {
    [date.map(TimeText.date), second.map { TimeText.clock($0 / 60) }].compactMap(\.self).joined(separator: " ")
  }

  /// What a bare serial number says, where a date was asked for; nil outside the years 2000 to 2099, when it is more likely something else.
  package init?(serial: Double, startsIn1904: Bool) {
    guard let time = SerialDate.time(serial, format: .dateAndTime, startsIn1904: startsIn1904), let date = time.date,
      (2000...2099).contains(date.year)
    else { return nil }
    self.init(date: date, second: serial == serial.rounded() ? nil : time.second)
  }
}

/// How a spreadsheet names rows and columns.
package enum CellName {
  /// Excel's limits, which all programs keep.
  package static let maximumRow = 1_048_576
  package static let maximumColumn = 16_384

  /// `A`, `Z`, `AA`; columns count from 1.
  package static func column(_ number: Int) -> String {
    var letters: [UInt8] = []
    var rest = number
    while rest > 0 {
      letters.append(UInt8(0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// `C5`.
  package static func cell(row: Int, column: Int) -> String {
    "\(Self.column(column))\(row)"
  }

  /// The column and row of `C5` or `$C$5`; nil for what is none or lies outside a sheet.
  static func parse(_ text: some StringProtocol) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte - 0x40)
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard column <= maximumColumn, row <= maximumRow else { return nil }
    }
    return column > 0 && row > 0 ? (column, row) : nil
  }
}

import Encoding
import OfficeFiles
import Scanning

/// The sheets of a file that a spreadsheet program wrote.
package struct Workbook: Sendable, Hashable {
  /// In the file's order, without hidden ones.
  package var sheets: [Sheet]
  /// Serial numbers count from 1904, as Excel on the Macintosh once had it.
  package let startsIn1904: Bool
  /// The names of those that are left out.
  package let hiddenSheets: [String]

  package init(sheets: [Sheet], startsIn1904: Bool = false, hiddenSheets: [String] = []) {
    self.sheets = sheets
    self.startsIn1904 = startsIn1904
    self.hiddenSheets = hiddenSheets
  }

  /// Reads XLSX, or values separated by commas, tabs or semicolons in UTF-8, UTF-16 or GB18030: the bytes say which, not the name.
  ///
  /// Memory is bounded (`Limits`), whatever the file claims.
  package static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws(SpreadsheetProblem) -> Workbook {
    switch FileSignature(bytes) {
    case .zip: return try XLSXReader(archive: archive(bytes, limits), limits: limits).workbook()
    case .compoundFile(let reason): throw SpreadsheetProblem(reason)
    case .foreign(let file): throw SpreadsheetProblem(.foreign(file))
    case .text: return try Workbook(sheets: [CSVReader.sheet(TextDecoding.utf8(bytes), limits: limits)])
    }
  }

  private static func archive(_ bytes: [UInt8], _ limits: Limits) throws(SpreadsheetProblem) -> OfficeArchive {
    do throws(PartProblem) {
      return try OfficeArchive(
        bytes, limits: .init(unpackedBytes: limits.unpackedBytes, entries: limits.archiveEntries))
    } catch {
      throw SpreadsheetProblem(error)
    }
  }

  /// What one file may make this program hold in memory.
  package struct Limits: Sendable {
    /// Of all parts of an archive that are read, unpacked.
    package var unpackedBytes = 200 << 20
    package var archiveEntries = 10_000
    /// Filled cells of all sheets.
    package var cells = 4_000_000
    /// Filled rows of a sheet: five times what a district has of anything.
    package var rows = 200_000

    package init() {}
  }
}

package struct Sheet: Sendable, Hashable {
  /// nil for a text file, which holds one sheet without a name.
  package var name: String?
  /// From top to bottom; rows without a filled cell are left out.
  package var rows: [SheetRow]
  package let marks: SheetMarks

  package init(name: String?, rows: [SheetRow], marks: SheetMarks = SheetMarks()) {
    self.name = name
    self.rows = rows
    self.marks = marks
  }
}

/// What a reader of a sheet does not see though it is there, or sees struck out.
package struct SheetMarks: Sendable, Hashable {
  package struct Struck: Sendable, Hashable {
    package let row: Int
    package let column: Int
    /// What is struck out; where it is a part of the cell, the cell's text does not hold it.
    package let text: String
  }

  /// Filled rows.
  package internal(set) var hiddenRows: [Int] = []
  package internal(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// Rows are hidden by a filter.
  package internal(set) var isFiltered = false
  package internal(set) var struck: [Struck] = []

  package init() {}
}

package struct SheetRow: Sendable, Hashable {
  package struct Place: Sendable, Hashable {
    /// Counted from 1.
    package let column: Int
    package let cell: Cell

    package init(column: Int, cell: Cell) {
      self.column = column
      self.cell = cell
    }
  }

  /// As the spreadsheet shows it beside the row, from 1.
  package let number: Int
  /// Filled cells from left to right.
  package internal(set) var cells: [Place]
  /// How many fields the row of a text file has, empty ones too; nil in a workbook, where rows have no end.
  package let width: Int?

  package init(number: Int, cells: [Place], width: Int? = nil) {
    self.number = number
    self.cells = cells
    self.width = width
  }

  package subscript(column: Int) -> Cell? {
    let index = position(of: column)
    return index < cells.count && cells[index].column == column ? cells[index].cell : nil
  }

  /// Where a column's cell stands or would stand.
  func position(of column: Int) -> Int {
    cells.partitionPoint { $0.column < column }
  }
}

/// What the first bytes say of a file.
private enum FileSignature {
  case zip
  /// OLE's compound file: Excel up to 2003, a newer workbook with a password, or another program's.
  case compoundFile(SpreadsheetProblem.Reason)
  case foreign(ForeignFile)
  case text

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // The directory's entries have their names in UTF-16 (MS-OFFCRYPTO §1.3.2).
      func holds(_ name: String) -> Bool {
        bytes.firstRange(of: name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) != nil
      }
      self =
        holds("EncryptedPackage")
        ? .compoundFile(.encrypted)
        : holds("WordDocument")
          ? .foreign(.wordDocument) : holds("PowerPoint Document") ? .foreign(.slides) : .compoundFile(.oldExcel)
    } else if let file = ForeignFile(bytes) {
      self = .foreign(file)
    } else {
      self = .text
    }
  }
}

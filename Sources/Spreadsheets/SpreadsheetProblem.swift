import OfficeFiles

/// Why a file is no spreadsheet that can be read, and where.
package struct SpreadsheetProblem: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    // Text files.
    case undecodable
    case unclosedQuote
    case textAfterQuote
    /// The fields are parted by full-width commas, which no program does.
    case fullWidthCommas
    // Workbooks.
    case oldExcel
    case encrypted
    case openDocument
    case noWorkbook
    /// Another kind of file.
    case foreign(ForeignFile)
    /// The archive or one of its parts is broken; the part's name.
    case damaged(String)
    /// A document type or entity, which no spreadsheet program writes.
    case documentType
    case tooLarge
  }

  package let reason: Reason
  package internal(set) var sheet: String?
  /// Counted from 1; 0 for the file or sheet as a whole.
  package let row: Int
  package let column: Int
  /// Of the row's line, counted from 1; 0 where it is not a byte that is at fault.
  package let byte: Int
  /// Of what is too large: how many rows it has, and how many are the most; nil where it is cells or bytes.
  package let rows: RowCount?

  package struct RowCount: Sendable, Hashable {
    package let found: Int
    package let most: Int
  }

  init(_ reason: Reason, sheet: String? = nil, row: Int = 0, column: Int = 0, byte: Int = 0, rows: RowCount? = nil) {
    self.byte = byte
    self.rows = rows
    self.reason = reason
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// Of an office file's part.
  init(_ problem: PartProblem, sheet: String? = nil) {
    let reason: Reason =
      switch problem.reason {
      case .damaged(let part): .damaged(part)
      case .documentType: .documentType
      case .tooLarge: .tooLarge
      }
    self.init(reason, sheet: sheet, row: problem.row, column: problem.column)
  }
}

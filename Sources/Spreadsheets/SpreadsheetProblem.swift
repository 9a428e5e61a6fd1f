/// Why a file is no spreadsheet that can be read, and where.
public struct SpreadsheetProblem: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    // Text files.
    case undecodable
    case unclosedQuote
    case textAfterQuote
    // Workbooks.
    case oldExcel
    case encrypted
    case openDocument
    case noWorkbook
    /// The archive or one of its parts is broken; the part's name.
    case damaged(String)
    /// A document type or entity, which no spreadsheet program writes.
    case documentType
    case tooLarge
  }

  public let reason: Reason
  public internal(set) var sheet: String?
  /// Counted from 1; 0 for the file or sheet as a whole.
  public let row: Int
  public let column: Int

  init(_ reason: Reason, sheet: String? = nil, row: Int = 0, column: Int = 0) {
    self.reason = reason
    self.sheet = sheet
    self.row = row
    self.column = column
  }
}

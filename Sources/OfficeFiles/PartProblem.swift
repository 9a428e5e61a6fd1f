/// Why an office file, or a part of it, can't be read.
package struct PartProblem: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// The archive or one of its parts is broken; the part's name.
    case damaged(String)
    /// A document type or entity, which no office program writes.
    case documentType
    /// It would unpack to more than it may.
    case tooLarge
  }

  package let reason: Reason
  /// Of a sheet, counted from 1; 0 for the part as a whole.
  package let row: Int
  package let column: Int

  package init(_ reason: Reason, row: Int = 0, column: Int = 0) {
    self.reason = reason
    self.row = row
    self.column = column
  }
}

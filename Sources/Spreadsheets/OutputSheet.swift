/// A table as it is to be written: a header and rows below it.
package struct OutputSheet: Sendable {
  package struct Column: Sendable {
    /// How its cells are shown, also those that will be typed in later.
    package enum Format: Sendable {
      /// Everything typed stays as it is: no telephone number loses its zero.
      case text
      case number
      case date
      case dateAndTime
    }

    package let header: String
    package let format: Format

    package init(header: String, format: Format) {
      self.header = header
      self.format = format
    }
  }

  /// Up to 31 characters, none of `[]:*?/\`.
  package let name: String
  package let columns: [Column]
  /// One cell a column.
  package let rows: [[Cell?]]

  package init(name: String, columns: [Column], rows: [[Cell?]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

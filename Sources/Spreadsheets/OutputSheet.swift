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

    /// What people choose from when they type into its cells; other values may be typed too.
    package enum Choices: Sendable {
      case texts([String])
      /// The cells below the header of a column of another sheet.
      case column(String, ofSheet: String)
    }

    package let header: String
    package let format: Format
    package let choices: Choices?

    package init(header: String, format: Format, choices: Choices? = nil) {
      self.header = header
      self.format = format
      self.choices = choices
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

/// A table as it is to be written: a header and rows below it.
public struct OutputSheet: Sendable {
  public struct Column: Sendable {
    /// How its cells are shown, also those that will be typed in later.
    public enum Format: Sendable {
      /// Everything typed stays as it is: no telephone number loses its zero.
      case text
      case number
      case date
      case dateAndTime
    }

    public let header: String
    public let format: Format

    public init(header: String, format: Format) {
      self.header = header
      self.format = format
    }
  }

  /// Up to 31 characters, none of `[]:*?/\`.
  public let name: String
  public let columns: [Column]
  /// One cell a column.
  public let rows: [[Cell?]]

  public init(name: String, columns: [Column], rows: [[Cell?]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// Texts in CSV that a spreadsheet program would take for a formula and run (CWE-1236): an apostrophe is put in front of them, and
/// taken off again when they are read. Texts that already begin so get one more, so that nothing is lost.
enum FormulaGuard {
  static func added(to text: String) -> String {
    isDangerous(text) ? "'" + text : text
  }

  static func removed(from text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isDangerous(text) ? String(Substring(text.utf8.dropFirst())) : text
  }

  /// `'*[=+\-@\t\r]…`, and what would be read as an error (`#N/A`).
  private static func isDangerous(_ text: String) -> Bool {
    let rest = text.utf8.drop { $0 == UInt8(ascii: "'") }
    guard let first = rest.first else { return false }
    if first == UInt8(ascii: "#") || first | 0x20 == UInt8(ascii: "e") {
      return CSVCell.isError(String(Substring(rest)))
    }
    return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D].contains(first)
  }
}

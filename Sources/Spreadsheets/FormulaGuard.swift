/// Texts in CSV that a spreadsheet program would take for a formula and run (CWE-1236): an apostrophe is put in front of them, and
/// taken off again when they are read. Texts that already begin so get one more, so that nothing is lost.
enum FormulaGuard {
  static func added(to text: String) -> String {
    isDangerous(text.utf8) ? "'" + text : text
  }

  static func removed(from text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isDangerous(text.utf8) ? String(Substring(text.utf8.dropFirst())) : text
  }

  /// `'*[=+\-@\t\r]…`
  private static func isDangerous(_ bytes: String.UTF8View) -> Bool {
    guard let first = bytes.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
    return [UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D].contains(first)
  }
}

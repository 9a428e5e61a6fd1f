/// A field of a text file as a cell: what spreadsheet programs and web systems write into one beside plain text.
enum CSVCell {
  static func cell(_ field: String) -> Cell {
    let plain = FormulaGuard.removed(from: field)
    // What our own export guarded is a text, whatever it looks like.
    if plain.utf8.count != field.utf8.count { return .text(plain) }
    if let text = quotedFormula(field) { return .text(text) }
    if isError(field) { return .error(field) }
    return isFormula(field) ? .pending : .text(field)
  }

  /// `="0531-0000-1200"`, with which web systems keep a text from becoming a number; nil for others and for one of nothing.
  private static func quotedFormula(_ field: String) -> String? {
    guard field.hasPrefix("=\""), field.hasSuffix("\""), field.utf8.count > 3 else { return nil }
    let inside = field.dropFirst(2).dropLast()
    let text = String(inside).replacing("\"\"", with: "\u{0}")
    guard !text.contains("\"") else { return nil }
    return text.replacing("\u{0}", with: "\"")
  }

  /// `=SUM(A1:A3)`, `=A1+B1`: saved without its value. Not `=1+1`, which may be a text.
  private static func isFormula(_ field: String) -> Bool {
    guard field.utf8.first == UInt8(ascii: "=") else { return false }
    let bytes = Array(field.utf8)
    guard bytes.count > 2 else { return false }
    let letters = bytes[1...].prefix { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "$") }
    guard !letters.isEmpty, let next = bytes[1...].dropFirst(letters.count).first else { return false }
    return next == UInt8(ascii: "(") || (0x30...0x39).contains(next)
  }

  /// What a program shows in place of a value: `#N/A`, `#REF!`, `Err:502`, and `####` where a column is too narrow.
  static func isError(_ field: String) -> Bool {
    guard let first = field.utf8.first, first == UInt8(ascii: "#") || first | 0x20 == UInt8(ascii: "e") else {
      return false
    }
    let text = field.uppercased()
    if text.utf8.count > 2, text.utf8.allSatisfy({ $0 == UInt8(ascii: "#") }) { return true }
    if text.hasPrefix("ERR:"), (3...4).contains(text.utf8.count - 4), text.dropFirst(4).allSatisfy(\.isNumber) {
      return true
    }
    return errors.contains(text)
  }

  private static let errors: Set = [
    "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
    "#UNKNOWN!", "#CONNECT!", "#BUSY!", "#GETTING_DATA", "#PYTHON!", "#REF", "#NAME", "#VALUE", "#VALOR!",
  ]
}

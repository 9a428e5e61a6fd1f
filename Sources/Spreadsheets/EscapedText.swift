/// Characters that XML can't hold, as SpreadsheetML writes them: `_x000D_` (ECMA-376 Part 1, 22.9.2.19, ST_Xstring).
enum EscapedText {
  /// Carriage returns too: XML would read them as line feeds. A text that happens to look escaped is escaped itself.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var isChanged = false
    for (index, scalar) in scalars.enumerated() {
      let isForbidden = scalar.value < 0x20 && scalar != "\t" && scalar != "\n"
      guard isForbidden || scalar.value == 0xFFFE || scalar.value == 0xFFFF || isEscape(scalars[index...]) else {
        out.append(scalar)
        continue
      }
      isChanged = true
      out.append(contentsOf: "_x".unicodeScalars)
      let digits = String(scalar.value, radix: 16, uppercase: true)
      out.append(contentsOf: (String(repeating: "0", count: 4 - digits.count) + digits + "_").unicodeScalars)
    }
    return isChanged ? String(out) : text
  }

  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if isEscape(scalars[index...]), let scalar = scalar(scalars[(index + 2)..<(index + 6)]) {
        out.append(scalar)
        index += 7
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    return String(out)
  }

  /// Whether `_xHHHH_` begins here.
  private static func isEscape(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard rest.first == "_", rest.count >= 7 else { return false }
    let start = rest.startIndex
    return rest[start + 1] == "x" && rest[start + 6] == "_"
      && rest[(start + 2)..<(start + 6)].allSatisfy(\.properties.isASCIIHexDigit)
  }

  private static func scalar(_ digits: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    UInt32(String(String.UnicodeScalarView(digits)), radix: 16).flatMap(Unicode.Scalar.init)
  }
}

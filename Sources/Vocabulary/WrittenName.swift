/// How the names of columns, keys and terms are compared: as people type them.
package enum WrittenName {
  /// Case, width, blanks, what takes no room, hyphens, line breaks, the asterisk of a required field, and whether Chinese characters
  /// are traditional or simplified don't matter.
  package static func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars
    where !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
      && !"_-*＊:：".unicodeScalars.contains(scalar)
    {
      let plain = (0xFF01...0xFF5D).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar
      out.append(plain.value < 0x4E00 ? plain : TraditionalForms.simplified[plain] ?? plain)
    }
    return String(out).lowercased()
  }
}

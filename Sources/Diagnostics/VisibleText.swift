/// Text of unknown origin on one line of a terminal: what would steer it is shown instead of sent.
package enum VisibleText {
  package static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { picture(of: $0) != nil }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let picture = picture(of: scalar) {
        out.append(contentsOf: picture.unicodeScalars)
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// What takes no room and changes what a name is is shown too (a joiner within a picture is none of them).
  ///
  /// `␛` for C0 (Unicode's control pictures), `\u{9B}` for what has none; nil for what may be sent. Tabs may.
  private static func picture(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09: nil
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "␡"
    case 0x80...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xAD, 0x200B, 0x200C, 0x200E, 0x200F,
      0x2060...0x2064, 0xFEFF:
      "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: nil
    }
  }
}

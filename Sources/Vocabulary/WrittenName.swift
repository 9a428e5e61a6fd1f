/// How the names of columns, keys and terms are compared: as people type them.
package enum WrittenName {
  /// Case, width, blanks, what takes no room, hyphens, line breaks, the asterisk of a required field, and whether Chinese characters
  /// are traditional or simplified don't matter.
  package static func folded(_ text: String) -> String {
    // Asked for each cell of a sheet: looking up what Unicode says of each character took 16 % of an import's time.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(text) }
    var out = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if hanCharacters.contains(scalar.value) {
        out.append(TraditionalForms.simplified[scalar] ?? scalar)
        continue
      }
      guard !scalar.properties.isWhitespace, !scalar.properties.isDefaultIgnorableCodePoint,
        !"_-*＊:：".unicodeScalars.contains(scalar)
      else { continue }
      let plain = (0xFF01...0xFF5D).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar
      out.append(plain.value < 0x4E00 ? plain : TraditionalForms.simplified[plain] ?? plain)
    }
    return String(out).lowercased()
  }

  private static let hanCharacters: ClosedRange<UInt32> = 0x4E00...0x9FFF

  private static func foldedASCII(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x09...0x0D, 0x20, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: ":"): break
      case 0x41...0x5A: bytes.append(byte | 0x20)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Characters that nobody types on purpose and that do harm where a text is shown: control characters end XML documents and steer
/// terminals, overrides of the writing direction make one text look like another (Unicode TR 36, “Trojan Source”).
package enum HiddenCharacter {
  /// The first one; tab and line ends are none.
  package static func first(in text: String) -> Unicode.Scalar? {
    // Nearly all texts are done with after one pass over their bytes.
    guard text.utf8.contains(where: { isSuspect($0) }) else { return nil }
    return text.unicodeScalars.first(where: isHidden)
  }

  /// The place of the first one in a UTF-8 text. Most bytes of Chinese text are done with after one comparison.
  package static func firstIndex(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }
    var index = -1
    while index + 1 < text.count {
      index += 1
      let own = text[index]
      // An ideograph, as most are: nothing is hidden in its other bytes.
      if own &- 0xE3 < 12, index + 2 < text.count, text[index + 1] & text[index + 2] & 0x80 != 0 {
        index += 2
        continue
      }
      if own >= 0x20, own < 0x7F || own > 0xC2 && own < 0xE2 || own > 0xE2 && own < 0xEF || own > 0xEF { continue }
      switch own {
      case 0x09, 0x0A, 0x0D: continue
      case 0x00..<0x20, 0x7F: return index
      case 0xC2: if byte(index + 1) < 0xA0 { return index }
      case 0xE2:
        let last = byte(index + 2)
        if byte(index + 1) == 0x80
          ? (0xAA...0xAE).contains(last) : byte(index + 1) == 0x81 && (0xA6...0xA9).contains(last)
        {
          return index
        }
      case 0xEF: if byte(index + 1) == 0xBF, byte(index + 2) >= 0xBD { return index }
      default: continue
      }
    }
    return nil
  }

  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    isControl(scalar) || isOverride(scalar)
  }

  /// C0 but tab, LF and CR, DEL, C1, the two that are no characters, and what a program puts in place of a character that it could not read.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFD...0xFFFF: true
    default: false
    }
  }

  private static func isOverride(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// `U+001B`.
  package static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether a text shows nothing: white space of every width, and what takes no room.
  package static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || isHidden($0)
    }
  }

  private static func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F || byte == 0xC2 || byte == 0xE2
      || byte == 0xEF
  }
}

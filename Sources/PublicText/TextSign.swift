/// What one character means to the search for numbers.
enum TextSign: Equatable {
  /// 0…9 in any of the ways of `DigitForm`.
  case digit(UInt8, DigitForm)
  /// A letter that is typed or read in place of a digit: `l`, `I`, `O`. It is one only between digits.
  case likeDigit(UInt8)
  /// The letter that stands for 10 in an identity number, and what is typed in its place: `Ｘ`, `×`, `Ⅹ`.
  case x
  /// White space, punctuation and dashes of any width.
  case separator
  /// `|`, `、` and `;` set the numbers of a table or a list apart, or the groups of one; so do arrows, stars and the like.
  case listMark
  /// Takes no room on the page: Unicode's Default_Ignorable_Code_Point, and marks that combine with the digit before.
  case invisible
  case other

  /// The character at a place of a UTF-8 text, and how many bytes it takes.
  static func read(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (sign: TextSign, width: Int) {
    let byte = text[index]
    if byte < 0x80 { return (ascii[Int(byte)], 1) }
    let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    guard width > 1, index + width <= text.count else { return (.other, 1) }
    if width == 3, let digit = HanDigit.read(text, at: index) { return (.digit(digit, .han), 3) }
    var value = UInt32(byte & (0x7F >> UInt8(width)))
    for next in 1..<width { value = value << 6 | UInt32(text[index + next] & 0x3F) }
    return (sign(of: value), width)
  }

  /// Whether a character may be one of a number's: of any kind, letters in place of digits too.
  static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    let bytes = Array(String(scalar).utf8)
    return bytes.withUnsafeBufferPointer { text in
      switch read(text, at: 0).sign {
      case .digit, .likeDigit, .x: true
      default: false
      }
    }
  }

  static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  private static let ascii: [TextSign] = (0..<128).map { value in
    switch UInt8(value) {
    case 0x30...0x39: .digit(UInt8(value) - 0x30, .plain)
    case UInt8(ascii: "l"), UInt8(ascii: "I"): .likeDigit(1)
    case UInt8(ascii: "O"), UInt8(ascii: "o"): .likeDigit(0)
    case UInt8(ascii: "X"), UInt8(ascii: "x"): .x
    case UInt8(ascii: "|"), UInt8(ascii: ";"): .listMark
    case 0x09...0x0D, 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: .separator
    default: .other
    }
  }

  private static func sign(of value: UInt32) -> TextSign {
    switch value {
    case 0xFF10...0xFF19: .digit(UInt8(value - 0xFF10), .plain)
    case 0x1D7CE...0x1D7FF: .digit(UInt8((value - 0x1D7CE) % 10), .plain)
    case 0xFF38, 0xFF58, 0xD7, 0x2169, 0x2179, 0x425, 0x445: .x
    case 0xAD, 0x300...0x36F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0x20D0...0x20FF, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFF8, 0xE0000...0xE0FFF:
      .invisible
    case 0x3001, 0xFF1B, 0xFF5C, 0xFF64: .listMark
    case 0x2190...0x21FF, 0x25A0...0x25CA, 0x25CC...0x2775, 0x2793...0x27BF, 0x27F0...0x27FF, 0x2900...0x297F,
      0x2B00...0x2BFF, 0x1F1E6...0x1FAFF:
      .listMark
    case 0x85, 0xA0, 0xAF, 0xB7, 0x2D7, 0x5BE, 0x1680, 0x2000...0x205F, 0x2212, 0x2215, 0x2219, 0x22C5, 0x2500...0x257F,
      0x2E0E...0x2E5D, 0x3000...0x3003, 0x3008...0x301F, 0x3030, 0x30FB, 0x30FC, 0xFE10...0xFE19, 0xFE30...0xFE6B,
      0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      .separator
    default: DigitForm.decorated(value).map { .digit($0.digit, $0.form) } ?? .other
    }
  }
}

/// How a digit is written. Where the way changes a number may begin or end: `张三13812345678`, `①13812345678`.
enum DigitForm: Equatable {
  /// ASCII, full-width, mathematical, and digits of other scripts.
  case plain
  case han
  /// ①, ❶, ⑴, ⒈.
  case enclosed
  /// ¹, ₁.
  case raised

  /// Digits that are not written plainly, and those of other scripts (Unicode's Decimal_Number).
  static func decorated(_ value: UInt32) -> (digit: UInt8, form: DigitForm)? {
    switch value {
    case 0xB2, 0xB3: return (UInt8(value - 0xB0), .raised)
    case 0xB9: return (1, .raised)
    case 0x2070, 0x2074...0x2079: return (UInt8(value - 0x2070), .raised)
    case 0x2080...0x2089: return (UInt8(value - 0x2080), .raised)
    case 0x2460...0x2468: return (UInt8(value - 0x245F), .enclosed)
    case 0x2474...0x247C: return (UInt8(value - 0x2473), .enclosed)
    case 0x2488...0x2490: return (UInt8(value - 0x2487), .enclosed)
    case 0x24EA, 0x24FF, 0x1F100, 0x1F10B, 0x1F10C: return (0, .enclosed)
    case 0x24F5...0x24FD: return (UInt8(value - 0x24F4), .enclosed)
    case 0x2776...0x277E: return (UInt8(value - 0x2775), .enclosed)
    case 0x2780...0x2788: return (UInt8(value - 0x277F), .enclosed)
    case 0x278A...0x2792: return (UInt8(value - 0x2789), .enclosed)
    case 0x3220...0x3228: return (UInt8(value - 0x321F), .enclosed)
    case 0x3280...0x3288: return (UInt8(value - 0x327F), .enclosed)
    case 0x1F101...0x1F10A: return (UInt8(value - 0x1F101), .enclosed)
    case 0x660...0x1FFF, 0xA620...0xABF9, 0x104A0...0x1E959, 0x1FBF0...0x1FBF9:
      guard let scalar = Unicode.Scalar(value), scalar.properties.numericType == .decimal,
        let digit = scalar.properties.numericValue
      else { return nil }
      return (UInt8(digit), .plain)
    default: return nil
    }
  }
}

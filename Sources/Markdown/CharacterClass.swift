/// What the rules of emphasis and line breaks see of a character.
struct CharacterClass: Equatable {
  /// Unicode white space, a line's beginning or end (CommonMark §2.1).
  var isSpace = false
  /// Punctuation as libcmark has it (CommonMark 0.30: categories P…).
  var isPunctuation = false
  /// Punctuation as CommonMark has it since 0.31, with symbols; but currency signs and emoji, which stand close to what they belong to,
  /// stay what libcmark takes them for.
  var isMark = false
  /// Wide, full-width or half-width by Unicode Standard Annex #11, or Hangul; not what is shown as an emoji
  /// (the markdown-cjk-friendly amendment).
  var isCJK = false
  /// A digit or punctuation: what may stand between a mark and the text that it belongs to.
  var isDigit = false

  static let space = CharacterClass(isSpace: true)
  /// Any punctuation that is no CJK: what a sentinel is.
  static let punctuation = CharacterClass(isPunctuation: true, isMark: true)
  private static let ideograph = CharacterClass(isCJK: true)

  init(
    isSpace: Bool = false, isPunctuation: Bool = false, isMark: Bool = false, isCJK: Bool = false, isDigit: Bool = false
  ) {
    (self.isSpace, self.isPunctuation, self.isMark, self.isCJK) = (isSpace, isPunctuation, isMark, isCJK)
    self.isDigit = isDigit
  }

  init(_ scalar: Unicode.Scalar) {
    self =
      switch scalar.value {
      case ..<0x80: Self.ascii[Int(scalar.value)]
      case 0x4E00...0x9FFF: .ideograph
      default: Self(byProperties: scalar)
      }
  }

  private init(byProperties scalar: Unicode.Scalar) {
    let value = scalar.value
    isCJK = Self.isWide(value) && !(value >= 0x1F000 && scalar.properties.isEmojiPresentation)
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      isPunctuation = true
      isMark = true
    case .mathSymbol, .modifierSymbol: isMark = true
    case .otherSymbol: isMark = !scalar.properties.isEmoji
    case .spaceSeparator: isSpace = true
    case .decimalNumber: isDigit = true
    default: break
    }
  }

  private static let ascii: [CharacterClass] = (0..<128).map { value in
    switch value {
    case 9, 10, 12, 13, 32: .space
    case 0x30...0x39: CharacterClass(isDigit: true)
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: .punctuation
    default: CharacterClass()
    }
  }

  /// East_Asian_Width W, F or H, and Hangul's own letters; of the symbols below U+2E80 that are wide almost all are emoji.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case ..<0x1100: false
    case 0x1100...0x11FF, 0x20A9, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
      0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7FB, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
      0xFF01...0xFFEE, 0x16FE0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  // MARK: Chinese

  /// Marks of ambiguous width (UAX #11) that Chinese shares with other scripts: ‘ ’ “ ” — … · and their like.
  static func isShared(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026, 0x2027: true
    default: false
    }
  }

  /// Ends a clause or a quotation: what follows needs no space.
  static func isClosingMark(_ scalar: Unicode.Scalar) -> Bool { "。！？；：，、”’）》〉】」』…".unicodeScalars.contains(scalar) }

  /// Of Chinese or Japanese text, which is written without spaces; Hangul has them.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF: true
    case 0x2E80...0x303F, 0x3040...0x312F, 0x31A0...0x4DBF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF65,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

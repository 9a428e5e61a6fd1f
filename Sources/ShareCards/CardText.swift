import Foundation

/// A text as a card can write it. A card draws each character by itself, from the left: what is no such character is left out, and where that would
/// leave a word in pieces, the text says so.
struct CardText {
  /// Without blanks at its ends, one blank where there were several.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Behind which character no line may end, whatever it is.
  private(set) var isGlued: [Bool] = []
  /// No letter, digit or mark on one is missing; signs, emoji among them, may be.
  private(set) var isWhole = true

  /// Characters of the longest text that is looked at.
  private static let most = 400

  /// U+2060: no line ends where it stands.
  static let joiner: Unicode.Scalar = "\u{2060}"

  init(_ text: String, has: (Unicode.Scalar) -> Bool) {
    // What is written with marks behind letters is one letter, where Unicode has it.
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars.prefix(Self.most) {
      if scalar == Self.joiner {
        if !isGlued.isEmpty { isGlued[isGlued.count - 1] = true }
        continue
      }
      switch Self.role(of: scalar) {
      case .blank: if let last = scalars.last, last != " " { append(" ") }
      case .nothing: break
      case .sign: if has(scalar) { append(scalar) }
      case .letter: if has(scalar) { append(scalar) } else { isWhole = false }
      case .foreign: isWhole = false
      }
    }
    while scalars.last == " " {
      scalars.removeLast()
      isGlued.removeLast()
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    scalars.append(scalar)
    isGlued.append(false)
  }

  var isEmpty: Bool { scalars.isEmpty }

  private enum Role { case blank, nothing, sign, letter, foreign }

  private static func role(of scalar: Unicode.Scalar) -> Role {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: return .blank
    case .format, .surrogate, .privateUse, .unassigned: return .nothing
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber:
      return isSetSingly(scalar.value) ? .letter : .foreign
    case .nonspacingMark, .spacingMark, .enclosingMark:
      // What chooses a form of the sign before it.
      return properties.isVariationSelector || scalar.value == 0x20E3 ? .nothing : .foreign
    default:
      return properties.isEmojiPresentation || properties.isEmojiModifier || scalar.value >= 0x1F000 ? .nothing : .sign
    }
  }

  /// Letters that stand one beside the other as they are: of Latin, Greek, Cyrillic, Chinese, Japanese, Korean, Yi. Others are joined, stacked, or
  /// run from the right.
  private static func isSetSingly(_ value: UInt32) -> Bool {
    switch value {
    case ..<0x590, 0x1E00...0x218F, 0x2460...0x24FF, 0x2C60...0x2C7F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFF00...0xFFEF, 0x20000...0x323AF:
      true
    default: false
    }
  }
}

/// What lines may end with and begin with (CLREQ 3.1.3; UAX #14).
enum LineRule {
  private static let openers = Set("（《「『【〈〔〖［｛“‘([{".unicodeScalars)
  private static let closers = Set("）》」』】〉〕〗］｝”’)]}，。、；：？！".unicodeScalars)
  private static let notFirst = closers.union(Set(",.;:?!·・…—～~%％‰℃々ー／/".unicodeScalars))
  private static let pairs = Set("—…".unicodeScalars)

  static func isOpener(_ scalar: Unicode.Scalar) -> Bool { openers.contains(scalar) }
  static func isCloser(_ scalar: Unicode.Scalar) -> Bool { closers.contains(scalar) }

  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x323AF: true
    default: openers.contains(scalar) && scalar.value > 0x7F || closers.contains(scalar) && scalar.value > 0x7F
    }
  }

  /// A Chinese character, beside which Latin letters and digits stand a little apart.
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }
  static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x590 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  /// Whether a line may end behind one and the next begin with the other.
  static func allowsBreak(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    if last == " " { return true }
    if next == " " || openers.contains(last) || notFirst.contains(next) { return false }
    if pairs.contains(last), last == next { return false }
    return isWide(last) || isWide(next)
  }

  /// How little a reader minds a line's end there: 0 behind a mark or a blank, 1 elsewhere.
  static func cost(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Double {
    last == " " || closers.contains(last) || openers.contains(next) || last == "·" ? 0 : 1
  }
}

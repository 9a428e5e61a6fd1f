/// Numbers of residents that must never be published: mobile phones (1 3…9 and nine more digits) and resident identity numbers
/// (GB 11643-1999, with its check digit).
public struct PersonalNumber: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case mobile
    case identity
  }

  public let kind: Kind
  /// The offset of its first digit in the text's UTF-8.
  public let offset: Int
  /// The digits without what stood between them.
  public let digits: String

  /// As it may be shown: `138****1234`.
  public var masked: String {
    switch kind {
    case .mobile: digits.prefix(3) + "****" + digits.suffix(4)
    case .identity: digits.prefix(6) + "********" + digits.suffix(4)
    }
  }

  /// All such numbers of a text, also where single spaces or hyphens part the digits (`138 1234 5678`).
  public static func find(in text: UnsafeBufferPointer<UInt8>) -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var index = 0
    while index < text.count {
      guard isDigit(text[index]) else {
        index += 1
        continue
      }
      let start = index
      var digits: [UInt8] = []
      var end = index
      while index < text.count {
        if isDigit(text[index]) {
          digits.append(text[index])
          end = index
        } else if digits.count == 17, text[index] | 0x20 == UInt8(ascii: "x") {
          digits.append(UInt8(ascii: "X"))
          end = index
          index += 1
          break
        } else if !(isSeparator(text[index]) && index + 1 < text.count && isDigit(text[index + 1])) {
          break
        }
        index += 1
      }
      // Part of a longer word (an address, a digest) is no number of a person.
      let follows = end + 1 < text.count && isWord(text[end + 1])
      let precedes = start > 0 && isWord(text[start - 1])
      if !follows, !precedes, let kind = kind(of: digits) {
        found.append(PersonalNumber(kind: kind, offset: start, digits: String(decoding: digits, as: UTF8.self)))
      }
      index = max(index, end + 1)
    }
    return found
  }

  public static func find(in text: String) -> [PersonalNumber] {
    var text = text
    return text.withUTF8 { find(in: $0) }
  }

  private static func kind(of digits: [UInt8]) -> Kind? {
    switch digits.count {
    case 11 where digits[0] == 0x31 && (0x33...0x39).contains(digits[1]): .mobile
    case 13 where digits.starts(with: [0x38, 0x36, 0x31]) && (0x33...0x39).contains(digits[3]): .mobile
    case 18 where isIdentity(digits): .identity
    default: nil
    }
  }

  /// Weighted sum over 17 digits, modulo 11 (ISO 7064:1983, MOD 11-2); the birth month and day must be ones.
  private static func isIdentity(_ digits: [UInt8]) -> Bool {
    guard digits[..<17].allSatisfy(isDigit) else { return false }
    let values = digits[..<17].map { Int($0 - 0x30) }
    let month = values[10] * 10 + values[11]
    let day = values[12] * 10 + values[13]
    guard (1...12).contains(month), (1...31).contains(day) else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return Array("10X98765432".utf8)[sum % 11] == digits[17]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2D }
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }
}

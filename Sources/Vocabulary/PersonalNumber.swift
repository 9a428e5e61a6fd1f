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

  /// All such numbers of a text: plain, grouped as people write them (`138 1234 5678`, `138-1234-5678`, `1381 2345 678`), with the country's
  /// prefix, and in full-width digits. What goes on with another digit or letter (a digest, a serial number) is no number of a person.
  public static func find(in text: UnsafeBufferPointer<UInt8>) -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var index = 0
    var followsDigit = false
    while index < text.count {
      guard let digit = digit(in: text, at: index) else {
        followsDigit = false
        index += 1
        continue
      }
      if !followsDigit, hasDigitsOfNumber(text, at: index), let (number, end) = number(in: text, at: index) {
        found.append(number)
        index = end
      } else {
        index += digit.width
      }
      followsDigit = true
    }
    return found
  }

  /// Whether eleven digits follow with at most single separators between: few places of a text need a closer look (without this, the
  /// search took an eighth of a build).
  private static func hasDigitsOfNumber(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var index = start
    var count = 0
    var isSeparated = false
    while count < 11 {
      if let digit = digit(in: text, at: index) {
        count += 1
        index += digit.width
        isSeparated = false
      } else {
        guard !isSeparated, index < text.count, isSeparator(text[index]) else { return false }
        isSeparated = true
        index += 1
      }
    }
    return true
  }

  /// Digits before a separator may stand, for each way of writing.
  private static let mobileGroups: [[Int]] = [[11], [3, 4, 4], [4, 4, 3], [3, 3, 5], [5, 6], [3, 8]]
  private static let identityGroups: [[Int]] = [[18], [6, 8, 4], [6, 4, 4, 4], [4, 4, 4, 4, 2]]
  private static let prefixes: [[UInt8]] = [[], [8, 6], [0, 0, 8, 6]]

  private static func number(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> (PersonalNumber, end: Int)? {
    for groups in identityGroups {
      if let (digits, end) = read(groups, in: text, at: start, allowsX: true), isIdentity(digits) {
        return (PersonalNumber(kind: .identity, offset: start, digits: String(decoding: digits, as: UTF8.self)), end)
      }
    }
    for prefix in prefixes {
      var index = start
      if !prefix.isEmpty {
        guard let (digits, end) = read([prefix.count], in: text, at: start, isWhole: false),
          digits.elementsEqual(prefix.lazy.map { $0 + 0x30 })
        else { continue }
        index = end
        if index < text.count, isSeparator(text[index]) { index += 1 }
      }
      for groups in mobileGroups {
        if let (digits, end) = read(groups, in: text, at: index), digits[0] == 0x31, (0x33...0x39).contains(digits[1]) {
          return (PersonalNumber(kind: .mobile, offset: start, digits: String(decoding: digits, as: UTF8.self)), end)
        }
      }
    }
    return nil
  }

  /// Reads groups of digits with one separator between them, as ASCII, and the index after them.
  private static func read(
    _ groups: [Int], in text: UnsafeBufferPointer<UInt8>, at start: Int, allowsX: Bool = false, isWhole: Bool = true
  ) -> (digits: [UInt8], end: Int)? {
    var digits: [UInt8] = []
    var index = start
    for (number, count) in groups.enumerated() {
      if number > 0 {
        guard index < text.count, isSeparator(text[index]) else { return nil }
        index += 1
      }
      for _ in 0..<count {
        if let digit = digit(in: text, at: index) {
          digits.append(digit.ascii)
          index += digit.width
        } else if allowsX, digits.count == 17, index < text.count, text[index] | 0x20 == UInt8(ascii: "x") {
          digits.append(UInt8(ascii: "X"))
          index += 1
        } else {
          return nil
        }
      }
    }
    if isWhole, index < text.count, isWord(text[index]) || digit(in: text, at: index) != nil { return nil }
    return (digits, index)
  }

  /// `0`–`9`, or full-width U+FF10–U+FF19 (EF BC 90–99).
  private static func digit(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (ascii: UInt8, width: Int)? {
    guard index < text.count else { return nil }
    if isDigit(text[index]) { return (text[index], 1) }
    guard text[index] == 0xEF, index + 2 < text.count, text[index + 1] == 0xBC, (0x90...0x99).contains(text[index + 2])
    else { return nil }
    return (text[index + 2] - 0x60, 3)
  }

  public static func find(in text: String) -> [PersonalNumber] {
    var text = text
    return text.withUTF8 { find(in: $0) }
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

/// A word of a style sheet, after CSS Syntax Level 3; comments and white space are gone.
struct StyleToken: Equatable {
  enum Kind: Equatable {
    /// In small letters, its escapes read.
    case name(String)
    /// With the parenthesis that opens.
    case function(String)
    case at(String)
    case hash(String)
    case string(String)
    /// `url(…)` without quotes.
    case address(String)
    /// With its unit, empty where it has none.
    case number(unit: String)
    case mark(UInt8)
  }

  let kind: Kind
  /// In bytes.
  let offset: Int
}

/// A style sheet's text → its words. Whatever the text is, each of its bytes is looked at a few times at most.
struct StyleScanner {
  private let text: [UInt8]
  private var place = 0

  init(_ text: some Sequence<UInt8>) {
    self.text = Array(text)
  }

  mutating func tokens() -> [StyleToken] {
    var tokens: [StyleToken] = []
    while let byte = peek() {
      let offset = place
      if Self.isSpace(byte) {
        place += 1
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        skipComment()
      } else {
        tokens.append(StyleToken(kind: token(byte), offset: offset))
      }
    }
    return tokens
  }

  private mutating func token(_ byte: UInt8) -> StyleToken.Kind {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(string(byte))
    case UInt8(ascii: "@") where beginsName(1):
      place += 1
      return .at(name().lowercased())
    case UInt8(ascii: "#") where isNameByte(peek(1)):
      place += 1
      return .hash(name())
    case _ where beginsNumber(): return .number(unit: number())
    case _ where beginsName(0): return word()
    default:
      place += 1
      return .mark(byte)
    }
  }

  private mutating func word() -> StyleToken.Kind {
    let name = name().lowercased()
    guard peek() == UInt8(ascii: "(") else { return .name(name) }
    place += 1
    guard name == "url" else { return .function(name) }
    let start = place
    while let byte = peek(), Self.isSpace(byte) { place += 1 }
    if peek() == UInt8(ascii: "\"") || peek() == UInt8(ascii: "'") {
      place = start
      return .function(name)
    }
    var address: [UInt8] = []
    while let byte = peek(), byte != UInt8(ascii: ")") {
      if byte == UInt8(ascii: "\\") { address += escape() } else { address.append(take(byte)) }
    }
    place += 1
    return .address(String(decoding: address, as: UTF8.self))
  }

  /// To its end, or to that of its line, where it is broken off.
  private mutating func string(_ quote: UInt8) -> String {
    var value: [UInt8] = []
    place += 1
    while let byte = peek(), byte != UInt8(ascii: "\n") {
      if byte == quote {
        place += 1
        break
      }
      if byte == UInt8(ascii: "\\") { value += escape() } else { value.append(take(byte)) }
    }
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func name() -> String {
    var value: [UInt8] = []
    while let byte = peek() {
      if isNameByte(byte) {
        value.append(take(byte))
      } else if byte == UInt8(ascii: "\\"), peek(1) != UInt8(ascii: "\n") {
        value += escape()
      } else {
        break
      }
    }
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func number() -> String {
    if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { place += 1 }
    while let byte = peek(), Self.isDigit(byte) || byte == UInt8(ascii: ".") && Self.isDigit(peek(1)) { place += 1 }
    return beginsName(0) ? name().lowercased() : ""
  }

  /// What follows a backslash: up to six hexadecimal digits and a space, or any one byte; a line end is nothing.
  private mutating func escape() -> [UInt8] {
    place += 1
    var value: UInt32 = 0
    var digits = 0
    while digits < 6, let byte = peek(), let digit = Self.hexadecimal(byte) {
      value = value * 16 + digit
      digits += 1
      place += 1
    }
    if digits > 0 {
      if let byte = peek(), Self.isSpace(byte) { place += 1 }
      return Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
    }
    guard let byte = peek() else { return [] }
    place += 1
    return byte == UInt8(ascii: "\n") ? [] : [byte]
  }

  private mutating func skipComment() {
    place += 2
    while let byte = peek(), !(byte == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) { _ = take(byte) }
    place += 2
  }

  private func beginsNumber() -> Bool {
    let sign = peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") ? 1 : 0
    return Self.isDigit(peek(sign)) || peek(sign) == UInt8(ascii: ".") && Self.isDigit(peek(sign + 1))
  }

  private func beginsName(_ ahead: Int) -> Bool {
    guard let byte = peek(ahead) else { return false }
    if byte == UInt8(ascii: "\\") { return peek(ahead + 1) != nil && peek(ahead + 1) != UInt8(ascii: "\n") }
    guard byte == UInt8(ascii: "-") else { return isNameByte(byte) && !Self.isDigit(byte) }
    return peek(ahead + 1) == UInt8(ascii: "-") || beginsName(ahead + 1)
  }

  private func isNameByte(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (0x61...0x7A).contains(byte | 0x20) || Self.isDigit(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private static func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

  private static func hexadecimal(_ byte: UInt8) -> UInt32? {
    if isDigit(byte) { return UInt32(byte - 0x30) }
    return (0x61...0x66).contains(byte | 0x20) ? UInt32((byte | 0x20) - 0x57) : nil
  }

  private mutating func take(_ byte: UInt8) -> UInt8 {
    place += 1
    return byte
  }

  private func peek(_ ahead: Int = 0) -> UInt8? { place + ahead < text.count ? text[place + ahead] : nil }
}

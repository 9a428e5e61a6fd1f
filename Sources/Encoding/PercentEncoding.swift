/// `%E6…` in addresses (RFC 3986 §2.1).
package enum PercentEncoding {
  /// The text that is meant; a `%` without two hexadecimal digits stays, and what is no UTF-8 becomes U+FFFD.
  package static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(value),
        let low = rest.dropFirst().first.flatMap(value)
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A path as a URI has it (§3.3): its slashes stay.
  package static func encoded(path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  /// A value in a query of a link in a page (https://url.spec.whatwg.org): letters beyond ASCII stand as they are, and browsers encode them, so that a
  /// Chinese name takes a third of the room.
  package static func encoded(name: String) -> String {
    var text = ""
    var rest = name.unicodeScalars[...]
    // By runs: most of a name are letters, or digits at its end.
    while let first = rest.first {
      let staysAsItIs = isLetterBeyondASCII(first)
      let run = rest.prefix { isLetterBeyondASCII($0) == staysAsItIs }
      text += staysAsItIs ? String(run) : encoded(path: String(run))
      rest = rest[run.endIndex...]
    }
    return text
  }

  private static func isLetterBeyondASCII(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && scalar.properties.isAlphabetic
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}

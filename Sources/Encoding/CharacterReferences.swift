/// `&#49;` and `&#x31;` of HTML and XML.
package enum CharacterReferences {
  /// A text with its numeric references as the characters that they stand for; those of no character stay.
  package static func decoded(_ text: String) -> String {
    var out = Bytes()
    let bytes = Array(text.utf8)
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "&"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "#"),
        let (scalar, end) = reference(bytes, from: index + 2)
      else {
        out.append(bytes[index])
        index += 1
        continue
      }
      out += Array(String(scalar).utf8)
      index = end
    }
    return out.text
  }

  private static func reference(_ bytes: Bytes, from start: Int) -> (Unicode.Scalar, end: Int)? {
    let isHexadecimal = start < bytes.count && bytes[start] | 0x20 == UInt8(ascii: "x")
    let first = start + (isHexadecimal ? 1 : 0)
    let digits = bytes[first...].prefix(8).prefix {
      (0x30...0x39).contains($0) || isHexadecimal && (0x61...0x66).contains($0 | 0x20)
    }
    guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    let end = digits.endIndex
    return (scalar, end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 : end)
  }
}

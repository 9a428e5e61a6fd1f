import Encoding

/// iCalendar's content lines (RFC 5545 §3.1): CRLF, folded at 75 octets, never inside a character.
struct CalendarText {
  private(set) var bytes = Bytes()

  /// A property whose value is no free text.
  mutating func line(_ name: StaticString, _ value: String) {
    let start = bytes.count
    bytes.append(name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(value)
    fold(from: start)
  }

  /// A property of type TEXT (§3.3.11).
  mutating func text(_ name: StaticString, _ value: String) {
    let start = bytes.count
    bytes.append(name)
    bytes.append(UInt8(ascii: ":"))
    var value = value
    value.withUTF8 { text in
      bytes.append(text) { byte in
        switch byte {
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: ";"): "\\;"
        case UInt8(ascii: ","): "\\,"
        case UInt8(ascii: "\n"): "\\n"
        // Other control characters are not allowed in TEXT.
        case 0..<0x20, 0x7F: ""
        default: nil
        }
      }
    }
    fold(from: start)
  }

  mutating func append(_ lines: Bytes) { bytes.append(contentsOf: lines) }

  private mutating func fold(from start: Int) {
    let limit = 75
    if bytes.count - start <= limit {
      bytes.append("\r\n" as StaticString)
      return
    }
    let line = Array(bytes[start...])
    bytes.removeSubrange(start...)
    var index = 0
    while index < line.count {
      // A continuation line begins with a space, which counts.
      var end = min(line.count, index + (index == 0 ? limit : limit - 1))
      while end < line.count, line[end] & 0xC0 == 0x80 { end -= 1 }
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: line[index..<end])
      bytes.append("\r\n" as StaticString)
      index = end
    }
  }
}

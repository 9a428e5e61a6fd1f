import Encoding

/// Texts as they are searched: UTF-16 code units, as browsers count, one record after the other.
///
/// White space within a line is one space, and no record holds the characters that set things apart (`Separator`).
struct SearchText: Sendable {
  enum Separator {
    /// Between lines: no match goes over it.
    static let line: UInt16 = 0x0A
    /// Between the fields of a record in the store.
    static let field: UInt16 = 0x1E
    /// Between records in the store.
    static let record: UInt16 = 0x1F
  }

  private(set) var units: [UInt16] = []

  init(capacity: Int) { units.reserveCapacity(capacity) }

  var count: Int { units.count }

  mutating func append(_ unit: UInt16) { units.append(unit) }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let begin = units.count
    var index = 0
    while index < text.count {
      let first = text[index]
      if first < 0x80 {
        index += 1
        if first > 0x20 && first != 0x7F { units.append(UInt16(first)) } else { space(first, since: begin) }
      } else if first < 0xE0 {
        append(UInt32(first & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F), since: begin)
        index += 2
      } else if first < 0xF0 {
        append(
          UInt32(first & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F),
          since: begin)
        index += 3
      } else {
        let value =
          UInt32(first & 0x07) << 18 | UInt32(text[index + 1] & 0x3F) << 12 | UInt32(text[index + 2] & 0x3F) << 6
          | UInt32(text[index + 3] & 0x3F)
        units.append(UInt16(0xD800 + ((value - 0x10000) >> 10)))
        units.append(UInt16(0xDC00 + ((value - 0x10000) & 0x3FF)))
        index += 4
      }
    }
    while units.count > begin, let last = units.last, last == 0x20 || last == Separator.line { units.removeLast() }
  }

  private mutating func append(_ value: UInt32, since begin: Int) {
    switch value {
    // No-break and ideographic spaces; zero-width characters are nothing.
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: space(0x20, since: begin)
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: break
    default: units.append(UInt16(value))
    }
  }

  /// White space is one space; with a line's end among it, that.
  private mutating func space(_ byte: UInt8, since begin: Int) {
    guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D, units.count > begin else { return }
    let isLine = byte == 0x0A
    if let last = units.last, last == 0x20 || last == Separator.line {
      if isLine { units[units.count - 1] = Separator.line }
    } else {
      units.append(isLine ? Separator.line : 0x20)
    }
  }

  /// What a unit is compared as: ASCII and full-width letters and digits as small ASCII. The player of the search folds the same.
  static func folded(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0x41...0x5A: unit + 32
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: unit - 0xFEE0
    case 0xFF21...0xFF3A: unit - 0xFEE0 + 32
    default: unit
    }
  }
}

import Encoding
import Scanning

/// Texts as they are searched: UTF-16 code units, as browsers count, one record after the other.
///
/// White space within a line is one space, and no record holds the characters that set things apart (`Separator`).
struct SearchText: Sendable {
  enum Separator {
    /// Between lines: no match goes over it.
    static let line: UInt16 = 0x0A
    /// Between the fields of a record in the store.
    static let field: UInt16 = 0x1E
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
    for scalar in ScalarReader(text) {
      switch scalar.value {
      case 0x0A: space(Separator.line, since: begin)
      // No-break and ideographic spaces too.
      case 0x20, 0x09, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: space(0x20, since: begin)
      // Control characters and those without width are nothing.
      case ..<0x20, 0x7F, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: break
      case ..<0x10000: units.append(UInt16(scalar.value))
      default: for unit in UTF16.encode(scalar)! { units.append(unit) }
      }
    }
    while units.count > begin, let last = units.last, last == 0x20 || last == Separator.line { units.removeLast() }
  }

  /// White space is one unit: a line's end where there is one among it.
  private mutating func space(_ unit: UInt16, since begin: Int) {
    guard units.count > begin, let last = units.last else { return }
    if last != 0x20 && last != Separator.line {
      units.append(unit)
    } else if unit == Separator.line {
      units[units.count - 1] = unit
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

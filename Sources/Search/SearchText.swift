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
    var index = 0
    while index < text.count {
      let byte = text[index]
      // Ideographs and letters, as nearly all are.
      if byte &- 0xE4 < 6, index + 2 < text.count {
        units.append(UInt16(byte & 0x0F) << 12 | UInt16(text[index + 1] & 0x3F) << 6 | UInt16(text[index + 2] & 0x3F))
        index += 3
        continue
      }
      if byte &- 0x21 < 0x5E {
        units.append(UInt16(byte))
        index += 1
        continue
      }
      var reader = ScalarReader(text, from: index)
      guard let scalar = reader.next() else { break }
      index = reader.place
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

  /// What a unit is compared as (`AlikeCharacters`). The search's script compares the same.
  static func folded(_ unit: UInt16) -> UInt16 { AlikeCharacters.table[Int(unit)] }

  /// A text as it is compared: folded, and without the blanks beside Chinese characters, which some write and some don't (`12 月 6 日`).
  ///
  /// - Parameter append: is called with each unit and its place in the text.
  static func compared(_ units: ArraySlice<UInt16>, _ append: (UInt16, _ place: Int) -> Void) {
    AlikeCharacters.table.withUnsafeBufferPointer { table in
      var before: UInt16 = 0
      for place in units.indices {
        let unit = table[Int(units[place])]
        if unit == 0x20 {
          let after = place + 1 < units.endIndex ? table[Int(units[place + 1])] : 0
          if isChinese(before) || isChinese(after) { continue }
        }
        append(unit, place)
        before = unit
      }
    }
  }

  /// Han and all that is as wide; not the private use area.
  private static func isChinese(_ unit: UInt16) -> Bool { unit >= 0x2E80 && !(0xE000...0xF8FF).contains(unit) }
}

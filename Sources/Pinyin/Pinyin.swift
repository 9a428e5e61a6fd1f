/// Chinese text in Latin letters, for addresses: `服务时间` is `fu-wu-shi-jian`.
///
/// Syllables are without tones; ü is written v, as on every Chinese keyboard (`妇女` → `fu-nv`). A character with several readings has its
/// most frequent one, unless it stands in a word of `PinyinWords`.
public enum Pinyin {
  /// Lower-case ASCII letters, digits and single hyphens, a syllable or Latin word each; nothing else of the text is kept.
  ///
  /// - Parameter limit: the most bytes; it ends with a whole syllable.
  public static func slug(_ text: String, limit: Int = .max) -> String {
    var text = text
    return text.withUTF8 { slug($0, limit: limit) }
  }

  public static func slug(_ text: UnsafeBufferPointer<UInt8>, limit: Int = .max) -> String {
    var out: [UInt8] = []
    var word: [UInt8] = []
    var isFull = false
    /// Ends a word; what no longer fits ends the slug.
    func close() {
      guard !word.isEmpty, !isFull else { return word.removeAll() }
      let length = out.isEmpty ? word.count : out.count + 1 + word.count
      if length > limit {
        isFull = true
        if out.isEmpty { out.append(contentsOf: word.prefix(limit)) }
      } else {
        if !out.isEmpty { out.append(UInt8(ascii: "-")) }
        out.append(contentsOf: word)
      }
      word.removeAll(keepingCapacity: true)
    }

    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var index = 0
    while index < scalars.count, !isFull {
      let scalar = scalars[index]
      if let letter = latin(scalar) {
        word.append(letter)
      } else if let found = PinyinWords.longest(at: index, of: scalars) {
        for syllable in found.syllables {
          close()
          word.append(contentsOf: syllable.utf8)
        }
        close()
        index += found.length
        continue
      } else if let syllable = Syllables.shared.reading(of: scalar) {
        close()
        word.append(contentsOf: syllable)
        close()
      } else if !isWithinWord(scalar) {
        close()
      }
      index += 1
    }
    close()
    return String(decoding: out, as: UTF8.self)
  }

  /// Of the character alone; nil where it has none, or is no Han character.
  public static func reading(of scalar: Unicode.Scalar) -> String? {
    Syllables.shared.reading(of: scalar).map { String(decoding: $0, as: UTF8.self) }
  }

  /// ASCII letters and digits in lower case, full-width ones too.
  private static func latin(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
    switch value {
    case 0x30...0x39, 0x61...0x7A: return UInt8(value)
    case 0x41...0x5A: return UInt8(value + 32)
    default: return nil
    }
  }

  /// Marks that set no words apart: `don't` is one.
  private static func isWithinWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x27 || scalar.value == 0x2019 || (0x300...0x36F).contains(scalar.value)
  }
}

/// `PinyinTable` made ready for looking up.
private struct Syllables: Sendable {
  static let shared = Syllables()

  /// Where a syllable stands in the table's bytes, by character from U+3400 on; 0 where there is none.
  private var places = [UInt32](repeating: 0, count: 0xA000 - 0x3400)
  private var zero: UInt32 = 0

  private init() {
    PinyinTable.rows.withUTF8Buffer { rows in
      var index = 0
      while index < rows.count {
        // One more than the offset: 0 says that there is no reading.
        let syllable = UInt32(index + 1)
        while rows[index] != UInt8(ascii: " ") { index += 1 }
        index += 1
        while index < rows.count, rows[index] != UInt8(ascii: "\n") {
          let value =
            UInt32(rows[index] & 0x0F) << 12 | UInt32(rows[index + 1] & 0x3F) << 6 | UInt32(rows[index + 2] & 0x3F)
          if value == 0x3007 { zero = syllable } else { places[Int(value) - 0x3400] = syllable }
          index += 3
        }
        index += 1
      }
    }
  }

  func reading(of scalar: Unicode.Scalar) -> [UInt8]? {
    let place =
      switch scalar.value {
      case 0x3400..<0xA000: places[Int(scalar.value) - 0x3400]
      case 0x3007: zero
      default: UInt32(0)
      }
    guard place > 0 else { return nil }
    return PinyinTable.rows.withUTF8Buffer { rows in Array(rows[Int(place - 1)...].prefix { $0 != UInt8(ascii: " ") }) }
  }
}

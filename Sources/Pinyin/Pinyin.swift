import Encoding
import Scanning

/// Chinese text in Latin letters, for addresses: `服务时间` is `fu-wu-shi-jian`.
///
/// Syllables are without tones; ü is written v, as on every Chinese keyboard (`妇女` → `fu-nv`). A character with several readings has its
/// most frequent one, unless it stands in a word of `PinyinWords`, in simplified or traditional characters.
package enum Pinyin {
  /// Lower-case ASCII letters, digits and single hyphens, a syllable or Latin word each; nothing else of the text is kept.
  ///
  /// - Parameter limit: the most bytes; it ends with a whole syllable.
  package static func slug(_ text: String, limit: Int = .max) -> String {
    var text = text
    return text.withUTF8 { slug($0, limit: limit) }
  }

  package static func slug(_ text: UnsafeBufferPointer<UInt8>, limit: Int = .max) -> String {
    var slug = SlugText(limit: limit)
    var scalars = ScalarReader(text)
    while let scalar = scalars.next(), !slug.isFull {
      if let letter = latin(scalar) {
        slug.append(letter)
      } else if let entry = SyllableIndex.shared[scalar] {
        if entry.beginsWord, let word = PinyinWords.word(beginningWith: scalar, then: scalars) {
          slug.append(word, first: entry.syllable)
          for _ in word.characters.dropFirst() { _ = scalars.next() }
        } else {
          slug.append(syllable: entry.syllable)
        }
      } else if let digits = number(scalar) {
        slug.append(syllable: digits.utf8)
      } else if !isWithinWord(scalar) {
        slug.endWord()
      }
    }
    return slug.text
  }

  /// Of the character alone; nil where it has none, or is no Han character.
  package static func reading(of scalar: Unicode.Scalar) -> String? {
    SyllableIndex.shared[scalar].map { String(decoding: $0.syllable, as: UTF8.self) }
  }

  /// ASCII letters and digits in lower case, full-width ones and those with accents too.
  private static func latin(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
    switch value {
    case 0x30...0x39, 0x61...0x7A: return UInt8(value)
    case 0x41...0x5A: return UInt8(value + 32)
    case 0xC0..<0xC0 + UInt32(plainLetters.count):
      let letter = plainLetters[Int(value) - 0xC0]
      return letter == UInt8(ascii: "*") ? nil : letter
    default: return nil
    }
  }

  /// The letters of U+00C0…U+017F without what stands over or under them.
  private static let plainLetters = Array(
    """
    aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln\
    nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """.utf8)

  /// A number that is one character: `Ⅱ`, `②`, `²`.
  private static func number(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.value > 0x7F, let value = scalar.properties.numericValue, value >= 0, value < 10_000,
      value == value.rounded()
    else { return nil }
    return String(Int(value))
  }

  /// Marks that set no words apart: `don't` is one.
  private static func isWithinWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x27 || scalar.value == 0x2019 || (0x300...0x36F).contains(scalar.value)
  }
}

/// Words with hyphens between them, as many as fit.
private struct SlugText {
  let limit: Int
  private var bytes: [UInt8] = []
  /// Where the word that is being written begins.
  private var start = 0
  private(set) var isFull = false

  init(limit: Int) {
    self.limit = limit
    bytes.reserveCapacity(min(limit, 64))
  }

  mutating func append(_ letter: UInt8) {
    if start == bytes.count, start > 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(letter)
  }

  mutating func append(syllable: some Sequence<UInt8>) {
    endWord()
    for letter in syllable { append(letter) }
    endWord()
  }

  mutating func append(_ word: PinyinWords.Word, first: some Sequence<UInt8>) {
    guard word.syllables.isEmpty else {
      for syllable in word.syllables { append(syllable: syllable.utf8) }
      return
    }
    append(syllable: first)
    for character in word.characters.dropFirst() {
      if let entry = SyllableIndex.shared[character] { append(syllable: entry.syllable) }
    }
  }

  /// What no longer fits is taken off again, and the slug has ended; of its only word the beginning stays.
  mutating func endWord() {
    guard bytes.count > start, !isFull else { return }
    if bytes.count > limit {
      bytes.removeLast(bytes.count - (start > 0 ? start : limit))
      isFull = true
    }
    start = bytes.count
  }

  var text: String {
    var copy = self
    copy.endWord()
    return String(decoding: copy.bytes, as: UTF8.self)
  }
}

/// `PinyinTable` and `PinyinWords` made ready for looking up.
private struct SyllableIndex: Sendable {
  struct Entry {
    let syllable: Slice<UnsafeBufferPointer<UInt8>>
    let beginsWord: Bool
  }

  static let shared = SyllableIndex()

  /// By character from U+3400 on: one more than the place of its syllable in the table's bytes; 0 where there is none.
  private var places = [UInt32](repeating: 0, count: 0xA000 - 0x3400)
  private var zero: UInt32 = 0
  private static let wordMark: UInt32 = 1 << 31

  private init() {
    Self.withRows { rows in
      var index = 0
      while index < rows.count {
        let syllable = UInt32(index + 1)
        while rows[index] != UInt8(ascii: " ") { index += 1 }
        var characters = ScalarReader(UnsafeBufferPointer(rebasing: rows[(index + 1)...]))
        while let character = characters.next(), character != "\n" {
          if character.value == 0x3007 { zero = syllable } else { places[Int(character.value) - 0x3400] = syllable }
          index += 3
        }
        index += 2
      }
    }
    for first in PinyinWords.beginnings { places[Int(first.value) - 0x3400] |= Self.wordMark }
  }

  subscript(scalar: Unicode.Scalar) -> Entry? {
    let place =
      switch scalar.value {
      case 0x3400..<0xA000: places[Int(scalar.value) - 0x3400]
      case 0x3007: zero
      default: UInt32(0)
      }
    guard place > 0 else { return nil }
    return Self.withRows { rows in
      let start = Int(place & ~Self.wordMark) - 1
      var end = start
      while rows[end] != UInt8(ascii: " ") { end += 1 }
      return Entry(syllable: rows[start..<end], beginsWord: place & Self.wordMark != 0)
    }
  }

  /// The table is part of the program and stays where it is.
  private static func withRows<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    body(UnsafeBufferPointer(start: PinyinTable.rows.utf8Start, count: PinyinTable.rows.utf8CodeUnitCount))
  }
}

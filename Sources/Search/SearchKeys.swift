import Encoding
import Pinyin

/// What a record is found by beside its words: how its title sounds, and its telephone numbers without what stands between their digits.
///
/// Letters and digits of keys are characters of the private use area, so that no query of words meets them; the search's script writes what
/// may be a sound or a number the same way. A sound is found where a syllable begins.
enum SearchKeys {
  /// `a`…`z` within a syllable.
  static let letters: UInt16 = 0xE000
  /// The first letters of syllables; compared as `letters`.
  static let starts: UInt16 = 0xE020
  static let digits: UInt16 = 0xE040
  /// Digits of a telephone number, area code included.
  private static let phoneLength = 7...15

  /// A line for each: `XianFengKeTang`, `XFKT`, `053100001202`.
  ///
  /// - Parameter text: all that is searched, the title in front, as `SearchText` has it.
  static func of(_ title: String, _ text: ArraySlice<UInt16>) -> [UInt16] {
    var lines = sounds(of: title)
    for phone in phones(in: text) where !lines.contains(phone) { lines.append(phone) }
    return Array(lines.joined(separator: [SearchText.Separator.line]))
  }

  /// Of a title in Chinese, its syllables and their first letters.
  private static func sounds(of title: String) -> [[UInt16]] {
    guard title.unicodeScalars.contains(where: { Pinyin.reading(of: $0) != nil }) else { return [] }
    var (whole, initials) = ([UInt16](), [UInt16]())
    var isFirst = true
    for byte in Pinyin.slug(title).utf8 {
      if byte == UInt8(ascii: "-") { isFirst = true }
      guard byte &- UInt8(ascii: "a") < 26 else { continue }
      let letter = UInt16(byte - UInt8(ascii: "a"))
      if isFirst { initials.append(starts + letter) }
      whole.append((isFirst ? starts : letters) + letter)
      isFirst = false
    }
    return initials.count > 1 ? [whole, initials] : [whole]
  }

  /// Numbers in one or in groups of digits, with a hyphen, a blank or brackets between.
  private static func phones(in text: ArraySlice<UInt16>) -> [[UInt16]] {
    var found: [[UInt16]] = []
    // Of the number that is read: its digits, how many groups they are in, and how many stand in the first.
    var all: [UInt16] = []
    var (groups, first) = (0, 0)
    var gap = 0
    func end() {
      if all.isEmpty { return }
      if phoneLength.contains(all.count), !(groups > 1 && first == 4 && beginsWithYear(all)) { found.append(all) }
      all.removeAll(keepingCapacity: true)
      groups = 0
    }
    var isLatin = false
    for unit in text {
      // Ideographs, as nearly all are, end a number and are compared as ideographs.
      if unit &- 0x4E00 < 0x5200 {
        if !all.isEmpty { end() }
        gap = 0
        isLatin = false
        continue
      }
      let unit = SearchText.folded(unit)
      switch unit {
      case 0x30...0x39:
        if all.isEmpty, isLatin { continue }
        if all.isEmpty || gap > 0 { groups += 1 }
        all.append(digits + (unit - 0x30))
        if groups == 1 { first = all.count }
        gap = 0
      case 0x20, 0x28, 0x29, 0x2D:
        if unit != 0x2D { isLatin = false }
        // At most a bracket and a blank between two groups.
        if !all.isEmpty { gap += 1 }
        if gap > 2 { end() }
      default:
        end()
        gap = 0
        isLatin = (0x61...0x7A).contains(unit)
      }
    }
    end()
    return found
  }

  /// `2026-11-28`, `2025-2026`.
  private static func beginsWithYear(_ number: [UInt16]) -> Bool {
    let (a, b) = (number[0] - digits, number[1] - digits)
    return a == 1 && b == 9 || a == 2 && b == 0
  }
}

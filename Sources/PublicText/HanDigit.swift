/// Digits as Chinese characters: 〇一二…九, 幺 for 1 on the telephone, 壹贰叁… on forms, in both scripts; the same as radicals (⼀), annotations
/// (㆒) and characters for compatibility, as they come out of PDFs.
enum HanDigit {
  /// The digit that the character at a place is; nil for any other.
  @inline(__always)
  static func read(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < text.count, mayBegin(text[index], text[index + 1]) else { return nil }
    return value(UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2]))
  }

  /// The same of an ideograph (first byte E4…E9) without a jump: texts are nearly all ideographs, and which of them comes next can't be foretold.
  @inline(__always)
  static func mayBeIdeograph(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 1 < text.count else { return false }
    let second = UInt64(text[index + 1] & 0x3F)
    return text[index] < 0xE6
      ? (text[index] == 0xE4 ? seconds(0xE4) : seconds(0xE5)) >> second & 1 != 0
      : (seconds(0xE6) | seconds(0xE7) | seconds(0xE8) | seconds(0xE9)) >> second & 1 != 0
  }

  /// Whether one may have these first two bytes: nearly all characters are done with after a look at a bit, the second byte's among those of the
  /// first.
  @inline(__always)
  private static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    seconds(first) >> UInt64(second & 0x3F) & 1 != 0
  }

  /// A bit for each second byte.
  @inline(__always)
  private static func seconds(_ first: UInt8) -> UInt64 {
    switch first {
    case 0xE2: 1 << 0x17 | 1 << 0x3C
    case 0xE3: 1 << 0x00 | 1 << 0x06
    case 0xE4: 1 << 0x38 | 1 << 0x39 | 1 << 0x3A | 1 << 0x3C
    case 0xE5: 1 << 0x05 | 1 << 0x0F | 1 << 0x1B | 1 << 0x23 | 1 << 0x39
    case 0xE6: 1 << 0x0D | 1 << 0x1F
    case 0xE7: 1 << 0x0E
    case 0xE8: 1 << 0x02 | 1 << 0x32 | 1 << 0x34
    case 0xE9: 1 << 0x19 | 1 << 0x1B
    case 0xEF: 1 << 0x25 | 1 << 0x26 | 1 << 0x27
    default: 0
    }
  }

  /// - Parameter bytes: the three bytes of its UTF-8.
  @inline(__always)
  static func value(_ bytes: UInt32) -> UInt8? {
    switch bytes {
    // 〇 零 ○ U+F9B2
    case 0xE38087, 0xE99BB6, 0xE2978B, 0xEFA6B2: 0
    // 一 幺 壹 ⼀ ㆒
    case 0xE4B880, 0xE5B9BA, 0xE5A3B9, 0xE2BC80, 0xE38692: 1
    // 二 贰 貳 ⼆ ㆓
    case 0xE4BA8C, 0xE8B4B0, 0xE8B2B3, 0xE2BC86, 0xE38693: 2
    // 三 叁 參 U+F96B ㆔
    case 0xE4B889, 0xE58F81, 0xE58F83, 0xEFA5AB, 0xE38694: 3
    // 四 肆 ㆕
    case 0xE59B9B, 0xE88286, 0xE38695: 4
    // 五 伍
    case 0xE4BA94, 0xE4BC8D: 5
    // 六 陆 陸 U+F9D1 U+F9D3
    case 0xE585AD, 0xE99986, 0xE999B8, 0xEFA791, 0xEFA793: 6
    // 七 柒
    case 0xE4B883, 0xE69F92: 7
    // 八 捌 ⼋
    case 0xE585AB, 0xE68D8C, 0xE2BC8B: 8
    // 九 玖
    case 0xE4B99D, 0xE78E96: 9
    default: nil
    }
  }
}

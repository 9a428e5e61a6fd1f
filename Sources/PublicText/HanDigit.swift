/// Digits as Chinese characters: 〇一二…九, 幺 for 1 on the telephone, 壹贰叁… on forms, in both scripts.
enum HanDigit {
  /// The digit that the character at a place is; nil for any other.
  @inline(__always)
  static func read(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < text.count else { return nil }
    return value(UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2]))
  }

  /// - Parameter bytes: the three bytes of its UTF-8.
  @inline(__always)
  private static func value(_ bytes: UInt32) -> UInt8? {
    switch bytes {
    // 〇 零 ○
    case 0xE38087, 0xE99BB6, 0xE2978B: 0
    // 一 幺 壹
    case 0xE4B880, 0xE5B9BA, 0xE5A3B9: 1
    // 二 贰 貳
    case 0xE4BA8C, 0xE8B4B0, 0xE8B2B3: 2
    // 三 叁 參
    case 0xE4B889, 0xE58F81, 0xE58F83: 3
    // 四 肆
    case 0xE59B9B, 0xE88286: 4
    // 五 伍
    case 0xE4BA94, 0xE4BC8D: 5
    // 六 陆 陸
    case 0xE585AD, 0xE99986, 0xE999B8: 6
    // 七 柒
    case 0xE4B883, 0xE69F92: 7
    // 八 捌
    case 0xE585AB, 0xE68D8C: 8
    // 九 玖
    case 0xE4B99D, 0xE78E96: 9
    default: nil
    }
  }
}

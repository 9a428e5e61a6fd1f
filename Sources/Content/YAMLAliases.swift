/// Anchors (`&name`) and aliases (`*name`) of a YAML text, found by their form before it is read.
///
/// A few save typing. Lists of aliases nested in one another stand for billions of values in ten lines ("billion laughs"): whatever
/// compares or hashes them never ends.
enum YAMLAliases {
  /// With so few, the most that can be nested in one another is about twenty values.
  static let most = 8

  /// The line, counted from 1, of the first alias that is one too many.
  static func tooManyLine(_ text: String) -> Int? {
    // Without an anchor there is no alias; most front matters have no `&` at all.
    var text = text
    guard text.withUTF8({ $0.contains(UInt8(ascii: "&")) }) else { return nil }
    var anchors = 0
    var aliases = 0
    var line = 1
    var excess: Int?
    // The two bytes before: a name follows its sign at once.
    var (before, sign) = (UInt8(ascii: "\n"), UInt8(ascii: "\n"))
    for byte in text.utf8 {
      if byte > 0x20, startsToken(after: before) {
        if sign == UInt8(ascii: "&") { anchors += 1 }
        if sign == UInt8(ascii: "*") {
          aliases += 1
          if aliases == most + 1 { excess = line }
        }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      (before, sign) = (sign, byte)
    }
    // Stars alone are lists and emphasis in a text.
    return anchors > 0 ? excess : nil
  }

  private static func startsToken(after byte: UInt8) -> Bool { byte <= 0x20 || "[{,:-?".utf8.contains(byte) }
}

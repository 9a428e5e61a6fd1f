/// What stands before an entry of a list at its line's start: Markdown's `-`, `*`, `+`, `2.` and `2)`, and how offices number: `2、`, `（2）`, `二、`,
/// `②`, `•`.
enum EntryMark {
  /// Blanks before a mark and behind it.
  private static let mostBlanks = 12
  /// Of 10 and more: nobody's list of three groups is longer.
  private static let mostDigits = 2

  /// Where the entry's own text begins; nil where a line begins without a mark.
  static func end(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = blanks(text, from: start)
    guard index < text.count else { return nil }
    let isInBrackets = skip(["(", "（"], text: text, index: &index)
    if !isInBrackets {
      if [0x2D, 0x2A, 0x2B].contains(text[index]) {
        guard index + 1 < text.count, text[index + 1] == 0x20 else { return nil }
        return blanks(text, from: index + 1)
      }
      if skip(["•", "●", "◆", "■", "▪", "·"], text: text, index: &index) || skip(circled, text: text, index: &index) {
        return blanks(text, from: index)
      }
    }
    let digits = text[index...].prefix(mostDigits + 1).prefix { $0 &- 0x30 < 10 }.count
    if digits > 0 {
      guard digits <= mostDigits else { return nil }
      index += digits
    } else {
      guard HanDigit.read(text, at: index) != nil else { return nil }
      index += 3
    }
    if isInBrackets { return skip([")", "）"], text: text, index: &index) ? blanks(text, from: index) : nil }
    if skip(["、", "．", "）"], text: text, index: &index) { return blanks(text, from: index) }
    // `2.5` is a number.
    guard digits > 0, skip([".", ")"], text: text, index: &index), index < text.count, text[index] == 0x20 else {
      return nil
    }
    return blanks(text, from: index)
  }

  private static let circled = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", "⑪", "⑫", "⑬", "⑭", "⑮"]

  private static func blanks(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] == 0x20 || text[index] == 0x09, index - start < mostBlanks { index += 1 }
    return index
  }

  private static func skip(_ marks: [String], text: UnsafeBufferPointer<UInt8>, index: inout Int) -> Bool {
    guard let mark = marks.first(where: { text[index...].starts(with: $0.utf8) }) else { return false }
    index += mark.utf8.count
    return true
  }
}

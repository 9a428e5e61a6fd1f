/// Numbers in Chinese characters, up to 99: `三`, `十`, `十二`, `二十`, `三十一`, `两`.
package enum ChineseNumber {
  /// The number that a text begins with, and how many characters it takes; nil where it begins with none.
  package static func prefix(of text: some StringProtocol) -> (value: Int, count: Int)? {
    var cursor = PhraseCursor(text.prefix(4))
    guard let first = cursor.next, !("0"..."9").contains(first), let value = cursor.number(), value > 0 else {
      return nil
    }
    return (value, cursor.index)
  }
}

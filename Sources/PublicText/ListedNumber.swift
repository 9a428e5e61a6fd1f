/// Three numbers with `、` or a table's `|` between them: one telephone number, or three amounts. What stands around them tells.
struct ListedNumber {
  let text: UnsafeBufferPointer<UInt8>
  /// From its first digit to its last.
  let range: Range<Int>

  private static let telephone = ["电话", "手机", "号码", "联系", "拨打", "致电", "微信", "電話", "手機", "號碼", "聯繫"]
  private static let amounts = [
    "数", "人", "次", "元", "量", "额", "面积", "率", "户", "年", "场", "件", "%", "％", "數", "額", "面積", "戶", "場", "价", "分",
  ]
  /// How far before it a word may stand that says what it is, in bytes.
  private static let nearby = 36
  /// Where a table's head is looked for.
  private static let tableReach = 16_384

  var isOneNumber: Bool {
    if text[range].contains(UInt8(ascii: "|")) || isTableRow { return isCalled || isInTableWithoutAmounts }
    // 150、1200、1500元.
    return isCalled || !isFollowedByWord
  }

  /// A word before it says so.
  private var isCalled: Bool { holds(Self.telephone, max(0, range.lowerBound - Self.nearby)..<range.lowerBound) }

  /// The same, and no line ends between them.
  var isCalledOnItsLine: Bool {
    holds(Self.telephone, max(lineStart(range.lowerBound), range.lowerBound - Self.nearby)..<range.lowerBound)
  }

  private var isFollowedByWord: Bool {
    let next = text[range.upperBound...].dropFirst().first { $0 != 0x20 } ?? 0
    return (0xE4...0xE9).contains(next) || next == UInt8(ascii: "%") || TextSign.isWord(next)
  }

  private var isTableRow: Bool { line(before: range.lowerBound).contains(UInt8(ascii: "|")) }

  /// A Markdown table whose head counts nothing. A row by itself tells nothing.
  private var isInTableWithoutAmounts: Bool {
    var start = lineStart(range.lowerBound)
    let reach = max(0, start - Self.tableReach)
    while start > reach {
      let before = lineStart(start - 1)
      let line = text[before..<start]
      guard line.contains(UInt8(ascii: "|")) else { return false }
      if line.contains(UInt8(ascii: "-")), line.allSatisfy({ " |:-\r\n\t".utf8.contains($0) }) {
        guard before > 0 else { return false }
        let head = lineStart(before - 1)..<before
        return holds(Self.telephone, head) || !holds(Self.amounts, head)
      }
      start = before
    }
    return false
  }

  private func lineStart(_ index: Int) -> Int {
    text[..<index].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  private func line(before index: Int) -> Slice<UnsafeBufferPointer<UInt8>> { text[lineStart(index)..<index] }

  private func holds(_ words: [String], _ range: Range<Int>) -> Bool {
    words.contains { word in
      let word = Array(word.utf8)
      return range.count >= word.count
        && (range.lowerBound...(range.upperBound - word.count)).contains {
          text[$0..<$0 + word.count].elementsEqual(word)
        }
    }
  }
}

/// Three numbers with `、` or a table's `|` between them: one telephone number, or three amounts. What stands around them decides.
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
    if isCounted { return isCalled }
    // Entries of a list, each on a line of its own.
    if text[range].contains(UInt8(ascii: "\n")) { return isCalled || isBareList }
    if text[range].contains(UInt8(ascii: "|")) || isTableRow { return isCalled || isInTableWithoutAmounts }
    // 150、1200、1500元.
    return isCalled || !isFollowedByWord
  }

  /// A word before it says so.
  private var isCalled: Bool { holds(Self.telephone, max(0, range.lowerBound - Self.nearby)..<range.lowerBound) }

  /// A word before it, or the head of its table, says that it is a telephone's.
  var isCalledAnyhow: Bool { isCalled || isTableRow && tableHead.map { holds(Self.telephone, $0) } ?? false }

  /// A whole list whose entries are these groups and nothing else, and no word before it says what they count.
  private var isBareList: Bool {
    let start = lineStart(range.lowerBound)
    let end = text[range.upperBound...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    guard !isBareEntry(before: start), !isBareEntry(behind: end) else { return false }
    let lines = text[start..<end].split(separator: UInt8(ascii: "\n"))
    guard lines.allSatisfy(isBare) else { return false }
    // 本月场次、人次、经费：
    let lead = max(0, start - Self.leadReach)..<start
    return !holds(Self.amounts, lead)
  }

  /// How far before a list the words stand that say what it counts, in bytes.
  private static let leadReach = 120

  private func isBare(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let start = EntryMark.end(text, from: line.startIndex) ?? line.startIndex
    let own = text[min(start, line.endIndex)..<line.endIndex]
    // Full-width digits have these bytes.
    return own.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x20 || $0 == 0x0D || $0 == 0xEF || $0 == 0xBC || $0 &- 0x90 < 10 }
  }

  private func isBareEntry(before start: Int) -> Bool {
    guard start > 0 else { return false }
    let line = text[lineStart(start - 1)..<(start - 1)]
    return holdsDigit(line) && isBare(line)
  }

  private func isBareEntry(behind end: Int) -> Bool {
    guard end < text.count else { return false }
    let next = text[(end + 1)...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    let line = text[(end + 1)..<next]
    return holdsDigit(line) && isBare(line)
  }

  private func holdsDigit(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { line.contains { $0 &- 0x30 < 10 } }

  /// What stands right before it says that it counts or is measured: 户数：138→1234→5678.
  private var isCounted: Bool { Self.stands([Self.countedWords], before: range.lowerBound, in: text) }

  private static let countedWords = [
    "户数", "票数", "人数", "次数", "件数", "数量", "得票", "比分", "面积", "场次", "人次", "金额", "总数", "读数", "户數", "票數", "人數", "數量",
  ]

  /// Whether a word right before a place says that the number there counts. What is called a meter's, a meeting's or an order's number may be a
  /// telephone's all the same (a broadband account is one): a site that means another lists it under `officePhones`.
  static func isCount(_ start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    stands([countedWords], before: start, in: text)
  }

  private static func stands(_ lists: [[String]], before start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = start
    func ends(with word: some Collection<UInt8>) -> Bool {
      end >= word.count && text[(end - word.count)..<end].elementsEqual(word)
    }
    // 为 ： : and blanks between the word and the number.
    while let joint = [" ", ":", "：", "为", "是", "\u{3000}", "*"].first(where: { ends(with: $0.utf8) }) {
      end -= joint.utf8.count
      if start - end > 12 { break }
    }
    return lists.contains { $0.contains { ends(with: $0.utf8) } }
  }

  /// The same, and no line ends between them.
  var isCalledOnItsLine: Bool {
    holds(Self.telephone, max(lineStart(range.lowerBound), range.lowerBound - Self.nearby)..<range.lowerBound)
  }

  /// Two parts with a sign between them that parts no lists: `138→12345678`.
  var isJoinedBySign: Bool {
    !isCounted && !isFollowedByWord && !text[range].contains(UInt8(ascii: "|")) && !holds(Self.listMarks, range)
      && !text[range].contains(UInt8(ascii: "\n"))
  }

  private static let listMarks = ["、", "；", ";", "，", "｜", "·"]

  private var isFollowedByWord: Bool {
    let next = text[range.upperBound...].dropFirst().first { $0 != 0x20 } ?? 0
    return (0xE4...0xE9).contains(next) || next == UInt8(ascii: "%") || TextSign.isWord(next)
  }

  private var isTableRow: Bool { line(before: range.lowerBound).contains(UInt8(ascii: "|")) }

  /// A Markdown table whose head counts nothing. A row by itself decides nothing.
  private var isInTableWithoutAmounts: Bool {
    tableHead.map { holds(Self.telephone, $0) || !holds(Self.amounts, $0) } ?? false
  }

  /// The row of names above a Markdown table's rows.
  private var tableHead: Range<Int>? {
    var start = lineStart(range.lowerBound)
    let reach = max(0, start - Self.tableReach)
    while start > reach {
      let before = lineStart(start - 1)
      let line = text[before..<start]
      guard line.contains(UInt8(ascii: "|")) else { return nil }
      if line.contains(UInt8(ascii: "-")), line.allSatisfy({ " |:-\r\n\t".utf8.contains($0) }) {
        return before > 0 ? lineStart(before - 1)..<before : nil
      }
      start = before
    }
    return nil
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

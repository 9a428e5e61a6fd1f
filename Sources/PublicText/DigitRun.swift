/// Digits of a text that a reader takes as belonging together: groups with at most three separators between one and the next. What is
/// not seen (a zero-width space, a soft hyphen) does not even end a group.
struct DigitRun {
  struct Group {
    /// Index of the first of its `digits`.
    let start: Int
    var count: Int
    /// The separators before it, in the text; empty for the first group.
    let separator: Range<Int>
  }

  /// 0…9.
  private(set) var digits: [UInt8] = []
  /// Where each digit stands in the text.
  private(set) var offsets: [Int] = []
  private(set) var groups: [Group] = []
  /// An X after the last digit, as identity numbers end in; it ends the run.
  private(set) var endsInX = false
  private(set) var end = 0

  private static let mostSeparators = 3

  /// Where the next digit stands.
  static func next(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte &- 0x30 < 10 { return index }
      if byte == 0xEF || byte == 0xF0, case .digit = TextSign.read(text, at: index).sign { return index }
      index += 1
    }
    return nil
  }

  /// Where the text goes on after a run that begins at a digit and has fewer than `count` digits; nil where it may have as many. Only
  /// counts: most runs of a page are dates and times (the search takes two thirds of the time with it).
  static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int, below count: Int) -> Int? {
    var index = start
    var digits = 0
    while index < text.count {
      switch text[index] {
      case 0x30...0x39:
        digits += 1
        if digits == count { return nil }
      case 0x00...0x7F: if TextSign.isWord(text[index]), text[index] != 0x5F { return index }
      // Ideographs; what else is not ASCII may be a digit, a separator, or invisible.
      case 0xE4...0xE9: return index
      case 0xEF, 0xF0:
        digits += 1
        if digits == count { return nil }
      default: break
      }
      index += 1
    }
    return index
  }

  /// Reads the run that begins at a digit, in place of the one read before.
  ///
  /// - Returns: where the text goes on after it.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    digits.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    endsInX = false
    end = start
    var index = start
    var separatorStart = start
    var separators = 0
    while index < text.count {
      let (sign, width) = TextSign.read(text, at: index)
      switch sign {
      case .digit(let value):
        if groups.isEmpty || separators > 0 {
          groups.append(Group(start: digits.count, count: 0, separator: separatorStart..<index))
          separators = 0
        }
        groups[groups.count - 1].count += 1
        digits.append(value)
        offsets.append(index)
        end = index + width
      case .invisible: break
      case .separator:
        if separators == 0 { separatorStart = index }
        // A line's end counts twice: after it, a list's mark or an empty line begins something else.
        separators += text[index] == UInt8(ascii: "\n") ? 2 : 1
        guard separators <= Self.mostSeparators else { return end }
      case .x:
        let after = index + width
        guard after >= text.count || !TextSign.isWord(text[after]) else { return end }
        endsInX = true
        end = after
        return end
      case .other: return end
      }
      index += width
    }
    return end
  }

  /// The groups from one on that hold exactly `count` digits, the first of them without its first `dropped`.
  func groups(from first: Int, dropping dropped: Int = 0, holding count: Int) -> Range<Int>? {
    var left = count + dropped
    for index in groups[first...].indices {
      left -= groups[index].count
      if left == 0 { return first..<(index + 1) }
      if left < 0 { return nil }
    }
    return nil
  }
}

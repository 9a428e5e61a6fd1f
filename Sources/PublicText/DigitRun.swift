/// Digits of a text that a reader takes as belonging together: groups with at most three different separators between one and the next. What
/// is not seen (a zero-width space, a soft hyphen) does not even end a group.
struct DigitRun {
  struct Group {
    /// Index of the first of its `digits`.
    let start: Int
    var count: Int
    /// The separators before it, in the text; empty for the first group, and where only the way of writing digits changes.
    let separator: Range<Int>
    /// Whether one of them is a mark that sets numbers of a list or a table apart.
    let isListed: Bool
    /// Nothing stands before it but a change of the way of writing digits: to a reader it is one group with that before, `13⑧1二345678`.
    let isJoined: Bool
  }

  /// 0…9.
  private(set) var digits: [UInt8] = []
  /// Where each digit stands in the text.
  private(set) var offsets: [Int] = []
  private(set) var groups: [Group] = []
  /// How many of the digits before each are letters that look like one.
  private(set) var letters = 0
  /// An X after the last digit, as identity numbers end in; it ends the run.
  private(set) var endsInX = false
  private(set) var end = 0

  private static let mostSeparators = 3

  /// Where the next digit stands. Looks at the first byte of each character of Chinese text, and at the others of few.
  static func next(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte &- 0x30 < 10 { return index }
        index += 1
        continue
      }
      if byte &- 0xE4 < 6 {
        if HanDigit.mayBeIdeograph(text, at: index), HanDigit.read(text, at: index) != nil { return index }
        index += 3
        continue
      }
      switch byte {
      case 0xE3:
        // ㈠ and ㊀; punctuation is at 80.
        if HanDigit.read(text, at: index) != nil { return index }
        if index + 1 < text.count, text[index + 1] & 0xFD == 0x88, isDigit(text, at: index) { return index }
        index += 3
      case 0xE2:
        // Punctuation, arrows and the like are at 80, 86 and others, radicals at BC.
        switch index + 1 < text.count ? text[index + 1] : 0 {
        case 0x81, 0x82, 0x91...0x93, 0x97, 0x9D, 0x9E, 0xBC: if isDigit(text, at: index) { return index }
        default: break
        }
        index += 3
      case 0xC2:
        if isDigit(text, at: index) { return index }
        index += 2
      case 0xC3...0xD8: index += 2
      default:
        if byte >= 0xC0, isDigit(text, at: index) { return index }
        index += 1
      }
    }
    return nil
  }

  private static func isDigit(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    if case .digit = TextSign.read(text, at: index).sign { true } else { false }
  }

  /// Where the text goes on after a run that begins at a digit and has fewer than `count` digits; nil where it may have as many. Only
  /// counts: most runs of a page are dates and times (the search takes two thirds of the time with it).
  static func end(in text: UnsafeBufferPointer<UInt8>, from start: Int, below count: Int) -> Int? {
    var index = start
    var digits = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "o"): digits += 1
      case 0x00...0x7F: if TextSign.isWord(byte), byte != 0x5F { return index }
      case 0xE3...0xE9:
        if HanDigit.read(text, at: index) != nil {
          digits += 1
          index += 2
        } else if byte == 0xE3 {
          if index + 1 < text.count, text[index + 1] & 0xFD == 0x88 { digits += 1 }
        } else {
          return index
        }
      // What else is not ASCII may be a digit, a separator, or invisible.
      case 0xC2, 0xD9...0xE2, 0xEA...0xF4: digits += 1
      default: break
      }
      if digits == count { return nil }
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
    letters = 0
    endsInX = false
    end = start
    var index = Self.first(in: text, at: start)
    var separatorStart = start
    var separators = 0
    var isListed = false
    var form = DigitForm.plain
    var last = TextSign.other
    while index < text.count {
      let (sign, width) = TextSign.read(text, at: index)
      switch sign {
      case .digit(let value, let own):
        add(
          value, own == form ? nil : index, separatorStart: separators > 0 ? separatorStart : nil, at: index,
          isListed: isListed)
        form = own
        (separators, isListed) = (0, false)
        end = index + width
      case .likeDigit(let value):
        guard separators == 0, isPart(text, letterAt: index) else { return end }
        add(value, form == .plain ? nil : index, separatorStart: nil, at: index, isListed: false)
        letters += 1
        form = .plain
        end = index + width
      case .invisible: break
      case .separator, .listMark:
        if separators == 0 { separatorStart = index }
        // The same once more is no other sign: five spaces, a row of dots. But a line's end counts twice, each: after it, a list's mark or
        // an empty line begins something else.
        if text[index] == UInt8(ascii: "\n"), let entry = Self.entry(text, behind: index) {
          // The entries of a list, a digit group each.
          (separators, isListed, last) = (Self.mostSeparators, true, sign)
          index = entry
          continue
        }
        if text[index] == UInt8(ascii: "\n") {
          separators += 2
        } else if separators == 0 || sign != last || !Self.isSame(text, index: index, width: width) {
          separators += 1
        }
        isListed = isListed || sign == .listMark
        guard separators <= Self.mostSeparators else { return end }
      case .x:
        let after = index + width
        guard after >= text.count || !TextSign.isWord(text[after]) || Self.isCertificate(text, from: after) else {
          return end
        }
        endsInX = true
        end = after
        return end
      case .other: return end
      }
      if sign != .invisible { last = sign }
      index += width
    }
    return end
  }

  /// Where a digit stands behind a list's mark (`EntryMark`) that begins the line behind a line's end.
  private static func entry(_ text: UnsafeBufferPointer<UInt8>, behind end: Int) -> Int? {
    guard let index = EntryMark.end(text, from: end + 1), index < text.count else { return nil }
    return isDigit(text, at: index) ? index : nil
  }

  /// Behind an identity number, what makes it a disability certificate's: kind and degree, and `B1` where it was given again.
  private static func isCertificate(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let digits = text[start...].prefix(3).prefix { $0 &- 0x30 < 10 }
    guard digits.count == 2 else { return false }
    let behind = text[(start + 2)...].prefix(1)
    return behind.isEmpty || behind.first.map { $0 | 0x20 == UInt8(ascii: "b") || !TextSign.isWord($0) } == true
  }

  /// - Parameters:
  ///   - changesAt: where the way of writing digits changes.
  ///   - separatorStart: of the separators before it; nil where it has none.
  private mutating func add(_ value: UInt8, _ changesAt: Int?, separatorStart: Int?, at index: Int, isListed: Bool) {
    if groups.isEmpty || separatorStart != nil || changesAt != nil {
      let isFirst = groups.isEmpty
      groups.append(
        Group(
          start: digits.count, count: 0, separator: isFirst ? index..<index : (separatorStart ?? index)..<index,
          isListed: isListed && !isFirst, isJoined: !isFirst && separatorStart == nil))
    }
    groups[groups.count - 1].count += 1
    digits.append(value)
    offsets.append(index)
  }

  /// Where a run begins whose first digit is there: an `l` or `I` before it may be a 1, `l3812345678`.
  static func first(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    guard start > 0, text[start - 1] == UInt8(ascii: "l") || text[start - 1] == UInt8(ascii: "I"),
      (0x33...0x39).contains(text[start]), start == 1 || !TextSign.isWord(text[start - 2])
    else { return start }
    return start - 1
  }

  private static let mostLetters = 3

  /// A letter or a few within a number are slips, or meant to be none: digits follow, or they make a number of a resident whole. A word is
  /// something else.
  private func isPart(_ text: UnsafeBufferPointer<UInt8>, letterAt start: Int) -> Bool {
    var next = start
    while next < text.count, case .likeDigit = TextSign.read(text, at: next).sign { next += 1 }
    guard letters + next - start <= Self.mostLetters else { return false }
    if next < text.count, text[next] &- 0x30 < 10 { return true }
    let isAtEnd = next == text.count || !TextSign.isWord(text[next])
    return isAtEnd && (digits.count + next - start == 11 || digits.count + next - start == 18)
  }

  /// Whether a character is the one before it once more.
  private static func isSame(_ text: UnsafeBufferPointer<UInt8>, index: Int, width: Int) -> Bool {
    index >= width && (0..<width).allSatisfy { text[index + $0] == text[index - width + $0] }
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

  /// How many digits stand together in each part of such groups: those between which nothing stands are one.
  func sizes(_ range: Range<Int>, dropping dropped: Int = 0) -> [Int] {
    var sizes: [Int] = []
    for index in range {
      let count = groups[index].count - (index == range.lowerBound ? dropped : 0)
      if index > range.lowerBound, groups[index].isJoined {
        sizes[sizes.count - 1] += count
      } else {
        sizes.append(count)
      }
    }
    return sizes
  }

  /// The groups among them before which separators stand, without the first.
  func separated(_ range: Range<Int>) -> [Int] {
    range.dropFirst().filter { !groups[$0].isJoined }
  }
}

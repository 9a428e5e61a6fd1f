/// The ways in which a mobile number is written.
enum MobileForm {
  private static let length = 11
  /// The trunk digit and the country's prefix, where they stand before the number without a space.
  private static let prefixes: [[UInt8]] = [[], [0], [8, 6], [0, 0, 8, 6], [8, 6, 0], [0, 0, 8, 6, 0]]

  /// A number that begins with a group of a run, and the group after it.
  static func match(
    _ run: DigitRun, at group: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> (PersonalNumber, next: Int)? {
    let start = run.groups[group].start
    for prefix in prefixes where run.digits[start...].starts(with: prefix) {
      let first = start + prefix.count
      guard first + length <= run.digits.count, run.digits[first] == 1, run.digits[first + 1] >= 3,
        let groups = run.groups(from: group, dropping: prefix.count, holding: length)
      else { continue }
      // SF8613812345678 is a parcel's.
      if !prefix.isEmpty, run.offsets[start] > 0, (0x41...0x5A).contains(text[run.offsets[start] - 1]) { continue }
      let form = Form(run: run, groups: groups, dropped: prefix.count, text: text)
      guard form.isMobile else { continue }
      let number = PersonalNumber(
        .mobile, offset: run.offsets[start], digits: run.digits[first..<(first + length)])
      return (number, groups.upperBound)
    }
    return nil
  }

  private struct Form {
    let run: DigitRun
    let groups: Range<Int>
    let dropped: Int
    let text: UnsafeBufferPointer<UInt8>

    /// Numbers of other kinds have groups too: years, times, amounts, cards, addresses of computers. What is left is a mobile number.
    var isMobile: Bool {
      if groups.dropFirst().contains(where: { run.groups[$0].isListed }) { return isListedMobile }
      if ListedNumber.isCount(run.offsets[run.groups[groups.lowerBound].start], in: text) { return false }
      if sizes.count > 1, isBehindPoints || isMasked { return false }
      return switch sizes {
      case [11]: !isFraction && !isInDigest && !isQuantity
      case [3, 8]: !isDecimal && !isSentenceEnd && (!isDate(rest) || isPlainSeparator)
      case [7, 4]: !isDecimal && !isSentenceEnd
      // `15000-200000` is a range of amounts.
      // 13-812345678: nobody's amount, and no room's number.
      case [2, 9], [1, 10], [9, 2], [10, 1]: isDashed
      case [8, 3]: isDashed && !isDate(value(groups.lowerBound))
      case [5, 6], [4, 7], [6, 5]: isPlainSeparator && !isSentenceEnd && !endsInZeros(groups.lowerBound)
      case [3, 4, 4]: (isUniform || !isDate(rest) && !areYears) && !isOfLongerNumber
      case [3, 2, 2, 2, 2], [3, 4, 2, 2], [3, 2, 2, 4], [3, 3, 5], [3, 5, 3], [3, 6, 2], [3, 2, 6]: isUniform
      // With dots this is an IPv4 address, with commas an amount.
      case [3, 3, 3, 2], [3, 3, 2, 3], [3, 2, 3, 3]: isUniform && isPlainSeparator
      // Within more groups of the like it is a card's number.
      case [4, 4, 3], [4, 3, 4]: isUniform && isPlainSeparator && standsAlone
      default: sizes.count == length && isUniform
      }
    }

    private var sizes: [Int] { run.sizes(groups, dropping: dropped) }

    /// Parted by marks of a list or a table: the groups in which people say it, or each digit by itself, and nothing that says amounts. Two
    /// parts are one only behind a word that says so: `电话|138|12345678`, but not `158室 | 82345678`.
    private var isListedMobile: Bool {
      let last = run.groups[groups.upperBound - 1]
      let range = run.offsets[run.groups[groups.lowerBound].start]..<run.offsets[last.start + last.count - 1]
      let place = ListedNumber(text: text, range: range)
      if sizes == [3, 8] || sizes == [7, 4] {
        return (place.isCalledOnItsLine || place.isJoinedBySign) && !isDate(rest)
      }
      // The marks of a numbered list differ: an entry each.
      let areEntries = inner.allSatisfy { separator($0).contains(UInt8(ascii: "\n")) }
      guard isUniform || areEntries, sizes == [3, 4, 4] || sizes.allSatisfy({ $0 == 1 }) else { return false }
      return place.isOneNumber
    }

    private func separator(_ group: Int) -> Slice<UnsafeBufferPointer<UInt8>> { text[run.groups[group].separator] }

    private var inner: [Int] { run.separated(groups) }

    /// What stands between the first two groups; nothing where there is one.
    private var firstSeparator: Slice<UnsafeBufferPointer<UInt8>> { inner.first.map(separator) ?? text[0..<0] }

    /// The same between all groups; blanks of any number are the same.
    private var isUniform: Bool {
      inner.dropFirst().allSatisfy { separator($0).elementsEqual(firstSeparator) } || inner.allSatisfy(isBlank)
    }

    /// `15826473900元`, `13812345678.90元`, `13812345678吨`: nobody's number has a unit behind it.
    private var isQuantity: Bool {
      let last = run.groups[groups.upperBound - 1]
      var end = run.offsets[last.start + last.count - 1]
      guard text[end] &- 0x30 < 10 else { return false }
      end += 1
      if end + 1 < text.count, text[end] == 0x2E, text[end + 1] &- 0x30 < 10 {
        end += 1
        while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
      }
      if end < text.count, text[end] == 0x20 { end += 1 }
      let behind = text[end...].prefix(6)
      // 元旦, 元宵, 元月 are days.
      if Self.days.contains(where: { behind.starts(with: $0.utf8) }) { return false }
      return Self.units.contains { behind.starts(with: $0.utf8) }
    }

    private static let units = ["元", "圆", "圓", "万元", "萬元", "亿", "億", "平方", "立方", "吨", "噸", "千瓦", "公里"]

    private static let days = ["元旦", "元宵", "元月"]

    private func value(_ group: Int) -> Int {
      let group = run.groups[group]
      return run.digits[group.start..<(group.start + group.count)].reduce(0) { $0 * 10 + Int($1) }
    }

    /// One dash of any width, and nothing else.
    private var isDashed: Bool {
      ["-", "–", "—", "－", "‐", "‑"].contains { firstSeparator.elementsEqual($0.utf8) }
    }

    private func isBlank(_ group: Int) -> Bool { separator(group).allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    /// `138****5678 1203`: a number that is masked already, and what stands behind it.
    private var isMasked: Bool {
      firstSeparator.count > 2 && firstSeparator.allSatisfy { $0 == UInt8(ascii: "*") } && !isUniform
    }

    /// Spaces, dashes, brackets: nothing that amounts, addresses, times and paths hold.
    private var isPlainSeparator: Bool {
      !firstSeparator.contains { [0x2C, 0x2E, 0x2F, 0x3A].contains($0) }
    }

    /// 。 ！ ？: what stands behind them is another sentence's.
    private var isSentenceEnd: Bool {
      let separator = firstSeparator
      return separator.indices.dropLast(2).contains { index in
        switch (separator[index], separator[index + 1], separator[index + 2]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): true
        default: false
        }
      }
    }

    /// `138.12345678`.
    private var isDecimal: Bool { firstSeparator.elementsEqual([UInt8(ascii: ".")]) }

    /// `0.13812345678`; but `1.13812345678` at a line's start is the first of a list.
    private var isFraction: Bool {
      let group = groups.lowerBound
      guard group > 0, dropped == 0, isPoint(group) else { return false }
      guard group == 1, run.groups[0].count <= 2, run.digits[0] != 0 else { return true }
      let before = text[..<run.offsets[0]].last { $0 != 0x20 && $0 != 0x09 }
      return before != nil && before != 0x0A
    }

    /// The rest of `192.168.225.180 20290212`.
    private var isBehindPoints: Bool {
      let group = groups.lowerBound
      return group > 1 && dropped == 0 && isPoint(group) && isPoint(group - 1)
    }

    private func isPoint(_ group: Int) -> Bool { separator(group).elementsEqual([UInt8(ascii: ".")]) }

    /// Hexadecimal digests have 32 characters and more; an account's name with a number in it has fewer.
    private var isInDigest: Bool {
      func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
      }
      let start = run.groups[groups.lowerBound].start
      let first = run.offsets[start]
      let last = run.offsets[start + run.groups[groups.lowerBound].count - 1]
      func isPart(_ byte: UInt8) -> Bool { TextSign.isWord(byte) || byte == UInt8(ascii: "-") }
      let around = Array(text[..<first].reversed().prefix(while: isPart)) + text[(last + 1)...].prefix(while: isPart)
      let hex = around.filter { $0 != UInt8(ascii: "-") }
      guard hex.allSatisfy(isHex) else { return false }
      // A shorter one is known by its letters: an object's id has 24 characters.
      return hex.count + length >= 32 || hex.count + length >= 20 && hex.count { $0 | 0x20 > 0x60 } >= 4
    }

    /// The digits after the first group, as a number.
    private var rest: Int {
      let end = run.groups[groups.upperBound - 1]
      return run.digits[run.groups[inner.first ?? groups.lowerBound].start..<(end.start + end.count)].reduce(0) {
        $0 * 10 + Int($1)
      }
    }

    /// `159 2026-11-25`: a number and a date.
    private func isDate(_ value: Int) -> Bool {
      BirthDate.isDay(year: value / 10000, month: value / 100 % 100, day: value % 100) && isYear(value / 10000)
    }

    /// `159 (2024-2025)`.
    private var areYears: Bool { isYear(rest / 10000) && isYear(rest % 10000) }

    private func isYear(_ value: Int) -> Bool { (1900...2099).contains(value) }

    private func endsInZeros(_ group: Int) -> Bool {
      let group = run.groups[group]
      return run.digits[group.start..<(group.start + group.count)].suffix(2).allSatisfy { $0 == 0 }
    }

    /// `138-1234-5678-01`: a drawing's, a part's, a file's number, where nothing says that it is a telephone's.
    private var isOfLongerNumber: Bool {
      guard isUniform, isDashed else { return false }
      let last = run.groups[groups.upperBound - 1]
      let end = run.offsets[last.start + last.count - 1]
      // The digit itself has one byte or more.
      let behind = text[end...].dropFirst(text[end] < 0x80 ? 1 : text[end] >= 0xF0 ? 4 : 3)
      guard behind.starts(with: firstSeparator) else { return false }
      let next = behind.dropFirst(firstSeparator.count).prefix(3).prefix(while: TextSign.isWord)
      guard next.contains(where: { $0 &- 0x30 < 10 }) else { return false }
      let range = run.offsets[run.groups[groups.lowerBound].start]..<end
      return !ListedNumber(text: text, range: range).isCalledAnyhow
    }

    private var standsAlone: Bool {
      let before = groups.lowerBound
      // 186-1584-1120-745 has no country's prefix.
      let country = before == 1 ? Array(run.digits[..<run.groups[1].start]) : []
      let isCountry = country == [8, 6] || country == [0, 0, 8, 6]
      let hasBefore = before > 0 && !isCountry && separator(before).elementsEqual(firstSeparator)
      let after = groups.upperBound
      return !hasBefore
        && !(after < run.groups.count && separator(after).elementsEqual(firstSeparator))
    }
  }
}

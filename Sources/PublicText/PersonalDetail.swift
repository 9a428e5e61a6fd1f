import Encoding

/// What else identifies a resident, beside the numbers of `PersonalNumber`: an e-mail address, a name with a form of address, where
/// somebody lives, a number plate, a passport, a bank card. Only what can hardly be anything else is found.
package struct PersonalDetail: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case email
    /// 王女士.
    case person
    /// 3号楼2单元501室 with a name behind it.
    case dwelling
    case plate
    case passport
    /// Of residents of Hong Kong and Macao (回乡证): H or M and eight digits, or ten.
    case permit
    case bankCard
  }

  package let kind: Kind
  /// The offset of its first character in the text's UTF-8.
  package let offset: Int
  /// As it stands in the text.
  package let text: String

  /// As it may be shown: the beginning and the end are enough to know it again.
  package var masked: String {
    switch kind {
    case .email:
      let name = text.prefix { $0 != "@" && $0 != "＠" }
      return name.prefix(1) + "***" + text.dropFirst(name.count)
    case .person: return text.prefix(1) + "*" + text.suffix(2)
    case .dwelling: return String(text.map { $0.isASCII && $0.isNumber ? "*" : $0 })
    case .plate: return text.prefix(2) + "***" + text.suffix(1)
    case .passport, .permit: return text.prefix(2) + "*****" + text.suffix(2)
    case .bankCard:
      let digits = text.unicodeScalars.compactMap {
        DetailFinder.plain($0).flatMap { (0...9).contains($0) ? String($0) : nil }
      }
      .joined()
      return digits.prefix(4) + "********" + digits.suffix(4)
    }
  }

  /// All of a text, in order.
  package static func find(in text: String) -> [PersonalDetail] {
    var text = text
    return text.withUTF8 { mayHold($0) ? nil : [] } ?? DetailFinder(text).find()
  }

  package static func find(in text: UnsafeBufferPointer<UInt8>) -> [PersonalDetail] {
    mayHold(text) ? DetailFinder(String(decoding: text, as: UTF8.self)).find() : []
  }

  /// Nearly all texts are done with after one pass over their bytes: there must be an `@`, 先生, 女士, a number before 室, a plate's letter
  /// with its number behind an ideograph, 7 digits behind a letter, or 16 digits with no more than a sign between two of them.
  private static func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    func byte(_ index: Int) -> UInt8 { text.indices.contains(index) ? text[index] : 0 }
    func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    // Ａ to ｚ.
    func isWideLetter(_ index: Int) -> Bool {
      byte(index) == 0xEF && (byte(index + 1) == 0xBC && byte(index + 2) >= 0xA1 || byte(index + 1) == 0xBD)
    }
    // Bytes of the signs that may stand between groups of a card: blanks, dashes and points of every width.
    func isGap(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x20, 0x2D, 0x2E, 0x80, 0x8D, 0x93, 0x94, 0xA0, 0xB7, 0xBC, 0xC2, 0xE2, 0xE3, 0xEF: true
      default: false
      }
    }
    var wide = 0
    var run = 0
    var total = 0
    var isBehindLetter = false
    var index = -1
    while index + 1 < text.count {
      index += 1
      let own = text[index]
      // Most ideographs, with nothing behind them that makes something of them.
      if own &- 0xE4 < 6, index + 3 < text.count {
        let (second, third, next) = (text[index + 1], text[index + 2], text[index + 3])
        // Of E7 and E5, by one look each: which ideograph comes next can't be foretold.
        let signs: UInt64 = own == 0xE7 ? 1 << 0x14 : own == 0xE5 ? 1 << 0x23 | 1 << 0x2E : 0
        let isSign = signs >> UInt64(second & 0x3F) & 1 != 0
        if !isSign, second & third >= 0x80, !isLetter(next), next != 0xEF {
          (run, total) = (0, 0)
          index += 2
          continue
        }
      }
      if isDigit(own) {
        if run == 0 { isBehindLetter = isCapital(byte(index - 1)) }
        run += 1
        total += 1
        if total == 16 || run == 7 && isBehindLetter { return true }
        continue
      }
      if !isGap(own) { total = 0 }
      run = 0
      if own == 0x40 { return true }
      guard own >= 0xE4, index + 2 < text.count else { continue }
      let before = (byte(index - 3), byte(index - 2), byte(index - 1))
      switch (own, text[index + 1], text[index + 2]) {
      // 生 behind 先, 士 behind 女, 室 behind a number, ＠.
      case (0xE7, 0x94, 0x9F): if before == (0xE5, 0x85, 0x88) { return true }
      case (0xE5, 0xA3, 0xAB): if before == (0xE5, 0xA5, 0xB3) { return true }
      case (0xE5, 0xAE, 0xA4): if isDigit(before.2) { return true }
      case (0xEF, 0xBC, 0xA0): return true
      case (0xEF, 0xBC, 0x90...0x99):
        wide += 1
        if wide == 16 { return true }
      default: break
      }
      guard own < 0xEF, isLetter(byte(index + 3)) || isWideLetter(index + 3) else {
        // The rest of an ideograph: nothing begins in it.
        if own < 0xEF, text[index + 1] >= 0x80, text[index + 2] >= 0x80 { index += 2 }
        continue
      }
      // Small letters begin every other word; a plate has digits soon.
      guard
        isCapital(byte(index + 3)) || (4...9).contains(where: { isDigit(byte(index + $0)) || byte(index + $0) == 0xEF })
      else { continue }
      let next = byte(index + (byte(index + 3) == 0xEF ? 6 : 4))
      if isDigit(next) || isLetter(next) || [0x20, 0x2D, 0x2E, 0xC2, 0xE2, 0xE3, 0xEF].contains(next) { return true }
    }
    return false
  }
}

/// Looks through one text.
struct DetailFinder {
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]

  init(_ text: String) {
    // Room for every byte: counting the characters first would read the text twice.
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(text.utf8.count)
    offsets.reserveCapacity(text.utf8.count)
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    self.scalars = scalars
    self.offsets = offsets
  }

  func find() -> [PersonalDetail] {
    var found: [PersonalDetail] = []
    var end = 0
    for index in scalars.indices where index >= end {
      guard let (kind, range) = detail(at: index), range.lowerBound >= end else { continue }
      end = range.upperBound
      found.append(
        PersonalDetail(
          kind: kind, offset: offsets[range.lowerBound], text: String(String.UnicodeScalarView(scalars[range]))))
    }
    return found
  }

  private func detail(at index: Int) -> (PersonalDetail.Kind, Range<Int>)? {
    switch scalars[index] {
    case "@", "＠": email(at: index).map { (.email, $0) }
    case "先" where next(index) == "生", "女" where next(index) == "士": person(before: index).map { (.person, $0) }
    case "室": dwelling(at: index).map { (.dwelling, $0) }
    case "0"..."9", "\u{FF10}"..."\u{FF19}": bankCard(at: index).map { (.bankCard, $0) }
    case "A"..."Z": document(at: index)
    default: plate(at: index).map { (.plate, $0) }
    }
  }

  private func next(_ index: Int) -> Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || isLetter(scalar) }
  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  // MARK: Kinds

  /// RFC 5322 as people use it; `icon@2x.png` and what stands in a web address before its host are none.
  private func email(at sign: Int) -> Range<Int>? { writtenEmail(at: sign) ?? spacedEmail(at: sign) }

  /// Of a provider that everybody knows also with blanks around the sign, and full stops of other widths: `wang @ qq。com`.
  private func spacedEmail(at sign: Int) -> Range<Int>? {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}" }
    let blanksBefore = scalars[..<sign].reversed().prefix(2).prefix(while: isBlank).count
    let end = sign - blanksBefore
    let local = scalars[..<end].reversed().prefix { Self.isWord($0) || "._-".unicodeScalars.contains($0) }.count
    var index = sign + 1
    func skipBlanks() { while index < scalars.count, index < sign + 20, isBlank(scalars[index]) { index += 1 } }
    func word() -> String {
      let word = scalars[index...].prefix(12).prefix(while: Self.isWord)
      index += word.count
      return String(String.UnicodeScalarView(word)).lowercased()
    }
    skipBlanks()
    guard local > 0, Self.providers.contains(word()) else { return nil }
    skipBlanks()
    guard index < scalars.count, ".．。｡点".unicodeScalars.contains(scalars[index]) else { return nil }
    index += 1
    skipBlanks()
    return ["com", "cn", "net"].contains(word()) ? (end - local)..<index : nil
  }

  private static let providers: Set<String> = [
    "qq", "vip", "163", "126", "yeah", "139", "189", "wo", "sina", "sohu", "foxmail", "aliyun", "21cn", "gmail",
    "outlook", "hotmail",
    "icloud", "live", "yahoo",
  ]

  private func writtenEmail(at sign: Int) -> Range<Int>? {
    let local = scalars[..<sign].reversed().prefix { Self.isWord($0) || "._%+-".unicodeScalars.contains($0) }.count
    let domain = scalars[(sign + 1)...].prefix { Self.isWord($0) || $0 == "." || $0 == "-" }
    let start = sign - local
    guard local > 0, !scalars[..<start].hasSuffix(["/", "/"]), !scalars[..<start].hasSuffix([":"]) || isMail(start)
    else {
      return nil
    }
    let labels = String(String.UnicodeScalarView(domain)).split(separator: ".")
    guard labels.count > 1, let last = labels.last, last.utf8.count >= 2, last.unicodeScalars.allSatisfy(Self.isLetter),
      !["png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "html", "pdf", "md"].contains(last.lowercased())
    else { return nil }
    return start..<(sign + 1 + labels.map(\.utf8.count).reduce(labels.count - 1, +))
  }

  /// `mailto:` and `邮箱:` stand before an address, `https://user:` does not.
  private func isMail(_ start: Int) -> Bool {
    let before = String(String.UnicodeScalarView(scalars[..<(start - 1)].suffix(6)))
    return before.hasSuffix("mailto") || !before.contains("/")
  }

  /// 王女士, 王建国先生. Words that begin like a name (许多女士) are none.
  private func person(before index: Int) -> Range<Int>? {
    for length in [2, 1, 3] where index >= length {
      let part = scalars[(index - length)..<index]
      guard part.allSatisfy(Self.isHan) else { continue }
      let name = String(String.UnicodeScalarView(part))
      let before = index > length ? scalars[index - length - 1] : nil
      if PersonName.isFamilyAndGiven(name), !Self.isWordInside(name, before: before) {
        return (index - length)..<(index + 2)
      }
    }
    return nil
  }

  private static func isWordInside(_ name: String, before: Unicode.Scalar?) -> Bool {
    let words = ["许多", "任何", "任意", "何等", "于是", "方便", "高龄", "马上", "万名", "名为"]
    if words.contains(where: name.hasPrefix) { return true }
    guard let before else { return false }
    let pairs = ["对于", "由于", "属于", "关于", "等于", "任何", "如何", "为何", "其余", "业余", "长江", "年高", "鲁班"]
    return pairs.contains { $0.unicodeScalars.first == before && name.hasPrefix(String($0.dropFirst())) }
  }

  /// `2单元501室` or `3号楼501室` with a name behind it.
  private func dwelling(at room: Int) -> Range<Int>? {
    let number = scalars[..<room].reversed().prefix(while: Self.isDigit).count
    guard (1...5).contains(number) else { return nil }
    var start = room - number
    while start > 0, room - start < 24, Self.isMark(scalars[start - 1]) || Self.isDigit(scalars[start - 1]) {
      start -= 1
    }
    guard start < room - number, scalars[start..<room].contains(where: { !Self.isDigit($0) }) else { return nil }
    var rest = room + 1
    while rest < scalars.count, Self.isJoint(scalars[rest]) { rest += 1 }
    // Names are of two to five characters; most rooms have a verb or a sign behind them.
    guard rest + 1 < scalars.count, Self.isHan(scalars[rest]), Self.isHan(scalars[rest + 1]) else { return nil }
    let after = scalars[rest..<min(scalars.count, rest + 6)].prefix(while: Self.isHan)
    for length in [5, 4, 3, 2] where after.count >= length {
      let whole = after.count == length
      // 先生, 女士: or nothing stands behind the name.
      let last = scalars[rest + length - 1]
      guard whole || last == "生" || last == "士" else { continue }
      let name = String(String.UnicodeScalarView(after.prefix(length)))
      let isNamed = PersonName.isAddressed(name) || whole && PersonName.isFamilyAndGiven(name)
      if isNamed { return start..<(rest + length) }
    }
    return nil
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "单", "元", "号", "楼", "栋", "幢", "座", "层", "-", "#", "门", "院", "区": true
    default: false
    }
  }

  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{3000}", "，", ",", "：", ":", "的": true
    default: false
    }
  }

  private static let provinces = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars)

  /// GA 36-2018: 鲁A12345, 鲁A·12345, 鲁AD12345 (six for new energy); letters without I and O, two digits at least.
  private func plate(at index: Int) -> Range<Int>? {
    guard let city = next(index).flatMap(Self.plateSign), ("A"..."Z").contains(city),
      Self.provinces.contains(scalars[index])
    else { return nil }
    var first = index + 2
    while first < scalars.count, "·•. -・．－".unicodeScalars.contains(scalars[first]), first < index + 4 { first += 1 }
    let number = scalars[first...].prefix(7).map(Self.plateSign).prefix { $0 != nil }.compactMap(\.self)
    let digits = number.count(where: Self.isDigit)
    // Small letters make a word of one or two digits: 京a1号楼.
    let isSmall = scalars[(index + 1)..<(first + number.count)].contains { ("a"..."z").contains($0) }
    guard (5...6).contains(number.count), digits >= (isSmall ? 3 : 2), !number.contains("I"), !number.contains("O")
    else { return nil }
    let end = first + number.count
    return end < scalars.count && "学警港澳挂".unicodeScalars.contains(scalars[end]) ? index..<(end + 1) : index..<end
  }

  /// A letter or digit of a plate, as it stands on one: small and full-width ones are typed too.
  private static func plateSign(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = (0xFF10...0xFF5A).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
    switch value {
    case 0x30...0x39, 0x41...0x5A: return Unicode.Scalar(value)
    case 0x61...0x7A: return Unicode.Scalar(value - 0x20)
    default: return nil
    }
  }

  /// A Chinese passport: E and eight digits, or EA to EZ and seven; G, D, S, P, H before 2012 and for others.
  ///
  /// A permit of those who live in Hong Kong or Macao: H or M and eight digits, and two more on older ones. Eight digits that are a day are
  /// a file's or an order's.
  private func document(at index: Int) -> (PersonalDetail.Kind, Range<Int>)? {
    guard index == 0 || !Self.isWord(scalars[index - 1]) && scalars[index - 1] != "-" else { return nil }
    let word = scalars[index...].prefix(while: Self.isWord)
    let end = index + word.count
    guard word.count == 9 || word.count == 11, end == scalars.count || scalars[end] != "-" else { return nil }
    let first = scalars[index]
    let digits = word.dropFirst().reduce(into: 0) { $0 += Self.isDigit($1) ? 1 : 0 }
    if digits == word.count - 1, Self.isDay(word.dropFirst().prefix(8)) { return nil }
    if first == "H" || first == "M", digits == word.count - 1 { return (.permit, index..<end) }
    // 往来港澳通行证 and 往来台湾通行证: a letter that any order's number may begin with, so that a word must say what it is.
    let isOfPermit = digits == 8 || first == "C" && digits == 7 && ("A"..."Z").contains(scalars[index + 1])
    if word.count == 9, "CWLT".unicodeScalars.contains(first), isOfPermit, isCalledPermit(before: index) {
      return (.permit, index..<end)
    }
    guard word.count == 9, "EGDSP".unicodeScalars.contains(first) else { return nil }
    let isNew = first == "E" && digits == 7 && ("A"..."Z").contains(scalars[index + 1])
    return digits == 8 || isNew ? (.passport, index..<end) : nil
  }

  private func isCalledPermit(before index: Int) -> Bool {
    let before = String(String.UnicodeScalarView(scalars[..<index].suffix(16)))
    return ["通行证", "通行證", "港澳证", "台胞证", "台胞證", "回乡证", "回鄉證"].contains(where: before.contains)
  }

  private static func isDay(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
    let value = digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    return (1900...2099).contains(value / 10000)
      && BirthDate.isDay(year: value / 10000, month: value / 100 % 100, day: value % 100)
  }

  /// 16 to 19 digits whose check digit is right (ISO/IEC 7812, Luhn), alone or in groups of four.
  private func bankCard(at index: Int) -> Range<Int>? {
    guard index == 0 || !Self.isWord(scalars[index - 1]) && scalars[index - 1] != ".",
      let first = Self.plain(scalars[index]), (3...6).contains(first)
    else { return nil }
    var digits: [Int] = []
    var end = index
    var cursor = index
    while cursor < scalars.count, digits.count < 20 {
      if let digit = Self.plain(scalars[cursor]) {
        digits.append(digit)
        cursor += 1
        end = cursor
      } else if digits.count % 4 == 0, Self.isGap(scalars[cursor]), cursor < end + 3 {
        cursor += 1
      } else {
        break
      }
    }
    guard (16...19).contains(digits.count), end == scalars.count || !Self.isWord(scalars[end]), Self.isLuhn(digits)
    else {
      return nil
    }
    // A row of the same digits checks too.
    return Set(digits).count > 1 ? index..<end : nil
  }

  /// A digit of either width.
  static func plain(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "\u{A0}", "\u{3000}", "\u{2013}", "\u{2014}", "\u{FF0D}", ".", "\u{B7}": true
    default: false
    }
  }

  private static func isLuhn(_ digits: [Int]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = digit * 2
      sum += place % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func hasSuffix(_ end: [Unicode.Scalar]) -> Bool { suffix(end.count).elementsEqual(end) }
}

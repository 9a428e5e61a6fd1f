import Encoding

/// Numbers of residents that must never be published: mobile phones (1 3…9 and nine more digits) and resident identity numbers
/// (GB 11643-1999; the fifteen digits before 1999 too).
///
/// They are found however they are written: in full-width digits, in groups, with anything a reader's eye skips between the digits
/// (`DigitRun`), behind a country's or trunk prefix. What looks like one is one: a slip in the last digit is still a resident's number.
package struct PersonalNumber: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case mobile
    case identity
  }

  package let kind: Kind
  /// The offset of its first digit in the text's UTF-8.
  package let offset: Int
  /// The digits without what stood between them and before them.
  package let digits: String

  init(_ kind: Kind, offset: Int, digits: some Sequence<UInt8>) {
    self.kind = kind
    self.offset = offset
    self.digits = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }

  init(identity digits: some Sequence<UInt8>, endsInX: Bool, offset: Int) {
    kind = .identity
    self.offset = offset
    self.digits = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self) + (endsInX ? "X" : "")
  }

  /// As it may be shown: `138****1234`.
  package var masked: String {
    switch kind {
    case .mobile: digits.prefix(3) + "****" + digits.suffix(4)
    case .identity: digits.prefix(6) + "********" + digits.suffix(4)
    }
  }

  /// All such numbers of a UTF-8 text, in order.
  package static func find(in text: UnsafeBufferPointer<UInt8>) -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var run = DigitRun()
    var index = 0
    var hasOnesAsDashes = false
    while let start = DigitRun.next(in: text, from: index) {
      // Dates, times and amounts end here.
      let letters = start - DigitRun.first(in: text, at: start)
      if let end = DigitRun.end(in: text, from: start, below: 11 - letters) {
        index = end
        continue
      }
      index = run.read(text, from: start)
      guard run.digits.count >= 11 else { continue }
      hasOnesAsDashes = hasOnesAsDashes || run.offsets.contains { isOneAsDash(text, at: $0) }
      if let number = shortened(run, in: text) {
        found.append(number)
        continue
      }
      var group = 0
      while group < run.groups.count {
        if let (number, next) = IdentityForm.match(run, at: group) ?? MobileForm.match(run, at: group, in: text) {
          found.append(number)
          group = next
        } else {
          group += 1
        }
      }
    }
    var others = hasOnesAsDashes ? find(in: withDashes(text)) : []
    if text.contains(UInt8(ascii: "*")) { others += HalfMasked.find(in: text) }
    let new = others.filter { one in !found.contains { $0.offset == one.offset } }
    return new.isEmpty ? found : (found + new).sorted { $0.offset < $1.offset }
  }

  private static let one = Array("一".utf8)

  /// `138一1234一5678`: the character for one where a dash was meant, as it looks in many fonts.
  private static func isOneAsDash(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index > 0 && index + 3 < text.count && text[index - 1] &- 0x30 < 10 && text[index + 3] &- 0x30 < 10
      && text[index..<(index + 3)].elementsEqual(one)
  }

  /// The same text, of the same length, with dashes there.
  private static func withDashes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var dashed = Array(text)
    for index in text.indices where isOneAsDash(text, at: index) {
      dashed.replaceSubrange(index..<(index + 3), with: "—".utf8)
    }
    return dashed
  }

  private static func find(in text: [UInt8]) -> [PersonalNumber] { text.withUnsafeBufferPointer { find(in: $0) } }

  /// `3.70102199001011e+17`, `1.3812345678E+10`: a number that was kept as a quantity. Its digits stand there all the same, of an identity
  /// number at least the region and the birthday.
  private static func shortened(_ run: DigitRun, in text: UnsafeBufferPointer<UInt8>) -> PersonalNumber? {
    guard run.groups.count == 2, run.groups[0].count == 1,
      text[run.groups[1].separator].elementsEqual([UInt8(ascii: ".")]),
      run.end < text.count, text[run.end] | 0x20 == UInt8(ascii: "e")
    else { return nil }
    let power = text[(run.end + 1)...].prefix(4).drop { $0 == UInt8(ascii: "+") }.prefix { (0x30...0x39).contains($0) }
      .reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let digits = run.digits + Array(repeating: 0, count: max(0, power + 1 - run.digits.count))
    guard digits.count == power + 1 else { return nil }
    if power == 10, digits[0] == 1, digits[1] >= 3 {
      return PersonalNumber(.mobile, offset: run.offsets[0], digits: digits)
    }
    guard power == 17, run.digits.count >= 14, IdentityForm.holdsBirthday(digits) else { return nil }
    return PersonalNumber(identity: digits, endsInX: false, offset: run.offsets[0])
  }

  package static func find(in text: String) -> [PersonalNumber] {
    var text = text
    return text.withUTF8 { find(in: $0) }
  }

  /// A text with stars in place of such numbers' digits, and of what else must not be shown of a person.
  package static func masked(in text: String) -> String {
    var starts = find(in: text).map { (offset: $0.offset, count: $0.digits.utf8.count) }
    let details = PersonalDetail.find(in: text).filter { $0.kind != .person && $0.kind != .dwelling }
    if starts.isEmpty, details.isEmpty { return text }
    var out = String.UnicodeScalarView()
    var offset = 0
    var left = 0
    for scalar in text.unicodeScalars {
      if let start = starts.first, offset >= start.offset {
        left = start.count
        starts.removeFirst()
      }
      let isDetail = details.contains { (($0.offset)..<($0.offset + $0.text.utf8.count)).contains(offset) }
      if left > 0, TextSign.isOfNumber(scalar) {
        left -= 1
        out.append("*")
      } else {
        out.append(isDetail && scalar.value < 0x80 && scalar != "@" ? "*" : scalar)
      }
      offset += UTF8.width(scalar)
    }
    return String(out)
  }

  /// All such numbers of a value that may be an address: as it stands, and with `%31` read as `1`, also where that is encoded once more. One
  /// that is found in both is reported once.
  package static func find(inAddress text: String) -> [PersonalNumber] {
    var found = find(in: text)
    var text = text
    for _ in 0..<3 {
      guard text.utf8.contains(UInt8(ascii: "%")) else { break }
      let decoded = PercentEncoding.decoded(text)
      if decoded == text { break }
      for number in find(in: decoded) where !found.contains(where: { $0.digits == number.digits }) {
        found.append(number)
      }
      text = decoded
    }
    return found
  }
}

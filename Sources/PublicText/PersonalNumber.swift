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
    while let start = DigitRun.next(in: text, from: index) {
      // Dates, times and amounts end here.
      if let end = DigitRun.end(in: text, from: start, below: 11) {
        index = end
        continue
      }
      index = run.read(text, from: start)
      guard run.digits.count >= 11 else { continue }
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
    return found
  }

  package static func find(in text: String) -> [PersonalNumber] {
    var text = text
    return text.withUTF8 { find(in: $0) }
  }

  /// All such numbers of a value that may be an address: as it stands, else with `%31` read as `1`.
  package static func find(inAddress text: String) -> [PersonalNumber] {
    let plain = find(in: text)
    guard plain.isEmpty, text.utf8.contains(UInt8(ascii: "%")) else { return plain }
    return find(in: PercentEncoding.decoded(text))
  }
}

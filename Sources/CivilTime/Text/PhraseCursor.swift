/// Reads a phrase from left to right, one scalar at a time, never back further than where an attempt began: the time taken grows with
/// the phrase's length only.
struct PhraseCursor {
  private let scalars: [Unicode.Scalar]
  private(set) var index = 0

  /// Full-width forms, dashes and kinds of blanks become the one that the rest of the parser knows.
  init(_ text: some StringProtocol) {
    scalars = text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0xFF01...0xFF5D: Unicode.Scalar(scalar.value - 0xFEE0)!.lowercased
      case 0x09, 0x0A, 0x0D, 0xA0, 0x2002...0x200A, 0x202F, 0x3000: " "
      // Hyphens, en and em dashes, the minus sign, waves and tildes all mean “to”.
      case 0x2010...0x2015, 0x2212, 0x2500, 0x301C, 0xFF5E, 0x7E, 0x223C: "-"
      // The ratio sign is what some input methods give for a colon.
      case 0x2236: ":"
      // 週 is 周, 號 is 号, 點 is 点.
      case 0x9031: "周"
      case 0x865F: "号"
      case 0x9EDE: "点"
      case 0x6642: "时"
      case 0x96D9: "双"
      default: scalar.lowercased
      }
    }
  }

  var isAtEnd: Bool { index == scalars.count }
  var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  /// What has not been read.
  var rest: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[index...].prefix(40))
    return String(text)
  }

  mutating func skipBlanks() {
    while next == " " { index += 1 }
  }

  /// Blanks, commas and brackets, which part a phrase without changing it.
  mutating func skipSeparators() {
    while let scalar = next, " ,，、;()[]【】".unicodeScalars.contains(scalar) { index += 1 }
  }

  mutating func skip(_ word: String) -> Bool {
    let end = index + word.unicodeScalars.count
    guard end <= scalars.count, scalars[index..<end].elementsEqual(word.unicodeScalars) else { return false }
    index = end
    return true
  }

  mutating func skip(anyOf words: [String]) -> Bool {
    words.contains { skip($0) }
  }

  /// Takes everything back when the attempt gives nil.
  mutating func attempt<Value>(_ read: (inout PhraseCursor) -> Value?) -> Value? {
    let start = index
    if let value = read(&self) { return value }
    index = start
    return nil
  }

  /// A number of 1 to `width` ASCII digits; more digits are none.
  mutating func digits(_ width: Int) -> Int? {
    attempt { cursor in
      var value = 0
      var count = 0
      while let scalar = cursor.next, ("0"..."9").contains(scalar) {
        guard count < width else { return nil }
        value = value * 10 + Int(scalar.value - 0x30)
        count += 1
        cursor.index += 1
      }
      return count > 0 ? value : nil
    }
  }

  /// `12`, or in characters up to 99: `三`, `十`, `十二`, `二十`, `三十一`, `两`.
  mutating func number() -> Int? {
    if let value = digits(4) { return value }
    return attempt { cursor in
      let first = cursor.characterDigit()
      guard cursor.skip("十") else { return first }
      return (first ?? 1) * 10 + (cursor.characterDigit() ?? 0)
    }
  }

  private mutating func characterDigit() -> Int? {
    guard let scalar = next else { return nil }
    if scalar == "两" {
      index += 1
      return 2
    }
    guard let value = Array("一二三四五六七八九".unicodeScalars).firstIndex(of: scalar) else { return nil }
    index += 1
    return value + 1
  }

  /// `周三`, `星期日`, `礼拜天`.
  mutating func weekday() -> Weekday? {
    attempt { cursor in
      guard cursor.skip(anyOf: ["周", "星期", "礼拜"]) else { return nil }
      return cursor.weekdayName() ?? cursor.weekdayDigit()
    }
  }

  /// `周3`: the number of a weekday, 1 to 7, that no more digits follow, nor what would make it a time or a count.
  mutating func weekdayDigit() -> Weekday? {
    attempt { cursor in
      guard let number = cursor.digits(1), (1...7).contains(number) else { return nil }
      if let next = cursor.next, ":点时次个月号.".unicodeScalars.contains(next) { return nil }
      return Weekday(rawValue: number - 1)
    }
  }

  /// The last character of a weekday's name.
  mutating func weekdayName() -> Weekday? {
    guard let scalar = next, let position = Array("一二三四五六日天".unicodeScalars).firstIndex(of: scalar) else {
      return nil
    }
    index += 1
    return Weekday(rawValue: min(position, 6))
  }
}

extension Unicode.Scalar {
  /// ASCII letters in lower case; all else as it is.
  fileprivate var lowercased: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(value + 0x20)! : self
  }
}

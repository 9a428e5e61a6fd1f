import Scanning

/// The order in which people look names up: by what the numbers in them come to (第2 before 第10, 第二 before 第十, 2号楼 before 10号楼), and by
/// reading (东堤 before 西堤).
package struct NaturalOrder: Sendable, Hashable, Comparable {
  private enum Part: Sendable, Hashable, Comparable {
    case number(Int)
    case text(String)

    static func < (a: Part, b: Part) -> Bool {
      switch (a, b) {
      case (.number(let a), .number(let b)): a < b
      case (.text(let a), .text(let b)): a < b
      case (.number, .text): true
      case (.text, .number): false
      }
    }
  }

  private let parts: [Part]
  /// Of names that read alike.
  private let name: String

  package init(_ name: String) {
    self.name = name
    var parts: [Part] = []
    var text = ""
    let scalars = Array(name.unicodeScalars)
    var index = 0
    func endText() {
      if !text.isEmpty { parts.append(.text(text)) }
      text = ""
    }
    while index < scalars.count {
      if let (value, end) = Self.number(scalars, from: index) {
        endText()
        parts.append(.number(value))
        index = end
        continue
      }
      let scalar = scalars[index]
      if let reading = Pinyin.reading(of: scalar) {
        // A syllable ends before the next begins: `xi an` stands before `xian`.
        text += reading + " "
      } else if !scalar.properties.isWhitespace {
        text += String(scalar).lowercased()
      }
      index += 1
    }
    endText()
    self.parts = parts
  }

  package static func < (a: NaturalOrder, b: NaturalOrder) -> Bool {
    for (left, right) in zip(a.parts, b.parts) where left != right { return left < right }
    if a.parts.count != b.parts.count { return a.parts.count < b.parts.count }
    return a.name < b.name
  }

  // MARK: Numbers

  /// What is larger counts as no more: nothing overflows.
  private static let most = 1 << 30

  /// The number that begins there, in digits or in Chinese, and where it ends.
  private static func number(_ scalars: [Unicode.Scalar], from start: Int) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while end < scalars.count, let digit = digit(scalars[end]) {
      value = min(value, most) * 10 + digit
      end += 1
    }
    if end > start { return (value, end) }
    return chineseNumber(scalars, from: start)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]

  /// 十二, 二十, 一百零八; 二〇二六 digit by digit. 百 and 千 begin no number: they begin names (百花, 千佛).
  private static func chineseNumber(_ scalars: [Unicode.Scalar], from start: Int) -> (value: Int, end: Int)? {
    guard let first = scalars[start...].first, digits[first] != nil || first == "十" else { return nil }
    var end = start
    var total = 0
    var pending: Int?
    while end < scalars.count {
      if let digit = digits[scalars[end]] {
        pending = min(pending ?? 0, most) * (pending == nil || pending == 0 ? 1 : 10) + digit
      } else if let unit = units[scalars[end]] {
        total = min(total + (pending ?? (total == 0 ? 1 : 0)) * unit, most * most)
        pending = nil
      } else {
        break
      }
      end += 1
    }
    return (total + (pending ?? 0), end)
  }
}

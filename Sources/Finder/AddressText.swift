/// An address as it is compared: `嵩台路 ３５号` and `嵩台路三十五号` are one text.
///
/// Full-width characters are ASCII, letters are small, dashes are hyphens, numerals are digits (so that 纬十二路 is 纬12路, whichever somebody
/// writes), blanks and punctuation are gone, but for one blank that keeps two numbers apart. UTF-16, as browsers have it: `Client/text.js` is
/// the same rule, and both are held to one table of cases.
package struct AddressText: Sendable, Hashable {
  package let units: [UInt16]

  /// What is longer is cut: nobody's address is.
  package static let limit = 200

  package init(_ text: String) {
    var folding = AddressFolding()
    for unit in text.utf16.prefix(Self.limit) { folding.append(unit) }
    folding.endNumeral()
    units = folding.units
  }

  package var isEmpty: Bool { units.isEmpty }
  package var text: String { String(decoding: units, as: UTF16.self) }
}

private struct AddressFolding {
  private(set) var units: [UInt16] = []
  private var isApart = false
  private var numeral: [UInt16] = []

  mutating func append(_ unit: UInt16) {
    var unit = unit
    if (0xFF01...0xFF5E).contains(unit) { unit -= 0xFEE0 }
    if (0x41...0x5A).contains(unit) { unit += 0x20 }
    unit = Self.plain[unit] ?? unit
    if Self.value(unit) != nil {
      numeral.append(unit)
      return
    }
    endNumeral()
    if Self.isKept(unit) { add([unit]) } else { isApart = true }
  }

  mutating func endNumeral() {
    guard !numeral.isEmpty else { return }
    let digits = Self.digits(numeral)
    numeral = []
    add(digits)
  }

  private mutating func add(_ more: [UInt16]) {
    if isApart, let last = units.last, let first = more.first, Self.isLatin(last), Self.isLatin(first) {
      units.append(0x20)
    }
    isApart = false
    units += more
  }

  /// Digits, letters, the hyphen, and what is no ASCII and no punctuation.
  private static func isKept(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2D, 0x3007, 0xC0...0x1FFF, 0x2E80...0x2FFF, 0x3040...0xFDFF: true
    default: isLatin(unit)
    }
  }

  private static func isLatin(_ unit: UInt16) -> Bool {
    (0x30...0x39).contains(unit) || (0x61...0x7A).contains(unit)
  }

  /// Dashes, and the traditional characters that addresses are made of.
  private static let plain: [UInt16: UInt16] = {
    var plain: [UInt16: UInt16] = [0x2212: 0x2D, 0xFE63: 0x2D, 0x301C: 0x2D, 0x7E: 0x2D]
    for dash in UInt16(0x2010)...0x2015 { plain[dash] = 0x2D }
    for (one, other) in zip("號樓棟單層區縣鎮鄉兩".utf16, "号楼栋单层区县镇乡两".utf16) { plain[one] = other }
    return plain
  }()

  /// Of a numeral: 0…9, or 10, 100, 1000.
  private static func value(_ unit: UInt16) -> Int? { values[unit] }

  private static let values: [UInt16: Int] = {
    var values: [UInt16: Int] = [:]
    for (value, unit) in "〇一二三四五六七八九".utf16.enumerated() { values[unit] = value }
    for (unit, value) in zip("零两十百千".utf16, [0, 2, 10, 100, 1000]) { values[unit] = value }
    return values
  }()

  /// 三十五 is 35, 一〇二 is 102.
  private static func digits(_ numeral: [UInt16]) -> [UInt16] {
    let parts = numeral.map { values[$0] ?? 0 }
    guard parts.contains(where: { $0 > 9 }) else { return parts.map { UInt16(0x30 + $0) } }
    var (sum, digit): (Int, Int?) = (0, nil)
    for part in parts {
      if part > 9 {
        sum += (digit ?? 1) * part
        digit = nil
      } else {
        digit = part
      }
    }
    return Array(String(sum + (digit ?? 0)).utf16)
  }
}

extension AddressText {
  /// Where a text stands in another, from a place on; nil where it does not. The empty text stands nowhere.
  static func place(of part: [UInt16], in text: [UInt16], from start: Int = 0) -> Int? {
    guard !part.isEmpty, text.count - start >= part.count else { return nil }
    return (start...text.count - part.count).first { text[$0..<$0 + part.count].elementsEqual(part) }
  }

  static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }
  static func isLetter(_ unit: UInt16) -> Bool { (0x61...0x7A).contains(unit) }
}

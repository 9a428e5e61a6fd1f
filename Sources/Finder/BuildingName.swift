/// A building within a number: 3号楼, 3栋 and 3幢 are one, so are A座 and a栋, 西楼 and 西.
package enum BuildingName {
  /// 号
  static let sign = "号".utf16.first!
  private static let sides = Array("东西南北中前后主副".utf16)
  /// What makes a number or a letter a building, the longest first. 2楼 without 号 is a floor.
  static let numberMarks = ["号楼", "栋", "幢", "座"].map { Array($0.utf16) }
  private static let lastMarks = numberMarks + [Array("楼".utf16)]
  private static let sideMarks = ["楼", "座", "栋"].map { Array($0.utf16) }

  /// What it is compared by; nil for nothing.
  package static func key(_ text: String) -> [UInt16]? {
    let units = AddressText(text).units
    if units.isEmpty { return nil }
    let letters = AddressText.isLetter(units[0]) ? 1 : 0
    let digits = HouseNumber.digits(units, from: letters)
    let rest = Array(units[(letters + digits.count)...])
    if letters + digits.count > 0, rest.isEmpty || rest == [sign] || lastMarks.contains(rest) {
      return Array(units[..<letters]) + (digits.isEmpty ? [] : withoutZeros(digits))
    }
    if sides.contains(units[0]), units.count == 1 || sideMarks.contains(Array(units[1...])) { return [units[0]] }
    return units
  }

  /// Whether it is a number, a letter or a side: what `find` finds. All others are found where an address holds them.
  static func isShort(_ key: [UInt16]) -> Bool {
    if key.count == 1, sides.contains(key[0]) { return true }
    return key.drop(while: AddressText.isLetter).allSatisfy(AddressText.isDigit)
      && key.prefix(while: AddressText.isLetter).count < 2
  }

  /// The first building that an address names; nil where it names none.
  static func find(in text: [UInt16], from start: Int) -> [UInt16]? {
    for place in start..<max(start, text.count) {
      let unit = text[place]
      if sides.contains(unit), length(ofMarkIn: text, at: place + 1, sideMarks) != nil { return [unit] }
      let isFirst = place == 0 || !(AddressText.isDigit(text[place - 1]) || AddressText.isLetter(text[place - 1]))
      guard isFirst, AddressText.isDigit(unit) || AddressText.isLetter(unit) else { continue }
      let letters = AddressText.isLetter(unit) ? 1 : 0
      let digits = HouseNumber.digits(text, from: place + letters)
      let end = place + letters + digits.count
      if length(ofMarkIn: text, at: end, letters > 0 ? lastMarks : numberMarks) != nil {
        return Array(text[place..<place + letters]) + (digits.isEmpty ? [] : withoutZeros(digits))
      }
    }
    return nil
  }

  /// How long what makes a building is that stands there; nil where none does.
  static func length(ofMarkIn text: [UInt16], at place: Int, _ marks: [[UInt16]] = numberMarks) -> Int? {
    guard place < text.count else { return nil }
    return marks.first { text[place...].starts(with: $0) }?.count
  }

  static func withoutZeros(_ digits: [UInt16]) -> [UInt16] {
    let rest = Array(digits.drop { $0 == 0x30 })
    return rest.isEmpty ? [0x30] : rest
  }
}

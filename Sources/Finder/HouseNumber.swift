/// What stands behind a road's name: `35号3号楼2单元501` is number 35, building 3.
package struct HouseNumber: Sendable, Hashable {
  /// 0…999,999: what has more digits is none that there is.
  package var number: Int?
  /// As `BuildingName.key` has it.
  package var building: [UInt16]?
  /// Whether 号 stands behind the number.
  var isMarked = false
  /// Where the number, with what belongs to it, ends.
  var end = 0

  /// - Parameter text: as `AddressText` has it, from behind the road's name on.
  package init(_ text: ArraySlice<UInt16>) {
    let text = Array(text)
    var place = text.first == 0x20 ? 1 : 0
    let digits = Self.digits(text, from: place)
    guard !digits.isEmpty, BuildingName.length(ofMarkIn: text, at: place + digits.count) == nil else {
      building = BuildingName.find(in: text, from: 0)
      return
    }
    number = digits.count > 6 ? 999_999 : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    place += digits.count
    // 35-3-2-501 is building 3; 35-1 is a number beside 35.
    var parts: [[UInt16]] = []
    while place < text.count, text[place] == 0x2D {
      let part = Self.digits(text, from: place + 1)
      if part.isEmpty { break }
      parts.append(part)
      place += 1 + part.count
    }
    if parts.count > 1 { building = BuildingName.withoutZeros(parts[0]) }
    isMarked = place < text.count && text[place] == BuildingName.sign
    end = isMarked ? place + 1 : place
    building = building ?? BuildingName.find(in: text, from: end)
  }

  static func digits(_ text: [UInt16], from place: Int) -> [UInt16] {
    guard place < text.count else { return [] }
    return Array(text[place...].prefix(while: AddressText.isDigit))
  }
}

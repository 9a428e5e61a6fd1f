/// Numbers of residents of which too little is masked: `138**345678`, `1381234567*`, `370102199001011***`. Whoever tries the few that are left
/// has the number. Four stars in a mobile number, and as many in an identity number, are a mask.
enum HalfMasked {
  private static let star = UInt8(ascii: "*")

  static func find(in text: UnsafeBufferPointer<UInt8>) -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var index = 0
    while let next = text[index...].firstIndex(of: star) {
      var start = next
      while start > 0, text[start - 1] &- 0x30 < 10 { start -= 1 }
      var end = next
      while end < text.count, text[end] == star || text[end] &- 0x30 < 10 { end += 1 }
      index = max(end, next + 1)
      let before = start > 0 ? text[start - 1] : 0x20
      let behind = end < text.count ? text[end] : 0x20
      guard !TextSign.isWord(before), !TextSign.isWord(behind) || behind | 0x20 == UInt8(ascii: "x") else { continue }
      let endsInX = behind | 0x20 == UInt8(ascii: "x")
      if let number = Self.number(text[start..<end], from: start, endsInX: endsInX) { found.append(number) }
    }
    return found
  }

  /// - Parameter part: digits and stars.
  private static func number(
    _ part: Slice<UnsafeBufferPointer<UInt8>>, from offset: Int, endsInX: Bool
  ) -> PersonalNumber? {
    let digits = part.filter { $0 != star }.map { $0 - 0x30 }
    let stars = part.count - digits.count
    guard let first = part.firstIndex(of: star), part[first...].prefix(while: { $0 == star }).count == stars,
      // 13812345*67 is a product.
      stars == 2 || stars == 3 || stars == 1 && first == part.endIndex - 1
    else { return nil }
    switch part.count {
    case 11 where !endsInX && digits[0] == 1 && digits[1] >= 3:
      return PersonalNumber(.mobile, offset: offset, digits: digits)
    case endsInX ? 17 : 18 where BirthDate.isProvince(Int(digits[0]) * 10 + Int(digits[1])):
      return PersonalNumber(identity: digits, endsInX: endsInX, offset: offset)
    default: return nil
    }
  }
}

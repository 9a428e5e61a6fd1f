import RandomInputs

/// Changes that people, programs and broken disks make to a file.
enum Mutation {
  /// Numbers at which arithmetic ends.
  private static let numbers = [
    "0", "-1", "1", "127", "255", "65536", "2147483648", "4294967296", "-9223372036854775808", "9223372036854775808",
    "1e308", "99999999999999999999999", "0.1", "+5", "00007",
  ]

  /// One to four changes.
  ///
  /// - Parameter words: what has a meaning in such an input.
  static func mutated(_ input: [UInt8], words: [String], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = input
    for _ in 0..<random.number(1...4) { change(&bytes, words, &random) }
    return bytes
  }

  private static func change(_ bytes: inout [UInt8], _ words: [String], _ random: inout SeededRandom) {
    let place = random.below(bytes.count + 1)
    guard place < bytes.count else {
      bytes += Array(random.one(of: words).utf8)
      return
    }
    let range = place..<min(bytes.count, place + random.number(1...16))
    switch random.below(10) {
    case 0: bytes[place] ^= 1 << UInt8(random.below(8))
    case 1: bytes[place] = UInt8(random.below(256))
    case 2: bytes.removeSubrange(range)
    case 3: bytes.insert(contentsOf: bytes[range], at: random.below(bytes.count + 1))
    case 4: bytes.removeSubrange(place...)
    case 5: replaceNumber(in: &bytes, from: place, &random)
    case 6: bytes.insert(contentsOf: Array(repeating: bytes[place], count: random.one(of: [2, 50, 2_000])), at: place)
    case 7: bytes.replaceSubrange(range, with: Array(random.one(of: words).utf8))
    default: bytes.insert(contentsOf: Array(random.one(of: words).utf8), at: place)
    }
  }

  private static func replaceNumber(in bytes: inout [UInt8], from place: Int, _ random: inout SeededRandom) {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: Array(random.one(of: numbers).utf8))
  }
}

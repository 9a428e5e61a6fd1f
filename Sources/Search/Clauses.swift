/// Places of terms are counted from the beginning of their clause, and not from the text's, so that a word that is mended changes the places of its
/// own clause, and a few of the index's files instead of all. [0060]
///
/// A clause ends behind a line's end or a mark like `,` and `。`. Clauses differ by what they begin with, so that terms of two of them are seldom
/// taken for neighbours.
struct Clauses {
  private let units: UnsafeBufferPointer<UInt16>
  /// The next place.
  private var position: Int
  private var begin: Int
  private var seed = 0

  /// - Parameter start: of a record, where its places begin.
  init(_ units: UnsafeBufferPointer<UInt16>, from start: Int) {
    self.units = units
    position = start
    begin = start
    seed = Self.seed(units, start)
  }

  /// The search's script has the same marks.
  @inline(__always)
  static func ends(_ unit: UInt16) -> Bool {
    switch unit {
    // A line's end, and ! , . : ; ? as small ASCII, which wide ones are compared as.
    case 0x0A, 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x3001, 0x3002: true
    default: false
    }
  }

  /// The place of the next unit of the record, one after the other.
  @inline(__always)
  mutating func next() -> Int {
    let place = position - begin + seed
    if Self.ends(units[position]) {
      begin = position + 1
      seed = Self.seed(units, begin)
    }
    position += 1
    return place
  }

  @inline(__always)
  private static func seed(_ units: UnsafeBufferPointer<UInt16>, _ begin: Int) -> Int {
    guard begin < units.count else { return 0 }
    return Int(units[begin]) * 31 + (begin + 1 < units.count ? Int(units[begin + 1]) : 0)
  }
}

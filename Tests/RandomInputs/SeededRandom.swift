/// The same seed gives the same numbers, on any machine (SplitMix64; Steele, Lea and Flood, “Fast Splittable Pseudorandom Number
/// Generators”).
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// The generator of one input among many: any of them can be made again without those before it.
  package init(seed: UInt64, stream: UInt64) {
    var first = SeededRandom(seed: seed)
    var second = SeededRandom(seed: stream ^ first.next())
    self.init(seed: second.next())
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  // MARK: Choices

  /// True in so many of 100 cases.
  package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// 0..<limit.
  package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  package mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// One of a collection that is not empty.
  package mutating func one<Items: RandomAccessCollection>(of items: Items) -> Items.Element {
    items[items.index(items.startIndex, offsetBy: below(items.count))]
  }
}

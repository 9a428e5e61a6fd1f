/// The numbers of a road that belong together: from one to another, on both of its sides or on one.
package struct HouseNumbers: Sendable, Hashable {
  package enum Side: Int, Sendable {
    case both, odd, even
  }

  package static let all = 1...99_999

  package let first: Int
  package let last: Int
  package let side: Side

  package init(_ first: Int, _ last: Int, _ side: Side = .both) {
    self.first = first
    self.last = last
    self.side = side
  }

  package func contains(_ number: Int) -> Bool {
    guard first <= number, number <= last else { return false }
    return switch side {
    case .both: true
    case .odd: number % 2 == 1
    case .even: number % 2 == 0
    }
  }

  /// Whether some number is in both.
  package func overlaps(_ other: HouseNumbers) -> Bool {
    let (from, until) = (max(first, other.first), min(last, other.last))
    if from > until { return false }
    switch (side, other.side) {
    case (.odd, .even), (.even, .odd): return false
    case (.both, .both): return true
    // Of two numbers in a row one is of either side.
    default: return from < until || (contains(from) && other.contains(from))
    }
  }

  /// How far a number is from them; 0 within their span, also on the other side.
  package func distance(to number: Int) -> Int { max(first - number, number - last, 0) }
}

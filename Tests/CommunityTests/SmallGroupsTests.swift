import RandomInputs
import Testing

@testable import Community

/// Nothing under five is told, nor can be worked out.
@Suite struct SmallGroupsTests {
  @Test(arguments: [
    ([], []), ([5, 6], [true, true]), ([20, 9, 6, 3], [true, true, false, false]),
    ([20, 2, 2], [false, false, false]),
    ([20, 3, 2], [true, false, false]), ([4], [false]), ([9, 4], [false, false]), ([7, 7, 1], [true, false, false]),
    ([8, 0, 3], [false, true, false]),
  ]) func groups(counts: [Int], shown: [Bool]) {
    #expect(SmallGroups.shown(counts) == shown)
  }

  @Test func whatStandsTogetherIsFiveOrMoreAndNotOneAlone() {
    var random = SeededRandom(seed: 14)
    for _ in 0..<2000 {
      let counts = (0..<random.number(1...9)).map { _ in random.one(of: [0, 1, 2, 3, 4, 5, 6, 9, 40]) }
      let hidden = zip(counts, SmallGroups.shown(counts)).filter { !$0.1 }.map(\.0)
      #expect(zip(counts, SmallGroups.shown(counts)).allSatisfy { !$0.1 || !(1...4).contains($0.0) })
      // Unless there is no more to join.
      if !hidden.isEmpty, counts.filter({ $0 > 0 }).count > hidden.count {
        #expect(hidden.count > 1 && hidden.reduce(0, +) >= 5, "\(counts)")
      }
    }
  }

  /// Siblings: the small one is hidden, and the next smallest with it.
  @Test func differences() {
    let parents: [Int?] = [nil, 0, 0, 0]
    #expect(
      SmallGroups.published(parents: parents, counts: [[33], [20], [10], [3]]) == [true, true, false, false])
    #expect(SmallGroups.published(parents: parents, counts: [[35], [20], [12], [0]]) == [true, true, false, true])
    #expect(SmallGroups.published(parents: parents, counts: [[4], [4], [0], [0]]) == [false, false, false, false])
  }

  /// Random trees: of every set of units with one to four cases, no sum and difference of what is told gives its number. Whether one does
  /// is whether the set lies in the span of the sets that are told (Gaussian elimination).
  @Test func noDifferenceOfUnitsIsSmall() {
    var random = SeededRandom(seed: 2026)
    for _ in 0..<400 {
      let size = random.number(2...7)
      let parents = (0..<size).map { $0 == 0 ? nil : random.below($0) }
      let own = (0..<size).map { _ in random.one(of: [0, 0, 1, 2, 3, 4, 5, 7, 12]) }
      var totals = own
      for unit in (1..<size).reversed() { totals[parents[unit]!] += totals[unit] }
      let published = SmallGroups.published(parents: parents, counts: totals.map { [$0] })
      func isBelow(_ unit: Int, _ top: Int) -> Bool {
        var next: Int? = unit
        while let current = next, current != top { next = parents[current] }
        return next == top
      }
      // What is none is told too.
      let told = (0..<size).filter { published[$0] || totals[$0] == 0 }.map { top in
        (0..<size).map { isBelow($0, top) ? 1.0 : 0 }
      }
      for set in 1..<(1 << size) {
        let members = (0..<size).filter { set >> $0 & 1 == 1 }
        guard (1...4).contains(members.reduce(0) { $0 + own[$1] }) else { continue }
        let wanted = (0..<size).map { members.contains($0) ? 1.0 : 0 }
        #expect(
          rank(told) < rank(told + [wanted]), "\(members) of \(own) below \(parents) with \(published)")
      }
    }
  }

  private func rank(_ rows: [[Double]]) -> Int {
    var rows = rows
    var rank = 0
    for column in 0..<(rows.first?.count ?? 0) {
      guard let pivot = (rank..<rows.count).first(where: { abs(rows[$0][column]) > 1e-9 }) else { continue }
      rows.swapAt(rank, pivot)
      for row in rows.indices where row != rank && abs(rows[row][column]) > 1e-9 {
        let factor = rows[row][column] / rows[rank][column]
        for other in rows[row].indices { rows[row][other] -= factor * rows[rank][other] }
      }
      rank += 1
    }
    return rank
  }
}

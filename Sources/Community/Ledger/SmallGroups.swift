/// Groups of fewer than five are not published, and nothing is published that they follow from by subtraction (docs/decisions/0034).
enum SmallGroups {
  static let least = 5

  static func isSmall(_ count: Int) -> Bool { (1..<least).contains(count) }

  /// Which groups of a whole stand by themselves; the others are published together. Where any is small, it is joined by the other small ones,
  /// and then by the smallest of the rest, until they are five or more and at least two.
  ///
  /// - Parameter counts: of each group; where two are alike, the later joins first. A group of none is published as such.
  static func shown(_ counts: [Int]) -> [Bool] {
    var isShown = counts.map { !isSmall($0) }
    var left = counts.indices.filter { isShown[$0] && counts[$0] > 0 }.sorted { (counts[$0], $1) < (counts[$1], $0) }
    func joined() -> [Int] { counts.indices.filter { !isShown[$0] } }
    while !joined().isEmpty, joined().count < 2 || joined().reduce(0, { $0 + counts[$1] }) < least, !left.isEmpty {
      isShown[left.removeFirst()] = false
    }
    return isShown
  }

  /// Which units' counts stand, so that what is left of a unit when those below it are taken away is none, or five or more. A unit whose
  /// count is held back holds back all below it: what is published is the upper part of the tree then, and every difference that can be
  /// worked out of it is made of such rests.
  ///
  /// - Parameters:
  ///   - parents: of each unit, by index, above it in the order; nil for roots.
  ///   - counts: for each unit, with all below it, what is counted, and what follows from it together with what else is published.
  static func published(parents: [Int?], counts: [[Int]]) -> [Bool] {
    let children = Dictionary(
      grouping: parents.indices.filter { parents[$0] != nil }, by: { parents[$0]! })
    var isPublished = parents.map { _ in false }
    for unit in parents.indices {
      if parents[unit] == nil { isPublished[unit] = counts[unit].allSatisfy { !isSmall($0) } }
      guard isPublished[unit] else { continue }
      var shown = (children[unit] ?? []).filter { child in counts[child].allSatisfy { !isSmall($0) } }
      // The smallest last: it goes first.
      shown.sort { (counts[$0][0], $1) > (counts[$1][0], $0) }
      func leavesSmallRest() -> Bool {
        counts[unit].indices.contains { kind in
          isSmall(counts[unit][kind] - shown.reduce(0) { $0 + counts[$1][kind] })
        }
      }
      while leavesSmallRest(), let last = shown.lastIndex(where: { counts[$0][0] > 0 }) { shown.remove(at: last) }
      for child in shown { isPublished[child] = true }
    }
    return isPublished
  }
}

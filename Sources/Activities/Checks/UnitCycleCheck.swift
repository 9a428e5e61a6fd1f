import Diagnostics
import Vocabulary

/// How deep units may stand within each other. A district's house has six levels; the rest is a mistake, and everything that follows the
/// levels upwards does bounded work.
package enum UnitDepth {
  package static let most = 32
}

/// A unit never stands below itself, nor deeper than units are.
struct UnitCycleCheck {
  private let parents: [UnitID: UnitID]
  private let database: String

  init(_ data: ActivityData, database: String) {
    parents = Dictionary(
      data.units.compactMap { unit in unit.parent.map { (unit.id, $0) } }, uniquingKeysWith: { first, _ in first })
    self.database = database
  }

  func problems() -> [Diagnostic] {
    let (circular, deep) = found()
    return circular.sorted().map(problem) + deep.sorted().map(tooDeep)
  }

  /// Each unit is passed once: the way up ends where another has been.
  ///
  /// - Returns: those in a circle, and those that stand one deeper than may be (what is below them is not named again).
  private func found() -> (circular: [UnitID], deep: [UnitID]) {
    var depths: [UnitID: Int] = [:]
    var circular: [UnitID] = []
    for start in parents.keys.sorted() where depths[start] == nil {
      var way: [UnitID] = []
      var places: [UnitID: Int] = [:]
      var next: UnitID? = start
      while let unit = next, depths[unit] == nil, places[unit] == nil {
        places[unit] = way.count
        way.append(unit)
        next = parents[unit]
      }
      // A chain may also lead into a circle of others; below one nothing is too deep.
      if let unit = next, let first = places[unit] {
        circular += way[first...]
        for unit in way { depths[unit] = .min / 2 }
        continue
      }
      var depth = next.flatMap { depths[$0] } ?? 0
      for unit in way.reversed() {
        depth += 1
        depths[unit] = depth
      }
    }
    return (circular, depths.filter { $0.value == UnitDepth.most + 1 }.map(\.key))
  }

  private func tooDeep(_ unit: UnitID) -> Diagnostic {
    .error(
      "data.unit-too-deep", zh: "单位“\(unit)”在第 \(UnitDepth.most + 1) 层，最多 \(UnitDepth.most) 层",
      en: "unit “\(unit)” stands on level \(UnitDepth.most + 1), and \(UnitDepth.most) is the most",
      hint: Message(zh: "改正它或它上级的 parent_id", en: "mend its parent_id, or that of one above it"),
      at: .row(database: database, table: "unit", key: "id=\(unit)", column: "parent_id"))
  }

  private func problem(_ unit: UnitID) -> Diagnostic {
    .error(
      "data.unit-cycle", zh: "单位“\(unit)”的上级绕了一圈又是它自己", en: "unit “\(unit)” stands below itself",
      hint: Message(zh: "改正 parent_id", en: "mend its parent_id"),
      at: .row(database: database, table: "unit", key: "id=\(unit)", column: "parent_id"))
  }
}

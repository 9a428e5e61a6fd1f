import Diagnostics
import Vocabulary

/// A unit never stands below itself.
struct UnitCycleCheck {
  private let parents: [UnitID: UnitID]
  private let database: String

  init(_ data: ActivityData, database: String) {
    parents = Dictionary(
      data.units.compactMap { unit in unit.parent.map { (unit.id, $0) } }, uniquingKeysWith: { first, _ in first })
    self.database = database
  }

  func problems() -> [Diagnostic] { parents.keys.filter(isBelowItself).sorted().map(problem) }

  private func isBelowItself(_ unit: UnitID) -> Bool {
    var passed: Set<UnitID> = []
    var next = parents[unit]
    // A chain may also lead into a circle of others.
    while let current = next, current != unit, passed.insert(current).inserted { next = parents[current] }
    return next == unit
  }

  private func problem(_ unit: UnitID) -> Diagnostic {
    .error(
      "data.unit-cycle", zh: "单元“\(unit)”的上级绕了一圈又是它自己", en: "unit “\(unit)” stands below itself",
      hint: Message(zh: "改正 parent_id", en: "mend its parent_id"),
      at: .row(database: database, table: "unit", key: "id=\(unit)", column: "parent_id"))
  }
}

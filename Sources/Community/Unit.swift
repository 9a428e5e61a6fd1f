package import Activities
import Artifacts
package import Vocabulary

/// A part of the district: community, grid, building …
package typealias Unit = UnitRecord

extension UnitRecord {
  package var url: String { SitePath.unit(id).url }
}

/// The units as a tree; children stand in the order of their ids.
package struct UnitTree: Sendable {
  /// In the tree's order: each before its children.
  package let all: [Unit]
  private let byID: [UnitID: Unit]
  private let places: [UnitID: Int]
  private let children: [UnitID: [Unit]]
  /// Each unit's own chain upwards, itself first.
  private let chains: [UnitID: [UnitID]]

  /// The tree; the chain of a unit that stands below itself is cut.
  static func make(_ records: [UnitRecord]) -> UnitTree {
    let byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var chains: [UnitID: [UnitID]] = [:]
    for unit in byID.values {
      var chain = [unit.id]
      var next = unit.parent
      while let id = next, let parent = byID[id] {
        if chain.contains(id) { break }
        chain.append(id)
        next = parent.parent
      }
      chains[unit.id] = chain
    }
    let sorted = byID.values.sorted { $0.id < $1.id }
    var children: [UnitID: [Unit]] = [:]
    for unit in sorted {
      if let parent = unit.parent { children[parent, default: []].append(unit) }
    }
    var all: [Unit] = []
    func visit(_ unit: Unit) {
      all.append(unit)
      children[unit.id]?.forEach(visit)
    }
    sorted.filter { $0.parent.flatMap { byID[$0] } == nil }.forEach(visit)
    let places = Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return UnitTree(all: all, byID: byID, places: places, children: children, chains: chains)
  }

  package subscript(id: UnitID) -> Unit? { byID[id] }

  /// Where a unit stands in `all`; what is not there stands last.
  func place(of id: UnitID) -> Int { places[id] ?? .max }

  package func children(of id: UnitID) -> [Unit] { children[id] ?? [] }

  /// The unit's own chain upwards, itself first.
  package func chain(of id: UnitID) -> [Unit] { (chains[id] ?? []).compactMap { byID[$0] } }

  func chainIDs(of id: UnitID) -> [UnitID] { chains[id] ?? [] }

  /// Whether `unit` is `ancestor` or stands below it.
  package func contains(_ unit: UnitID, in ancestor: UnitID) -> Bool { chains[unit]?.contains(ancestor) ?? false }
}

import Activities
import Artifacts
import Content
import Pinyin
package import Vocabulary

/// The units as a tree. Those below one unit stand by level, each level in the order in which people look names up: 第2网格 before 第10网格.
package struct UnitTree: Sendable {
  /// How many of the units below it a unit's page shows, and each further page.
  package static let partLength = 40

  /// In the tree's order: each before its children.
  package let all: [Unit]
  private let byID: [UnitID: Unit]
  private let places: [UnitID: Int]
  private let children: [UnitID: [Unit]]
  /// Each unit's own chain upwards, itself first.
  private let chains: [UnitID: [UnitID]]

  /// The tree; the chain of a unit that stands below itself is cut.
  ///
  /// - Parameter standsAbove: whether a unit without children is shown on the page of the one above it.
  static func make(
    _ records: [UnitRecord], standsAbove: (UnitRecord) -> Bool = { _ in false }
  ) -> UnitTree {
    let byID = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let order = Dictionary(uniqueKeysWithValues: byID.values.map { ($0.id, NaturalOrder($0.name)) })
    let ranks = Dictionary(uniqueKeysWithValues: UnitLevel.allCases.enumerated().map { ($1, $0) })
    let sorted = byID.values.sorted { a, b in
      let (first, second) = (ranks[a.level] ?? 0, ranks[b.level] ?? 0)
      if first != second { return first < second }
      if let a = order[a.id], let b = order[b.id], a != b { return a < b }
      return a.id < b.id
    }
    let below = Dictionary(grouping: sorted) { unit in unit.parent.flatMap { byID[$0]?.id } }
    var units: [UnitID: Unit] = [:]
    for (parent, siblings) in below {
      for (index, unit) in siblings.enumerated() {
        if let parent, below[unit.id] == nil, standsAbove(unit) {
          let page = SitePath.unit(parent, part: index / partLength + 1)
          units[unit.id] = Unit(record: unit, url: "\(page.url)#\(Unit.anchor(of: unit.id))", hasPage: false)
        } else {
          units[unit.id] = Unit(record: unit, url: SitePath.unit(unit.id).url, hasPage: true)
        }
      }
    }
    return UnitTree(sorted.compactMap { units[$0.id] }, units)
  }

  /// - Parameter sorted: in the order in which siblings stand.
  private init(_ sorted: [Unit], _ byID: [UnitID: Unit]) {
    self.byID = byID
    var chains: [UnitID: [UnitID]] = [:]
    for unit in sorted {
      var chain = [unit.id]
      var next = unit.parent
      // In a circle, and deeper than units are, the chain is cut: both have been reported.
      while chain.count < UnitDepth.most, let id = next, let parent = byID[id] {
        if chain.contains(id) { break }
        chain.append(id)
        next = parent.parent
      }
      chains[unit.id] = chain
    }
    self.chains = chains
    let children = Dictionary(grouping: sorted.filter { $0.parent != nil }) { $0.parent! }
    self.children = children
    var all: [Unit] = []
    var waiting = Array(sorted.filter { $0.parent.flatMap { byID[$0] } == nil }.reversed())
    while let unit = waiting.popLast() {
      all.append(unit)
      waiting += children[unit.id]?.reversed() ?? []
    }
    self.all = all
    places = Dictionary(all.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(id: UnitID) -> Unit? { byID[id] }

  /// Those that stand below none.
  package var roots: [Unit] { all.filter { $0.parent.flatMap { byID[$0] } == nil } }

  /// Where a unit stands in `all`; what is not there stands last.
  func place(of id: UnitID) -> Int { places[id] ?? .max }

  package func children(of id: UnitID) -> [Unit] { children[id] ?? [] }

  /// Those of one page of a unit, from 1 on.
  package func children(of id: UnitID, part: Int) -> [Unit] {
    Array(children(of: id).dropFirst((part - 1) * Self.partLength).prefix(Self.partLength))
  }

  /// How many pages a unit has for those below it, its own included.
  package func partCount(of id: UnitID) -> Int {
    max(1, (children(of: id).count + Self.partLength - 1) / Self.partLength)
  }

  /// The unit's own chain upwards, itself first.
  package func chain(of id: UnitID) -> [Unit] { (chains[id] ?? []).compactMap { byID[$0] } }

  func chainIDs(of id: UnitID) -> [UnitID] { chains[id] ?? [] }

  /// Whether `unit` is `ancestor` or stands below it.
  package func contains(_ unit: UnitID, in ancestor: UnitID) -> Bool { chains[unit]?.contains(ancestor) ?? false }
}

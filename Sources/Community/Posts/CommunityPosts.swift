import Activities
package import Vocabulary

/// All posts of a community, in the tree's order of its units, then in their own.
package struct CommunityPosts: Sendable {
  package let all: [Post]
  private let byUnit: [UnitID: [Post]]

  init(_ records: [PostRecord], units: UnitTree, rosters: [Roster]) {
    let rosters = Dictionary(rosters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    all = records.compactMap { record in
      guard let unit = units[record.unit] else { return nil }
      var roster: Roster?
      if case .roster(let id) = record.holder {
        roster = rosters[id]
        if roster == nil { return nil }
      }
      return Post(record: record, unit: unit, roster: roster)
    }.sorted { a, b in
      (units.place(of: a.unit.id), a.record.position, a.title, a.id.text)
        < (units.place(of: b.unit.id), b.record.position, b.title, b.id.text)
    }
    byUnit = Dictionary(grouping: all, by: \.unit.id)
  }

  package func of(_ unit: UnitID) -> [Post] { byUnit[unit] ?? [] }
}

extension Community {
  /// A unit's own, whom to call first at the front.
  package func posts(of unit: UnitID) -> [Post] { posts.of(unit) }
}

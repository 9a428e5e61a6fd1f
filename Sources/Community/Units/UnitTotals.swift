import Activities
import Content
package import Vocabulary

/// What there is in a unit and below it, added up from rows and pages.
package struct UnitTotals: Sendable, Hashable {
  /// Units below it, without itself.
  package fileprivate(set) var units: [UnitLevel: Int] = [:]
  package fileprivate(set) var venues = 0
  package fileprivate(set) var teams = 0
  /// Posts, and the people who hold them.
  package fileprivate(set) var posts = 0
  package fileprivate(set) var people = 0

  package func count(of level: UnitLevel) -> Int { units[level] ?? 0 }
}

extension UnitTotals {
  /// Of every unit.
  static func all(units: UnitTree, venues: [Venue], posts: [Post], pages: PublicPages) -> [UnitID: UnitTotals] {
    var totals: [UnitID: UnitTotals] = [:]
    func add(_ chain: some Sequence<UnitID>, _ change: (inout UnitTotals) -> Void) {
      for id in chain { change(&totals[id, default: UnitTotals()]) }
    }
    for unit in units.all {
      add(units.chainIDs(of: unit.id).dropFirst()) { $0.units[unit.level, default: 0] += 1 }
    }
    for venue in venues { add(units.chainIDs(of: venue.unit)) { $0.venues += 1 } }
    for post in posts {
      add(units.chainIDs(of: post.unit.id)) { total in
        total.posts += 1
        total.people += post.record.people
      }
    }
    for team in pages[.team] where !team.isExpired {
      if let unit = team.unit { add(units.chainIDs(of: unit.id)) { $0.teams += 1 } }
    }
    return totals
  }
}

extension Community {
  /// The text that stands on a unit's page, while it is valid.
  package func text(of unit: Unit) -> PublicPage? { pages.about(unit.id).flatMap { $0.isExpired ? nil : $0 } }

  package func totals(of unit: UnitID) -> UnitTotals { totalsByUnit[unit] ?? UnitTotals() }
}

package import Activities
package import Content
package import Finder
package import Vocabulary

/// A row of the register of addresses, with its unit.
package struct UnitAddress: Sendable {
  package let record: UnitAddressRecord
  package let unit: Unit
}

/// Which unit an address belongs to, and where that can be asked.
package struct CommunityFinder: Sendable {
  /// In the order of the units, then of roads and numbers.
  package let addresses: [UnitAddress]
  private let byUnit: [UnitID: [UnitAddress]]
  /// The pages that answer, each with the unit whose parts it knows; nil knows all.
  private let pages: [(unit: UnitID?, url: String, identity: String)]

  init(_ rows: [UnitAddressRecord], units: UnitTree, pages: PublicPages) {
    addresses = rows.compactMap { row in units[row.unit].map { UnitAddress(record: row, unit: $0) } }
      .sorted { one, other in
        (units.place(of: one.unit.id), one.record.road, one.record.first, one.record.side.rawValue)
          < (units.place(of: other.unit.id), other.record.road, other.record.first, other.record.side.rawValue)
      }
    byUnit = Dictionary(grouping: addresses, by: \.unit.id)
    self.pages = pages[.list].filter { !$0.isExpired && $0.page.details.isFinder }.map {
      ($0.unit?.id, $0.page.url, $0.identity)
    }
  }

  /// Of a unit and all below it; of nil all.
  package func addresses(of unit: UnitID?, in units: UnitTree) -> [UnitAddress] {
    guard let unit else { return addresses }
    return addresses.filter { units.contains($0.unit.id, in: unit) }
  }

  /// Of the unit itself.
  func own(_ unit: UnitID) -> [UnitAddress] { byUnit[unit] ?? [] }

  /// The roads of addresses with their numbers, whosever they are.
  package static func roads(of addresses: [UnitAddress]) -> AddressBook {
    AddressBook(
      places: [.init(name: "", shortName: nil, rank: 0, parent: nil)],
      ranges: addresses.map(\.record).map {
        .init(road: $0.road, numbers: $0.numbers, building: $0.building, place: 0)
      })
  }

  /// The page that knows a unit, the narrowest; of nil the first of those that know the most.
  package func url(for unit: UnitID?, in units: UnitTree) -> String? { page(for: unit, in: units)?.url }

  /// The same, with what stays the page's under another address.
  package func page(for unit: UnitID?, in units: UnitTree) -> (url: String, identity: String)? {
    let depth = { (unit: UnitID?) in unit.map { units.chainIDs(of: $0).count } ?? 0 }
    guard let unit else { return pages.min { depth($0.unit) < depth($1.unit) }.map { ($0.url, $0.identity) } }
    return pages.filter { page in page.unit.map { units.contains(unit, in: $0) } ?? true }.max {
      depth($0.unit) < depth($1.unit)
    }.map { ($0.url, $0.identity) }
  }
}

extension Details {
  /// A page that finds the unit of an address.
  package var isFinder: Bool {
    if case .list(let list) = self { list.layout == .finder } else { false }
  }
}

package import Diagnostics
package import Vocabulary

/// A data block of a body and the node of the document that it replaces.
package struct PlacedDataBlock: Sendable {
  package let node: Int
  package let query: DataQuery
}

/// What live data a block asks for.
package enum DataQuery: Sendable {
  case activities(ActivityQuery)
  case services(ServiceQuery)
  /// Figures by their measures' names, of a unit, or all.
  case metrics([MeasureID], unit: UnitID?)
  case rosters(unit: UnitID?)
  /// Of each unit its number, and at most so many of its posts.
  case posts(units: [UnitID], limit: Int?)
  case list(ListQuery)
  case venues(VenueQuery)
  /// The figures of cases; nil: of the site's unit.
  case ledger(unit: UnitID?)
  case teams(TeamQuery)
  /// What points are given for in a unit; nil: in the site's.
  case points(unit: UnitID?)
  /// The method that a page explains.
  case method(PageKind, Slug)
  /// A QR code of an address, the site's own where it begins with `/`.
  case code(url: String, label: String)
}

/// Occurrences that meet all conditions given.
package struct ActivityQuery: Sendable, Hashable {
  /// The unit or one below it.
  package var units: [UnitID] = []
  package var venues: [VenueID] = []
  package var tracks: [Track] = []
  package var kinds: [ActivityKind] = []
  package var activities: [ActivityID] = []
  /// From today on, today included; 1…366.
  package var days: Int?
  package var limit: Int?
  /// Of each day at most that many: a list that is read days after the build still reaches to the horizon.
  package var perDay: Int?

  package init() {}
}

/// What of some lists a block shows.
package struct ListQuery: Sendable {
  /// Not empty.
  package var lists: [ListID] = []
  /// nil: as pages of such lists are laid out.
  package var layout: ListLayout?
  package var category: ListWordID?
  package var phase: MatterPhase?
  /// The unit or one below it.
  package var unit: UnitID?
  package var partner: Slug?
  package var limit: Int?
  /// Where the lists are named.
  package var location: Location?

  /// Whether it asks for a part of what stands on them.
  package var isPart: Bool { category != nil || phase != nil || unit != nil || partner != nil || limit != nil }

  package init() {}
}

/// Places that meet all conditions given.
package struct VenueQuery: Sendable {
  /// The unit or one below it.
  package var unit: UnitID?
  package var venues: [VenueID] = []
  package var types: [VenueType] = []
  package var facility: VenueFacility?
  package var limit: Int?

  package init() {}
}

package struct ServiceQuery: Sendable {
  package var menu: Slug?
  package var category: MenuCategory?
  package var unit: UnitID?

  package init() {}
}

/// Teams that meet all conditions given.
package struct TeamQuery: Sendable {
  /// The unit or one below it.
  package var unit: UnitID?
  package var type: TeamType?

  package init(unit: UnitID? = nil, type: TeamType? = nil) {
    self.unit = unit
    self.type = type
  }
}

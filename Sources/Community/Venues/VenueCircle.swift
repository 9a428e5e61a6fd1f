package import Activities
package import Content
package import Vocabulary

/// The places of a page of layout `circle`: of its unit and all below it.
package struct VenueCircle: Sendable {
  /// By what they are for; their place in it, from 1 on, is their number.
  package let venues: [Venue]
  /// Around which it is drawn; nil where no centre has coordinates.
  package let centre: Venue?
  /// How long a walk it shows.
  package let minutes: Int
  /// What is planned for places that are too small, the open ones first.
  package let register: [RegisterEntry]

  /// How far it reaches, in metres.
  package var radius: Double { WalkingDistance.metres(minutes: minutes) }

  /// Places of one sort.
  package struct Group: Sendable {
    package let type: VenueType?
    /// With their numbers.
    package let venues: [(number: Int, venue: Venue)]
  }

  package var groups: [Group] {
    var groups: [Group] = []
    for (index, venue) in venues.enumerated() {
      if groups.last?.type != venue.type || groups.isEmpty { groups.append(Group(type: venue.type, venues: [])) }
      let last = groups.removeLast()
      groups.append(Group(type: last.type, venues: last.venues + [(index + 1, venue)]))
    }
    return groups
  }

  /// What is found at any of them, in the order of the vocabulary, with the places.
  package var facilities: [(facility: VenueFacility, venues: [Venue])] {
    VenueFacility.allCases.compactMap { facility in
      let found = venues.filter { venue in venue.facilities.contains { $0.facility == facility } }
      return found.isEmpty ? nil : (facility, found)
    }
  }
}

/// A place that is too small, with its plan.
package struct RegisterEntry: Sendable {
  package let matter: Matter

  /// Square metres that are planned beside those that are there; nil where the plan counts something else, or says none.
  package var planned: Double? { Self.countsArea(matter.record.per) ? matter.record.quantity : nil }

  /// Square metres before; nil where they are not known.
  package var before: Double? {
    guard let area = matter.venue?.area else { return nil }
    // Once it is done, the place's row says what came of it.
    return matter.record.phase == .done ? planned.map { max(0, area - $0) } ?? area : area
  }

  package var after: Double? {
    if matter.record.phase == .done { return matter.venue?.area }
    return before.flatMap { before in planned.map { before + $0 } }
  }

  /// Square metres added so far.
  package var added: Double {
    guard let planned else { return 0 }
    return matter.record.phase == .done ? matter.record.quantityDone ?? planned : matter.record.quantityDone ?? 0
  }

  static func countsArea(_ unit: String?) -> Bool {
    unit.map { ["平方米", "平米", "㎡", "m²", "m2"].contains($0.lowercased()) } ?? true
  }
}

extension VenueCircle {
  /// A place of less than that many square metres is to be enlarged.
  package static let smallArea = 300.0
  /// Of which that is asked.
  package static let enlarged: Set<VenueType> = [.centre, .station]
}

extension Community {
  /// nil for a page of another layout.
  package func circle(on page: PublicPage) -> VenueCircle? {
    guard case .list(let details) = page.page.details, let circle = details.circle else { return nil }
    let venues = venues(of: page.unit?.id)
    let matters = circle.registers.compactMap { lists[$0] }.flatMap(\.matters)
    return VenueCircle(
      venues: venues, centre: circle.venue.flatMap(venue) ?? venues.first { $0.type == .centre && $0.point != nil },
      minutes: circle.minutes, register: matters.sorted(by: Matter.precedes).map(RegisterEntry.init))
  }

  /// Those with coordinates, the nearest first; the place itself is none of them.
  package func nearest(
    to centre: Venue, of unit: UnitID? = nil
  ) -> [(venue: Venue, metres: Double)] {
    guard let point = centre.point else { return [] }
    return venues(of: unit).compactMap { venue in
      venue.id == centre.id ? nil : venue.point.map { (venue, point.metres(to: $0)) }
    }.sorted { a, b in (a.metres, a.venue.id) < (b.metres, b.venue.id) }
  }
}

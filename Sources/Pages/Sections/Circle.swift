import Activities
import Artifacts
import CivilTime
import Community
import Content
import Encoding
import Vocabulary
import Words

extension PortalContext {
  /// The places of a page of layout `circle`.
  func circle(on page: PublicPage) -> CircleView? {
    guard let circle = community.circle(on: page) else { return nil }
    let groups = circle.groups.enumerated().map { index, group in
      VenueGroupView(
        key: group.type?.rawValue ?? "", title: group.type.map { words.label($0) } ?? words.otherVenues,
        venues: group.venues.map { view($0.venue, number: $0.number) }, isFirst: index == 0)
    }
    let facilities = circle.facilities.map { found in
      VenueLinksView(
        key: found.facility.rawValue, title: words.label(found.facility),
        links: found.venues.map { LinkView(title: $0.name, url: "#\($0.anchor)") })
    }
    return CircleView(
      circle: circle, groups: groups, facilities: facilities, places: places(circle), map: map(circle),
      script: theme.assets.circleScript,
      register: circle.register.map { entry in
        RegisterEntryView(entry: entry, url: community.lists.url(of: entry.matter), words: words)
      }, tallies: tallies(circle.register), words: words)
  }

  func view(_ venue: Venue, number: Int? = nil) -> VenueView {
    VenueView(
      venue: venue, number: number, unit: community.units[venue.unit], openDays: openDays(of: venue), words: words)
  }

  /// Whole weeks, from the day before this one's Monday, since what is open over midnight began then: hours that are the same each week are the
  /// same text all week. [0060]
  func openDays(of venue: Venue) -> String? {
    venue.hours?.days(from: horizon.firstDay - 1, through: horizon.lastDay.startOfWeek() + 6, community.workdays)
  }

  // MARK: Parts

  /// Units by their centre, then all places, as far as their coordinates are known.
  private func places(_ circle: VenueCircle) -> [PlaceGroupView] {
    let known = circle.venues.filter { $0.point != nil }
    let centres = known.filter { $0.type == .centre || $0.type == .station }
    var units: [PlaceGroupView.Place] = []
    var named: Set<UnitID> = []
    for venue in centres where named.insert(venue.unit).inserted {
      if let unit = community.units[venue.unit] { units.append(.init(id: venue.id.text, title: unit.name)) }
    }
    return [
      PlaceGroupView(title: words.communities, places: units),
      PlaceGroupView(title: words.places, places: known.map { .init(id: $0.id.text, title: $0.name) }),
    ].filter { !$0.places.isEmpty }
  }

  private func map(_ circle: VenueCircle) -> String? {
    let centre = circle.centre
    let marks = circle.venues.enumerated().compactMap { index, venue in
      venue.point.map { VenueMap.Mark(number: index + 1, point: $0, isCentre: venue.id == centre?.id) }
    }
    return VenueMap(marks, centre: centre?.point, radius: circle.radius)?.svg(
      title: words.map,
      description: words.mapText(
        marks.count, around: centre?.point == nil ? nil : centre?.name, minutes: circle.minutes),
      words: words)
  }

  /// What the register adds up to.
  private func tallies(_ register: [RegisterEntry]) -> [TallyView] {
    guard !register.isEmpty else { return [] }
    func whole(_ areas: [Double?]) -> Int { Int(areas.compactMap { $0 }.reduce(0, +).rounded()) }
    let inHand = register.filter { $0.matter.record.phase != .dropped }
    return [
      TallyView(key: "registered", label: words.registered, count: register.count),
      TallyView(key: "planned", label: words.squareMetresPlanned, count: whole(inHand.map(\.planned))),
      TallyView(key: "done", label: words.squareMetresAdded, count: whole(inHand.map(\.added))),
    ]
  }
}

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
      script: files.circleScript,
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

  /// What is near a place, as a picture and in words; nil where its coordinates are not known, or nothing is near.
  func around(_ venue: Venue) -> AroundView? {
    guard let point = venue.point else { return nil }
    let near = community.nearest(to: venue).prefix(Around.places)
      .prefix { $0.metres <= WalkingDistance.metres(minutes: Around.farthest) }
    guard let last = near.last else { return nil }
    // As many circles as the places reach.
    let needed = WalkingDistance.minutes(metres: last.metres)
    let rings = Around.rings.filter { $0 < needed } + Around.rings.filter { $0 >= needed }.prefix(1)
    let marks =
      [VenueMap.Mark(number: nil, point: point, isCentre: true)]
      + near.enumerated().compactMap { index, near in
        near.venue.point.map { VenueMap.Mark(number: index + 1, point: $0, isCentre: false) }
      }
    let reaches = rings.map { minutes in
      VenueMap.Reach(
        radius: WalkingDistance.metres(minutes: minutes), label: words.onFootShort(minutes), isWhole: false)
    }
    let map = VenueMap(marks, centre: point, reaches: reaches, highest: Around.highest)?.svg(
      title: words.mapAround(venue.name), description: words.aroundText(near.count, around: venue.name, minutes: rings),
      words: words)
    return AroundView(
      map: map ?? "", note: words.ringNote(rings),
      places: near.enumerated().map { NearView(number: $0 + 1, venue: $1.venue, words: words, metres: $1.metres) })
  }

  /// The places of a unit and of those below it, as a picture and as a list; nil for fewer than two, and for more than a picture can number.
  func places(of unit: Unit) -> AroundView? {
    let venues = community.venues(of: unit.id).filter { $0.point != nil }
    guard (2...Around.ofUnit).contains(venues.count) else { return nil }
    let marks = venues.enumerated().compactMap { index, venue in
      venue.point.map { VenueMap.Mark(number: index + 1, point: $0, isCentre: false) }
    }
    let map = VenueMap(marks, centre: nil, reaches: [], highest: Around.highest)?.svg(
      title: words.map, description: words.mapText(marks.count, around: nil, minutes: 0), words: words)
    return AroundView(
      map: map ?? "", note: nil,
      places: venues.enumerated().map { NearView(number: $0 + 1, venue: $1, words: words) })
  }

  private enum Around {
    static let places = 8
    /// Minutes: what is farther is no neighbour.
    static let farthest = 30
    static let rings = [5, 10, 15, 30]
    static let highest = 300.0
    /// A sub-district's thirty stand on its circle's page.
    static let ofUnit = 12
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
    return VenueMap(marks, centre: centre?.point, reaches: [VenueMap.Reach(radius: circle.radius)])?.svg(
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

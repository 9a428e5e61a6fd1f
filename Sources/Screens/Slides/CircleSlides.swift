import Activities
import CivilTime
import Community
import Content
import Vocabulary
import Words

/// Slides of what is near.
extension SlideMaker {
  /// Where a screen does not say how many.
  private static let nearestLength = 8

  /// The places nearest to where the screen hangs: how long a walk, and whether they are open by the player's clock.
  func circle(around venue: VenueID?, of unit: UnitID?, limit: Int?) -> SlideContent {
    guard let place = venue.flatMap(community.venue) ?? community.place(of: screen) else {
      return SlideContent(.rows, [])
    }
    let nearest = community.nearest(to: place, of: unit).prefix(limit ?? Self.nearestLength)
    return SlideContent(
      .rows, nearest.flatMap { states(of: $0.venue, metres: $0.metres) }, title: words.nearest(to: place.name))
  }

  /// One state from each opening or closing to the next: the rows of a place follow one another.
  private func states(of venue: Venue, metres: Double) -> [ItemDraft] {
    let times = venue.openingTimes(from: horizon.today, through: horizon.lastDay, community.workdays)
    let moments = times?.changes(from: begin, until: horizon.end) ?? [begin]
    return zip(moments, moments.dropFirst() + [horizon.end]).compactMap { from, until in
      guard var item = item("near-\(venue.id)", venue.name, from: from, until: until) else { return nil }
      item.chip = venue.type.map { words.label($0) }
      item.tone = venue.type?.rawValue
      item.line =
        times.map { words.text($0.state(at: from, knownUntil: horizon.end), at: from) }
        ?? venue.openingHours.map { words.openIs + words.openingHours($0) } ?? venue.address
      item.side = words.onFoot(WalkingDistance.minutes(metres: metres))
      return ItemDraft(item)
    }
  }
}

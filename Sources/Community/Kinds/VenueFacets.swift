import Activities
import CivilTime
import Content
import Encoding
import Vocabulary
import Words

extension FacetMaker {
  func visit(_ details: VenueDetails) -> PageFacets {
    var facets = PageFacets()
    let zones = details.zones.flatMap { [$0.name, $0.summary] }.compactMap { $0 }
    guard let venue = details.venue.flatMap(community.venue) else {
      facets.searchable = zones + details.facilities
      return facets
    }
    let type = venue.type.map { words.label($0) }
    let facilities = venue.facilityTexts(words)
    facets.badge = type
    facets.chips = venue.chips(words)
    facets.facts =
      fact(words.address, venue.address)
      + fact(words.floorArea, venue.area.map { words.squareMetres(NumberText.grouped($0)) })
      + fact(words.seats, venue.seats.map { words.seats($0) })
      + fact(words.open, venue.openingHours.map { words.openingHours($0) })
      + (venue.phone.map { [.reaching(words.phone, $0)] } ?? [])
      + brandFacts(.venue(venue.id))
      + [PageFact(words.schedule, words.allThatIsOnHere, url: OccurrenceFilter.venue(venue.id).url)]
    facets.searchable = [venue.name, type, venue.address, venue.phone].compactMap { $0 } + zones + facilities
    var query = ActivityQuery()
    query.venues = [venue.id]
    facets.schedule = query
    return facets
  }
}

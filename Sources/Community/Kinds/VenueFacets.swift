import CivilTime
import Content
import Encoding

extension FacetMaker {
  func visit(_ details: VenueDetails) -> PageFacets {
    var facets = PageFacets()
    let zones = details.zones.flatMap { [$0.name, $0.summary] }.compactMap { $0 }
    guard let venue = details.venue.flatMap(community.venue) else {
      facets.searchable = zones + details.facilities
      return facets
    }
    facets.facts =
      fact("地址", venue.address) + fact("面积", venue.area.map { "\(NumberText.grouped($0)) 平方米" })
      + fact("开放", venue.openingHours.map(OpeningHoursText.chinese)) + fact("电话", venue.phone)
      + [PageFact("日程", "这里的全部安排", url: OccurrenceFilter.venue(venue.id).url)]
    facets.searchable = [venue.name, venue.address, venue.phone].compactMap { $0 } + zones + details.facilities
    var query = ActivityQuery()
    query.venues = [venue.id]
    facets.schedule = query
    return facets
  }
}

package import Activities
package import CivilTime
package import Content
import Encoding
package import Vocabulary
package import Words

/// A place where things happen: its row, what is found there, and its address on the site. A class, since thousands of occurrences share it;
/// all of it is constant.
@dynamicMemberLookup
package final class Venue: Sendable {
  package let record: VenueRecord
  /// Its page where it has one, else its schedule, else where it stands among others.
  package let url: String
  /// Whether it has a schedule, with calendars and a feed: where it has a page, or anything takes place.
  package let hasSchedule: Bool
  /// In the order of the vocabulary.
  package let facilities: [VenueFacilityRecord]
  /// What its page says beyond them.
  package let furtherFacilities: [String]
  /// As its page has them.
  package let zones: [VenueZone]
  /// nil where nothing is known of it, or it is written in a way that is not understood.
  package let hours: OpeningHours?
  /// Amap's address for a marker (lbs.amap.com/api/uri-api): it opens the app where there is one, and says that the coordinates are WGS 84,
  /// or the marker would be several hundred metres off. A link, followed by a touch alone: no page asks for anything there. nil where its place is not known.
  package let mapURL: String?

  init(
    _ record: VenueRecord, page: PublicPage?, facilities rows: [VenueFacilityRecord], hasActivities: Bool,
    standsAt address: String
  ) {
    self.record = record
    hasSchedule = page != nil || hasActivities
    url = page?.page.url ?? (hasActivities ? OccurrenceFilter.venue(record.id).url : address)
    let details = page.flatMap { page in
      if case .venue(let details) = page.page.details { details } else { nil }
    }
    zones = details?.zones ?? []
    let words = details?.facilities ?? []
    // Without rows, what the page says counts.
    let named = words.compactMap(VenueFacility.named).map { VenueFacilityRecord(venue: record.id, facility: $0) }
    let found = Dictionary(
      (rows.isEmpty ? named : rows).map { ($0.facility, $0) }, uniquingKeysWith: { first, _ in first })
    facilities = VenueFacility.allCases.compactMap { found[$0] }
    furtherFacilities = words.filter { VenueFacility.named($0) == nil }
    hours = record.openingHours.flatMap { OpeningHours($0) }
    if let latitude = record.latitude, let longitude = record.longitude {
      mapURL =
        "https://uri.amap.com/marker?position=\(NumberText.plain(longitude)),\(NumberText.plain(latitude))"
        + "&name=\(PercentEncoding.encoded(name: record.name))&coordinate=wgs84"
    } else {
      mapURL = nil
    }
  }

  package subscript<Value>(dynamicMember field: KeyPath<VenueRecord, Value>) -> Value { record[keyPath: field] }

  /// nil where its place is not known.
  package var point: GeoPoint? {
    guard let latitude = record.latitude, let longitude = record.longitude else { return nil }
    return GeoPoint(latitude: latitude, longitude: longitude)
  }

  /// The end of its address among others.
  package var anchor: String { "venue-\(record.id)" }

  /// All that is found there, in words: `母婴室`, `轮椅借用（2辆）`.
  package func facilityTexts(_ words: any Words) -> [String] {
    facilities.map { row in
      let label = words.label(row.facility)
      return row.note.map { words.aside(label, $0) } ?? label
    } + furtherFacilities
  }

  /// What a list says of what is found there, at a glance.
  package func chips(_ words: any Words) -> [String] {
    Array((facilities.map { words.label($0.facility) } + furtherFacilities).prefix(Self.chipCount))
  }

  private static let chipCount = 6

  /// When it is open on some days; nil where that is not known.
  package func openingTimes(
    from first: CivilDate, through last: CivilDate, _ calendar: WorkCalendar
  ) -> OpeningTimes? {
    hours.map { OpeningTimes($0, from: first, through: last, calendar) }
  }
}

extension Community {
  /// Of a unit and all below it, or all, by what they are for, then by name of their row.
  package func venues(of unit: UnitID?) -> [Venue] {
    let ours = unit.map { unit in venues.filter { units.contains($0.unit, in: unit) } } ?? venues
    return ours.sorted { a, b in (a.type.rank, a.id) < (b.type.rank, b.id) }
  }

  /// What a data block asks for.
  package func venues(matching query: VenueQuery) -> [Venue] {
    let found = venues(of: query.unit).filter { venue in
      (query.venues.isEmpty || query.venues.contains(venue.id))
        && (query.types.isEmpty || venue.type.map(query.types.contains) ?? false)
        && (query.facility.map { asked in venue.facilities.contains { $0.facility == asked } } ?? true)
    }
    return Array(found.prefix(query.limit ?? .max))
  }
}

extension VenueType? {
  /// Its place among the types; without one it is the last.
  package var rank: Int { flatMap { VenueType.allCases.firstIndex(of: $0) } ?? VenueType.allCases.count }
}

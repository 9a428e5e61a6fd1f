package import Diagnostics
package import Vocabulary

package struct VenueDetails: Sendable {
  package let venue: VenueID?
  package let zones: [VenueZone]
  /// What is found there, in the page's own words.
  package let facilities: [String]
  package let zonesLocation: Location
  package let facilitiesLocation: Location
}

package struct VenueZone: Sendable {
  package let name: String
  /// Square metres.
  package let area: Double?
  package let summary: String?
}

extension Details {
  /// The place that a page of kind `venue` is about.
  package var venue: VenueID? {
    if case .venue(let details) = self { details.venue } else { nil }
  }
}

extension VenueDetails {
  init(_ reader: inout FrontMatterReader) {
    let venue: VenueID? = reader.reference("venue", isRequired: true) { .venue($0) }
    var zones: [VenueZone] = []
    for item in reader.fields.readers("zones") {
      let name = item.requiredText("name")
      let area = item.number("area")
      let summary = item.text("summary")
      item.finish()
      if let name { zones.append(VenueZone(name: name, area: area, summary: summary)) }
    }
    self.init(
      venue: venue, zones: zones, facilities: reader.fields.texts("facilities"),
      zonesLocation: reader.fields.location(of: "zones"),
      facilitiesLocation: reader.fields.location(of: "facilities"))
  }
}

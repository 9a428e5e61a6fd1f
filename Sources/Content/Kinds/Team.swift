package import Vocabulary

package struct TeamDetails: Sendable {
  package let members: Int?
  package let venue: VenueID?
  package let activities: [ActivityID]
  package let contact: String?
}

extension TeamDetails {
  init(_ reader: inout FrontMatterReader) {
    self.init(
      members: reader.fields.integer("members"), venue: reader.venue(), activities: reader.activities(),
      contact: reader.fields.text("contact"))
  }
}

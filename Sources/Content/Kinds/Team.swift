package import Diagnostics
package import Vocabulary

package struct TeamDetails: Sendable {
  /// nil where its row says it.
  package let type: TeamType?
  package let members: Int?
  package let venue: VenueID?
  package let activities: [ActivityID]
  package let contact: String?
  /// Where each is written.
  package let typeLocation: Location
  package let membersLocation: Location
}

extension TeamDetails {
  init(_ reader: inout FrontMatterReader) {
    self.init(
      type: reader.fields.term("type"), members: reader.fields.integer("members"), venue: reader.venue(),
      activities: reader.activities(), contact: reader.fields.text("contact"),
      typeLocation: reader.fields.location(of: "type"), membersLocation: reader.fields.location(of: "members"))
  }
}

package import Vocabulary

package struct ClassroomDetails: Sendable {
  package let track: Track?
  package let venue: VenueID?
  package let activities: [ActivityID]
}

extension ClassroomDetails {
  init(_ reader: inout FrontMatterReader) {
    self.init(track: reader.fields.term("track"), venue: reader.venue(), activities: reader.activities())
  }
}

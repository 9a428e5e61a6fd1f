package import Vocabulary

package struct CouncilDetails: Sendable {
  package let venue: VenueID?
  package let activities: [ActivityID]
  package let topics: [CouncilTopic]
  /// The lists of its topics.
  package let lists: [ListID]
}

package struct CouncilTopic: Sendable {
  package let title: String
  package let status: TopicStatus
  package let outcome: String?
}

extension CouncilDetails {
  init(_ reader: inout FrontMatterReader) {
    let venue = reader.venue()
    let activities = reader.activities()
    let topics = reader.fields.readers("topics").compactMap { item -> CouncilTopic? in
      let title = item.requiredText("title")
      let status = item.requiredTerm("status", TopicStatus.self)
      let outcome = item.text("outcome")
      item.finish()
      guard let title, let status else { return nil }
      return CouncilTopic(title: title, status: status, outcome: outcome)
    }
    self.init(venue: venue, activities: activities, topics: topics, lists: reader.lists())
  }
}

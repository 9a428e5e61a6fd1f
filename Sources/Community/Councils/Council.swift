package import Activities
package import CivilTime
package import Content
package import Vocabulary
package import Words

/// A council: its page, its next meeting, and what is on its table.
package struct Council: Sendable {
  package let page: PublicPage
  package let venue: Venue?
  package let activities: [ActivityID]
  /// The first that is not over, as it really takes place.
  package let next: Occurrence?
  /// Those of its lists, the open ones first, then those of its page's front matter.
  package let topics: [Topic]

  package struct Topic: Sendable {
    /// nil for one of the page's front matter.
    package let matter: Matter?
    private let written: CouncilTopic?
    package let url: String?

    init(_ matter: Matter, url: String?) {
      self.matter = matter
      written = nil
      self.url = url
    }

    init(_ topic: CouncilTopic, url: String) {
      matter = nil
      written = topic
      self.url = url
    }

    package var title: String { matter?.record.title ?? written?.title ?? "" }
    package var outcome: String? { matter?.record.outcome ?? written?.outcome }
    package var isClosed: Bool { matter?.record.phase.isClosed ?? (written?.status == .done) }

    package func phaseText(_ words: any Words) -> String {
      matter?.phaseText(words) ?? written.map { words.label($0.status) } ?? ""
    }

    /// The last step with a vote.
    private var vote: MatterStepRecord? { matter?.steps.last { $0.record.votes != nil }?.record }
    package var votes: MatterStepRecord.Votes? { vote?.votes }
    package var votedOn: CivilDate? { vote?.day }
  }
}

extension Community {
  /// Those whose pages are valid, as the list of councils has them.
  package var councils: [Council] {
    pages(of: .council).filter { !$0.isExpired }.compactMap { page in
      guard case .council(let details) = page.page.details else { return nil }
      let matters = ListGroup.groups(of: details.lists.compactMap { lists[$0] }, in: .council).flatMap(\.matters)
      return Council(
        page: page, venue: details.venue.flatMap(venue), activities: details.activities,
        next: next(of: details.activities).first { !horizon.isOver($0.end) },
        topics: matters.map { Council.Topic($0, url: lists.url(of: $0)) }
          + details.topics.map { Council.Topic($0, url: page.page.url) })
    }
  }

  /// What comes of some activities and takes place, by time, from today on: what was over before, is cancelled or put off is left out.
  package func next(of activities: [ActivityID]) -> [Occurrence] {
    activities.compactMap(activity).flatMap(occurrences).filter { $0.takesPlace && !horizon.wasOver($0.end) }
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  /// The activities of the pages that show some of these lists: meetings at which they are dealt with, days on which they can be had.
  package func activities(forLists ids: [ListID]) -> [ActivityID] {
    let wanted = Set(ids)
    var found: [ActivityID] = []
    for page in pages.all where !page.isExpired {
      guard let shown = page.page.details.shownLists?.lists, !wanted.isDisjoint(with: shown) else { continue }
      let activities: [ActivityID] =
        switch page.page.details {
        case .council(let council): council.activities
        case .list(let list): list.activities
        default: []
        }
      found += activities.filter { !found.contains($0) }
    }
    return found
  }
}

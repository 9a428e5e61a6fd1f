import Activities
package import Artifacts
package import Vocabulary

/// How a page shows its lists: in which layout, under which headings, and what of it stands on further pages, since a phone takes only so
/// much.
package struct ListDisplay: Sendable {
  /// A group with how much of it the page itself shows.
  package struct Section: Sendable {
    package let group: ListGroup
    package let shown: Int

    /// Pages of its own, where the page does not show all of it.
    package var partCount: Int {
      shown == group.items.count ? 0 : (group.items.count + ListDisplay.partLength - 1) / ListDisplay.partLength
    }
  }

  /// Items of one group, and of all groups together, that the page itself shows; and of one further page.
  private static let groupLength = 40
  private static let closedLength = 20
  private static let pageLength = 200
  package static let partLength = 100

  package let lists: [CommunityList]
  package let layout: ListLayout
  package let sections: [Section]

  /// - Parameters:
  ///   - limit: of items in all, where only some of them are wanted.
  ///   - isShown: which items are wanted.
  package init(
    _ lists: [CommunityList], layout: ListLayout, limit: Int? = nil, where isShown: (ListItem) -> Bool = { _ in true }
  ) {
    self.lists = lists
    self.layout = layout
    var left = min(limit ?? Self.pageLength, Self.pageLength)
    sections = ListGroup.groups(of: lists, in: layout).compactMap { $0.keeping(isShown) }.map { group in
      var most = min(left, Self.groupLength)
      if case .closed = group.subject { most = min(most, Self.closedLength) }
      let shown = min(most, group.items.count)
      left -= shown
      return Section(group: group, shown: shown)
    }
  }

  /// What all its lists call a phase; nil where they differ or have no word of their own.
  package func name(of phase: MatterPhase) -> String? {
    let names = Set(lists.map { $0.name(of: phase) })
    return names.count == 1 ? names.first ?? nil : nil
  }

  package func count(_ isCounted: (MatterPhase) -> Bool) -> Int {
    lists.reduce(0) { sum, list in sum + list.matters.count { isCounted($0.record.phase) } }
  }
}

extension SitePath {
  /// A further page of a group of a page's lists, from 1 on.
  package static func part(_ number: Int, of group: ListGroup, on page: SitePath) -> SitePath {
    part(number, group.subject.key, of: page)
  }
}

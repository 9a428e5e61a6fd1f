package import Activities
package import Content
import Vocabulary

/// What waits for somebody's approval: pages for their next signature, rows of lists for the day that they were approved.
package struct Waiting: Sendable {
  package struct Row: Sendable {
    /// `offer` or `matter`.
    package let table: String
    package let id: String
    package let title: String
    package let list: String
  }

  package let isRequired: Bool
  /// Urgent notices first, then by file.
  package let pages: [HeldPage]
  package let rows: [Row]

  package init(_ content: Content, _ data: ActivityData) {
    isRequired = content.site.requiresApproval
    pages = content.held.filter(\.isUrgent) + content.held.filter { !$0.isUrgent }
    guard isRequired else {
      rows = []
      return
    }
    rows =
      data[OfferRecord.self].filter { $0.approvedOn == nil }.map {
        Row(table: "offer", id: $0.id.text, title: $0.title, list: $0.list.text)
      }
      + data[MatterRecord.self].filter { $0.approvedOn == nil }.map {
        Row(table: "matter", id: $0.id.text, title: $0.title, list: $0.list.text)
      }
  }
}

package import Assembly
package import CivilTime
package import Community
package import Diagnostics

/// What a browser asked to see: of which moment, and whether with drafts.
package struct PreviewKey: Sendable, Hashable {
  /// nil: now, whenever that is.
  package var at: Instant?
  package var drafts: Bool

  package init(at: Instant? = nil, drafts: Bool = false) {
    self.at = at
    self.drafts = drafts
  }
}

/// A site as it would be published at a moment: what is shown of it, and what is wrong with it.
package struct PreviewView: Sendable {
  /// Of which reading of the sources it was made, and the moment that it was made for.
  let reading: Int
  let moment: Instant
  /// All problems of one run; with an error among them nothing is shown.
  package let problems: [Diagnostic]
  /// nil where there are errors.
  package let good: Good?

  /// What can be shown.
  package struct Good: Sendable {
    package let community: Community
    package let shelf: ArtifactShelf
    /// Pages that are not public, by address, and why.
    let unpublished: [UnpublishedPage]
  }
}

/// A page that readers don't see now.
struct UnpublishedPage: Sendable, Hashable {
  enum Reason: Sendable, Hashable {
    case draft
    case due(LocalDateTime)
    case unapproved
  }

  let url: String
  let title: String
  let reason: Reason
}

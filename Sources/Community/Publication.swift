package import CivilTime
import Content

/// Whether a page is public at a moment, and if so, as what.
package enum Publication: Sendable, Hashable {
  case current
  /// Public, but no longer valid: it stays at its address, marked, and leaves the lists of current things.
  case expired
  /// Not public before that time.
  case due(LocalDateTime)
  case draft
  /// Approval is required, and what it says is not approved.
  case unapproved

  var isDue: Bool {
    if case .due = self { return true }
    return false
  }

  package var isPublic: Bool { self == .current || self == .expired }

  static func of(
    _ page: PageSource, from: LocalDateTime?, expiresAt: LocalDateTime?, at horizon: Horizon, requiresApproval: Bool,
    includeDrafts: Bool
  ) -> Publication {
    if page.isDraft, !includeDrafts { return .draft }
    if requiresApproval, page.standing != .approved { return .unapproved }
    if let due = from, !horizon.hasCome(due) { return .due(due) }
    if let expiry = expiresAt, horizon.hasCome(expiry) { return .expired }
    return .current
  }
}

extension PageSource {
  /// When the public first sees it: the beginning of its `date`, or `publishAt` if later; nil where it states neither.
  package var publishedAt: LocalDateTime? { [date.map { LocalDateTime($0) }, publishAt].compactMap { $0 }.max() }
}

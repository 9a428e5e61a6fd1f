package import CivilTime
package import Diagnostics

/// A page whose present text is not approved where it has to be: it is not published, and stops nothing else.
package struct HeldPage: Sendable {
  /// `content/notices/gate.md`.
  package let file: String
  package let standing: ApprovalStanding
  /// What it says now; nil where that makes no page.
  package let present: PageSource?
  /// Its present text would take over screens.
  package let isUrgent: Bool
  /// When the edition was approved that is published in its place; nil where nothing of it is.
  package internal(set) var editionApprovedOn: CivilDate?

  package var hasEdition: Bool { editionApprovedOn != nil }

  /// Who is to sign next: a text that was changed begins again with its author.
  package var waitsFor: ApprovalRole {
    if case .waiting(let role) = standing { role } else { .author }
  }
}

extension Content {
  /// Problems as they are where what is held back must stop nothing: errors in such pages are warnings, since nothing of them goes out.
  /// Errors in an edition that was approved too: who reads them can do nothing but approve another.
  package func easing(_ problems: [Diagnostic]) -> [Diagnostic] {
    if held.isEmpty { return problems }
    let files = Set(held.flatMap { $0.hasEdition ? [$0.file, ApprovedEditions.path(of: $0.file)] : [$0.file] })
    return problems.map { problem in
      guard case .file(let path, _, _)? = problem.location, files.contains(path) else { return problem }
      return problem.asWarning
    }
  }

  /// Addresses that pages which are held back would have.
  package var heldURLs: Set<String> { Set(held.compactMap(\.present?.url)) }

  /// The pages of which something may be published: those that are held back take no address, id or place from others.
  package var publishablePages: [Page] {
    let files = heldWithoutEdition
    return files.isEmpty ? pages : pages.filter { !files.contains($0.file) }
  }

  /// The same, with introductions.
  package var publishableSources: [PageSource] {
    let files = heldWithoutEdition
    return files.isEmpty ? sources : sources.filter { !files.contains($0.file) }
  }

  /// What pages say now of which an earlier edition is published.
  package var supersedingSources: [PageSource] { held.filter(\.hasEdition).compactMap(\.present) }

  private var heldWithoutEdition: Set<String> { Set(held.filter { !$0.hasEdition }.map(\.file)) }
}

extension Diagnostic {
  var asWarning: Diagnostic {
    var warning = self
    warning.severity = .warning
    return warning
  }
}

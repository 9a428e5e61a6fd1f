package import Artifacts
package import Vocabulary

extension SitePath {
  /// A unit's page; further ones hold the rest of the units below it.
  package static func unit(_ id: UnitID, part: Int = 1) -> SitePath {
    part == 1 ? page("units", id.text) : page(["units", id.text, "page", "\(part)"])
  }
}

extension Details {
  /// Whose page its text stands on, in place of a page of its own.
  package var aboutUnit: UnitID? {
    if case .page(let page) = self { page.aboutUnit } else { nil }
  }
}

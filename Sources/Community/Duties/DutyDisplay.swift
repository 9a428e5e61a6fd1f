import Activities
package import Artifacts
import Vocabulary

/// How a page of disclosure shows its duties: under headings, by unit, or, where all are one unit's, by category. Where there are more of them than
/// a phone can take, each heading's stand on pages of their own.
package struct DutyDisplay: Sendable {
  package struct Section: Sendable {
    /// Within the page, from the first on: `part-1`.
    package let key: String
    /// The end of the address of a page of its own: the unit's id, or the key.
    package let slug: String
    /// nil: of no category.
    package let title: String?
    package let duties: [Duty]
    /// Pages of its own; 0 where the page of disclosure shows it.
    package let pageCount: Int
  }

  /// Duties that the page itself shows, and one of a heading's pages; one duty is some kilobyte.
  package static let mostOnPage = 100
  package static let pageLength = 50

  package let namesUnit: Bool
  package let sections: [Section]

  package var isParted: Bool { sections.contains { $0.pageCount > 0 } }

  /// - Parameter duties: of the page's unit and of all below it. Headings come in the order in which each comes first.
  package init(_ duties: [Duty]) {
    let namesUnit = Set(duties.map(\.unit.id)).count > 1
    var slugs: [String?] = []
    var groups: [String?: [Duty]] = [:]
    for duty in duties {
      let slug = namesUnit ? duty.unit.id.text : duty.record.category
      if groups[slug] == nil { slugs.append(slug) }
      groups[slug, default: []].append(duty)
    }
    let isParted = duties.count > Self.mostOnPage
    self.namesUnit = namesUnit
    sections = slugs.enumerated().map { number, slug in
      let own = groups[slug] ?? []
      let key = "part-\(number + 1)"
      return Section(
        key: key, slug: namesUnit ? slug ?? key : key, title: namesUnit ? own.first?.unit.name : slug, duties: own,
        pageCount: isParted ? (own.count + Self.pageLength - 1) / Self.pageLength : 0)
    }
  }

  /// The page on which each duty stands.
  func addresses(on page: SitePath) -> [(duty: Duty, url: String)] {
    sections.flatMap { section in
      section.duties.enumerated().map { index, duty in
        let path =
          section.pageCount == 0 ? page : SitePath.part(index / Self.pageLength + 1, section.slug, of: page)
        return (duty, path.url)
      }
    }
  }
}

extension SitePath {
  /// A further page of something that a page shows, from 1 on: `/lists/demands/under-way/`, `/lists/demands/under-way/2/`.
  package static func part(_ number: Int, _ key: String, of page: SitePath) -> SitePath {
    let parts = page.url.split(separator: "/").map(String.init) + [key]
    return .page(number == 1 ? parts : parts + ["\(number)"])
  }
}

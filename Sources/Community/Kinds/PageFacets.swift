import Activities
package import Content
import PublicText
package import Vocabulary
import Words

/// What is said of a page beyond its text: once a kind, for pages, lists, feeds and search alike.
package struct PageFacets: Sendable {
  /// The word that shows its kind at a glance.
  package var badge: String?
  /// What is found there, at a glance, in lists.
  package var chips: [String] = []
  /// The same where it follows from the reader's day, with what else stands beside it: a brand's editions, that an agreement has ended.
  package var datedBadges: [DatedText] = []
  /// In the order in which its page shows them.
  package var facts: [PageFact] = []
  /// What its front matter says in words and search finds, beside title, summary and text.
  package var searchable: [String] = []
  /// What takes place that it is about, from today on; nil where nothing is.
  package var schedule: ActivityQuery?
  /// What its page offers below its text.
  package var services: [Offer] = []
  /// Pages that belong to it.
  package var related: [PageGroup] = []
  /// The part of its kind's list that it stands in: the place among the parts, and its heading; nil where the list has one part.
  package var part: (position: Int, title: String)?
}

/// A line of facts: `电话：0531-…`.
package struct PageFact: Sendable {
  package let label: String
  package let value: String
  /// Where it leads.
  package let url: String?

  package init(_ label: String, _ value: String, url: String? = nil) {
    self.label = label
    self.value = value
    self.url = url
  }

  /// How to reach somebody: it dials where the text holds one number.
  static func reaching(_ label: String, _ value: String) -> PageFact {
    PageFact(label, value, url: PhoneNumber.only(in: value)?.link)
  }
}

/// Pages under one heading.
package struct PageGroup: Sendable {
  package let title: String
  package let pages: [PublicPage]

  init(_ title: String, _ pages: [PublicPage]) {
    self.title = title
    self.pages = pages
  }
}

/// Makes the facets of a community's pages. Whoever asks for those of many pages keeps one: a community is copied into it once, not for each page.
package final class FacetSource: Sendable {
  fileprivate let community: Community

  package init(_ community: Community) {
    self.community = community
  }

  package func of(_ page: PublicPage) -> PageFacets {
    FacetMaker(source: self, page: page).visit(page.page.details)
  }
}

/// Makes a page's facets; each kind's stand in a file of its own.
struct FacetMaker: DetailsVisitor {
  private let source: FacetSource
  let page: PublicPage

  fileprivate init(source: FacetSource, page: PublicPage) {
    self.source = source
    self.page = page
  }

  var community: Community {
    _read { yield source.community }
  }

  /// Of the site's language.
  var words: any Words { community.words }

  func visit(_ page: PlainPageDetails) -> PageFacets { PageFacets() }

  // MARK: What several kinds say

  func venueFact(_ id: VenueID?) -> [PageFact] {
    id.flatMap { community.venue($0) }.map { [PageFact(words.place, $0.name, url: $0.url)] } ?? []
  }

  func contactFact(_ contact: String?) -> [PageFact] { contact.map { [.reaching(words.contact, $0)] } ?? [] }

  func fact(_ label: String, _ value: String?) -> [PageFact] { value.map { [PageFact(label, $0)] } ?? [] }

  func schedule(of activities: [ActivityID]) -> ActivityQuery? {
    guard !activities.isEmpty else { return nil }
    var query = ActivityQuery()
    query.activities = activities
    return query
  }
}

extension Community {
  package func facets(of page: PublicPage) -> PageFacets {
    FacetSource(self).of(page)
  }

  /// The pages of a kind that are valid, by the parts of its list.
  package func list(of kind: PageKind) -> [PageGroup] {
    if kind == .brand { return brandList }
    let pages = pages(of: kind).filter { !$0.isExpired }
    var parts: [Int: PageGroup] = [:]
    let source = FacetSource(self)
    for (page, part) in pages.map({ ($0, source.of($0).part ?? (0, words.all(kind))) }) {
      parts[part.0] = PageGroup(part.1, (parts[part.0]?.pages ?? []) + [page])
    }
    return parts.sorted { $0.key < $1.key }.map(\.value)
  }
}

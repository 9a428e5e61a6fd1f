package import CivilTime
package import Content
import Markdown
package import Vocabulary

/// A page that the public may see.
package struct PublicPage: Sendable {
  package let page: Page
  package let publication: Publication
  package let unit: Unit?
  /// For public notices that count their days.
  package let period: PublicNoticePeriod?
  /// The address at which it was first published: it is the same page, whatever its file and its title are called since.
  package internal(set) var identity = ""
  /// When what it says last changed, as far as that is known.
  package internal(set) var revisedAt: Instant?

  /// From then on it is no longer current.
  package var expiresAt: LocalDateTime? { period?.end ?? page.expiresAt }

  /// The last part of the address by which it is known.
  package var lastingName: String { identity.split(separator: "/").last.map(String.init) ?? page.slug.text }

  package var isExpired: Bool { publication == .expired }

  /// For lists and feeds: the front matter's summary, else the body's beginning.
  package var summary: String { page.summary ?? page.body.plainText(limit: 100) }

  /// From when on the public may see it; nil where it states nothing. A notice that is dated ahead waits for its day.
  package var shownFrom: LocalDateTime? { page.kind == .notice ? page.publishedAt : page.publishAt }

  /// When it became public: the beginning of its `date`, or `publishAt` if later; nil where it states neither.
  package var publishedAt: LocalDateTime? { page.publishedAt }
}

/// The pages that the public may see, in the orders in which they are shown; each order is made once.
package struct PublicPages: Sendable {
  /// In the order of their files.
  package let all: [PublicPage]
  /// Of each kind, by `order`, then by file, as lists show them.
  private let byKind: [PageKind: [PublicPage]]
  private let byKey: [PageKey: Int]
  private let aboutUnits: [UnitID: PublicPage]
  /// The newest first.
  package let noticesByDate: [PublicPage]
  /// Those that are valid: pinned ones before all, then the newest.
  package let currentNotices: [PublicPage]
  /// The newest first.
  package let expiredNotices: [PublicPage]

  init(_ pages: [PublicPage]) {
    all = pages
    byKind = Dictionary(grouping: pages.indices, by: { pages[$0].page.kind }).mapValues { numbers in
      Self.sorted(numbers, of: pages) { $0.page.order ?? .max }
    }
    byKey = Dictionary(
      pages.indices.map { (PageKey(kind: pages[$0].page.kind, slug: pages[$0].page.slug), $0) },
      uniquingKeysWith: { first, _ in first })
    aboutUnits = Dictionary(
      pages.compactMap { page in page.page.details.aboutUnit.map { ($0, page) } },
      uniquingKeysWith: { first, _ in first })
    noticesByDate = Self.sorted(pages.indices.filter { pages[$0].page.kind == .notice }, of: pages) {
      -Int($0.page.date?.dayNumber ?? 0)
    }
    let current = noticesByDate.filter { !$0.isExpired }
    currentNotices = current.filter(\.isPinned) + current.filter { !$0.isPinned }
    expiredNotices = noticesByDate.filter(\.isExpired)
  }

  /// By a key, then by file. Numbers are sorted, not pages: to move one is to count anew who holds what it refers to.
  private static func sorted(_ numbers: [Int], of pages: [PublicPage], by key: (PublicPage) -> Int) -> [PublicPage] {
    numbers.map { (key: key(pages[$0]), number: $0) }.sorted { a, b in
      a.key != b.key ? a.key < b.key : pages[a.number].page.file < pages[b.number].page.file
    }.map { pages[$0.number] }
  }

  /// The text that stands on a unit's page.
  package func about(_ unit: UnitID) -> PublicPage? { aboutUnits[unit] }

  package subscript(kind: PageKind) -> [PublicPage] { byKind[kind] ?? [] }

  package subscript(kind: PageKind, slug: Slug) -> PublicPage? {
    byKey[PageKey(kind: kind, slug: slug)].map { all[$0] }
  }
}

struct PageKey: Hashable, Sendable {
  let kind: PageKind
  let slug: Slug
}

extension PublicPage {
  package var isPinned: Bool {
    if case .notice(let details) = page.details { return details.isPinned }
    return false
  }

  /// Of notices that interrupt screens.
  package var severity: AlertSeverity? {
    if case .notice(let details) = page.details { return details.severity }
    return nil
  }
}

package import Artifacts
package import CivilTime
package import Diagnostics
package import Markdown
package import Vocabulary

/// One Markdown file, read and typed: what pages of every kind and introductions of sections have. What it refers to is not resolved yet.
///
/// A class, all of it constant: pages are handed from room to room, and copying thirty fields each time was a seventh of a build of
/// 10,000 pages.
@usableFromInline
package final class PageSource: Sendable {
  /// Relative to the site's directory: `content/notices/gate-opening.md`.
  package let file: String
  /// The file that this was read from, where its problems are: the page's own, or that of its approved edition.
  package let readFrom: String
  /// Lines of the file before its body.
  package let bodyLineOffset: Int
  package let path: SitePath
  package let url: String

  package let title: String
  package let unit: UnitID?
  package let summary: String?
  package let date: CivilDate?
  /// When what it says last changed, by its writer.
  package let updated: LocalDateTime?
  /// When it becomes public.
  package let publishAt: LocalDateTime?
  /// From then on it is no longer current.
  package let expiresAt: LocalDateTime?
  /// The days among these, and where they are written.
  package let days: [PlacedDay]
  package let tags: [String]
  package let isDraft: Bool
  /// Addresses that lead on to it.
  package let aliases: [PageAlias]
  package let digests: PageDigests
  /// A URL path below `/images/`.
  package let image: String?
  package let order: Int?
  package let approval: Approval?
  package let standing: ApprovalStanding

  package let body: Document
  package let dataBlocks: [PlacedDataBlock]
  /// A way of working that it explains.
  package let method: Method?
  /// Recorded videos that it offers.
  package let videos: [PageVideo]
  /// All that the front matter and the data blocks name and that must exist.
  package let references: [Reference]
  /// The files that it offers: those that its front matter names, then those that its body links to; each once.
  package let files: [NamedFile]

  init(
    file: String, readFrom: String, bodyLineOffset: Int, path: SitePath, common: FrontMatterReader.Common,
    own: FrontMatterReader.Own, title: String, image: String?, standing: ApprovalStanding, digests: PageDigests,
    body: Document,
    dataBlocks: [PlacedDataBlock],
    references: [Reference], files: [NamedFile]
  ) {
    self.file = file
    self.readFrom = readFrom
    self.bodyLineOffset = bodyLineOffset
    self.path = path
    url = path.url
    self.title = title
    self.unit = common.unit
    self.summary = common.summary
    self.date = common.date
    self.updated = common.updated
    self.publishAt = common.publishAt
    self.expiresAt = common.expiresAt
    self.days = common.days
    self.tags = common.tags
    self.isDraft = common.isDraft
    self.aliases = common.aliases
    self.digests = digests
    self.image = image
    self.order = common.order
    self.approval = common.approval
    self.standing = standing
    self.body = body
    method = own.method
    videos = own.videos
    self.dataBlocks = dataBlocks
    self.references = references
    self.files = files
  }
}

/// A page of some kind, at an address of its own.
@dynamicMemberLookup @usableFromInline
package final class Page: Sendable {
  @usableFromInline package let source: PageSource
  /// The last part of its URL; no other page of its kind has it.
  package let slug: Slug
  package let details: Details

  init(_ source: PageSource, slug: Slug, details: Details) {
    self.source = source
    self.slug = slug
    self.details = details
  }

  package var kind: PageKind { details.kind }

  /// Inlined, so that it costs no more than the field itself: a key path that is followed while the program runs took a third of a page's
  /// rendering.
  @inlinable
  package subscript<Value>(dynamicMember field: KeyPath<PageSource, Value>) -> Value { source[keyPath: field] }
}

/// What stands above a section's list, or on the home page, which is that of plain pages: the file `index.md`.
@dynamicMemberLookup @usableFromInline
package final class SectionIntroduction: Sendable {
  @usableFromInline package let source: PageSource
  /// Of the pages in its section.
  package let kind: PageKind

  init(_ source: PageSource, of kind: PageKind) {
    self.source = source
    self.kind = kind
  }

  @inlinable
  package subscript<Value>(dynamicMember field: KeyPath<PageSource, Value>) -> Value { source[keyPath: field] }
}

/// What is left of a file whose front matter makes no page: its body's links can be wrong too.
package struct UnreadablePage: Sendable {
  package let file: String
  package let bodyLineOffset: Int
  package let links: [Document.Link]
  package let files: [NamedFile]
}

/// A day of a page's front matter.
package struct PlacedDay: Sendable, Hashable {
  package let day: CivilDate
  /// From then on the page is no longer current.
  package let isEnd: Bool
  /// When what the page says last changed, which can't lie ahead.
  package var isUpdate = false
  package let location: Location
}

/// Something named that stands elsewhere, and where it was named.
package struct Reference: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case unit(UnitID)
    case venue(VenueID)
    case activity(ActivityID)
    case page(PageKind, Slug)
    case measure(MeasureID)
    case list(ListID)
    case matter(MatterID)
    case duty(DutyID)
    /// A URL path of the site.
    case image(String)
    /// Below `content/files/`, as `Attachment.name` has it.
    case file(String)
  }

  package let target: Target
  package let location: Location

  package init(target: Target, location: Location) {
    self.target = target
    self.location = location
  }
}

import Artifacts
import CivilTime
import Diagnostics
import Markdown
import Vocabulary

/// One Markdown file, read and typed. What it refers to is not resolved yet.
///
/// A class, all of it constant: pages are handed from room to room, and copying thirty fields each time was a seventh of a build of
/// 10,000 pages.
package final class Page: Sendable {
  /// Relative to the site's directory: `content/notices/gate-opening.md`.
  package let file: String
  /// Lines of the file before its body.
  package let bodyLineOffset: Int
  package let path: SitePath
  /// nil for a section's `index.md`.
  package let slug: Slug?

  package let title: String
  package let unit: UnitID?
  package let summary: String?
  package let date: CivilDate?
  /// When it becomes public.
  package let publishAt: LocalDateTime?
  /// From then on it is no longer current.
  package let expiresAt: LocalDateTime?
  package let tags: [String]
  package let isDraft: Bool
  /// A URL path below `/images/`.
  package let image: String?
  package let order: Int?
  package let approval: Approval?
  package let details: Details

  package let body: Document
  package let dataBlocks: [PlacedDataBlock]
  /// All that the front matter and the data blocks name and that must exist.
  package let references: [Reference]

  init(
    file: String, bodyLineOffset: Int, path: SitePath, slug: Slug?, title: String, unit: UnitID?, summary: String?,
    date: CivilDate?, publishAt: LocalDateTime?, expiresAt: LocalDateTime?, tags: [String], isDraft: Bool,
    image: String?, order: Int?, approval: Approval?, details: Details, body: Document, dataBlocks: [PlacedDataBlock],
    references: [Reference]
  ) {
    self.file = file
    self.bodyLineOffset = bodyLineOffset
    self.path = path
    self.slug = slug
    self.title = title
    self.unit = unit
    self.summary = summary
    self.date = date
    self.publishAt = publishAt
    self.expiresAt = expiresAt
    self.tags = tags
    self.isDraft = isDraft
    self.image = image
    self.order = order
    self.approval = approval
    self.details = details
    self.body = body
    self.dataBlocks = dataBlocks
    self.references = references
  }

  package var kind: PageKind { details.kind }
  package var url: String { path.url }
  package var isIndex: Bool { slug == nil }
}

/// What is left of a file whose front matter makes no page: its body's links can be wrong too.
package struct UnreadablePage: Sendable {
  package let file: String
  package let bodyLineOffset: Int
  package let links: [Document.Link]
}

/// Who wrote, checked and let through a page: roles, never names.
package struct Approval: Sendable, Hashable {
  package var author: String?
  package var reviewer: String?
  package var approver: String?
  package var approvedOn: CivilDate?

  package var isComplete: Bool { approver != nil && approvedOn != nil }
}

/// Something named that stands elsewhere, and where it was named.
package struct Reference: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case unit(UnitID)
    case venue(VenueID)
    case activity(ActivityID)
    case page(PageKind, Slug)
    case metric(MetricID)
    /// A URL path of the site.
    case image(String)
  }

  package let target: Target
  package let location: Location

  package init(target: Target, location: Location) {
    self.target = target
    self.location = location
  }
}

/// What a page of a kind has beyond the common front matter.
package enum Details: Sendable {
  case page
  case notice(NoticeDetails)
  case brand(BrandDetails)
  case menu(MenuDetails)
  case classroom(ClassroomDetails)
  case venue(VenueDetails)
  case partner(PartnerDetails)
  case team(TeamDetails)
  case council(CouncilDetails)

  package var kind: PageKind {
    switch self {
    case .page: .page
    case .notice: .notice
    case .brand: .brand
    case .menu: .menu
    case .classroom: .classroom
    case .venue: .venue
    case .partner: .partner
    case .team: .team
    case .council: .council
    }
  }
}

package struct NoticeDetails: Sendable {
  /// How long a 公示 stands open to objections.
  package struct Period: Sendable {
    /// 1…60.
    package let workdays: Int
    /// Its first day, where that is not the working day after publication.
    package let from: CivilDate?
    package let location: Location
  }

  package let category: NoticeCategory
  package let isPinned: Bool
  package let period: Period?
  package let activity: ActivityID?
  package let contact: String?
  /// Given, the notice interrupts all screens of its unit until it expires.
  package let severity: AlertSeverity?
  /// What to do, in one sentence.
  package let instruction: String?
}

package struct BrandDetails: Sendable {
  package let parent: Slug?
  package let edition: String?
  package let motto: String?
  package let carriers: [String]
  package let partners: [Slug]
  package let since: String?
}

package struct MenuDetails: Sendable {
  package let category: MenuCategory
  package let contact: String?
  package let hours: String?
  package let services: [ServiceItem]
}

/// One line of a service menu: what is offered, by whom, for how much, and how to order it.
package struct ServiceItem: Sendable {
  package let id: ServiceID
  package let title: String
  package let summary: String?
  package let price: String?
  /// 0 or more; 0 is free of charge.
  package let feeYuan: Double?
  /// Terms of trying before paying.
  package let trial: String?
  package let provider: String?
  package let partner: Slug?
  package let audience: String?
  package let hours: String?
  package let phone: String?
  package let howTo: String?
  package let location: Location
}

package struct ClassroomDetails: Sendable {
  package let track: Track?
  package let venue: VenueID?
  package let activities: [ActivityID]
}

package struct VenueDetails: Sendable {
  package let venue: VenueID?
  package let zones: [VenueZone]
  package let facilities: [String]
}

package struct VenueZone: Sendable {
  package let name: String
  /// Square metres.
  package let area: Double?
  package let summary: String?
}

package struct PartnerDetails: Sendable {
  package let type: PartnerType
  package let offers: [String]
  package let venue: VenueID?
  package let activities: [ActivityID]
  package let contact: String?
}

package struct TeamDetails: Sendable {
  package let members: Int?
  package let venue: VenueID?
  package let activities: [ActivityID]
  package let contact: String?
}

package struct CouncilDetails: Sendable {
  package let venue: VenueID?
  package let activities: [ActivityID]
  package let topics: [CouncilTopic]
}

package struct CouncilTopic: Sendable {
  package let title: String
  package let status: TopicStatus
  package let outcome: String?
}

/// A data block of a body and the node of the document that it replaces.
package struct PlacedDataBlock: Sendable {
  package let node: Int
  package let query: DataQuery
}

/// What live data a block asks for.
package enum DataQuery: Sendable {
  case activities(ActivityQuery)
  case services(ServiceQuery)
  case metrics(unit: UnitID?)
  case rosters(unit: UnitID?)
  /// A QR code of an address, the site's own where it begins with `/`.
  case code(url: String, label: String)
}

/// Occurrences that meet all conditions given.
package struct ActivityQuery: Sendable {
  /// The unit or one below it.
  package var units: [UnitID] = []
  package var venues: [VenueID] = []
  package var tracks: [Track] = []
  package var kinds: [ActivityKind] = []
  package var activities: [ActivityID] = []
  /// From today on, today included; 1…366.
  package var days: Int?
  package var limit: Int?
  /// Of each day at most that many: a list that is read days after the build still reaches to the horizon.
  package var perDay: Int?

  package init() {}
}

package struct ServiceQuery: Sendable {
  package var menu: Slug?
  package var category: MenuCategory?
  package var unit: UnitID?

  package init() {}
}

import Artifacts
import CivilTime
import Diagnostics
import Markdown
import Vocabulary

/// One Markdown file, read and typed. What it refers to is not resolved yet.
///
/// A class, all of it constant: pages are handed from room to room, and copying thirty fields each time was a seventh of a build of
/// 10,000 pages.
public final class Page: Sendable {
  /// Relative to the site's directory: `content/notices/gate-opening.md`.
  public let file: String
  /// Lines of the file before its body.
  public let bodyLineOffset: Int
  public let path: SitePath
  /// nil for a section's `index.md`.
  public let slug: Slug?

  public let title: String
  public let unit: UnitID?
  public let summary: String?
  public let date: CivilDate?
  /// When it becomes public.
  public let publishAt: LocalDateTime?
  /// From then on it is no longer current.
  public let expiresAt: LocalDateTime?
  public let tags: [String]
  public let isDraft: Bool
  /// A URL path below `/images/`.
  public let image: String?
  public let order: Int?
  public let approval: Approval?
  public let details: Details

  public let body: Document
  public let dataBlocks: [PlacedDataBlock]
  /// All that the front matter and the data blocks name and that must exist.
  public let references: [Reference]

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

  public var kind: PageKind { details.kind }
  public var url: String { path.url }
  public var isIndex: Bool { slug == nil }
}

/// What is left of a file whose front matter makes no page: its body's links can be wrong too.
public struct UnreadablePage: Sendable {
  public let file: String
  public let bodyLineOffset: Int
  public let links: [Document.Link]
}

/// Who wrote, checked and let through a page: roles, never names.
public struct Approval: Sendable, Hashable {
  public var author: String?
  public var reviewer: String?
  public var approver: String?
  public var approvedOn: CivilDate?

  public var isComplete: Bool { approver != nil && approvedOn != nil }
}

/// Something named that stands elsewhere, and where it was named.
public struct Reference: Sendable, Hashable {
  public enum Target: Sendable, Hashable {
    case unit(UnitID)
    case venue(VenueID)
    case activity(ActivityID)
    case page(PageKind, Slug)
    case metric(MetricID)
    /// A URL path of the site.
    case image(String)
  }

  public let target: Target
  public let location: Location

  public init(target: Target, location: Location) {
    self.target = target
    self.location = location
  }
}

/// What a page of a kind has beyond the common front matter.
public enum Details: Sendable {
  case page
  case notice(NoticeDetails)
  case brand(BrandDetails)
  case menu(MenuDetails)
  case classroom(ClassroomDetails)
  case venue(VenueDetails)
  case partner(PartnerDetails)
  case team(TeamDetails)
  case council(CouncilDetails)

  public var kind: PageKind {
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

public struct NoticeDetails: Sendable {
  /// How long a 公示 stands open to objections.
  public struct Period: Sendable {
    /// 1…60.
    public let workdays: Int
    /// Its first day, where that is not the working day after publication.
    public let from: CivilDate?
    public let location: Location
  }

  public let category: NoticeCategory
  public let isPinned: Bool
  public let period: Period?
  public let activity: ActivityID?
  public let contact: String?
  /// Given, the notice interrupts all screens of its unit until it expires.
  public let severity: AlertSeverity?
  /// What to do, in one sentence.
  public let instruction: String?
}

public struct BrandDetails: Sendable {
  public let parent: Slug?
  public let edition: String?
  public let motto: String?
  public let carriers: [String]
  public let partners: [Slug]
  public let since: String?
}

public struct MenuDetails: Sendable {
  public let category: MenuCategory
  public let contact: String?
  public let hours: String?
  public let services: [ServiceItem]
}

/// One line of a service menu: what is offered, by whom, for how much, and how to order it.
public struct ServiceItem: Sendable {
  public let id: ServiceID
  public let title: String
  public let summary: String?
  public let price: String?
  /// 0 or more; 0 is free of charge.
  public let feeYuan: Double?
  /// Terms of trying before paying.
  public let trial: String?
  public let provider: String?
  public let partner: Slug?
  public let audience: String?
  public let hours: String?
  public let phone: String?
  public let howTo: String?
  public let location: Location
}

public struct ClassroomDetails: Sendable {
  public let track: Track?
  public let venue: VenueID?
  public let activities: [ActivityID]
}

public struct VenueDetails: Sendable {
  public let venue: VenueID?
  public let zones: [VenueZone]
  public let facilities: [String]
}

public struct VenueZone: Sendable {
  public let name: String
  /// Square metres.
  public let area: Double?
  public let summary: String?
}

public struct PartnerDetails: Sendable {
  public let type: PartnerType
  public let offers: [String]
  public let venue: VenueID?
  public let activities: [ActivityID]
  public let contact: String?
}

public struct TeamDetails: Sendable {
  public let members: Int?
  public let venue: VenueID?
  public let activities: [ActivityID]
  public let contact: String?
}

public struct CouncilDetails: Sendable {
  public let venue: VenueID?
  public let activities: [ActivityID]
  public let topics: [CouncilTopic]
}

public struct CouncilTopic: Sendable {
  public let title: String
  public let status: TopicStatus
  public let outcome: String?
}

/// A data block of a body and the node of the document that it replaces.
public struct PlacedDataBlock: Sendable {
  public let node: Int
  public let query: DataQuery
}

/// What live data a block asks for.
public enum DataQuery: Sendable {
  case activities(ActivityQuery)
  case services(ServiceQuery)
  case metrics(unit: UnitID?)
  case rosters(unit: UnitID?)
  /// A QR code of an address, the site's own where it begins with `/`.
  case code(url: String, label: String)
}

/// Occurrences that meet all conditions given.
public struct ActivityQuery: Sendable {
  /// The unit or one below it.
  public var units: [UnitID] = []
  public var venues: [VenueID] = []
  public var tracks: [Track] = []
  public var kinds: [ActivityKind] = []
  public var activities: [ActivityID] = []
  /// From today on, today included; 1…366.
  public var days: Int?
  public var limit: Int?
  /// Of each day at most that many: a list that is read days after the build still reaches to the horizon.
  public var perDay: Int?

  public init() {}
}

public struct ServiceQuery: Sendable {
  public var menu: Slug?
  public var category: MenuCategory?
  public var unit: UnitID?

  public init() {}
}

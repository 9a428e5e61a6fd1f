package import Vocabulary

/// What a page of a kind has beyond what all pages have. The kinds are listed here and in `PageKind`; what each says stands in a file of
/// its own beside this one, and what becomes of it in `Community/Kinds`.
package enum Details: Sendable {
  case page(PlainPageDetails)
  case notice(NoticeDetails)
  case brand(BrandDetails)
  case menu(MenuDetails)
  case classroom(ClassroomDetails)
  case venue(VenueDetails)
  case partner(PartnerDetails)
  case team(TeamDetails)
  case council(CouncilDetails)
  case list(ListDetails)

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
    case .list: .list
    }
  }

  /// - Parameter unit: the page's.
  /// - Returns: nil where something that the kind needs is missing, which is noted.
  static func read(_ kind: PageKind, _ reader: inout FrontMatterReader, unit: UnitID? = nil) -> Details? {
    switch kind {
    case .page: .page(PlainPageDetails(reader, unit: unit))
    case .notice: .notice(NoticeDetails(&reader))
    case .brand: .brand(BrandDetails(&reader))
    case .menu: MenuDetails(&reader).map { .menu($0) }
    case .classroom: .classroom(ClassroomDetails(&reader))
    case .venue: .venue(VenueDetails(&reader))
    case .partner: PartnerDetails(&reader).map { .partner($0) }
    case .team: .team(TeamDetails(&reader))
    case .council: .council(CouncilDetails(&reader))
    case .list: ListDetails(&reader).map { .list($0) }
    }
  }
}

/// Something that is made of every kind of page: a function for each, so that forgetting one does not compile.
package protocol DetailsVisitor {
  associatedtype Result

  func visit(_ page: PlainPageDetails) -> Result
  func visit(_ notice: NoticeDetails) -> Result
  func visit(_ brand: BrandDetails) -> Result
  func visit(_ menu: MenuDetails) -> Result
  func visit(_ classroom: ClassroomDetails) -> Result
  func visit(_ venue: VenueDetails) -> Result
  func visit(_ partner: PartnerDetails) -> Result
  func visit(_ team: TeamDetails) -> Result
  func visit(_ council: CouncilDetails) -> Result
  func visit(_ list: ListDetails) -> Result
}

extension DetailsVisitor {
  package func visit(_ details: Details) -> Result {
    switch details {
    case .page(let page): visit(page)
    case .notice(let notice): visit(notice)
    case .brand(let brand): visit(brand)
    case .menu(let menu): visit(menu)
    case .classroom(let classroom): visit(classroom)
    case .venue(let venue): visit(venue)
    case .partner(let partner): visit(partner)
    case .team(let team): visit(team)
    case .council(let council): visit(council)
    case .list(let list): visit(list)
    }
  }
}

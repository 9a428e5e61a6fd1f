import Activities
import Content
import Vocabulary

/// What rows and pages give to which unit: a micro-grid, grid or building that nothing belongs to costs no page, but stands on the page of the unit
/// above it. At the size of a sub-district, 1,120 of 1,271 units are such.
///
/// It may have posts all the same, as many as its line there has room for; their addresses lead there too.
struct UnitBelongings {
  private static let postsOfALine = 2

  private let owners: Set<UnitID>
  private let posts: [UnitID: Int]

  init(_ data: ActivityData, content: Content) {
    var owners = Set(content.pages.compactMap(\.unit))
    owners.formUnion(content.introductions.compactMap(\.unit))
    owners.formUnion(content.screens.flatMap(\.units))
    owners.formUnion(data.venues.map(\.unit))
    owners.formUnion(data.activities.map(\.unit))
    owners.formUnion(data.measures.map(\.unit))
    owners.formUnion(data.measured.map(\.unit))
    owners.formUnion(data.rosters.map(\.unit))
    owners.formUnion(data[ShiftRecord.self].map(\.unit))
    owners.formUnion(data.unitsInPublicTables)
    owners.formUnion(data[DutyRecord.self].map(\.unit))
    owners.formUnion(data[TeamRecord.self].map(\.unit))
    owners.formUnion(data[ListRecord.self].map(\.unit))
    owners.formUnion(data[OfferRecord.self].compactMap(\.unit))
    owners.formUnion(data[MatterRecord.self].compactMap(\.unit))
    // Not cases: no output says where there is one.
    if let unit = content.site.unit { owners.insert(unit) }
    self.owners = owners
    posts = Dictionary(data.posts.map { ($0.unit, 1) }, uniquingKeysWith: +)
  }

  /// Of one without units below it.
  func standsAbove(_ unit: UnitRecord) -> Bool {
    guard !owners.contains(unit.id) else { return false }
    return switch unit.level {
    case .grid, .microgrid, .building: posts[unit.id, default: 0] <= Self.postsOfALine
    case .district, .subdistrict, .community: false
    }
  }
}

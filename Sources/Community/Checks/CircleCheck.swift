import Activities
package import Content
import Diagnostics
import Encoding
import Vocabulary

/// A page of places has some, knows around what it is drawn, and its register holds what is too small.
struct CircleCheck {
  private let community: Community
  private let content: Content

  init(_ community: Community, content: Content) {
    self.community = community
    self.content = content
  }

  func problems() -> [Diagnostic] {
    pages() + slides()
  }

  private func pages() -> [Diagnostic] {
    content.pages.flatMap { page -> [Diagnostic] in
      guard case .list(let details) = page.details, let circle = details.circle else { return [] }
      let venues = community.venues(of: page.source.unit)
      guard !venues.isEmpty else {
        return [
          .warning(
            "circle.no-venues", zh: "这个单位和它的下级单位没有场所", en: "its unit, and those below it, have no venues",
            hint: Message(zh: "改正 unit，或在数据库的 venue 表里加上场所", en: "mend its unit, or add rows to venue"),
            at: .file(path: page.file))
        ]
      }
      return centre(circle, page) + register(circle, page: page, venues: venues)
    }
  }

  private func centre(_ circle: CircleDetails, _ page: Page) -> [Diagnostic] {
    guard let venue = circle.venue.flatMap(community.venue), venue.point == nil else { return [] }
    return [Self.noCoordinates(venue, at: location(page) { $0 == .venue(venue.id) })]
  }

  // MARK: Registers

  private func register(_ circle: CircleDetails, page: Page, venues: [Venue]) -> [Diagnostic] {
    let lists = circle.registers.compactMap { community.lists[$0] }
    let wrong = lists.filter { $0.record.shape != .matter }.map { list in
      Diagnostic.error(
        "circle.register-shape", zh: "清单“\(list.title)”列的是供给，做不了用房台账",
        en: "the list “\(list.title)” holds offers and is no register of places",
        hint: Message(zh: "写一个事项清单的编号", en: "name a list of matters"),
        at: location(page) { $0 == .list(list.id) })
    }
    guard !lists.isEmpty, wrong.isEmpty else { return wrong }
    let matters = lists.flatMap(\.matters)
    let large = matters.compactMap { matter -> Diagnostic? in
      guard !matter.record.phase.isClosed, let venue = matter.venue, let area = venue.area,
        area >= VenueCircle.smallArea
      else { return nil }
      return .warning(
        "circle.register-large",
        zh: "“\(venue.name)”有 \(NumberText.plain(area)) 平方米，不算 \(NumberText.plain(VenueCircle.smallArea)) 平方米以下，却在台账里",
        en:
          "“\(venue.name)” has \(NumberText.plain(area)) square metres, but stands in the register of those under \(NumberText.plain(VenueCircle.smallArea))",
        hint: Message(zh: "改正面积，或把这一行办结", en: "mend its area, or close the matter"),
        at: .row(
          database: content.site.database, table: "matter", key: "id=\(matter.record.id)", column: "venue_id"))
    }
    let entered = Set(matters.compactMap { $0.venue?.id })
    let missing = venues.filter { venue in
      venue.type.map(VenueCircle.enlarged.contains) == true && !entered.contains(venue.id)
        && venue.area.map { $0 < VenueCircle.smallArea } == true
    }.map { venue in
      Diagnostic.warning(
        "circle.not-in-register", zh: "“\(venue.name)”只有 \(NumberText.plain(venue.area ?? 0)) 平方米，台账里没有它",
        en: "“\(venue.name)” has \(NumberText.plain(venue.area ?? 0)) square metres and is in no register",
        hint: Message(
          zh: "在清单 \(lists[0].id) 里加一行，写上 venue_id: \(venue.id) 和打算怎么办",
          en: "add a matter with venue_id \(venue.id) and its plan to the list \(lists[0].id)"),
        at: .row(database: content.site.database, table: "venue", key: "id=\(venue.id)", column: "area_m2"))
    }
    return large + missing
  }

  // MARK: Screens

  /// A screen's nearest places need a place to be near to.
  private func slides() -> [Diagnostic] {
    content.screens.flatMap { screen in
      (screen.playlist + screen.dayparts.flatMap(\.playlist)).compactMap { slide -> Diagnostic? in
        guard case .circle(let named, _, _) = slide.subject, let location = slide.location else { return nil }
        if let venue = named.flatMap(community.venue) {
          return venue.point == nil ? Self.noCoordinates(venue, at: location) : nil
        }
        guard named == nil, community.place(of: screen) == nil else { return nil }
        return .error(
          "circle.no-place", zh: "不知道这块屏挂在哪里，算不出远近", en: "where this screen hangs is not known, nor what is near to it",
          hint: Message(
            zh: "写上 venue: 场所编号；或给它单位的党群服务中心填上经纬度",
            en: "name its place with `venue:`, or give a centre of its unit coordinates"), at: location)
      }
    }
  }

  private static func noCoordinates(_ venue: Venue, at location: Location) -> Diagnostic {
    .error(
      "circle.no-coordinates", zh: "“\(venue.name)”没有经纬度，算不出别处离它多远",
      en: "“\(venue.name)” has no coordinates: nothing can be near to it",
      hint: Message(zh: "在数据库里填上 latitude 和 longitude", en: "fill in its latitude and longitude"), at: location)
  }

  private func location(_ page: Page, _ isMeant: (Reference.Target) -> Bool) -> Location {
    page.references.first { isMeant($0.target) }?.location ?? .file(path: page.file)
  }
}

extension Community {
  /// Where a screen hangs that does not say it: the first centre of its units that has coordinates.
  package func place(of screen: ScreenConfiguration) -> Venue? {
    let asked = screen.units.isEmpty ? [site.unit] : screen.units.map { $0 }
    return asked.lazy.compactMap { unit in
      venues(of: unit).first { $0.type == .centre && $0.point != nil }
    }.first
  }
}

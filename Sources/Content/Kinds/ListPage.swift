package import Vocabulary

/// A page that shows lists.
package struct ListDetails: Sendable {
  package let layout: ListLayout
  /// Not empty where the layout shows lists.
  package let lists: [ListID]
  package let contact: String?
  /// Where what stands on the lists is dealt with: a council's meetings.
  package let activities: [ActivityID]
  /// Of a ledger: matters whose path is shown.
  package let stories: [MatterID]
  /// Of a circle.
  package let circle: CircleDetails?
}

/// What a page of places says of them.
package struct CircleDetails: Sendable {
  /// Around which place it is drawn; nil: the first centre.
  package let venue: VenueID?
  /// How long a walk it shows.
  package let minutes: Int
  /// Lists of places that are too small, with what is planned for them.
  package let registers: [ListID]

  package static let standardMinutes = 15
}

extension Page {
  /// The unit whose ledger the page shows: its own, else the site's.
  package func ledgerUnit(of site: SiteConfiguration) -> UnitID? {
    guard case .list(let list) = details, list.layout == .ledger else { return nil }
    return source.unit ?? site.unit
  }
}

extension ListDetails {
  init?(_ reader: inout FrontMatterReader) {
    let layout = reader.fields.requiredTerm("layout", ListLayout.self)
    if layout?.shape != nil { reader.fields.requireItems("list") }
    let circle = layout == .circle ? CircleDetails(&reader) : nil
    let lists = layout == .circle ? [] : reader.lists()
    let contact = reader.fields.text("contact")
    let activities = reader.activities()
    let stories: [MatterID] = layout == .ledger ? reader.references("stories") { .matter($0) } : []
    guard let layout, layout.shape == nil || !lists.isEmpty else { return nil }
    self.init(
      layout: layout, lists: lists, contact: contact, activities: activities, stories: stories,
      circle: circle)
  }
}

extension CircleDetails {
  init(_ reader: inout FrontMatterReader) {
    self.init(
      venue: reader.venue(), minutes: reader.fields.integer("minutes", in: 5...60) ?? Self.standardMinutes,
      registers: reader.lists())
  }
}

extension FrontMatterReader {
  /// The lists that a page shows.
  mutating func lists() -> [ListID] { references("list") { .list($0) } }
}

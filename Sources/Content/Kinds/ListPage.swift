package import Vocabulary

/// A page that shows lists.
package struct ListDetails: Sendable {
  package let layout: ListLayout
  /// Not empty where the layout shows lists.
  package let lists: [ListID]
  package let contact: String?
  /// Where what stands on the lists is dealt with: a council's meetings.
  package let activities: [ActivityID]
  /// Of a ledger: matters whose path is told.
  package let stories: [MatterID]
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
    let lists = reader.lists()
    let contact = reader.fields.text("contact")
    let activities = reader.activities()
    let stories: [MatterID] = layout == .ledger ? reader.references("stories") { .matter($0) } : []
    guard let layout, layout.shape == nil || !lists.isEmpty else { return nil }
    self.init(layout: layout, lists: lists, contact: contact, activities: activities, stories: stories)
  }
}

extension FrontMatterReader {
  /// The lists that a page shows.
  mutating func lists() -> [ListID] { references("list") { .list($0) } }
}

import Activities
import Community
import Content
import Vocabulary
import Words

/// Slides that say how to find one's grid.
extension SlideMaker {
  /// As many as a poster takes beside its text.
  private static let gridCount = 6
  private static let contactCount = 4

  /// A poster with the code of the page and how to use it, of each unit that the screen stands in: of a larger one with its grids and their
  /// numbers, of a grid with whom to call.
  func finder(of asked: UnitID?) -> SlideContent {
    let units = (asked.map { [$0] } ?? screen.units).compactMap { community.units[$0] }
    let page = community.finder.page(for: units.first?.id ?? community.site.unit, in: community.units)
    guard let page else { return SlideContent(.poster, []) }
    let posters = units.isEmpty ? [poster(of: nil, page)] : units.map { poster(of: $0, page) }
    return SlideContent(.poster, posters.compactMap { $0 })
  }

  private func poster(of unit: Unit?, _ page: (url: String, identity: String)) -> ItemDraft? {
    let (id, title) = unit.map { ("finder-\($0.id)", $0.name) } ?? ("finder", words.label(ListLayout.finder))
    guard var item = item(id, title) else { return nil }
    item.text = words.finderHow
    item.codeLabel = words.finderScan
    guard let unit else { return ItemDraft(item, code: code(page.url, of: .page(page.identity))) }
    let (grids, contacts) = (grids(of: unit), contacts(of: unit))
    item.line = grids.isEmpty ? words.label(unit.level) : contacts.first
    item.lines = grids.isEmpty ? contacts : grids
    return ItemDraft(item, code: code(page.url, of: .page(page.identity)))
  }

  /// None where they are more than a poster takes: their names without numbers would say nothing.
  private func grids(of unit: Unit) -> [String] {
    let grids = community.units.children(of: unit.id).filter { $0.level == .grid || $0.level == .microgrid }
      .compactMap { grid in community.addressText(of: grid).map { words.grid(grid.shortName ?? grid.name, has: $0) } }
    return grids.count <= Self.gridCount ? grids : []
  }

  /// Its own, else those of the unit above that has some.
  private func contacts(of unit: Unit) -> [String] {
    for one in community.units.chain(of: unit.id) {
      let contacts = community.contacts(of: one)
      if !contacts.isEmpty {
        return contacts.prefix(Self.contactCount).map { contact in
          [one.id == unit.id ? nil : one.name, contact.label, contact.value].compactMap { $0 }.joined(separator: " ")
        }
      }
    }
    return []
  }
}

package import Activities
import PublicText
package import Vocabulary

/// A part of the district: community, grid, building …, and where it is shown.
///
/// It is handed on with each page, activity and occurrence: what it says lies in one place, and of the rest 10,000 pages have six lists.
package struct Unit: Sendable, Hashable {
  private final class Content: Sendable {
    let record: UnitRecord
    let url: String
    let hasPage: Bool

    init(_ record: UnitRecord, _ url: String, _ hasPage: Bool) {
      self.record = record
      self.url = url
      self.hasPage = hasPage
    }
  }

  private let content: Content

  init(record: UnitRecord, url: String, hasPage: Bool) { content = Content(record, url, hasPage) }

  package var record: UnitRecord { content.record }
  /// Its own page; of what has nothing of its own, its place on the page of the unit above it.
  package var url: String { content.url }
  package var hasPage: Bool { content.hasPage }

  package static func == (a: Unit, b: Unit) -> Bool {
    a.content === b.content || a.record == b.record && a.url == b.url && a.hasPage == b.hasPage
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(record.id) }

  package var id: UnitID { content.record.id }
  package var parent: UnitID? { content.record.parent }
  package var level: UnitLevel { content.record.level }
  package var name: String { content.record.name }
  package var shortName: String? { content.record.shortName }
  package var phone: String? { content.record.phone }

  /// `tel:…`; nil where there is no number that can be dialled.
  package var phoneLink: String? { phone.flatMap(PhoneNumber.init)?.link }

  /// The end of its address on the page of the unit above it.
  package var anchor: String { Self.anchor(of: id) }

  static func anchor(of id: UnitID) -> String { "unit-\(id)" }
}

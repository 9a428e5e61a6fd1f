package import Activities
import PublicText
package import Vocabulary

/// A part of the district: community, grid, building …, and where it is shown.
package struct Unit: Sendable, Hashable {
  package let record: UnitRecord
  /// Its own page; of what has nothing of its own, its place on the page of the unit above it.
  package let url: String
  package let hasPage: Bool

  package var id: UnitID { record.id }
  package var parent: UnitID? { record.parent }
  package var level: UnitLevel { record.level }
  package var name: String { record.name }
  package var shortName: String? { record.shortName }
  package var phone: String? { record.phone }

  /// `tel:…`; nil where there is no number that can be dialled.
  package var phoneLink: String? { phone.flatMap(PhoneNumber.init)?.link }

  /// The end of its address on the page of the unit above it.
  package var anchor: String { Self.anchor(of: id) }

  static func anchor(of id: UnitID) -> String { "unit-\(id)" }
}

package import Activities
package import CivilTime
package import PublicText
package import Vocabulary

/// Something that somebody in a unit answers for, with the roster by which it goes round.
package struct Post: Sendable {
  /// Who holds it on a day, and how to reach the post then.
  package struct Holder: Sendable, Hashable {
    /// A role or an organisation.
    package let name: String
    package let phone: String?

    /// `tel:…`; nil where there is no number, or one that is masked.
    package var phoneLink: String? { phone.flatMap(PhoneNumber.init)?.link }
  }

  package let record: PostRecord
  package let unit: Unit
  package let roster: Roster?

  /// What dials its own number; nil where it has none, or one that is masked.
  package var phoneLink: String? { record.phone.flatMap(PhoneNumber.init)?.link }

  package var id: PostID { record.id }
  package var title: String { record.title }

  /// The end of its address.
  package var anchor: String { "post-\(record.id)" }
  /// On its unit's page.
  package var url: String { "\(unit.url.prefix { $0 != "#" })#\(anchor)" }

  /// nil before the first turn of its roster. The post's own number goes before that of the roster's.
  package func holder(on day: CivilDate) -> Holder? {
    switch record.holder {
    case .stated(let name): Holder(name: name, phone: record.phone)
    case .roster: roster?.turn(on: day).map { holder(in: $0) }
    }
  }

  /// Who holds it during a turn of its roster.
  package func holder(in turn: RosterTurn) -> Holder {
    Holder(name: turn.holder.name, phone: record.phone ?? turn.holder.phone)
  }
}

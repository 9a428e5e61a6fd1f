import Activities
package import CivilTime
package import Vocabulary

/// What a unit was awarded.
package struct Honour: Sendable {
  package let id: HonourID
  package let unit: Unit
  package let title: String
  package let awardedBy: String
  /// The day, or the month or the year alone.
  package let awardedOn: PartialDate
  package let note: String?

  /// Those awarded by a day, the newest first; what is entered ahead waits for its day, its month or its year.
  static func list(_ records: [HonourRecord], units: UnitTree, today: CivilDate) -> [Honour] {
    records.filter { $0.awardedOn.firstDay <= today }.sorted { a, b in
      a.awardedOn != b.awardedOn ? a.awardedOn > b.awardedOn : a.id < b.id
    }.compactMap { record in
      units[record.unit].map {
        Honour(
          id: record.id, unit: $0, title: record.title, awardedBy: record.awardedBy, awardedOn: record.awardedOn,
          note: record.note)
      }
    }
  }
}

import Activities
package import CivilTime
package import Vocabulary

/// 史上今天: what happened on a day of some year, or what each year's day is kept for.
package struct AlmanacEntry: Sendable {
  package let id: AlmanacID
  package let monthDay: MonthDay
  /// nil for a day that every year has.
  package let year: Int?
  package let title: String
  package let text: String?
  /// nil for all.
  package let unit: Unit?

  /// Those of each day, by year, then those without.
  static func byDay(_ records: [AlmanacRecord], units: UnitTree) -> [MonthDay: [AlmanacEntry]] {
    let sorted = records.sorted { ($0.year ?? .max, $0.id) < ($1.year ?? .max, $1.id) }
    return Dictionary(grouping: sorted.map { AlmanacEntry($0, units: units) }, by: \.monthDay)
  }

  private init(_ record: AlmanacRecord, units: UnitTree) {
    id = record.id
    monthDay = record.monthDay
    year = record.year
    title = record.title
    text = record.text
    unit = record.unit.flatMap { units[$0] }
  }
}

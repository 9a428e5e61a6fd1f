package import CivilTime
package import Vocabulary

package struct BrandDetails: Sendable {
  package let parent: Slug?
  /// In the order in which they follow each other.
  package let editions: [Edition]
  package let motto: String?
  package let carriers: [Carrier]
  package let partners: [Slug]
  package let since: String?
  package let premises: Premises?
  package let teams: [Slug]
  package let activities: [ActivityID]
  /// The figures on its page: its unit's.
  package let measures: [MeasureID]

  /// The one that it is in on a day.
  package func edition(on day: CivilDate) -> Edition? { editions.last { $0.holds(on: day) } }
}

extension BrandDetails {
  init(_ reader: inout FrontMatterReader) {
    let partners = reader.references("partners") { .page(.partner, $0) }
    let teams: [Slug] = reader.references("teams") { .page(.team, $0) }
    let measures: [MeasureID] = reader.references("metrics") { .measure($0) }
    let carriers = reader.carriers()
    self.init(
      parent: reader.reference("parent") { .page(.brand, $0) }, editions: reader.fields.editions(),
      motto: reader.fields.text("motto"), carriers: carriers, partners: partners,
      since: reader.fields.text("since"), premises: reader.fields.premises(), teams: teams,
      activities: reader.activities(), measures: measures)
  }
}

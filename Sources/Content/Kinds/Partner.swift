package import Vocabulary

package struct PartnerDetails: Sendable {
  package let type: PartnerType
  package let offers: [String]
  package let venue: VenueID?
  package let activities: [ActivityID]
  package let contact: String?
  package let agreement: Agreement?
  package let premises: Premises?
}

extension PartnerDetails {
  init?(_ reader: inout FrontMatterReader) {
    let type = reader.fields.requiredTerm("type", PartnerType.self)
    let offers = reader.fields.texts("offers")
    let venue = reader.venue()
    let activities = reader.activities()
    let contact = reader.fields.text("contact")
    let agreement = reader.fields.agreement()
    let premises = reader.fields.premises()
    guard let type else { return nil }
    self.init(
      type: type, offers: offers, venue: venue, activities: activities, contact: contact, agreement: agreement,
      premises: premises)
  }
}

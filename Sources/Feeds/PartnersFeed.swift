import Activities
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/partners.json`.
enum PartnersFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<PublicPage> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    func day(_ get: @escaping @Sendable (Agreement) -> CivilDate?) -> FieldValue<PublicPage> {
      .optionalText(.date) { $0.partnerDetails?.agreement.flatMap(get).map(TimeText.date) }
    }
    func area(_ get: @escaping @Sendable (Premises) -> Double?) -> FieldValue<PublicPage> {
      .optionalNumber { $0.partnerDetails?.premises.flatMap(get) }
    }
    return FeedShape(
      name: "partners",
      about: "Organisations that work with the community, each with its agreement and what it offers.",
      fields: [
        Field("id", "the partner's last URL part", .text { $0.page.slug.text }),
        Field("title", "the partner's name", .text { $0.page.title }),
        Field(
          "type", "in what it is a partner",
          .word(PartnerType.codes) { ($0.partnerDetails?.type ?? .coBuilding).rawValue }),
        Field("unitId", "the unit whose partner it is", .optionalText { $0.unit?.id.text }),
        Field("unitName", "that unit's name", .optionalText { $0.unit?.name }),
        Field("venueId", "where it is: an id of venues", .optionalText { $0.partnerDetails?.venue?.text }),
        Field("contact", "an office number", .optionalText { $0.partnerDetails?.contact }),
        Field("summary", "what it is, as plain text", .text { $0.summary }),
        Field("offers", "what it offers, in words", .texts { $0.partnerDetails?.offers ?? [] }),
        Field(
          "offerIds", "what of lists it offers: ids of offers",
          .texts { page in
            community.lists.offers.filter { $0.list != nil && $0.record.partner == page.page.slug }.map(
              \.record.id.text)
          }),
        Field(
          "agreementFrom", "the first day of its agreement, or of the month or year that is stated", day(\.firstDay)),
        Field(
          "agreementUntil", "the last day on which it holds; later, it has ended. null: nothing says so", day(\.lastDay)
        ),
        Field(
          "assessedOn", "when it was last assessed, as exactly as it is stated",
          .optionalText(.pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")) {
            $0.partnerDetails?.agreement?.assessed.map(TimeText.partialDate)
          }),
        Field("assessment", "what came of that", .optionalText { $0.partnerDetails?.agreement?.result }),
        Field("admission", "how it was chosen", .optionalText { $0.partnerDetails?.agreement?.admission }),
        Field("exit", "when and how it ends", .optionalText { $0.partnerDetails?.agreement?.exit }),
        Field(
          "areaSquareMetres", "its floor space, or what it has from the community", unit: "square metres", area(\.area)),
        Field("officeSquareMetres", "of that, its offices", unit: "square metres", area(\.offices)),
        Field("sharedSquareMetres", "of that, open to all", unit: "square metres", area(\.shared)),
        Field("givenSquareMetres", "of that, given in return for services", unit: "square metres", area(\.given)),
        .expiry(in: zone) { $0.expiresAt },
        Field("url", "its page", .text(.address) { baseURL + $0.page.url }),
      ])
  }

  static func records(_ community: Community) -> [PublicPage] {
    community.pages(of: .partner).filter { !$0.isExpired }
  }
}

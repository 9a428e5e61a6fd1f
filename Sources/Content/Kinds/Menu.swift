package import Diagnostics
package import Vocabulary

package struct MenuDetails: Sendable {
  package let category: MenuCategory
  package let contact: String?
  package let hours: String?
  package let services: [ServiceItem]
  /// The lists whose offers it shows.
  package let lists: [ListID]
}

/// One line of a service menu: what is offered, by whom, for how much, and how to order it.
package struct ServiceItem: Sendable {
  package let id: OfferID
  package let title: String
  package let summary: String?
  package let price: String?
  /// 0 or more; 0 is free of charge.
  package let feeYuan: Double?
  /// Terms of trying before paying.
  package let trial: String?
  package let provider: String?
  package let partner: Slug?
  package let audience: String?
  package let hours: String?
  package let phone: String?
  package let howTo: String?
  package let location: Location
}

extension MenuDetails {
  init?(_ reader: inout FrontMatterReader) {
    let fields = reader.fields
    let category = fields.requiredTerm("category", MenuCategory.self)
    let contact = fields.text("contact")
    let hours = fields.text("hours")
    var services: [ServiceItem] = []
    for item in fields.readers("services") {
      if let service = ServiceItem(item, &reader) { services.append(service) }
      item.finish()
    }
    let lists = reader.lists()
    if services.isEmpty, !fields.isPresent("services"), !fields.isPresent("list") {
      fields.problem(
        .error(
          "front-matter.missing-key", zh: "缺少必填的“list”", en: "“list” is missing",
          hint: Message(
            zh: "写上服务清单的编号，如 list: songtai-convenience",
            en: "name the list of its offers, like list: songtai-convenience"),
          at: fields.location(of: "category")))
    }
    guard let category else { return nil }
    self.init(category: category, contact: contact, hours: hours, services: services, lists: lists)
  }
}

extension ServiceItem {
  fileprivate init?(_ item: FieldReader, _ reader: inout FrontMatterReader) {
    let id: OfferID? = item.requiredIdentifier("id")
    let title = item.requiredText("title")
    let partner = reader.reference("partner", of: item) { .page(.partner, $0) }
    let summary = item.text("summary")
    let price = item.text("price")
    let fee = item.number("feeYuan")
    let trial = item.text("trial")
    let provider = item.text("provider")
    let audience = item.text("audience")
    let hours = item.text("hours")
    let phone = item.text("phone")
    let howTo = item.text("howTo")
    guard let id, let title else { return nil }
    self.init(
      id: id, title: title, summary: summary, price: price, feeYuan: fee, trial: trial, provider: provider,
      partner: partner, audience: audience, hours: hours, phone: phone, howTo: howTo, location: item.location(of: "id"))
  }
}

import Fields

// The names of the Human Services Data Specification 3.0 (Open Referral), as its JSON Schemas have them; of these the ones that a community has
// something to say under. What each is stands in the specification's words in its reference; here it says what of the site stands there.

/// `service`.
struct ServiceEntry: HasFields {
  var id = ""
  var name = ""
  var description: String?
  var url: String?
  var status = ServiceStatus.active
  var application: String?
  var fees: String?
  var eligibility: String?
  var assured: String?
  var modified = ""
  var phones: [PhoneEntry] = []
  var schedules: [ScheduleEntry] = []
  var areas: [AreaEntry] = []
  var places: [ServicePlaceEntry] = []
  var organization: OrganizationEntry?
  var costs: [CostEntry] = []
  var documents: [DocumentEntry] = []
  var contacts: [ContactEntry] = []
  var attributes: [AttributeEntry] = []

  static let about = "A service: what residents can have, order or borrow."
  static let fields: [Field<ServiceEntry>] = [
    .id { $0.id },
    Field("name", "what is offered", .text { $0.name }),
    Field("description", "what it is, and the terms of trying before paying", .optionalText { $0.description }),
    Field("url", "where it is shown", .optionalText(.address) { $0.url }),
    Field(
      "status", "`inactive` before its first day, `temporarily closed` while it is paused",
      .word(ServiceStatus.allCases.map(\.rawValue)) { $0.status.rawValue }),
    Field("application_process", "how to order it", .optionalText { $0.application }),
    Field("fees_description", "the price in words, and what it costs elsewhere", .optionalText { $0.fees }),
    Field("eligibility_description", "for whom it is, and on what conditions", .optionalText { $0.eligibility }),
    Field(
      "assured_date", "the day on which somebody last made sure that it is so", .optionalText(.date) { $0.assured }),
    Field("last_modified", "when anything that stands here last changed", .text(.dateTime) { $0.modified }),
    Field("phones", "an office number", .list(PhoneEntry.self, optional: true) { $0.phones }),
    Field(
      "schedules", "when it can be had, and from which day to which",
      .list(ScheduleEntry.self, optional: true) { $0.schedules }),
    Field("service_areas", "the unit for whose residents it is", .list(AreaEntry.self, optional: true) { $0.areas }),
    Field("service_at_locations", "where it can be had", .list(ServicePlaceEntry.self, optional: true) { $0.places }),
    Field(
      "organization", "the partner who does it, else the unit whose it is",
      .optionalRecord(OrganizationEntry.self) { $0.organization }),
    Field("cost_options", "the price as a number", .list(CostEntry.self, optional: true) { $0.costs }),
    Field("required_documents", "what to bring", .list(DocumentEntry.self, optional: true) { $0.documents }),
    Field("contacts", "the role or office that does it", .list(ContactEntry.self, optional: true) { $0.contacts }),
    Field("attributes", "its category, and its keywords", .list(AttributeEntry.self, optional: true) { $0.attributes }),
  ]
}

enum ServiceStatus: String, CaseIterable, Sendable {
  case active, inactive
  case temporarilyClosed = "temporarily closed"
}

/// `organization`.
struct OrganizationEntry: HasFields {
  var id = ""
  var name = ""
  var shortName: String?
  var description = ""
  var website: String?
  var parent: String?
  var phones: [PhoneEntry] = []
  var locations: [LocationEntry] = []

  static let about = "A unit, or a partner."
  static let fields: [Field<OrganizationEntry>] = [
    .id { $0.id },
    Field("name", "what it is called", .text { $0.name }),
    Field("alternate_name", "the same in short", .optionalText { $0.shortName }),
    Field("description", "what it is", .text { $0.description }),
    Field("website", "its page", .optionalText(.address) { $0.website }),
    Field(
      "parent_organization_id", "the unit above; of a partner, the unit whose partner it is",
      .optionalText { $0.parent }),
    Field("phones", "an office number", .list(PhoneEntry.self, optional: true) { $0.phones }),
    Field(
      "locations", "its venues; in the list of organizations alone",
      .list(LocationEntry.self, optional: true) { $0.locations }),
  ]
}

/// `location`.
struct LocationEntry: HasFields {
  var id = ""
  var isVirtual = false
  var url: String?
  var name = ""
  var description: String?
  var latitude: Double?
  var longitude: Double?
  var addresses: [PostalEntry] = []
  var phones: [PhoneEntry] = []
  var schedules: [ScheduleEntry] = []
  var attributes: [AttributeEntry] = []

  static let about = "A venue."
  static let fields: [Field<LocationEntry>] = [
    .id { $0.id },
    Field(
      "location_type", "`virtual` of what is followed by a link",
      .word(["physical", "virtual"]) { $0.isVirtual ? "virtual" : "physical" }),
    Field("url", "its page", .optionalText(.address) { $0.url }),
    Field("name", "what people call it", .text { $0.name }),
    Field(
      "description", "its street and number, where the site states no `region`, and what is found there",
      .optionalText { $0.description }),
    Field("latitude", "north of the equator by WGS 84", unit: "degrees", .optionalNumber { $0.latitude }),
    Field("longitude", "east of Greenwich by WGS 84", unit: "degrees", .optionalNumber { $0.longitude }),
    Field(
      "addresses", "its address, where the site states a `region`: HSDS wants it whole",
      .list(PostalEntry.self, optional: true) { $0.addresses }),
    Field("phones", "an office number", .list(PhoneEntry.self, optional: true) { $0.phones }),
    Field(
      "schedules", "its hours of a week without holidays, an entry for days with the same hours",
      .list(ScheduleEntry.self, optional: true) { $0.schedules }),
    Field("attributes", "what it is for", .list(AttributeEntry.self, optional: true) { $0.attributes }),
  ]
}

/// `service_at_location`.
struct ServicePlaceEntry: HasFields {
  var id = ""
  var location = LocationEntry()

  static let about = "A service at a venue."
  static let fields: [Field<ServicePlaceEntry>] = [
    .id { $0.id },
    Field("location", "the venue", .record(LocationEntry.self) { $0.location }),
  ]
}

/// `address`.
struct PostalEntry: HasFields {
  var id = ""
  var street = ""
  var city = ""
  var province = ""
  var postalCode = ""
  var country = ""

  static let about = "An address."
  static let fields: [Field<PostalEntry>] = [
    .id { $0.id },
    Field("address_1", "street and number", .text { $0.street }),
    Field("city", "by the site's `region`", .text { $0.city }),
    Field("state_province", "by the site's `region`", .text { $0.province }),
    Field("postal_code", "by the site's `region`", .text { $0.postalCode }),
    Field("country", "two letters, by the site's `region`", .text { $0.country }),
    Field("address_type", "`physical`", .word(["physical"]) { _ in "physical" }),
  ]
}

/// `phone`.
struct PhoneEntry: HasFields {
  var id = ""
  var number = ""

  static let about = "An office number."
  static let fields: [Field<PhoneEntry>] = [
    .id { $0.id },
    Field("number", "as it is written", .text { $0.number }),
  ]
}

/// `schedule`: hours of a week by RFC 5545's parts, or in words.
struct ScheduleEntry: HasFields {
  var id = ""
  var from: String?
  var until: String?
  var days: String?
  var opens: String?
  var closes: String?
  var description: String?

  static let about = "When a service can be had, or a venue is open."
  static let fields: [Field<ScheduleEntry>] = [
    .id { $0.id },
    Field("valid_from", "the first day", .optionalText(.date) { $0.from }),
    Field("valid_to", "the last day", .optionalText(.date) { $0.until }),
    Field("freq", "`WEEKLY`, with days", .optionalWord(["WEEKLY"]) { $0.days == nil ? nil : "WEEKLY" }),
    Field("byday", "days of the week", .optionalText { $0.days }),
    Field("opens_at", "with the offset from UTC", .optionalText { $0.opens }),
    Field(
      "closes_at", "with the offset from UTC; earlier than `opens_at`: of the next day", .optionalText { $0.closes }),
    Field("description", "the hours in words", .optionalText { $0.description }),
  ]
}

/// `service_area`.
struct AreaEntry: HasFields {
  var id = ""
  var name = ""

  static let about = "A unit for whose residents a service is."
  static let fields: [Field<AreaEntry>] = [.id { $0.id }, Field("name", "the unit's name", .text { $0.name })]
}

/// `cost_option`.
struct CostEntry: HasFields {
  var id = ""
  var amount = 0.0
  var per: String?

  static let about = "A price."
  static let fields: [Field<CostEntry>] = [
    .id { $0.id },
    Field("currency", "`CNY`", .text { _ in "CNY" }),
    Field("amount", "0 is free of charge", unit: "yuan", .number { $0.amount }),
    Field("amount_description", "what the price is for", .optionalText { $0.per }),
  ]
}

/// `required_document`.
struct DocumentEntry: HasFields {
  var id = ""
  var document = ""

  static let about = "What to bring."
  static let fields: [Field<DocumentEntry>] = [.id { $0.id }, Field("document", "in words", .text { $0.document })]
}

/// `contact`: an office or a role, never a person.
struct ContactEntry: HasFields {
  var id = ""
  var department = ""

  static let about = "The role or office that does it; never a person."
  static let fields: [Field<ContactEntry>] = [
    .id { $0.id }, Field("department", "the role or the organisation", .text { $0.department }),
  ]
}

/// `attribute`: a term of a list of words, or a word.
struct AttributeEntry: HasFields {
  var id = ""
  var value: String?
  var term: TermEntry?

  static let about = "A category, or a keyword."
  static let fields: [Field<AttributeEntry>] = [
    .id { $0.id },
    Field("value", "a keyword", .optionalText { $0.value }),
    Field("taxonomy_term", "a category", .optionalRecord(TermEntry.self) { $0.term }),
  ]
}

/// `taxonomy_term`.
struct TermEntry: HasFields {
  var id = ""
  var code = ""
  var label = ""
  var taxonomy = TaxonomyEntry()

  static let about = "A category."
  static let fields: [Field<TermEntry>] = [
    .id { $0.id },
    Field("code", "its code in its list", .text { $0.code }),
    Field("name", "the category in words", .text { $0.label }),
    Field("description", "the same", .text { $0.label }),
    Field("taxonomy_detail", "the list of words that it is of", .record(TaxonomyEntry.self) { $0.taxonomy }),
  ]
}

/// `taxonomy`.
struct TaxonomyEntry: HasFields {
  var id = ""
  var name = ""

  static let about = "A list of categories."
  static let fields: [Field<TaxonomyEntry>] = [
    .id { $0.id },
    Field("name", "what it is called", .text { $0.name }),
    Field("description", "the same", .text { $0.name }),
  ]
}

extension Field {
  /// HSDS wants a UUID: one that follows from the site's own id.
  fileprivate static func id(_ get: @escaping @Sendable (Record) -> String) -> Field {
    Field(
      "id", "a UUID (version 5) that follows from the site's host and its own id: it stays",
      .text(.pattern("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"), get))
  }
}

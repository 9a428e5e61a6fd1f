import Activities
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary
import Words

/// `/feeds/v1/services.json`: what residents can order from menus.
enum ServicesFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<Offer> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    let words = community.words
    return FeedShape(
      name: "services", about: "Service items of all menus.",
      fields: [
        Field("id", "stays the same as long as the service is offered", .text { $0.record.id.text }),
        Field("title", "what is offered", .text { $0.record.title }),
        Field(
          "category", "what sort of menu it stands in",
          .word(MenuCategory.codes) { ($0.menuDetails?.category ?? .convenience).rawValue }),
        Field("menuId", "the menu's last URL part", .text { $0.page?.page.slug.text ?? "" }),
        Field("unitId", "the unit whose menu it stands in", .optionalText { $0.unit?.id.text }),
        Field("unitName", "that unit's name", .optionalText { $0.unit?.name }),
        .summary,
        Field("price", "in words", .optionalText { $0.price ?? ($0.record.per == nil ? nil : $0.priceText(words)) }),
        .feeYuan,
        .trial,
        .provider,
        .partner,
        .audience,
        .hours,
        .phone,
        Field("howTo", "how to order it", .optionalText { $0.record.orderBy }),
        .expiry(in: zone) { $0.endsAt },
        Field("url", "the page of its menu", .text(.address) { baseURL + ($0.page?.page.url ?? "/") }),
      ])
  }

  static func records(_ community: Community) -> [Offer] { community.services }
}

/// `/feeds/v1/offers.json`: what stands on lists of offers.
enum OffersFeed: DatedFeed {
  static func id(_ offer: Offer) -> String { offer.record.id.text }

  static func edited(_ offer: Offer, in zone: Zone) -> Instant { zone.instant(of: offer.record.updatedAt) }

  static func shape(
    _ community: Community, updated: @escaping @Sendable (Offer) -> Instant
  ) -> FeedShape<Offer> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    let lists = community.lists
    return FeedShape(
      name: "offers", about: "What stands for a period: services, lectures, resources, rewards, calls for volunteers.",
      fields: [
        Field("id", "stays the same as long as it is offered", .text { $0.record.id.text }),
        Field("listId", "the list it stands on: an id of lists", .text { $0.record.list.text }),
        Field("of", "what its list is of", .word(ListContent.codes) { ($0.list?.content ?? .service).rawValue }),
        Field("title", "what is offered", .text { $0.record.title }),
        .summary,
        Field("category", "the code of its category in its list", .optionalText { $0.category?.id.text }),
        Field("categoryLabel", "the category in words", .optionalText { $0.category?.label }),
        Field("tags", "keywords", .texts { $0.record.tags }),
        Field("unitId", "the unit whose it is", .optionalText { $0.unit?.id.text }),
        Field("unitName", "that unit's name", .optionalText { $0.unit?.name }),
        .provider,
        .partner,
        Field("venueId", "where it can be had: an id of venues", .optionalText { $0.record.venue?.text }),
        .feeYuan,
        Field("marketYuan", "what it costs elsewhere", unit: "yuan", .optionalNumber { $0.record.marketYuan }),
        Field("per", "what price and quantity are for, in words", .optionalText { $0.record.per }),
        Field("points", "how many points it costs", unit: "points", .optionalInteger(least: 0) { $0.record.points }),
        .trial,
        Field("quantity", "how much there is; null where that is not limited", .optionalNumber { $0.record.quantity }),
        Field("remaining", "how much of it is left", .optionalNumber { $0.left }),
        Field("minutes", "how long it takes", unit: "minutes", .optionalInteger(least: 0) { $0.record.minutes }),
        Field(
          "minimumPeople", "for how many at least it is done", unit: "people",
          .optionalInteger(least: 0) { $0.record.minimumPeople }),
        .audience,
        .hours,
        Field("conditions", "what must be so, in words", .optionalText { $0.record.conditions }),
        Field("documents", "what to bring, in words", .optionalText { $0.record.documents }),
        Field(
          "limitWorkdays", "within how long it is done; 0 is on the spot", unit: "working days",
          .optionalInteger(least: 0) { $0.record.limitDays }),
        Field("orderBy", "how to order it", .optionalText { $0.record.orderBy }),
        .phone,
        Field("orderUrl", "where to order it", .optionalText(.address) { $0.record.url }),
        Field(
          "availableFrom", "the first day on which it can be had; null: already",
          .optionalText(.date) { $0.record.availableFrom.map(TimeText.date) }),
        Field(
          "availableUntil", "the last day on which it can be had",
          .optionalText(.date) { $0.record.availableUntil.map(TimeText.date) }),
        .expiry(in: zone) { $0.endsAt },
        Field("paused", "for the time being it can't be had", .flag { $0.record.isPaused }),
        Field(
          "checkedOn", "the day on which somebody last made sure that it is so",
          .optionalText(.date) { $0.record.checkedOn.map(TimeText.date) }),
        Field(
          "url", "where it is shown; null where no page does",
          .optionalText(.address) { lists.url(of: $0).map { baseURL + $0 } }),
        Field(
          "updatedAt", "when anything that stands here last changed",
          .text(.dateTime) { TimeText.rfc3339(updated($0), in: zone) }),
      ])
  }

  /// Those of lists; a menu's own are in services.
  static func records(_ community: Community) -> [Offer] { community.lists.offers.filter { $0.list != nil } }
}

/// What both feeds say of an offer.
extension Field<Offer> {
  fileprivate static var summary: Field {
    Field("summary", "what it is, in a sentence or two", .optionalText { $0.record.summary })
  }
  fileprivate static var feeYuan: Field {
    Field(
      "feeYuan", "0 is free of charge; null is not stated; else the price", unit: "yuan",
      .optionalNumber { $0.record.feeYuan })
  }
  fileprivate static var trial: Field {
    Field("trial", "terms of trying before paying", .optionalText { $0.record.trial })
  }
  fileprivate static var provider: Field {
    Field("provider", "who does it: a role or an organisation", .optionalText { $0.record.provider })
  }
  fileprivate static var partner: Field {
    Field("partnerId", "the partner who does it: an id of partners", .optionalText { $0.record.partner?.text })
  }
  fileprivate static var audience: Field {
    Field("audience", "for whom it is", .optionalText { $0.record.audience })
  }
  fileprivate static var hours: Field {
    Field("hours", "when it can be had, in words", .optionalText { $0.record.hours })
  }
  fileprivate static var phone: Field {
    Field("phone", "an office number", .optionalText { $0.record.phone })
  }
}

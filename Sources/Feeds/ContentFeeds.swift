import CivilTime
import Community
import Content
import FeedFormat
import Vocabulary

/// `/feeds/v1/notices.json`: notices that are valid now.
enum NoticesFeed {
  static func shape(_ community: Community) -> FeedShape<PublicPage> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    return FeedShape(
      name: "notices", about: "Notices that are valid at generatedAt: pinned ones first, then the newest.",
      fields: [
        FeedField(
          "id", "the notice's last URL part; stays as long as the notice does", .text { $0.page.slug.text }),
        FeedField("title", "as it stands over the notice", .text { $0.page.title }),
        FeedField(
          "category", "what sort of notice it is",
          .word(NoticeCategory.codes, optional: false) { $0.noticeDetails.category.rawValue }),
        FeedField("pinned", "whether it stands before newer ones", .flag { $0.isPinned }),
        FeedField("date", "the day it was issued", format: .date, .text { $0.page.date.map(TimeText.date) ?? "" }),
        FeedField(
          "publishAt", "the moment from which it may be shown; null: at once",
          .optionalText { $0.page.publishAt.map { TimeText.rfc3339($0, in: zone) } }),
        .expiry(in: zone) { $0.expiresAt },
        FeedField(
          "publicNoticeFirstDay", "of a public notice that counts working days; else null",
          .optionalText { $0.period.map { TimeText.date($0.first) } }),
        FeedField(
          "publicNoticeLastDay", "it ends at 24:00 of that day",
          .optionalText { $0.period.map { TimeText.date($0.last) } }),
        FeedField(
          "publicNoticeWorkdays", "how many working days a public notice runs; null where it is none",
          .integer { $0.period?.workdays.count }),
        FeedField("unitId", "the unit that issued it; null for all", .optionalText { $0.unit?.id.text }),
        FeedField("unitName", "that unit's name", .optionalText { $0.unit?.name }),
        FeedField("summary", "its first sentences, as plain text", .text { $0.summary }),
        FeedField(
          "wordCount", "how long the text is: Han characters, Latin words and numbers",
          .integer { $0.page.body.wordCount }),
        FeedField("contact", "an office number", .optionalText { $0.noticeDetails.contact }),
        FeedField("activityId", "the activity it is about", .optionalText { $0.noticeDetails.activity?.text }),
        FeedField("tags", "the writer's own keywords", .texts { $0.page.tags }),
        FeedField("url", "its page", format: .uri, .text { baseURL + $0.page.url }),
      ])
  }
}

/// `/feeds/v1/services.json`: what residents can order.
enum ServicesFeed {
  static func shape(_ community: Community) -> FeedShape<Service> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    return FeedShape(
      name: "services", about: "Service items of all menus.",
      fields: [
        FeedField("id", "stays the same as long as the service is offered", .text { $0.item.id.text }),
        FeedField("title", "what is offered", .text { $0.item.title }),
        FeedField(
          "category", "what sort of menu it stands in",
          .word(MenuCategory.codes, optional: false) { $0.category.rawValue }),
        FeedField("menuId", "the menu's last URL part", .text { $0.menu.page.slug.text }),
        FeedField("unitId", "the unit whose menu it stands in", .optionalText { $0.menu.unit?.id.text }),
        FeedField("unitName", "that unit's name", .optionalText { $0.menu.unit?.name }),
        FeedField("summary", "what it is, in a sentence or two", .optionalText { $0.item.summary }),
        FeedField("price", "in words", .optionalText { $0.item.price }),
        FeedField("feeYuan", "0 is free of charge; null is not stated", .number { $0.item.feeYuan }),
        FeedField("trial", "terms of trying before paying", .optionalText { $0.item.trial }),
        FeedField("provider", "who does it: a role or an organisation", .optionalText { $0.item.provider }),
        FeedField("partnerId", "the partner who does it: an id of partners", .optionalText { $0.item.partner?.text }),
        FeedField("audience", "for whom it is", .optionalText { $0.item.audience }),
        FeedField("hours", "when it can be had, in words", .optionalText { $0.item.hours }),
        FeedField("phone", "an office number", .optionalText { $0.item.phone }),
        FeedField("howTo", "how to order it", .optionalText { $0.item.howTo }),
        .expiry(in: zone) { $0.menu.expiresAt },
        FeedField("url", "the page of its menu", format: .uri, .text { baseURL + $0.menu.page.url }),
      ])
  }
}

/// `/feeds/v1/venues.json`.
enum VenuesFeed {
  static func shape(_ community: Community) -> FeedShape<Venue> {
    let baseURL = community.site.baseURL
    let units = community.units
    return FeedShape(
      name: "venues", about: "Places where things happen.",
      fields: [
        FeedField("id", "stays the same as long as the venue is there", .text { $0.id.text }),
        FeedField("name", "what people call it", .text { $0.name }),
        FeedField("unitId", "the unit that runs it", .text { $0.unit.text }),
        FeedField("unitName", "that unit's name", .optionalText { units[$0.unit]?.name }),
        FeedField("address", "street and number", .optionalText { $0.address }),
        FeedField("latitude", "degrees, WGS 84", .number { $0.latitude }),
        FeedField("longitude", "degrees, WGS 84", .number { $0.longitude }),
        FeedField("areaSquareMetres", "floor area in square metres", .number { $0.area }),
        FeedField("openingHours", "OpenStreetMap's opening_hours syntax", .optionalText { $0.openingHours }),
        FeedField("phone", "an office number", .optionalText { $0.phone }),
        FeedField("url", "its page", format: .uri, .text { baseURL + $0.url }),
      ])
  }
}

/// `/feeds/v1/brands.json`.
enum BrandsFeed {
  static func shape(_ community: Community) -> FeedShape<PublicPage> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    return FeedShape(
      name: "brands", about: "Party-building brands, as a tree by parentId.",
      fields: [
        FeedField("id", "the brand's last URL part", .text { $0.page.slug.text }),
        FeedField("title", "the brand's name", .text { $0.page.title }),
        FeedField("parentId", "null at the root", .optionalText { $0.brandDetails.parent?.text }),
        FeedField("unitId", "the unit whose brand it is", .optionalText { $0.unit?.id.text }),
        FeedField("unitName", "that unit's name", .optionalText { $0.unit?.name }),
        FeedField("edition", "the edition it is in, such as 2.0", .optionalText { $0.brandDetails.edition }),
        FeedField("motto", "its motto", .optionalText { $0.brandDetails.motto }),
        FeedField("since", "when it began, in words", .optionalText { $0.brandDetails.since }),
        FeedField("carriers", "the rooms, teams and events that carry it", .texts { $0.brandDetails.carriers }),
        FeedField("partnerIds", "its partners: ids of partners", .texts { $0.brandDetails.partners.map(\.text) }),
        FeedField("summary", "what it is, as plain text", .text { $0.summary }),
        .expiry(in: zone) { $0.expiresAt },
        FeedField("url", "its page", format: .uri, .text { baseURL + $0.page.url }),
      ])
  }
}

/// `/feeds/v1/metrics.json`.
enum MetricsFeed {
  static func shape(_ community: Community) -> FeedShape<Metric> {
    FeedShape(
      name: "metrics", about: "Figures of units, each with the day it was true.",
      fields: [
        FeedField("id", "stays the same from day to day", .text { $0.id.text }),
        FeedField("title", "what the figure says", .text { $0.title }),
        FeedField("value", "the figure itself", .number { $0.value }),
        FeedField("suffix", "what is counted", .optionalText { $0.suffix }),
        FeedField("unitId", "the unit whose figure it is", .text { $0.unit.id.text }),
        FeedField("unitName", "that unit's name", .text { $0.unit.name }),
        FeedField("asOf", "the day on which it was true", format: .date, .text { TimeText.date($0.asOf) }),
        FeedField("note", "how it was counted, or what else to know of it", .optionalText { $0.note }),
      ])
  }
}

extension FeedField {
  fileprivate static func expiry(
    in zone: Zone, _ time: @escaping @Sendable (Record) -> LocalDateTime?
  ) -> FeedField {
    FeedField(
      "expiresAt", "from then on it must not be shown as current",
      .optionalText { time($0).map { TimeText.rfc3339($0, in: zone) } })
  }
}

extension PublicPage {
  var noticeDetails: NoticeDetails {
    if case .notice(let details) = page.details { return details }
    preconditionFailure("\(page.file) is no notice")
  }

  var brandDetails: BrandDetails {
    if case .brand(let details) = page.details { return details }
    preconditionFailure("\(page.file) is no brand")
  }
}

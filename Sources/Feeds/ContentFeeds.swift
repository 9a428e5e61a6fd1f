import Activities
import Artifacts
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Markdown
import Vocabulary

/// `/feeds/v1/notices.json`: notices that are valid now.
enum NoticesFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<PublicPage> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    return FeedShape(
      name: "notices", about: "Notices that are valid at generatedAt: pinned ones first, then the newest.",
      fields: [
        Field(
          "id", "the last part of the URL at which it was first published; stays as long as the notice does",
          .text { $0.lastingName }),
        Field("title", "as it stands over the notice", .text { $0.page.title }),
        Field(
          "category", "what sort of notice it is",
          .word(NoticeCategory.codes) { $0.noticeDetails.category.rawValue }),
        Field("pinned", "whether it stands before newer ones", .flag { $0.isPinned }),
        Field(
          "updatedAt", "when what it says last changed",
          .optionalText(.dateTime) { $0.revisedAt.map { TimeText.rfc3339($0, in: zone) } }),
        Field("date", "the day it was issued", .text(.date) { $0.page.date.map(TimeText.date) ?? "" }),
        Field(
          "publishAt", "the moment from which it may be shown; null: at once",
          .optionalText(.dateTime) { $0.page.publishAt.map { TimeText.rfc3339($0, in: zone) } }),
        .expiry(in: zone) { $0.expiresAt },
        Field(
          "publicNoticeFirstDay", "of a public notice that counts working days; else null",
          .optionalText(.date) { $0.period.map { TimeText.date($0.first) } }),
        Field(
          "publicNoticeLastDay", "it ends at 24:00 of that day",
          .optionalText(.date) { $0.period.map { TimeText.date($0.last) } }),
        Field(
          "publicNoticeWorkdays", "how many working days a public notice runs; null where it is none",
          .optionalInteger { $0.period?.workdays.count }),
        Field("unitId", "the unit that issued it; null for all", .optionalText { $0.unit?.id.text }),
        Field("unitName", "that unit's name", .optionalText { $0.unit?.name }),
        Field("summary", "its first sentences, as plain text", .text { $0.summary }),
        Field(
          "wordCount", "how long the text is: Han characters, Latin words and numbers",
          .integer(least: 0) { $0.page.body.wordCount }),
        Field("contact", "an office number", .optionalText { $0.noticeDetails.contact }),
        Field("activityId", "the activity it is about", .optionalText { $0.noticeDetails.activity?.text }),
        Field("tags", "the writer's own keywords", .texts { $0.page.tags }),
        Field(
          "attachments", "the files that it offers",
          .list(
            [
              Field("title", "what the notice calls it, else its name", .text { $0.title }),
              Field("mediaType", "what it is (RFC 6838)", .text { $0.file.mediaType.rawValue }),
              Field("bytes", "how large it is", unit: "bytes", .integer(least: 1) { $0.file.bytes }),
              Field("url", "where it is", .text(.address) { baseURL + $0.file.path.url }),
            ] as [Field<PageAttachment>]
          ) { community.attachments.of($0.page.source) }),
        Field("url", "its page", .text(.address) { baseURL + $0.page.url }),
      ])
  }

  static func records(_ community: Community) -> [PublicPage] { community.pages.currentNotices }
}

/// `/feeds/v1/venues.json`.
enum VenuesFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<Venue> {
    let baseURL = community.site.baseURL
    let units = community.units
    return FeedShape(
      name: "venues", about: "Places where things happen.",
      fields: [
        Field("id", "stays the same as long as the venue is there", .text { $0.id.text }),
        Field("name", "what people call it", .text { $0.name }),
        Field("unitId", "the unit that runs it", .text { $0.unit.text }),
        Field("unitName", "that unit's name", .optionalText { units[$0.unit]?.name }),
        Field("address", "street and number", .optionalText { $0.address }),
        Field("latitude", "north of the equator by WGS 84", unit: "degrees", .optionalNumber { $0.latitude }),
        Field("longitude", "east of Greenwich by WGS 84", unit: "degrees", .optionalNumber { $0.longitude }),
        Field("areaSquareMetres", "floor area", unit: "square metres", .optionalNumber { $0.area }),
        Field("openingHours", "OpenStreetMap's opening_hours syntax", .optionalText { $0.openingHours }),
        Field("phone", "an office number", .optionalText { $0.phone }),
        Field(
          "type", "what it is for; null where that is not said", .optionalWord(VenueType.codes) { $0.type?.rawValue }),
        Field("seats", "how many sit there", .optionalInteger(least: 1) { $0.seats }),
        Field("facilities", "what is found there, in the vocabulary's order", .list(Self.facility) { $0.facilities }),
        Field(
          "furtherFacilities", "what is found there beside, in words, since the vocabulary has none for it",
          .texts { $0.furtherFacilities }),
        Field("zones", "its parts, as its page has them", .list(Self.zone) { $0.zones }),
        Field(
          "url", "its page, else its schedule, else where it stands among other places",
          .text(.address) { baseURL + $0.url }),
      ])
  }

  private static let facility: [Field<VenueFacilityRecord>] = [
    Field("facility", "what is found", .word(VenueFacility.codes) { $0.facility.rawValue }),
    Field("note", "how many, where, when", .optionalText { $0.note }),
  ]

  private static let zone: [Field<VenueZone>] = [
    Field("name", "what it is called", .text { $0.name }),
    Field("areaSquareMetres", "its floor area", unit: "square metres", .optionalNumber { $0.area }),
    Field("summary", "what it is for", .optionalText { $0.summary }),
  ]

  static func records(_ community: Community) -> [Venue] { community.venues }
}

/// `/feeds/v1/metrics.json`.
enum MetricsFeed: Feed {
  static func shape(_: Community) -> FeedShape<Metric> {
    FeedShape(
      name: "metrics", about: "Figures of units, each with the day it was true.",
      fields: [
        Field("id", "stays the same from day to day", .text { $0.id }),
        Field("title", "what the figure says", .text { $0.title }),
        Field("value", "the figure itself", .number { $0.value }),
        Field("suffix", "what is counted", .optionalText { $0.suffix }),
        Field("unitId", "the unit whose figure it is", .text { $0.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.unit.name }),
        Field("asOf", "the day on which it was true", .text(.date) { TimeText.date($0.asOf) }),
        Field("note", "how it was counted, or what else to know of it", .optionalText { $0.note }),
      ])
  }

  static func records(_ community: Community) -> [Metric] { community.metrics }
}

extension Field {
  static func expiry(
    in zone: Zone, _ time: @escaping @Sendable (Record) -> LocalDateTime?
  ) -> Field {
    Field(
      "expiresAt", "from then on it must not be shown as current",
      .optionalText(.dateTime) { time($0).map { TimeText.rfc3339($0, in: zone) } })
  }
}

extension PublicPage {
  var noticeDetails: NoticeDetails {
    if case .notice(let details) = page.details { return details }
    preconditionFailure("\(page.file) is no notice")
  }
}

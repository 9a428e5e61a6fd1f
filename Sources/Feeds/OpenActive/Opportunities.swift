import Activities
import Artifacts
import CivilTime
import Community
import Content
import Encoding
import FeedFormat
import Fields
import Vocabulary
import Words

/// What takes place, in OpenActive's words: a series is a `SessionSeries`, its dates are `ScheduledSession`s, what takes place once is an `Event`.
struct Opportunities {
  struct Feed: Sendable {
    let name: String
    let kind: String
    let records: [(id: String, data: Bytes)]
  }

  let series: Feed
  let sessions: Feed
  let events: Feed
  private let community: Community

  init(_ community: Community) {
    self.community = community
    let site = OpportunitySite(community)
    func written(_ fields: [Field<Opportunity>], _ opportunities: [Opportunity]) -> [(id: String, data: Bytes)] {
      let writer = RecordWriter(fields, absent: .leftOut)
      return opportunities.map { opportunity in
        var json = JSONWriter()
        json.object { writer.write(opportunity, to: &$0) }
        return (opportunity.id, json.bytes)
      }
    }
    let coming = community.occurrences.filter { !community.horizon.wasOver($0.end) }
    series = Feed(
      name: "session-series", kind: "SessionSeries",
      records: written(
        Opportunity.ofSeries,
        community.subscriptions.coming.filter { $0.record.rule != nil }.map {
          Opportunity(activity: $0, occurrence: nil, site: site)
        }))
    sessions = Feed(
      name: "scheduled-sessions", kind: "ScheduledSession",
      records: written(
        Opportunity.ofSession,
        coming.filter { $0.activity.record.rule != nil }.map {
          Opportunity(activity: $0.activity, occurrence: $0, site: site)
        }))
    events = Feed(
      name: "events", kind: "Event",
      records: written(
        Opportunity.ofEvent,
        coming.filter { $0.activity.record.rule == nil }.map {
          Opportunity(activity: $0.activity, occurrence: $0, site: site)
        }))
  }

  /// `/feeds/openactive/concepts.json`: the list of sorts of activities that items name, a SKOS concept scheme.
  func concepts(license: String) -> Artifact {
    let site = OpportunitySite(community)
    let concepts = ActivityKind.allCases.map { OpportunityConcept(kind: $0, site: site) }
    let title = community.words.openData + " · " + community.site.title
    return Artifact(
      .activityConcepts, .json,
      .made {
        var json = JSONWriter()
        json.object { json in
          json.field("@context", Opportunity.context)
          json.field("@type", "ConceptScheme")
          json.field("@id", site.scheme)
          json.field("url", site.scheme)
          json.field("title", title)
          json.field("license", license)
          json.key("concept")
          let writer = RecordWriter(OpportunityConcept.fields, absent: .leftOut)
          json.array(concepts) { json, concept in json.object { writer.write(concept, to: &$0) } }
        }
        return json.file
      })
  }
}

/// What all of a site's items go by.
struct OpportunitySite: Sendable {
  let baseURL: String
  let zone: Zone
  let words: any Words
  let units: UnitTree
  let region: SiteConfiguration.Region?

  init(_ community: Community) {
    baseURL = community.site.baseURL
    zone = community.horizon.zone
    words = community.words
    units = community.units
    region = community.site.region
  }

  var scheme: String { baseURL + SitePath.activityConcepts.url }
}

/// A series, or one date of it, or what takes place once.
struct Opportunity: Sendable {
  static let context = "https://openactive.io/"

  let activity: Activity
  /// nil: the series.
  let occurrence: Occurrence?
  let site: OpportunitySite

  var id: String { occurrence?.id ?? activity.id.text }
  private var page: String { site.baseURL + activity.url }
  private var address: String { occurrence.map { "\(page)#\($0.id)" } ?? page }

  // MARK: Fields

  static let ofSeries: [Field<Opportunity>] = head("SessionSeries") + ownOfSeries + common
  static let ofSession: [Field<Opportunity>] = head("ScheduledSession") + parent + times + ownOfSession + changing
  static let ofEvent: [Field<Opportunity>] = head("Event") + times + ownOfEvent + common + changing

  private static let ownOfSeries: [Field<Opportunity>] = [
    Field("name", "what it is called", .text { $0.activity.title }),
    Field("description", "what it is, in a sentence or two", .optionalText { $0.activity.record.summary }),
    Field(
      "eventStatus", "where the whole series was called off: what became of it",
      .optionalText(.address) { $0.activity.occurrenceStatus?.inSchema }),
    Field(
      "location", "where it usually takes place; the unit itself where no place is stated",
      .record(OpportunityPlace.self) { OpportunityPlace($0.activity.venue, of: $0.activity.unit, $0.site) }),
  ]

  private static let parent: [Field<Opportunity>] = [
    Field("superEvent", "the series that it is a date of: the `@id` of its item", .text(.address) { $0.page })
  ]

  private static let ownOfSession: [Field<Opportunity>] = [
    Field(
      "name", "what it is called, where the series says more of this one",
      .optionalText { one in one.occurrence.flatMap { $0.title == $0.activity.title ? nil : $0.title } }),
    Field(
      "description", "what it is about, where that is not what the series says",
      .optionalText { one in
        one.occurrence.flatMap { $0.summary == $0.activity.record.summary ? nil : $0.summary }
      }),
    Field(
      "location", "where it takes place, where that is not where the series usually does",
      .optionalRecord(OpportunityPlace.self) { one in
        one.occurrence.flatMap { occurrence in
          occurrence.venue?.id == one.activity.venue?.id
            ? nil : OpportunityPlace(occurrence.venue, of: one.activity.unit, one.site)
        }
      }),
    Field(
      "maximumAttendeeCapacity", "places", .optionalInteger(least: 1) { $0.activity.record.capacity }),
  ]

  private static let ownOfEvent: [Field<Opportunity>] = [
    Field("name", "what it is called", .text { $0.occurrence?.title ?? $0.activity.title }),
    Field("description", "what it is, in a sentence or two", .optionalText { $0.occurrence?.summary }),
    Field(
      "location", "where it takes place; the unit itself where no place is stated",
      .record(OpportunityPlace.self) { OpportunityPlace($0.occurrence?.venue, of: $0.activity.unit, $0.site) }),
  ]

  private static func head(_ type: String) -> [Field<Opportunity>] {
    [
      Field("@context", "what the names mean", .text(.address) { _ in context }),
      Field("@type", "what it is, in the model's words", .text { _ in type }),
      Field("@id", "its address, and its identity among all data", .text(.address) { $0.address }),
      Field(
        "identifier", "of a date its `id` in activities.json, of a series its `activityId`", .text { $0.id }),
      Field("url", "its page", .text(.address) { $0.page }),
    ]
  }

  private static let times: [Field<Opportunity>] = [
    Field("startDate", "when it begins", .text(.dateTime) { $0.time(\.start) }),
    Field("endDate", "when it ends", .text(.dateTime) { $0.time(\.end) }),
    Field(
      "eventStatus", "as scheduled, at another time or place than was planned, cancelled, or put off",
      .text(.address) { ($0.occurrence?.status ?? .scheduled).inSchema }),
  ]

  private static let changing: [Field<Opportunity>] = [
    Field(
      "remainingAttendeeCapacity", "places left, where somebody counts",
      .optionalInteger(least: 0) { $0.occurrence?.remaining }),
    Field(
      "schedulingNote", "why it was cancelled or moved, or what else to know of it",
      .optionalText { one in one.occurrence?.note(one.site.words) }),
  ]

  private static let common: [Field<Opportunity>] = [
    Field(
      "activity", "what sort of activity it is, of the site's own list",
      .list(OpportunityConcept.self) { [OpportunityConcept(kind: $0.activity.record.kind, site: $0.site)] }),
    Field(
      "organizer", "the unit that holds it",
      .record(OpportunityOrganizer.self) {
        OpportunityOrganizer(unit: $0.activity.unit, baseURL: $0.site.baseURL)
      }),
    Field(
      "offers", "what it costs; absent where no price is stated",
      .list(OpportunityOffer.self, optional: true) { one in
        one.activity.record.feeYuan.map { [OpportunityOffer(address: one.page, yuan: $0)] } ?? []
      }),
    Field(
      "maximumAttendeeCapacity", "places, each time", .optionalInteger(least: 1) { $0.activity.record.capacity }),
    Field(
      "eventAttendanceMode", "where it can be watched from anywhere: whether as well, or only so",
      .optionalText(.address) { one in
        one.activity.record.onlineURL == nil
          ? nil : "https://schema.org/\(one.activity.venue == nil ? "Online" : "Mixed")EventAttendanceMode"
      }),
  ]

  private func time(_ time: KeyPath<Occurrence, LocalDateTime>) -> String {
    TimeText.rfc3339(occurrence?[keyPath: time] ?? activity.record.start, in: site.zone)
  }
}

/// A sort of activity.
struct OpportunityConcept: HasFields {
  let kind: ActivityKind
  let site: OpportunitySite

  static let about = "A sort of activity, of the site's own list."
  static let fields: [Field<OpportunityConcept>] = [
    Field("@type", "`Concept`", .text { _ in "Concept" }),
    Field("@id", "its address in the list", .text(.address) { "\($0.site.scheme)#\($0.kind.rawValue)" }),
    Field("prefLabel", "what it is called", .text { $0.site.words.label($0.kind) }),
    Field("inScheme", "the list", .text(.address) { $0.site.scheme }),
  ]
}

struct OpportunityOrganizer: HasFields {
  let unit: Unit
  let baseURL: String

  static let about = "A unit."
  static let fields: [Field<OpportunityOrganizer>] = [
    Field("@type", "`Organization`", .text { _ in "Organization" }),
    Field("@id", "its page", .text(.address) { $0.baseURL + $0.unit.url }),
    Field("name", "what it is called", .text { $0.unit.name }),
    Field("url", "its page", .text(.address) { $0.baseURL + $0.unit.url }),
    Field("telephone", "an office number", .optionalText { $0.unit.phone }),
  ]
}

struct OpportunityOffer: HasFields {
  let address: String
  let yuan: Double

  static let about = "A price."
  static let fields: [Field<OpportunityOffer>] = [
    Field("@type", "`Offer`", .text { _ in "Offer" }),
    Field("@id", "its identity", .text(.address) { "\($0.address)#offer" }),
    Field("price", "0 is free of charge", unit: "yuan", .number { $0.yuan }),
    Field("priceCurrency", "`CNY`", .text { _ in "CNY" }),
  ]
}

/// A venue; where none is stated, the unit, which then has no `@id`.
struct OpportunityPlace: HasFields {
  private let venue: Venue?
  private let unit: Unit
  private let site: OpportunitySite

  init(_ venue: Venue?, of unit: Unit, _ site: OpportunitySite) {
    self.venue = venue
    self.unit = unit
    self.site = site
  }

  private var street: String? { venue?.address }
  private var unitName: String { venue.flatMap { site.units[$0.unit]?.name } ?? unit.name }

  static let about = "A place."
  static let fields: [Field<OpportunityPlace>] = [
    Field("@type", "`Place`", .text { _ in "Place" }),
    Field(
      "@id", "of a venue of the site: its address",
      .optionalText(.address) { place in place.venue.map { "\(place.site.baseURL)/feeds/v1/venues.json#\($0.id)" } }),
    Field("name", "what it is called; of no venue, the unit", .text { $0.venue?.name ?? $0.unit.name }),
    Field(
      "url", "its page", .optionalText(.address) { place in place.venue.map { place.site.baseURL + $0.url } }),
    Field(
      "address", "street and number, with city and province where the site states them; else the unit that it lies in",
      .text { place in
        let region = place.site.region.map { $0.province + $0.city } ?? ""
        return region + (place.street ?? place.unitName)
      }),
    Field(
      "geo", "where it is",
      .optionalRecord(OpportunityPoint.self) { place in place.venue?.point.map { OpportunityPoint(point: $0) } }),
    Field("telephone", "an office number", .optionalText { $0.venue?.phone }),
  ]
}

struct OpportunityPoint: HasFields {
  let point: GeoPoint

  static let about = "A point by WGS 84."
  static let fields: [Field<OpportunityPoint>] = [
    Field("@type", "`GeoCoordinates`", .text { _ in "GeoCoordinates" }),
    Field("latitude", "north of the equator", unit: "degrees", .number { $0.point.latitude }),
    Field("longitude", "east of Greenwich", unit: "degrees", .number { $0.point.longitude }),
  ]
}

import Activities
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/brands.json`.
enum BrandsFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<PublicPage> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    let today = community.horizon.today
    return FeedShape(
      name: "brands", about: "Party-building brands, as a tree by parentId.",
      fields: [
        Field("id", "the brand's last URL part", .text { $0.page.slug.text }),
        Field("title", "the brand's name", .text { $0.page.title }),
        Field("parentId", "null at the root", .optionalText { $0.brandDetails?.parent?.text }),
        Field("unitId", "the unit whose brand it is", .optionalText { $0.unit?.id.text }),
        Field("unitName", "that unit's name", .optionalText { $0.unit?.name }),
        Field(
          "edition", "the edition it is in, such as 2.0, at validFrom; editions say what follows",
          .optionalText { $0.brandDetails?.edition(on: today)?.name }),
        Field("motto", "its motto", .optionalText { $0.brandDetails?.motto }),
        Field("since", "when it began, in words", .optionalText { $0.brandDetails?.since }),
        Field(
          "carriers", "the rooms, teams and events that carry it",
          .texts { $0.brandDetails?.carriers.map(\.title) ?? [] }),
        Field(
          "partnerIds", "its partners: ids of partners", .texts { $0.brandDetails?.partners.map(\.text) ?? [] }),
        Field("summary", "what it is, as plain text", .text { $0.summary }),
        .expiry(in: zone) { $0.expiresAt },
        Field("url", "its page", .text(.address) { baseURL + $0.page.url }),
        Field(
          "editions", "its editions that have dates, one after the other",
          .list(Self.edition) { $0.brandDetails?.editions.filter { $0.from != nil } ?? [] }),
        method(community),
        Field(
          "carrierLinks", "the same as carriers, with what each is",
          .list(Self.carrier(community)) { $0.brandDetails?.carriers ?? [] }),
        Field(
          "total", "what it and all brands below it amount to, counted at generatedAt",
          .record(Self.total) { community.rollUp(of: $0) }),
      ])
  }

  private static let edition: [Field<Edition>] = [
    Field("edition", "which it is, such as 2.0", .text { $0.name }),
    Field("name", "what it is called beside that", .optionalText { $0.title }),
    Field(
      "from", "the day, the month or the year in which it began or begins",
      .text(.pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")) { $0.from.map(TimeText.partialDate) ?? "" }),
    Field("firstDay", "the first day on which it holds", .text(.date) { $0.firstDay.map(TimeText.date) ?? "" }),
    Field(
      "lastDay", "the last day on which it holds; null: nothing follows it yet",
      .optionalText(.date) { $0.lastDay.map(TimeText.date) }),
    Field("changes", "what it changed, in words", .texts { $0.changes }),
  ]

  private static func carrier(_ community: Community) -> [Field<Carrier>] {
    let baseURL = community.site.baseURL
    return [
      Field("title", "what it is called", .text { $0.title }),
      .kind { $0.subject }, .id { $0.subject },
      Field(
        "url", "where it is shown; null where no page does",
        .optionalText(.address) { carrier in carrier.subject.flatMap { community.url(of: $0) }.map { baseURL + $0 } }),
    ]
  }

  private static let total: [Field<BrandRollUp>] = [
    Field("brands", "brands below it", .integer(least: 0) { $0.brands }),
    Field("carriers", "carriers, each once", .integer(least: 0) { $0.carriers }),
    Field("partners", "partners whose agreement has not ended, each once", .integer(least: 0) { $0.partners }),
    Field("teams", "teams, each once", .integer(least: 0) { $0.teams }),
    Field(
      "occurrences", "what takes place in its carriers or is its own, from occurrencesFrom to occurrencesUntil",
      .integer(least: 0) { $0.occurrences }),
    Field("occurrencesFrom", "the first day of that", .text(.date) { TimeText.date($0.first) }),
    Field("occurrencesUntil", "the last day of that", .text(.date) { TimeText.date($0.last) }),
    Field("mattersWaiting", "matters of its lists that wait to be taken", .integer(least: 0) { $0.waiting }),
    Field("mattersUnderWay", "those under way", .integer(least: 0) { $0.underWay }),
    Field("mattersDone", "those done", .integer(least: 0) { $0.done }),
  ]

  /// A page's way of working.
  private static func method(_ community: Community) -> Field<PublicPage> {
    let form = RecordForm(Self.method(items: item(community)))
    return Field(
      "method", "a way of working with a number for a name; null where it has none",
      .record(form, optional: true) { $0.page.method })
  }

  private static func item(_ community: Community) -> [Field<MethodItem>] {
    let baseURL = community.site.baseURL
    return [
      Field("title", "what it is", .text { $0.title }), Field("summary", "more of it", .optionalText { $0.summary }),
      .kind { $0.subject }, .id { $0.subject },
      Field(
        "url", "where it is shown; null where no page does",
        .optionalText(.address) { item in item.subject.flatMap { community.url(of: $0) }.map { baseURL + $0 } }),
    ]
  }

  private static func method(items: [Field<MethodItem>]) -> [Field<Method>] {
    let part: [Field<MethodPart>] = [
      Field("count", "how many there are; N is any number", .text(.pattern("^([1-9][0-9]?|N)$")) { $0.count.text }),
      Field("name", "what is counted", .text { $0.name }), Field("summary", "more of it", .optionalText { $0.summary }),
      Field("items", "each of them; as many as are counted", .list(items) { $0.items }),
    ]
    return [
      Field("name", "such as 345, whose numerals are the parts' counts", .text { $0.name }),
      Field("summary", "more of it", .optionalText { $0.summary }),
      Field("parts", "its parts, in the order of the numerals", .list(part) { $0.parts }),
    ]
  }

  static func records(_ community: Community) -> [PublicPage] { community.pages(of: .brand).filter { !$0.isExpired } }
}

extension Field {
  fileprivate static func kind(_ subject: @escaping @Sendable (Record) -> NamedSubject?) -> Field {
    Field("kind", "what it is; null where that is not said", .optionalWord(NamedSubject.keys) { subject($0)?.key })
  }

  fileprivate static func id(_ subject: @escaping @Sendable (Record) -> NamedSubject?) -> Field {
    Field("id", "its id among its kind", .optionalText { subject($0)?.id })
  }
}

import Activities
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/lists.json`: which lists there are, and how far what stands on them has come.
enum ListsFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<CommunityList> {
    func count(_ phase: MatterPhase) -> FieldValue<CommunityList> {
      .integer(least: 0) { list in list.matters.count { $0.record.phase == phase } }
    }
    let baseURL = community.site.baseURL
    let lists = community.lists
    return FeedShape(
      name: "lists", about: "Lists of offers and of matters, each with how many stand on it.",
      fields: [
        Field("id", "stays the same", .text { $0.record.id.text }),
        Field("title", "what the list is called", .text { $0.record.title }),
        Field("shape", "what its rows are", .word(ListShape.codes) { $0.record.shape.rawValue }),
        Field("of", "what it is a list of", .word(ListContent.codes) { $0.record.content.rawValue }),
        Field("unitId", "the unit whose list it is", .text { $0.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.unit.name }),
        Field("categories", "its categories, in their order", .list(Self.category) { $0.categories }),
        Field("offers", "how many offers stand on it", .integer(least: 0) { $0.offers.count }),
        Field("raised", "how many matters wait to be taken", count(.raised)),
        Field("taken", "how many somebody has taken", count(.taken)),
        Field("doing", "how many are under way", count(.doing)),
        Field("done", "how many are done", count(.done)),
        Field("dropped", "how many were dropped", count(.dropped)),
        Field(
          "url", "the page that shows it; null where none does",
          .optionalText(.address) { lists.page(of: $0).map { baseURL + $0 } }),
      ])
  }

  private static let category: [Field<ListWord>] = [
    Field("id", "its code", .text { $0.id.text }), Field("label", "the same in words", .text { $0.label }),
  ]

  static func records(_ community: Community) -> [CommunityList] { community.lists.all }
}

/// `/feeds/v1/matters.json`: what moves through phases.
enum MattersFeed: DatedFeed {
  static func id(_ matter: Matter) -> String { matter.record.id.text }

  static func edited(_ matter: Matter, in zone: Zone) -> Instant { zone.instant(of: matter.record.updatedAt) }

  static func shape(
    _ community: Community, updated: @escaping @Sendable (Matter) -> Instant
  ) -> FeedShape<Matter> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    let (words, lists) = (community.words, community.lists)
    func date(_ get: @escaping @Sendable (MatterRecord) -> CivilDate?) -> FieldValue<Matter> {
      .optionalText(.date) { get($0.record).map(TimeText.date) }
    }
    return FeedShape(
      name: "matters", about: "What moves through phases: demands, projects, topics, requests.",
      fields: [
        Field("id", "stays the same", .text { $0.record.id.text }),
        Field("listId", "the list it stands on: an id of lists", .text { $0.record.list.text }),
        Field("of", "what its list is of", .word(ListContent.codes) { $0.list.content.rawValue }),
        Field("title", "what it is about", .text { $0.record.title }),
        Field("summary", "what it is, in a sentence or two", .optionalText { $0.record.summary }),
        Field("category", "the code of its category in its list", .optionalText { $0.category?.id.text }),
        Field("categoryLabel", "the category in words", .optionalText { $0.category?.label }),
        Field("tags", "keywords", .texts { $0.record.tags }),
        Field("phase", "how far it has come", .word(MatterPhase.codes) { $0.record.phase.rawValue }),
        Field("phaseLabel", "the same in its list's words", .text { $0.phaseText(words) }),
        Field("unitId", "the unit whose it is", .text { $0.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.unit.name }),
        Field("fromId", "the matter that it came from", .optionalText { $0.origin?.id.text }),
        Field("brandId", "the brand it belongs to: an id of brands", .optionalText { $0.record.brand?.text }),
        Field("venueId", "where it is: an id of venues", .optionalText { $0.record.venue?.text }),
        Field("raisedBy", "who raised it: a role or an organisation", .optionalText { $0.record.raisedBy }),
        Field("owner", "who has it: a role or an organisation", .optionalText { $0.ownerName }),
        Field("ownerUnitId", "the unit that has it", .optionalText { $0.ownerUnit?.id.text }),
        Field("raisedOn", "the day on which it was raised", date(\.raisedOn)),
        Field("takenOn", "the day on which somebody took it", date(\.takenOn)),
        Field("dueOn", "the last day on which it is in time; later, and not closed, it is overdue", date(\.dueOn)),
        Field("doneOn", "the day on which it was done or dropped", date(\.doneOn)),
        Field(
          "daysTaken", "from when it was raised until it was closed", unit: "days", .optionalInteger { $0.daysTaken }),
        Field("result", "the code of its result in its list", .optionalText { $0.result?.id.text }),
        Field("resultLabel", "the result in words", .optionalText { $0.result?.label }),
        Field("quantity", "how much there is to do", .optionalNumber { $0.record.quantity }),
        Field("quantityDone", "how much of it is done", .optionalNumber { $0.record.quantityDone }),
        Field("per", "what the quantity counts, in words", .optionalText { $0.record.per }),
        Field("people", "how many it is for", unit: "people", .optionalInteger(least: 0) { $0.record.people }),
        Field("costYuan", "what was spent on it", unit: "yuan", .optionalNumber { $0.record.costYuan }),
        Field("outcome", "what came of it", .optionalText { $0.record.outcome }),
        Field("steps", "what was done, by day", .list(Self.step) { $0.steps.map(\.record) }),
        Field("pairings", "the resources that serve it", .list(Self.pairing) { $0.pairings }),
        Field(
          "url", "where it is shown; null where no page does",
          .optionalText(.address) { lists.url(of: $0).map { baseURL + $0 } }),
        Field(
          "updatedAt", "when anything that stands here last changed",
          .text(.dateTime) { TimeText.rfc3339(updated($0), in: zone) }),
      ])
  }

  private static let step: [Field<MatterStepRecord>] = [
    Field("on", "the day", .text(.date) { TimeText.date($0.day) }),
    Field("text", "what was done", .text { $0.text }),
    Field(
      "activityId", "the meeting at which it was done: an activityId of activities", .optionalText { $0.activity?.text }
    ),
    Field("votesFor", "votes for it", unit: "votes", .optionalInteger(least: 0) { $0.votes?.inFavour }),
    Field("votesAgainst", "votes against it", unit: "votes", .optionalInteger(least: 0) { $0.votes?.against }),
    Field(
      "votesAbstained", "votes that were neither", unit: "votes", .optionalInteger(least: 0) { $0.votes?.abstained }),
  ]

  private static let pairing: [Field<Matter.Pairing>] = [
    Field("offerId", "the resource: an id of offers", .text { $0.record.offer.text }),
    Field("title", "what the resource is", .text { $0.offer.title }),
    Field("provider", "who has it", .optionalText { $0.offer.provider }),
    Field("quantity", "how much of it", .optionalNumber { $0.record.quantity }),
    Field("projectId", "the project that came of it: an id of matters", .optionalText { $0.record.project?.text }),
    Field("on", "the day on which it was agreed", .text(.date) { TimeText.date($0.record.day) }),
  ]

  static func records(_ community: Community) -> [Matter] { community.lists.matters }
}

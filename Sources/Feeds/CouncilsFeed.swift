import Activities
import Artifacts
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary
import Words

/// `/feeds/v1/councils.json`: councils, when each meets next, and what is on its table.
enum CouncilsFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<Council> {
    let zone = community.horizon.zone
    let baseURL = community.site.baseURL
    let words = community.words
    return FeedShape(
      name: "councils", about: "Councils: when each meets next, and its topics, those that are open first.",
      fields: [
        Field("id", "the last part of its page's address", .text { $0.page.page.slug.text }),
        Field("title", "what it is called", .text { $0.page.page.title }),
        Field("unitId", "the unit whose it is", .optionalText { $0.page.unit?.id.text }),
        Field("unitName", "that unit's name", .optionalText { $0.page.unit?.name }),
        Field("summary", "what it is, as plain text", .text { $0.page.summary }),
        Field("venueId", "where it meets: an id of venues", .optionalText { $0.venue?.id.text }),
        Field("venueName", "that place's name", .optionalText { $0.venue?.name }),
        Field(
          "activityIds", "its meetings: activityIds of activities", .texts { $0.activities.map(\.text) }),
        Field(
          "nextId", "the next meeting that is not over at generatedAt: an id of activities; null where none is known",
          .optionalText { $0.next?.id }),
        Field("nextTitle", "what that meeting is called", .optionalText { $0.next?.title }),
        Field(
          "nextStartsAt", "when it begins",
          .optionalText(.dateTime) { $0.next.map { TimeText.rfc3339($0.start, in: zone) } }),
        Field(
          "nextEndsAt", "when it ends",
          .optionalText(.dateTime) { $0.next.map { TimeText.rfc3339($0.end, in: zone) } }),
        Field("nextVenueName", "where it takes place", .optionalText { $0.next?.venue?.name }),
        Field("open", "how many topics are open", .integer(least: 0) { $0.topics.count { !$0.isClosed } }),
        Field("topics", "what is on its table", .list(Self.topic(baseURL, words: words)) { $0.topics }),
        .expiry(in: zone) { $0.page.expiresAt },
        Field("url", "its page", .text(.address) { baseURL + $0.page.page.url }),
      ])
  }

  private static func topic(_ baseURL: String, words: any Words) -> [Field<Council.Topic>] {
    func date(_ get: @escaping @Sendable (Council.Topic) -> CivilDate?) -> FieldValue<Council.Topic> {
      .optionalText(.date) { get($0).map(TimeText.date) }
    }
    return [
      Field(
        "matterId", "an id of matters; null for what stands on its page alone", .optionalText { $0.matter?.id.text }),
      Field("title", "what it is about", .text { $0.title }),
      Field(
        "phase", "how far it has come; null for what stands on its page alone",
        .optionalWord(MatterPhase.codes) { $0.matter?.phase.rawValue }),
      Field("phaseLabel", "the same in words", .text { $0.phaseText(words) }),
      Field("owner", "who has it: a role or an organisation", .optionalText { $0.matter?.ownerName }),
      Field("raisedOn", "the day on which it was raised", date { $0.matter?.record.raisedOn }),
      Field("dueOn", "the last day on which it is in time", date { $0.matter?.record.dueOn }),
      Field("doneOn", "the day on which it was done or dropped", date { $0.matter?.record.doneOn }),
      Field(
        "votesFor", "votes for it, when it was voted on last", unit: "votes",
        .optionalInteger(least: 0) { $0.votes?.inFavour }),
      Field("votesAgainst", "votes against it", unit: "votes", .optionalInteger(least: 0) { $0.votes?.against }),
      Field(
        "votesAbstained", "votes that were neither", unit: "votes", .optionalInteger(least: 0) { $0.votes?.abstained }),
      Field("votedOn", "the day of that vote", date { $0.votedOn }),
      Field("outcome", "what came of it", .optionalText { $0.outcome }),
      Field(
        "url", "where it is shown; null where no page does", .optionalText(.address) { $0.url.map { baseURL + $0 } }),
    ]
  }

  static func records(_ community: Community) -> [Council] { community.councils }
}

import Activities
import Artifacts
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary
import Words

/// `/feeds/v1/teams.json`: teams, whether they have a page or not.
enum TeamsFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<Team> {
    let baseURL = community.site.baseURL
    let words = community.words
    return FeedShape(
      name: "teams", about: "Teams: what each does, how many belong to it, never who; by type.",
      fields: [
        Field("id", "stays the same", .text { $0.id.text }),
        Field("name", "what it is called", .text { $0.name }),
        Field("type", "what it does", .word(TeamType.codes) { $0.type.rawValue }),
        Field("typeLabel", "the same in words", .text { words.label($0.type) }),
        Field("unitId", "the unit whose it is", .optionalText { $0.unit?.id.text }),
        Field("unitName", "that unit's name", .optionalText { $0.unit?.name }),
        Field(
          "members", "how many belong to it; null where it is not known", unit: "people",
          .optionalInteger(least: 0) { $0.members }),
        Field("summary", "what it does, as plain text", .optionalText { $0.summary }),
        Field("venueId", "where it is at home: an id of venues", .optionalText { $0.venue?.id.text }),
        Field("venueName", "that place's name", .optionalText { $0.venue?.name }),
        Field("contact", "an office number", .optionalText { $0.contact }),
        Field(
          "activityIds", "its activities that still take place: activityIds of activities",
          .texts { community.meetings(of: $0).map(\.activity.id.text) }),
        Field(
          "pageUrl", "its own page; null where it has none",
          .optionalText(.address) { $0.page.map { baseURL + $0.page.url } }),
        Field(
          "url", "where it stands: its own page, else its line in the list of teams",
          .text(.address) { baseURL + community.teams.url(of: $0) }),
      ])
  }

  static func records(_ community: Community) -> [Team] { community.teams.all }
}

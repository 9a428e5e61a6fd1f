import Activities
import CivilTime
import Community
import Content
import Fields
import Templates
import Vocabulary
import Words

/// What the list of teams shows: types with their teams.
struct TeamListView: TemplateView {
  let tallies: [LinkTallyView]
  let total: String
  let sections: [TeamSectionView]

  static let about = "The list of teams, by type."
  static let fields: [Field<TeamListView>] = [
    Field("tallies", "how many of each type, each a link to its heading", .list(LinkTallyView.self) { $0.tallies }),
    Field("total", "how many teams and members there are together, in words", .text { $0.total }),
    Field("sections", "the teams under the heading of their type", .list(TeamSectionView.self) { $0.sections }),
  ]
}

/// How many of something, with a link to them.
struct LinkTallyView: TemplateView {
  let label: String
  let count: Int
  let url: String

  static let about = "How many of something, with a link to them."
  static let fields: [Field<LinkTallyView>] = [
    Field("label", "what is counted, in words", .text { $0.label }),
    Field("count", "how many", .text { "\($0.count)" }),
    Field("url", "where they stand", .text { $0.url }),
  ]
}

/// Teams of a type.
struct TeamSectionView: TemplateView {
  let key: String
  let title: String
  let count: String
  let teams: [TeamView]
  let more: LinkView?

  static let about = "Teams of a type."
  static let fields: [Field<TeamSectionView>] = [
    Field("key", "the type, as a code: `teams-` and it is the end of the heading's address", .text { $0.key }),
    Field("title", "the type, in words", .text { $0.title }),
    Field("count", "how many teams and members it has, in words", .text { $0.count }),
    Field("teams", "the teams", .list(TeamView.self) { $0.teams }),
    Field("more", "where the rest of them stands", .optionalRecord(LinkView.self) { $0.more }),
  ]
}

/// A team.
struct TeamView: TemplateView {
  let team: Team
  let meetings: [TeamMeeting]
  let zone: Zone
  let words: any Words
  var hasAddress = true

  static let about = "A team: what it does, how many belong to it, when and where it meets."
  static let fields: [Field<TeamView>] = [
    Field("id", "stays the same", .text { $0.team.id.text }),
    Field(
      "anchor", "the end of its address, where it has one here", .optionalText { $0.hasAddress ? $0.team.anchor : nil }),
    Field("name", "what it is called", .text { $0.team.name }),
    Field("url", "its own page, else another page about it", .optionalText { $0.team.page?.page.url ?? $0.team.about }),
    Field("type", "what it does, as a code for styles", .text { $0.team.type.rawValue }),
    Field("typeLabel", "the same in words", .text { $0.words.label($0.team.type) }),
    Field(
      "membersLabel", "how many belong to it, in words",
      .optionalText { view in view.team.members.map { view.words.people($0) } }),
    Field("unitName", "the unit whose it is", .optionalText { $0.team.unit?.name }),
    Field("unitURL", "that unit's page", .optionalText { $0.team.unit?.url }),
    Field("summary", "what it does, in a sentence or two", .optionalText { $0.team.summary }),
    Field(
      "contactText", "whom to call, as a sentence",
      .optionalText { view in view.team.contact.map { "\(view.words.contact)\(view.words.gap)\($0)" } }),
    Field(
      "activities", "when and where it meets, what is over or called off left out",
      .list(TeamActivityView.self) { view in
        view.meetings.map { TeamActivityView(meeting: $0, zone: view.zone, words: view.words) }
      }),
    Field("hasActivities", "whether it meets", .flag { !$0.meetings.isEmpty }),
  ]
}

/// When and where a team meets.
struct TeamActivityView: TemplateView {
  let meeting: TeamMeeting
  let zone: Zone
  let words: any Words

  private var activity: Activity { meeting.activity }

  static let about = "When and where a team meets."
  static let fields: [Field<TeamActivityView>] = [
    Field("title", "what takes place", .text { $0.activity.title }),
    Field("url", "its page, with the dates", .text { $0.activity.url }),
    Field("whenLabel", "when, in words", .text { ActivityView(activity: $0.activity, words: $0.words).whenLabel }),
    Field("venueName", "where", .optionalText { $0.activity.venue?.name }),
    Field(
      "closesISO", "when its last date ends (RFC 3339); nothing where it has none: from then on it is not to be shown",
      .optionalText { view in view.meeting.until.map { TimeText.rfc3339($0, in: view.zone) } }),
  ]
}

struct TeamsBlockView: TemplateView {
  let teams: [TeamView]
  let words: any Words

  static let about = "A `teams` block."
  static let fields: [Field<TeamsBlockView>] = [
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("teams", "what it asks for", .list(TeamView.self) { $0.teams }),
    Field("isEmpty", "whether there are none", .flag { $0.teams.isEmpty }),
  ]
}

import Activities
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/duties.json`: what units owe the public, and what met it.
enum DutiesFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<Duty> {
    let baseURL = community.site.baseURL
    let (duties, today) = (community.duties, community.horizon.today)
    return FeedShape(
      name: "duties",
      about:
        "What units owe the public: items of their catalogues of disclosure, meetings that must be held, each with what met it.",
      fields: [
        Field("id", "stays the same", .text { $0.id.text }),
        Field("title", "what is owed", .text { $0.record.title }),
        Field("category", "a heading of the catalogue", .optionalText { $0.record.category }),
        Field("unitId", "the unit that owes it", .text { $0.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.unit.name }),
        Field("basis", "the rule that says so", .optionalText { $0.record.basis }),
        Field("cadence", "how often, by the civil calendar", .word(DutyCadence.codes) { $0.record.cadence.rawValue }),
        Field(
          "withinWorkdays",
          "working days after a period's end, or after a change, within which it is published; null: within the period itself",
          unit: "working days", .optionalInteger(least: 1) { $0.record.withinWorkdays }),
        Field("metBy", "by what it is met", .word(DutyMeans.codes) { $0.record.means.rawValue }),
        Field("responsible", "a role or an organisation", .optionalText { $0.record.responsible }),
        Field("channel", "where it is published, in words", .optionalText { $0.record.channel }),
        Field(
          "startsOn", "a day of the first period in which it is owed",
          .optionalText(.date) { $0.record.startsOn.map(TimeText.date) }),
        Field(
          "lastOn", "the day on which it was met last",
          .optionalText(.date) { $0.last(on: today).map { TimeText.date($0.day) } }),
        Field(
          "nextDueOn",
          "the last day in time of what is due next; null where it is owed on changes, or working days run into a year whose holidays are not known",
          .optionalText(.date) { duty in duty.next(on: today)?.due.day.map(TimeText.date) }),
        Field(
          "periods",
          "from the beginning of last year to the next one, where it is owed; one whose `dueOn` is over and whose `metOn` is null is late",
          .list(Self.period) { $0.periods }),
        Field(
          "met", "all that met it in that time or is planned to, by day",
          .list(Self.fulfilment(baseURL)) { $0.fulfilments }),
        Field(
          "url", "where it is shown; null where no page does",
          .optionalText(.address) { duties.url(of: $0).map { baseURL + $0 } }),
      ])
  }

  private static let period: [Field<Duty.Period>] = [
    Field("period", "which: 2026-07, 2026-Q3, 2026-H2 or 2026", .text { $0.span.description }),
    Field("firstDay", "its first day", .text(.date) { TimeText.date($0.span.first) }),
    Field("lastDay", "its last day, which belongs to it", .text(.date) { TimeText.date($0.span.last) }),
    Field(
      "dueOn", "the last day on which it is in time; null where that is not known yet",
      .optionalText(.date) { $0.due.day.map(TimeText.date) }),
    Field(
      "metOn", "the day on which it was met first, or is planned to be",
      .optionalText(.date) { $0.met.map { TimeText.date($0.day) } }),
  ]

  private static func fulfilment(_ baseURL: String) -> [Field<Duty.Fulfilment>] {
    [
      Field("on", "the day", .text(.date) { TimeText.date($0.day) }),
      Field("title", "the notice, or the activity", .text { $0.title }),
      Field(
        "period", "for which period: one of `periods`, or an earlier one", .optionalText { $0.period?.description }),
      Field("url", "its page", .text(.address) { baseURL + $0.url }),
    ]
  }

  static func records(_ community: Community) -> [Duty] { community.duties.all }
}

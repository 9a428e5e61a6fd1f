import Activities
import CivilTime
import Community
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/almanac.json`: one object an entry and day, from today to the horizon's end.
enum AlmanacFeed: Feed {
  struct Record: Sendable {
    let entry: AlmanacEntry
    let date: CivilDate
  }

  static func shape(_: Community) -> FeedShape<Record> {
    FeedShape(
      name: "almanac", about: "What happened on the coming days in earlier years, and what they are kept for.",
      fields: [
        Field(
          "id", "the entry on that date: entryId and date", .text { "\($0.entry.id)-\(TimeText.date($0.date))" }),
        Field("entryId", "stays the same from year to year", .text { $0.entry.id.text }),
        Field("date", "the day on which it may be shown", .text(.date) { TimeText.date($0.date) }),
        Field("year", "in which it happened; null for what every year has", .optionalInteger { $0.entry.year }),
        Field(
          "yearsAgo", "null for what every year has",
          .optionalInteger { record in record.entry.year.map { record.date.year - $0 } }),
        Field("title", "what happened, or what the day is kept for", .text { $0.entry.title }),
        Field("text", "more about it", .optionalText { $0.entry.text }),
        Field("unitId", "null for all", .optionalText { $0.entry.unit?.id.text }),
        Field("unitName", "that unit's name", .optionalText { $0.entry.unit?.name }),
      ])
  }

  static func records(_ community: Community) -> [Record] {
    community.horizon.allDays.filter { $0 >= community.horizon.today }.flatMap { day in
      community.almanac(on: day).map { Record(entry: $0, date: day) }
    }
  }
}

import CivilTime
import Community
import FeedFormat
import Vocabulary

/// `/feeds/v1/almanac.json`: one object an entry and day, from today to the horizon's end.
enum AlmanacFeed {
  struct Record: Sendable {
    let entry: AlmanacEntry
    let date: CivilDate
  }

  static func shape() -> FeedShape<Record> {
    FeedShape(
      name: "almanac", about: "What happened on the coming days in earlier years, and what they are kept for.",
      fields: [
        FeedField(
          "id", "the entry on that date: entryId and date", .text { "\($0.entry.id)-\(TimeText.date($0.date))" }),
        FeedField("entryId", "stays the same from year to year", .text { $0.entry.id.text }),
        FeedField("date", "the day on which it may be shown", format: .date, .text { TimeText.date($0.date) }),
        FeedField("year", "in which it happened; null for what every year has", .integer { $0.entry.year }),
        FeedField(
          "yearsAgo", "null for what every year has",
          .integer { record in record.entry.year.map { record.date.year - $0 } }),
        FeedField("title", "what happened, or what the day is kept for", .text { $0.entry.title }),
        FeedField("text", "more about it", .optionalText { $0.entry.text }),
        FeedField("unitId", "null for all", .optionalText { $0.entry.unit?.id.text }),
        FeedField("unitName", "that unit's name", .optionalText { $0.entry.unit?.name }),
      ])
  }

  static func records(_ community: Community) -> [Record] {
    community.horizon.allDays.filter { $0 >= community.horizon.today }.flatMap { day in
      community.almanac(on: day).map { Record(entry: $0, date: day) }
    }
  }
}

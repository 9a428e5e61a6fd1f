import CivilTime
import Community
import FeedFormat
import Vocabulary

/// `/feeds/v1/honours.json`.
enum HonoursFeed {
  static func shape() -> FeedShape<Honour> {
    FeedShape(
      name: "honours", about: "What units were awarded, the newest first.",
      fields: [
        FeedField("id", "stays the same", .text { $0.id.text }),
        FeedField("title", "what was awarded", .text { $0.title }),
        FeedField("awardedBy", "who awarded it", .text { $0.awardedBy }),
        FeedField(
          "awardedOn", "a day, or the month or the year alone", pattern: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
          .text { TimeText.partialDate($0.awardedOn) }),
        FeedField("unitId", "the unit it was awarded to", .text { $0.unit.id.text }),
        FeedField("unitName", "that unit's name", .text { $0.unit.name }),
        FeedField("note", "what else to know of it", .optionalText { $0.note }),
      ])
  }
}

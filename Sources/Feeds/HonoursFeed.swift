import Activities
import CivilTime
import Community
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/honours.json`.
enum HonoursFeed: Feed {
  static func shape(_: Community) -> FeedShape<Honour> {
    FeedShape(
      name: "honours", about: "What units were awarded, the newest first.",
      fields: [
        Field("id", "stays the same", .text { $0.id.text }),
        Field("title", "what was awarded", .text { $0.title }),
        Field("awardedBy", "who awarded it", .text { $0.awardedBy }),
        Field(
          "awardedOn", "a day, or the month or the year alone",
          .text(.pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")) { TimeText.partialDate($0.awardedOn) }),
        Field("unitId", "the unit it was awarded to", .text { $0.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.unit.name }),
        Field("note", "what else to know of it", .optionalText { $0.note }),
      ])
  }

  static func records(_ community: Community) -> [Honour] { community.honours }
}

import Activities
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/shifts.json`: who is on duty when.
enum ShiftsFeed: Feed {
  struct Record: Sendable {
    let shift: Shift
    let zone: Zone
  }

  static func shape(_: Community) -> FeedShape<Record> {
    FeedShape(
      name: "shifts", about: "Duty sheets: who answers when, from today to the horizon; one object a shift and day.",
      fields: [
        Field("id", "the shift: unit, day, position", .text { $0.shift.id }),
        Field("unitId", "the unit whose duty it is", .text { $0.shift.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.shift.unit.name }),
        Field("post", "what is manned", .text { $0.shift.record.post }),
        Field(
          "holder", "a role, an office, or who it is where the site publishes that; null where only a number is given",
          .optionalText { $0.shift.record.holder }),
        Field("phone", "an office number", .optionalText { $0.shift.record.phone }),
        Field("startsAt", "when it begins", .text(.dateTime) { TimeText.rfc3339($0.shift.from, in: $0.zone) }),
        Field("endsAt", "when it is over", .text(.dateTime) { TimeText.rfc3339($0.shift.until, in: $0.zone) }),
        Field("startsAtLocal", "when it begins, on the site's clocks", .text { TimeText.localSeconds($0.shift.from) }),
        Field("endsAtLocal", "when it is over, on the site's clocks", .text { TimeText.localSeconds($0.shift.until) }),
        Field("note", "what else to know of it", .optionalText { $0.shift.record.note }),
      ])
  }

  static func records(_ community: Community) -> [Record] {
    let today = LocalDateTime(community.horizon.today)
    return community.shifts.filter { $0.until > today }.map { Record(shift: $0, zone: community.site.zone) }
  }
}

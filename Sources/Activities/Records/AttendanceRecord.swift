package import CivilTime
package import Vocabulary

package struct AttendanceRecord: Sendable, Hashable {
  package let activity: ActivityID
  package let occursAt: LocalDateTime
  package let enrolled: Int
  package let attended: Int?
}

extension Tables {
  static let attendance = Table<AttendanceRecord>(
    "attendance", "出席", ["签到", "报名", "报名签到", "参加情况", "attendances"], key: ["activity_id", "occurs_at"],
    about: "how many signed up for, and came to, one occurrence",
    columns:
      Column<ActivityID>.activity,
    Column<LocalDateTime>.occurrence,
    Column<Void>.occurrenceDay,
    Column<Int>.integer("enrolled", "报名人数", "报名", "已报名", quantity: .init(units: ["人", "名"]), rules: [.people]),
    Column<Int?>.optionalInteger(
      "attended", "到场人数", "签到人数", "实到", "实到人数", "出席人数", "到场", quantity: .init(units: ["人", "名"]),
      about: "empty until it is known", rules: [.people])
  ) { _, activity, occursAt, _, enrolled, attended in
    AttendanceRecord(activity: activity, occursAt: occursAt, enrolled: enrolled, attended: attended)
  }
}

import Activities
import CivilTime
import Diagnostics
import Vocabulary

/// A change or an attendance names an occurrence that the activity really has.
struct ChangeCheck {
  private let data: ActivityData
  private let database: String
  private let activities: [ActivityID: ActivityRecord]

  init(_ data: ActivityData, database: String) {
    self.data = data
    self.database = database
    activities = Dictionary(data.activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func problems() -> [Diagnostic] {
    data.changes.compactMap { problem("activity_change", $0.activity, $0.occursAt) }
      + data.attendance.compactMap { problem("attendance", $0.activity, $0.occursAt) }
  }

  private func problem(_ table: String, _ id: ActivityID, _ time: LocalDateTime) -> Diagnostic? {
    guard let activity = activities[id], !happens(activity, at: time) else { return nil }
    let near = nearest(activity, to: time)
    return .error(
      "data.no-such-occurrence", zh: "“\(activity.title)”在 \(TimeText.local(time)) 并没有场次",
      en: "“\(activity.title)” has no occurrence at \(TimeText.local(time))",
      hint: near.map { Message(zh: "最近的一场是 \(TimeText.local($0))", en: "the nearest is \(TimeText.local($0))") },
      at: .row(
        database: database, table: table, key: "activity_id=\(id),occurs_at=\(TimeText.local(time))",
        column: "occurs_at"))
  }

  private func happens(_ activity: ActivityRecord, at time: LocalDateTime) -> Bool {
    activity.rule?.produces(time, from: activity.start) ?? (activity.start == time)
  }

  private func nearest(_ activity: ActivityRecord, to time: LocalDateTime) -> LocalDateTime? {
    guard let rule = activity.rule else { return activity.start }
    let span = 62 * 1440
    let around = rule.occurrences(from: activity.start, in: time + -span..<time + span)
    return around.min { abs($0 - time) < abs($1 - time) }
  }
}

import Activities
import CivilTime
import Diagnostics
import Vocabulary

/// What is written of a day that a series leaves out would be seen nowhere.
struct TopicCheck {
  let activities: [Activity]
  let expansion: OccurrenceExpansion
  let database: String

  func problems() -> [Diagnostic] {
    activities.flatMap { activity in
      activity.changes.filter { change in
        change.change == .topic && activity.happens(at: change.occursAt)
          && expansion.occurrence(of: activity, at: change.occursAt) == nil
      }.map { problem($0, of: activity) }
    }
  }

  private func problem(_ change: ActivityChangeRecord, of activity: Activity) -> Diagnostic {
    let time = TimeText.local(change.occursAt)
    return .warning(
      "data.topic-on-day-off", zh: "“\(activity.title)”\(time) 遇节假日停办，这一场的主题不会显示",
      en: "“\(activity.title)” leaves out \(time), a day off: its topic is not shown",
      hint: Message(zh: "要照常办就把变更写成“加场”；不办就删去这一行", en: "to hold it all the same, write added; else remove the row"),
      at: .row(
        database: database, table: "activity_change", key: "activity_id=\(activity.id),occurs_at=\(time)",
        column: "change"))
  }
}

extension Activity {
  /// Whether its rule has an occurrence then; that it has none is reported by the rows' own checks.
  fileprivate func happens(at start: LocalDateTime) -> Bool {
    record.rule?.produces(start, from: record.start) ?? (record.start == start)
  }
}

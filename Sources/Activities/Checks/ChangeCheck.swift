import CivilTime
import Diagnostics
import Vocabulary

/// A change or an attendance names an occurrence that the activity really has, and an added one is not there already.
struct ChangeCheck {
  private let data: ActivityData
  private let database: String
  private let activities: [ActivityID: ActivityRecord]

  private let workdays: WorkCalendar?

  init(_ data: ActivityData, database: String, workdays: WorkCalendar?) {
    self.data = data
    self.workdays = workdays
    self.database = database
    activities = Dictionary(data.activities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func problems() -> [Diagnostic] {
    let added = Dictionary(grouping: data.changes.filter(\.addsOccurrence), by: \.activity)
      .mapValues { Set($0.map(\.occursAt)) }
    let attendance = data.attendance.filter { added[$0.activity]?.contains($0.occursAt) != true }
    return data.changes.compactMap(problem) + endings()
      + attendance.compactMap { missing("attendance", id: $0.activity, time: $0.occursAt) }
  }

  private func problem(_ change: ActivityChangeRecord) -> Diagnostic? {
    guard change.addsOccurrence else { return missing("activity_change", id: change.activity, time: change.occursAt) }
    // Holding one on a holiday that the series leaves out is an addition too.
    guard let activity = activities[change.activity], happens(activity, at: change.occursAt),
      !activity.mayBeOff(on: change.occursAt.date, workdays)
    else { return nil }
    let time = TimeText.local(change.occursAt)
    return .error(
      "data.occurrence-exists", zh: "“\(activity.title)”在 \(time) 本来就有场次，不用另加",
      en: "“\(activity.title)” has an occurrence at \(time) already",
      hint: Message(
        zh: "改时间或地点用 moved；取消用 cancelled，不写 starts_at", en: "use moved to change it, or cancelled without starts_at"),
      at: place("activity_change", id: change.activity, time: change.occursAt))
  }

  /// A series ends once.
  private func endings() -> [Diagnostic] {
    Dictionary(grouping: data.changes.filter(\.isEnding), by: \.activity).values.flatMap { endings in
      endings.dropFirst().map { second in
        .error(
          "data.ended-twice", zh: "这个系列已在 \(TimeText.local(endings[0].occursAt)) 结束过一次",
          en: "the series has ended at \(TimeText.local(endings[0].occursAt)) already",
          hint: Message(zh: "删去其中一行", en: "remove one of the rows"),
          at: place("activity_change", id: second.activity, time: second.occursAt))
      }
    }
  }

  private func missing(_ table: String, id: ActivityID, time: LocalDateTime) -> Diagnostic? {
    guard let activity = activities[id], !happens(activity, at: time) else { return nil }
    let near = nearest(activity, to: time)
    return .error(
      "data.no-such-occurrence", zh: "“\(activity.title)”在 \(TimeText.local(time)) 并没有场次",
      en: "“\(activity.title)” has no occurrence at \(TimeText.local(time))",
      hint: near.map { Message(zh: "最近的一场是 \(TimeText.local($0))", en: "the nearest is \(TimeText.local($0))") },
      at: place(table, id: id, time: time))
  }

  private func place(_ table: String, id: ActivityID, time: LocalDateTime) -> Location {
    .row(
      database: database, table: table, key: "activity_id=\(id),occurs_at=\(TimeText.local(time))",
      column: "occurs_at")
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

extension ActivityChangeRecord {
  package var isEnding: Bool { change == .ended }

  /// Beside the rule, whether it still takes place or not.
  var addsOccurrence: Bool {
    switch change {
    case .added, .withdrawn: true
    case .cancelled, .moved, .ended, .topic: false
    }
  }
}

import CivilTime
import Diagnostics
import Vocabulary

/// An occurrence that is moved by most of a year: from 30 December to 5 January of the same year. The year was not thought of.
struct FarMoveCheck {
  private let data: ActivityData
  private let database: String

  /// In days; nothing is put off for half a year by name of its day.
  private static let farthest = 180

  init(_ data: ActivityData, database: String) {
    self.data = data
    self.database = database
  }

  func problems() -> [Diagnostic] {
    data.changes.compactMap { change in
      guard let start = change.newStart, abs(start.date - change.occursAt.date) > Self.farthest else { return nil }
      let near = [-1, 1].compactMap { step in
        CivilDate(year: start.date.year + step, month: start.date.month, day: start.date.day)
      }.first { abs($0 - change.occursAt.date) <= Self.farthest / 2 }
      let (from, to) = (TimeText.date(change.occursAt.date), TimeText.date(start.date))
      return .warning(
        "data.moved-far", zh: "从 \(from) 改到了 \(to)，相差半年以上",
        en: "moved from \(from) to \(to), more than half a year away",
        hint: near.map { Message(zh: "年份是不是应当是 \($0.year)？", en: "should the year be \($0.year)?") }
          ?? Message(zh: "请核对年份", en: "look at the year"),
        at: .row(
          database: database, table: "activity_change",
          key: "activity_id=\(change.activity),occurs_at=\(TimeText.local(change.occursAt))", column: "starts_at"))
    }
  }
}

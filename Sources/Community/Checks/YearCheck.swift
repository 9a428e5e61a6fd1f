import Activities
import CivilTime
import Content
import Diagnostics
import Vocabulary

/// Years that are slips of the hand: 2062 in November 2026. Whatever has such a day is never current, or always.
struct YearCheck {
  private let content: Content
  private let data: ActivityData
  private let today: CivilDate

  /// In years: nothing is announced so far ahead.
  private static let farthestDay = 3
  /// In years: agreements and rules run long; from `forever` on a year is meant as "never".
  private static let farthestEnd = 15
  private static let forever = 2099
  /// Before these years nobody put up what is on this site.
  private static let first = 1949

  init(_ content: Content, _ data: ActivityData, today: CivilDate) {
    (self.content, self.data, self.today) = (content, data, today)
  }

  func problems() -> [Diagnostic] {
    content.sources.flatMap { page in
      page.days.compactMap { problem($0.day.year, isEnd: $0.isEnd, at: $0.location) }
    }
      + data.activities.compactMap { row in
        problem(row.start.date.year, at: place("activity", "id=\(row.id)", "starts_at"))
      }
      + data.changes.compactMap { row in
        row.newStart.flatMap {
          problem(
            $0.date.year,
            at: place(
              "activity_change", "activity_id=\(row.activity),occurs_at=\(TimeText.local(row.occursAt))", "starts_at"))
        }
      }
  }

  private func place(_ table: String, _ key: String, _ column: String) -> Location {
    .row(database: content.site.database, table: table, key: key, column: column)
  }

  private func problem(_ year: Int, isEnd: Bool = false, at location: Location) -> Diagnostic? {
    let isFar =
      isEnd
      ? year > today.year + Self.farthestEnd && year < Self.forever : year > today.year + Self.farthestDay
    guard isFar || year < Self.first else { return nil }
    let digits = String(year).sorted()
    let meant = [today.year, today.year + 1, today.year - 1].first { String($0).sorted() == digits }
    return .warning(
      "date.year", zh: "年份 \(year) 像是写错了", en: "the year \(year) looks like a slip",
      hint: meant.map { Message(zh: "是不是 \($0) 年？", en: "did you mean \($0)?") }
        ?? Message(zh: "请核对年份", en: "look at the year"),
      at: location)
  }
}

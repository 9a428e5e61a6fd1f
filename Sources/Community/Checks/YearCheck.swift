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
      page.days.compactMap { day in
        day.isUpdate ? ahead(day) : problem(day.day.year, isEnd: day.isEnd, at: day.location)
      }
    }
      + data.activities.compactMap { row in
        problem(row.start.date.year, at: place("activity", key: "id=\(row.id)", column: "starts_at"))
      }
      + data.changes.compactMap { row in
        row.newStart.flatMap {
          problem(
            $0.date.year,
            at: place(
              "activity_change", key: "activity_id=\(row.activity),occurs_at=\(TimeText.local(row.occursAt))",
              column: "starts_at"))
        }
      }
  }

  /// Feeds can't say that something will have changed: until then the day is passed over.
  private func ahead(_ day: PlacedDay) -> Diagnostic? {
    guard day.day > today else { return nil }
    let written = TimeText.date(day.day)
    return .warning(
      "date.updated-ahead", zh: "更新日期 \(written) 还没到，现在不算数",
      en: "the day of the update, \(written), is still to come: it does not count yet",
      hint: Message(
        zh: "改正它；不写，正文改了也认得出", en: "mend it, or leave it out: a change of the text is noticed by the build"),
      at: day.location)
  }

  private func place(_ table: String, key: String, column: String) -> Location {
    .row(database: content.site.database, table: table, key: key, column: column)
  }

  private func problem(_ year: Int, isEnd: Bool = false, at location: Location) -> Diagnostic? {
    let isFar =
      isEnd
      ? year > today.year + Self.farthestEnd && year < Self.forever : year > today.year + Self.farthestDay
    let digits = String(year).sorted()
    let meant = [today.year, today.year + 1, today.year - 1].first { $0 != year && String($0).sorted() == digits }
    // 2206 is no "never".
    let isTurned = isEnd && year >= Self.forever && meant != nil
    guard isFar || isTurned || year < Self.first else { return nil }
    return .warning(
      "date.year", zh: "年份 \(year) 像是写错了", en: "the year \(year) looks like a slip",
      hint: meant.map { Message(zh: "是不是 \($0) 年？", en: "did you mean \($0)?") }
        ?? Message(zh: "请核对年份", en: "look at the year"),
      at: location)
  }
}

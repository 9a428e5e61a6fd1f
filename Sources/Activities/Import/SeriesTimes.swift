import CivilTime
import Diagnostics
import Words

/// When an activity that is in the database takes place by its own rule: a sheet of changes names an occurrence by its day.
struct SeriesTimes {
  let title: String
  let start: LocalDateTime
  /// Minutes.
  let length: Int
  private let rule: RecurrenceRule?
  /// Beside the rule.
  private let added: [LocalDateTime]

  /// nil where there is no such activity, or it can't be followed.
  init?(of activity: String, _ connection: Connection, zone: Zone) throws {
    let sql = "SELECT title, starts_at, ends_at, rrule FROM activity WHERE id = ?"
    guard let row = try connection.rows(sql, [.text(activity)]).first,
      let start = row["starts_at"].text.flatMap(TimeText.parseLocal),
      let end = row["ends_at"].text.flatMap(TimeText.parseLocal)
    else { return nil }
    self.start = start
    length = end - start
    title = row["title"].text ?? activity
    if let text = row["rrule"].filledText {
      guard let rule = try? RecurrenceRule(text, zone: zone) else { return nil }
      self.rule = rule
    } else {
      rule = nil
    }
    added = try connection.rows(
      "SELECT occurs_at FROM activity_change WHERE activity_id = ? AND change = 'added'", [.text(activity)]
    ).compactMap { $0["occurs_at"].text.flatMap(TimeText.parseLocal) }
  }

  /// In order.
  func times(in days: ClosedRange<CivilDate>) -> [LocalDateTime] {
    let range = LocalDateTime(days.lowerBound)..<LocalDateTime(days.upperBound + 1)
    let own = rule?.occurrences(from: start, in: range) ?? [start].filter(range.contains)
    return Set(own + added.filter(range.contains)).sorted()
  }

  /// The one occurrence of a day.
  func only(on day: CivilDate) throws(CellProblem) -> LocalDateTime {
    let found = times(in: day...day)
    if found.count == 1 { return found[0] }
    let words = SimplifiedChinese.words
    let date = (zh: "\(words.date(day))\(words.weekday(day.weekday))", en: "\(TimeText.date(day)), a \(day.weekday)")
    if found.count > 1 {
      let clocks = found.map { TimeText.clock($0.minuteOfDay) }
      throw CellProblem(
        "import.bad-time", zh: "“\(title.quoted)”在\(date.zh)有 \(found.count) 场：\(clocks.joined(separator: "、"))",
        en: "“\(title.quoted)” has \(found.count) occurrences on \(date.en): \(clocks.joined(separator: ", "))",
        hint: Message(
          zh: "把时间也写上，如 \(TimeText.date(day)) \(clocks[0])",
          en: "write the time too, such as \(TimeText.date(day)) \(clocks[0])"))
    }
    let near = times(in: day - 7...day + 7).map { TimeText.date($0.date) + " " + TimeText.clock($0.minuteOfDay) }
    let hint =
      near.isEmpty
      ? Message(
        zh: "这一天前后 7 天都没有场次；核对日期和活动", en: "there is none within 7 days of it either: check the day and the activity")
      : Message(
        zh: "前后 7 天的场次：\(near.joined(separator: "、"))；另加一场的，“变更”写“加场”，写上几点到几点",
        en:
          "those within 7 days of it: \(near.joined(separator: ", ")); for an additional one write `added` and its times"
      )
    throw CellProblem(
      "import.no-such-occurrence", zh: "“\(title.quoted)”在\(date.zh)没有场次",
      en: "“\(title.quoted)” has no occurrence on \(date.en)",
      hint: hint)
  }
}

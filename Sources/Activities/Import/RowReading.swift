import CivilTime
import Diagnostics
import Vocabulary
import Words

/// What a row says as its readers will see it, so that whoever imports it sees before what was understood: `每周三 16:30–17:30，自
/// 2026年11月25日 周三起；大厅`, `取消 2026年12月9日 周三 15:00`.
struct RowReading {
  let form: TableForm
  let connection: Connection
  let zone: Zone

  typealias Values = (_ column: String) -> StoredValue

  /// - Parameters:
  ///   - isNew: of a row that was there, what changed is shown; of its time and place the whole is said again.
  ///   - written: the columns that the sheet has.
  func words(_ value: Values, isNew: Bool, written: Set<String>) throws -> Message? {
    switch form.name {
    case "activity": try activity(value)
    case "activity_change": try change(value)
    default: isNew ? try columns(value, written) : nil
    }
  }

  private func activity(_ value: Values) throws -> Message? {
    guard let start = time(value("starts_at")), let end = time(value("ends_at")) else { return nil }
    let rule = value("rrule").text.flatMap { try? RecurrenceRule($0, zone: zone) }
    let place = try name(value("venue_id"), in: "venue")
    let policy = rule == nil ? nil : value("on_holiday").text.flatMap(HolidayPolicy.init)
    func text(_ words: some TimeWords & TermWords, _ from: String) -> String {
      guard let rule else { return once(words, start: start, end: end) }
      let holidays = policy.map { String(from.prefix { ",， ".contains($0) }) + words.label($0) } ?? ""
      let times = words.times(from: start, to: end)
      return "\(words.rule(rule, from: start)) \(times)\(holidays)\(from)\(words.fullDay(start.date))"
    }
    var message = Message(
      zh: text(SimplifiedChinese.words, "，自 ") + (rule == nil ? "" : " 起"), en: text(English.words, ", from "))
    if let place { message = Message(zh: message.zh + "；" + place, en: message.en + "; " + place) }
    return message
  }

  private func once(_ words: some TimeWords, start: LocalDateTime, end: LocalDateTime) -> String {
    (end + -1).date == start.date
      ? "\(words.fullDay(start.date)) \(words.range(from: start, to: end))"
      : "\(words.moment(start)) – \(words.moment(end))"
  }

  private func change(_ value: Values) throws -> Message? {
    guard let occurrence = time(value("occurs_at")), let word = value("change").text.flatMap(ChangeWord.init) else {
      return nil
    }
    let activity = try name(value("activity_id"), in: "activity") ?? ""
    let place = try name(value("venue_id"), in: "venue")
    let (start, end) = (time(value("starts_at")), time(value("ends_at")))
    func text(_ words: some TimeWords, verb: String, to: String, mark: String) -> String {
      var text = "\(verb) \(words.fullDay(occurrence.date)) \(TimeText.time(occurrence))"
      if let start, let end, word == .moved { text += "\(to)\(once(words, start: start, end: end))" }
      if let place { text += mark + place }
      if let topic = value("title").filledText { text += mark + topic }
      return activity.isEmpty ? text : "\(text)\(mark)\(activity)"
    }
    let (zh, en) =
      switch word {
      case .cancelled: ("取消", "cancels")
      case .moved: ("调整", "moves")
      case .added: ("加场", "adds")
      case .ended: ("系列结束于", "ends the series before")
      case .topic: ("主题", "gives a topic to")
      }
    return Message(
      zh: text(SimplifiedChinese.words, verb: zh, to: " → ", mark: "；"),
      en: text(English.words, verb: en, to: " → ", mark: "; "))
  }

  /// The filled columns, as many as a line holds.
  private func columns(_ value: Values, _ written: Set<String>) throws -> Message? {
    let left = Set(form.key + [form.title, "updated_at"].compactMap(\.self))
    let filled = form.stored.filter { column in
      !left.contains(column.name) && written.contains(column.name) && value(column.name).filledText != nil
        || !left.contains(column.name) && written.contains(column.name) && value(column.name).number != nil
    }.prefix(6)
    if filled.isEmpty { return nil }
    let parts = try filled.map { column in
      let shown = try self.value(value(column.name), of: column.name, value) ?? Message(zh: "", en: "")
      let name = Self.name(of: column, or: column.name, header: nil)
      return (zh: "\(name.zh) \(shown.zh.quoted)", en: "\(name.en) \(shown.en.quoted)")
    }
    return Message(zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }

  // MARK: One column

  /// What people call a column: its first header, or, in English, the sheet's own header where that is English.
  static func name(of column: ColumnForm?, or name: String, header: String?) -> Message {
    let isEnglish = header.map { $0.utf8.allSatisfy { $0 < 0x80 } } ?? false
    return Message(zh: column?.headers.first ?? name, en: isEnglish ? header ?? name : name)
  }

  /// A value in words: 课堂 for `classroom`, 每周四 for `FREQ=WEEKLY;BYDAY=TH`, a place by its name. English sheets have the codes themselves, but for
  /// rules and times.
  ///
  /// - Parameter others: the row's other columns: a rule is said from its start.
  /// - Returns: nil for nothing.
  func value(_ value: StoredValue, of name: String, _ others: Values) throws -> Message? {
    guard let shown = value.shownText else { return nil }
    let plain = Message(zh: shown, en: shown)
    guard let column = form.column(name) else { return plain }
    let (zh, en) = (SimplifiedChinese.words, English.words)
    switch column.kind {
    case .reference(let table):
      let called = try self.name(value, in: table) ?? shown
      return Message(zh: called, en: called)
    case .term(let words):
      return Message(zh: words.first { $0.code == shown }?.labels.first ?? shown, en: shown)
    case .listWord(_, let words):
      return Message(zh: words.first { $0.code == shown }?.labels.first ?? shown, en: shown)
    case .flag: return value.integer == 0 ? Message(zh: "否", en: "no") : Message(zh: "是", en: "yes")
    case .time:
      guard let time = time(value) else { return plain }
      return Message(zh: zh.moment(time), en: en.moment(time))
    case .date:
      guard let date = TimeText.parseDate(shown) else { return plain }
      return Message(zh: zh.date(date), en: en.date(date))
    case .rule:
      guard let rule = try? RecurrenceRule(shown, zone: zone) else { return plain }
      guard let start = time(others("starts_at")) else { return plain }
      return Message(zh: zh.rule(rule, from: start), en: en.rule(rule, from: start))
    case .text, .identifier, .integer, .number, .partialDate, .month, .monthDay, .day, .duration: return plain
    }
  }

  private func time(_ value: StoredValue) -> LocalDateTime? { value.text.flatMap { TimeText.parseLocal($0) } }

  /// What a row is called; its id where it has no name or is not there yet.
  private func name(_ id: StoredValue, in table: String) throws -> String? {
    guard let text = id.filledText else { return nil }
    guard let form = TableForm.named(table), let title = form.title else { return text }
    let sql = "SELECT \(Connection.quoted(title)) FROM \(Connection.quoted(table)) WHERE id = ?"
    return try connection.rows(sql, [id]).first?[title].filledText ?? text
  }
}

import CivilTime
import Diagnostics
import PublicText
import Vocabulary

/// Reads a row's columns and notes what is wrong with them.
final class CheckedRow {
  let row: StoredRow
  let form: TableForm
  let path: String
  /// In which a rule's end is meant.
  let zone: Zone
  private(set) var problems: [Diagnostic] = []

  init(_ row: StoredRow, of form: TableForm, path: String, zone: Zone) {
    self.row = row
    self.form = form
    self.path = path
    self.zone = zone
  }

  /// The row as its writer knows it.
  var key: String {
    form.key.map { name in
      "\(name)=\(row[name].shownText.map { String($0.prefix(80)) } ?? "?")"
    }.joined(separator: ",")
  }

  func place(of column: String) -> Location { .row(database: path, table: form.name, key: key, column: column) }

  func wrong(_ column: String, zh: String, en: String, hint: Message? = nil) {
    problems.append(.error("data.wrong-value", zh: zh, en: en, hint: hint, at: place(of: column)))
  }

  /// Notes each rule that is broken; a value that is wrong already breaks no second one.
  func check(_ rules: [TableRule]) {
    for rule in rules where !rule.columns.contains(where: isWrong) && !rule.holds({ row[$0] }) {
      guard let column = rule.columns.first(where: row.has) else { continue }
      wrong(column, zh: rule.message.zh, en: rule.message.en, hint: rule.hint)
    }
  }

  func isWrong(_ column: String) -> Bool {
    problems.contains {
      if case .row(_, _, _, column)? = $0.location { true } else { false }
    }
  }

  // MARK: Texts

  func optionalText(_ column: String) -> String? {
    if let problem = unreadable(column) {
      wrong(column, zh: problem.message.zh, en: problem.message.en, hint: problem.hint)
      return nil
    }
    guard let text = row[column].filledText else { return nil }
    if let hidden = HiddenCharacter.first(in: text) {
      let name = HiddenCharacter.name(hidden)
      wrong(
        column, zh: "有看不见的控制字符 \(name)", en: "it holds the control character \(name)",
        hint: Message(zh: "删去它", en: "remove it"))
      return nil
    }
    return HiddenCharacter.isBlank(text) ? nil : text
  }

  /// What was written as a text and is none.
  private func unreadable(_ column: String) -> (message: Message, hint: Message)? {
    let anew = Message(
      zh: "写入的程序要用 UTF-8 写文字，不能用 GBK 或二进制",
      en: "the program that writes it must write text in UTF-8, not GBK, nor blobs")
    switch row[column] {
    case .blob: return (Message(zh: "是二进制内容，不是文字", en: "it holds bytes and no text"), anew)
    case .unreadable(.notUTF8, _):
      return (Message(zh: "不是 UTF-8 编码的文字（可能是 GBK）", en: "its text is not UTF-8 (it may be GBK)"), anew)
    case .unreadable(.tooLong(let count), _):
      let message = Message(
        zh: "文字太长：\(count) 字节，最多 \(StoredValue.longestText)",
        en: "it has \(count) bytes, and \(StoredValue.longestText) at most")
      return (message, Message(zh: "写短，长文字写成页面", en: "shorten it; a long text is a page"))
    case .null, .integer, .real, .text: return nil
    }
  }

  private func required<Value>(_ column: String, _ value: Value?) -> Value? {
    if value == nil, !isWrong(column), optionalText(column) == nil {
      wrong(column, zh: "不能为空", en: "it must not be empty")
    }
    return value
  }

  func text(_ column: String) -> String? { required(column, optionalText(column)) }

  func optionalIdentifier<Subject>(_ column: String) -> Identifier<Subject>? {
    guard let text = optionalText(column) else { return nil }
    let id = Identifier<Subject>(text)
    if id == nil { wrong(column, zh: "编号只能用小写字母、数字和连字符", en: "an id holds a-z, 0-9 and hyphens only") }
    return id
  }

  func identifier<Subject>(_ column: String) -> Identifier<Subject>? { required(column, optionalIdentifier(column)) }

  func optionalTerm<Word: Term>(_ column: String) -> Word? {
    guard let text = optionalText(column) else { return nil }
    let word = Word(rawValue: text)
    if word == nil {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      wrong(column, zh: "应当是以下之一：\(words)", en: "it must be one of \(words)")
    }
    return word
  }

  func term<Word: Term>(_ column: String) -> Word? { required(column, optionalTerm(column)) }

  // MARK: Numbers

  func optionalInteger(_ column: String) -> Int? {
    if row[column].isNull { return nil }
    if let number = row[column].integer { return number }
    wrong(column, zh: "应当是整数", en: "it must be a whole number")
    return nil
  }

  func integer(_ column: String) -> Int? { required(column, optionalInteger(column)) }

  func optionalNumber(_ column: String) -> Double? {
    if row[column].isNull { return nil }
    if let number = row[column].number, abs(number) <= 1e15 { return number }
    wrong(column, zh: "应当是数字", en: "it must be a number")
    return nil
  }

  func number(_ column: String) -> Double? { required(column, optionalNumber(column)) }

  func flag(_ column: String) -> Bool? {
    let number = row[column].integer
    if row[column].isNull || number == 0 { return false }
    if number == 1 { return true }
    wrong(column, zh: "应当是 0 或 1", en: "it must be 0 or 1")
    return nil
  }

  // MARK: Times

  func optionalTime(_ column: String) -> LocalDateTime? {
    guard let text = optionalText(column) else { return nil }
    // One way to write it only: the text is a key.
    let time = TimeText.parseLocal(text).flatMap { TimeText.local($0) == text ? $0 : nil }
    if time == nil { wrong(column, zh: "时间应写成 2026-11-21T14:30", en: "a time is written 2026-11-21T14:30") }
    return time
  }

  func time(_ column: String) -> LocalDateTime? { required(column, optionalTime(column)) }

  func optionalDate(_ column: String) -> CivilDate? {
    guard let text = optionalText(column) else { return nil }
    let date = TimeText.parseDate(text)
    if date == nil { wrong(column, zh: "日期应写成 2026-11-21", en: "a date is written 2026-11-21") }
    return date
  }

  func date(_ column: String) -> CivilDate? { required(column, optionalDate(column)) }

  /// A day, or the month or the year alone.
  func partialDate(_ column: String) -> PartialDate? {
    guard let text = text(column) else { return nil }
    let date = TimeText.parsePartialDate(text)
    if date == nil {
      wrong(
        column, zh: "日期应写成 2026-11-21、2026-11 或 2026", en: "a date is written 2026-11-21, 2026-11 or 2026")
    }
    return date
  }

  func month(_ column: String) -> CivilPeriod? {
    guard let text = text(column) else { return nil }
    // One way to write it only: the text is a key.
    let month = CivilPeriod(text).flatMap { $0.length == .month && $0.description == text ? $0 : nil }
    if month == nil { wrong(column, zh: "月份应写成 2026-11", en: "a month is written 2026-11") }
    return month
  }

  func monthDay(_ column: String) -> MonthDay? {
    guard let text = text(column) else { return nil }
    let day = TimeText.parseMonthDay(text)
    if day == nil { wrong(column, zh: "月日应写成 12-04", en: "a day of the year is written 12-04") }
    return day
  }

  /// An end of term written as the end of one lesson makes every lesson months long.
  private func check(_ rule: RecurrenceRule, from start: LocalDateTime, leavesRoomUntil end: LocalDateTime) {
    let farthest = start + 400 * 1440
    guard start < end,
      let next = rule.occurrences(from: start, in: start + 1..<max(start + 2, min(end, farthest))).first
    else { return }
    wrong(
      "ends_at", zh: "一场还没结束，下一场（\(TimeText.local(next))）就开始了",
      en: "the next occurrence (\(TimeText.local(next))) begins before this one ends",
      hint: Message(
        zh: "ends_at 是一场的结束时间；整个系列到哪天为止，写在重复规则的 UNTIL 里",
        en: "ends_at is the end of one occurrence; write the end of the series as UNTIL in its rule"))
  }

  /// - Parameters:
  ///   - startColumn: of the first occurrence's start, which the rule must produce.
  ///   - endColumn: of its end, before which the next one must not begin.
  func rule(_ column: String, from startColumn: String, until endColumn: String) -> RecurrenceRule? {
    // What is wrong with the times themselves is noted where they are read.
    guard let text = optionalText(column), let start = row[startColumn].text.flatMap({ TimeText.parseLocal($0) })
    else { return nil }
    do throws(RecurrenceRule.ParseError) {
      let rule = try RecurrenceRule(text, zone: zone)
      if !rule.produces(start, from: start) { startIsOff(rule, start) }
      if let end = row[endColumn].text.flatMap({ TimeText.parseLocal($0) }) {
        check(rule, from: start, leavesRoomUntil: end)
      }
      return rule
    } catch {
      wrong(
        column, zh: error.message.zh, en: error.message.en,
        hint: Message(zh: "每周三写成 FREQ=WEEKLY;BYDAY=WE", en: "every Wednesday is FREQ=WEEKLY;BYDAY=WE"))
      return nil
    }
  }

  private func startIsOff(_ rule: RecurrenceRule, _ start: LocalDateTime) {
    let next = rule.occurrences(from: start, in: start..<start + 4 * 366 * 1440).first
    let hint = next.map {
      Message(
        zh: "把 starts_at 改成 \(TimeText.local($0))，或改重复规则",
        en: "set starts_at to \(TimeText.local($0)), or mend the rule")
    }
    wrong("starts_at", zh: "开始时间不在它自己的重复规则里", en: "its own recurrence rule does not produce the start", hint: hint)
  }
}

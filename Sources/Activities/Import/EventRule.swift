import CivilTime
import Diagnostics
import Spreadsheets

/// A repetition and where it was written.
struct EventRule {
  let rule: RecurrenceRule
  let position: Int
  /// The cell's own text where it is an RRULE: kept as it is.
  private let text: String?
  /// What else its phrase says: a time of day, a first day.
  let phrase: DatePhrase?
  /// Stands in the database alone, so that another end takes the place of its own.
  private let isStored: Bool

  init(rule: RecurrenceRule, position: Int) {
    self.rule = rule
    self.position = position
    text = nil
    phrase = nil
    isStored = false
  }

  /// The rule of a row that is there already; nil for one that can't be followed.
  init?(stored text: String, zone: Zone) {
    guard let rule = try? RecurrenceRule(text, zone: zone) else { return nil }
    self.rule = rule
    self.text = text
    position = 0
    phrase = nil
    isStored = true
  }

  /// nil for “once”.
  init?(_ cell: Cell, position: Int, reader: CellReader, zone: Zone) throws(CellProblem) {
    self.position = position
    isStored = false
    try CellReader.checkFormula(cell)
    let text = cell.shownText.withoutOuterBlanks
    if ["不重复", "单次", "一次", "一次性", "仅一次", "无", "once", "no", "none"].contains(text.lowercased()) { return nil }
    if text.uppercased().contains("FREQ=") {
      do throws(RecurrenceRule.ParseError) {
        rule = try RecurrenceRule(text, zone: zone)
      } catch {
        throw CellProblem(
          zh: error.message.zh, en: error.message.en,
          hint: Message(zh: "每周三写“每周三”或 FREQ=WEEKLY;BYDAY=WE", en: "write every Wednesday, or FREQ=WEEKLY;BYDAY=WE"))
      }
      self.text = text
      phrase = nil
      return
    }
    if let rule = EnglishPhrase.rule(text).flatMap({ try? RecurrenceRule($0, zone: zone) }) {
      self.rule = rule
      self.text = nil
      phrase = nil
      return
    }
    let phrase: DatePhrase
    do throws(CellProblem) {
      phrase = try reader.phrase(cell)
    } catch {
      // 每周三上午: when it repeats is understood, at what time stands elsewhere.
      guard error.isUnreadable,
        ["每", "隔", "单周", "双周", "every", "each"].contains(where: text.lowercased().hasPrefix)
      else {
        throw error
      }
      throw CellProblem(
        "import.bad-time", zh: "看不懂这个重复：“\(text.quoted)”", en: "the repetition can't be read: “\(text.quoted)”",
        hint: Message(
          zh:
            "这一列只写哪几天，如“每周三”“每月第一个周六”，到哪天为止写“每周三到2026-12-24”；几点到几点写在“时间”列，如 9:00-11:00",
          en:
            "say on which days, such as every Wednesday, or FREQ=WEEKLY;BYDAY=WE; the hours go into starts_at and ends_at, the last day into ends_on"
        ))
    }
    guard let rule = phrase.rule else {
      throw CellProblem(
        zh: "“\(text.quoted)”里没有重复规则", en: "“\(text.quoted)” is no repetition",
        hint: Message(
          zh: "写“每周三”“每月第一个周六”，不重复就留空", en: "write every Wednesday or FREQ=WEEKLY;BYDAY=WE, or leave it empty"))
    }
    self.rule = rule
    self.text = nil
    self.phrase = phrase
  }

  /// Whether the rule's own end, if it has one, is that day too.
  func agrees(with last: CivilDate, from start: LocalDateTime) -> Bool {
    switch rule.end {
    case .never: return true
    case .until(let time): return time.date == last
    case .count(let count):
      let times = rule.occurrences(from: start, in: start..<LocalDateTime(last + 1, minuteOfDay: 0))
      return times.count == count && times.last?.date == last
    }
  }

  /// Whether a last day that was written elsewhere contradicts.
  func contradicts(_ last: CivilDate, from start: LocalDateTime) -> Bool {
    !isStored && !agrees(with: last, from: start)
  }

  /// As the database keeps it; `last` is a last day that was written elsewhere.
  func text(zone: Zone, last: CivilDate?, from start: LocalDateTime) -> String {
    guard let last, rule.end == .never || !agrees(with: last, from: start) else {
      return text ?? rule.text(zone: zone)
    }
    var ending = rule
    ending.end = .until(LocalDateTime(last, minuteOfDay: 1439))
    return ending.text(zone: zone)
  }
}

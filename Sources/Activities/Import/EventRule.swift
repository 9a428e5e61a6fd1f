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
  let said: DatePhrase?

  init(rule: RecurrenceRule, position: Int) {
    self.rule = rule
    self.position = position
    text = nil
    said = nil
  }

  /// nil for “once”.
  init?(_ cell: Cell, position: Int, reader: CellReader, zone: Zone) throws(CellProblem) {
    self.position = position
    let text = cell.shownText.withoutOuterBlanks
    if ["不重复", "单次", "一次", "仅一次", "无", "once", "no", "none"].contains(text.lowercased()) { return nil }
    if text.uppercased().contains("FREQ=") {
      do throws(RecurrenceRule.ParseError) {
        rule = try RecurrenceRule(text, zone: zone)
      } catch {
        throw CellProblem(
          zh: error.message.zh, en: error.message.en,
          hint: Message(zh: "每周三写“每周三”或 FREQ=WEEKLY;BYDAY=WE", en: "every Wednesday is FREQ=WEEKLY;BYDAY=WE, or 每周三"))
      }
      self.text = text
      said = nil
      return
    }
    let phrase = try reader.phrase(cell)
    guard let rule = phrase.rule else {
      throw CellProblem(
        zh: "“\(text)”里没有重复规则", en: "“\(text)” is no repetition",
        hint: Message(zh: "写“每周三”“每月第一个周六”，不重复就留空", en: "write 每周三 or FREQ=WEEKLY;BYDAY=WE, or leave it empty"))
    }
    self.rule = rule
    self.text = nil
    said = phrase
  }

  /// As the database keeps it; `last` is a last day that was written elsewhere.
  func text(zone: Zone, last: CivilDate?) -> String {
    guard let last, rule.end == .never else { return text ?? rule.text(zone: zone) }
    var ending = rule
    ending.end = .until(LocalDateTime(last, minuteOfDay: 1439))
    return ending.text(zone: zone)
  }
}

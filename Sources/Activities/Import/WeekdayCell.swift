import CivilTime
import Spreadsheets

/// What a column of weekdays says: `三`, `周三`, `星期三`, `周一、三`, `周一至周五`, `3`, `Wed`.
enum WeekdayCell {
  /// Whether it says how often, and not only which day: 每周三, 隔周五, 双周一, 周二、周四.
  static func isRepetition(_ cell: Cell) -> Bool {
    guard case .text(let written) = cell else { return false }
    return written.contains { "每隔单双單雙".contains($0) } || (weekdays(cell)?.count ?? 0) > 1
  }

  /// nil for what names no weekday.
  static func weekdays(_ cell: Cell) -> Set<Weekday>? {
    if case .number(let number) = cell, number == number.rounded(), (1...7).contains(number) {
      return [Weekday(rawValue: Int(number) - 1)!]
    }
    guard case .text(let written) = cell else { return nil }
    let text = written.narrow.withoutOuterBlanks
    if let english = Weekday.allCases.first(where: { text.lowercased().hasPrefix("\($0)".prefix(3)) }) {
      return [english]
    }
    let rule = (try? DatePhrase.parse(text.hasPrefix("每") ? text : "每" + text))?.rule
    if let days = rule?.byDay, !days.isEmpty { return Set(days.map(\.weekday)) }
    let named = (try? DatePhrase.parse("每周" + text))?.rule
    return named.flatMap { $0.byDay.isEmpty ? nil : Set($0.byDay.map(\.weekday)) }
  }
}

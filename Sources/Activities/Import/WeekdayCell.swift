import CivilTime
import Spreadsheets

/// What a column of weekdays says: `三`, `周三`, `星期三`, `周一、三`, `周一至周五`, `3`, `Wed`.
enum WeekdayCell {
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

import CivilTime
import Spreadsheets

/// The days that a line of a duty sheet is about, as offices write them: `12月1日`, `12.1（周二）`, `12月1日—12月7日`, `1日`, a date cell; and, below a
/// title that says which week it is, `星期一`.
///
/// A year or a month that a cell leaves out is the title's: `2026年12月值班表`. Where that has none, the cell must say it.
struct DutyDays {
  /// What the title above the table says.
  struct Title: Equatable {
    var year: Int?
    var month: Int?
    /// Of a week: `（11月30日—12月6日）`.
    var week: ClosedRange<CivilDate>?
  }

  enum Problem: Error { case noYear, noDate, unreadable }

  let title: Title
  let startsIn1904: Bool

  func days(_ cell: Cell) throws(Problem) -> ClosedRange<CivilDate> {
    switch cell {
    case .time(let time):
      guard let date = time.date else { throw .unreadable }
      return date...date
    case .number(let number), .labelled(_, let number):
      if let day = Int(exactly: number), (1...31).contains(day) { return try ofMonth(day, day) }
      guard case .number = cell, let date = CellTime(serial: number, startsIn1904: startsIn1904)?.date else {
        throw .unreadable
      }
      return date...date
    case .text(let text): return try days(text)
    case .flag, .error, .pending: throw .unreadable
    }
  }

  private func days(_ written: String) throws(Problem) -> ClosedRange<CivilDate> {
    guard written.utf8.count <= 120 else { throw .unreadable }
    let text = Self.withoutWeekdays(written)
    if text.isEmpty { return try ofWeek(WeekdayCell.weekdays(.text(written)) ?? []) }
    if let date = TimeText.parseDate(text) { return date...date }
    var parts = text.split { "—–~～至到".contains($0) }.map(String.init)
    // A hyphen is between two days where each has a sign of its own: 12.1-12.7, 1日-7日, 12月1日-7日.
    if parts.count == 1, text.contains(where: { "月日./".contains($0) }) {
      parts = text.split(separator: "-").map(String.init)
    }
    guard (1...2).contains(parts.count) else { throw .unreadable }
    let first = try date(Self.numbers(parts[0]), after: nil)
    let last = parts.count == 2 ? try date(Self.numbers(parts[1]), after: first) : first
    guard first <= last, last - first < 62 else { throw .unreadable }
    return first...last
  }

  /// - Parameter first: the day with which the range begins: what the last one leaves out is that one's.
  private func date(_ numbers: [Int], after first: CivilDate?) throws(Problem) -> CivilDate {
    let (year, month, day): (Int?, Int?, Int)
    switch numbers.count {
    case 3: (year, month, day) = (numbers[0], numbers[1], numbers[2])
    case 2: (year, month, day) = (nil, numbers[0], numbers[1])
    case 1: (year, month, day) = (nil, nil, numbers[0])
    default: throw .unreadable
    }
    if year == nil, let first {
      let own = month ?? first.month
      guard let date = CivilDate(year: own < first.month ? first.year + 1 : first.year, month: own, day: day) else {
        throw .noDate
      }
      return date
    }
    guard let own = month ?? title.month else { throw .unreadable }
    guard let found = year ?? self.year(of: own) else { throw .noYear }
    guard let date = CivilDate(year: found, month: own, day: day) else { throw .noDate }
    return date
  }

  private func ofMonth(_ first: Int, _ last: Int) throws(Problem) -> ClosedRange<CivilDate> {
    let days = (try date([first], after: nil), try date([last], after: nil))
    return days.0...days.1
  }

  /// A sheet of December may end in January.
  private func year(of month: Int) -> Int? {
    guard let year = title.year else { return nil }
    guard let own = title.month else { return year }
    return month + 6 < own ? year + 1 : month > own + 6 ? year - 1 : year
  }

  private func ofWeek(_ weekdays: Set<Weekday>) throws(Problem) -> ClosedRange<CivilDate> {
    guard let week = title.week else { throw weekdays.isEmpty ? .unreadable : .noDate }
    let days = (week.lowerBound.dayNumber...week.upperBound.dayNumber).map { CivilDate(dayNumber: $0) }
      .filter { weekdays.contains($0.weekday) }
    guard let first = days.first, let last = days.last, last - first == days.count - 1 else { throw .unreadable }
    return first...last
  }

  // MARK: Texts

  /// Without blanks, weekdays and what stands in brackets; full-width signs as plain ones.
  private static func withoutWeekdays(_ written: String) -> String {
    var text = ""
    var depth = 0
    for character in written.narrow where !character.isWhitespace {
      if "（(【[".contains(character) { depth += 1 }
      if depth == 0 { text.append(character) }
      if "）)】]".contains(character) { depth = max(0, depth - 1) }
    }
    for name in ["星期", "礼拜", "周"] {
      while let range = text.firstRange(of: name) {
        let after = text[range.upperBound...].first.map { "一二三四五六日天末".contains($0) } ?? false
        guard after else { break }
        text.removeSubrange(range.lowerBound..<text.index(after: range.upperBound))
      }
    }
    return text.allSatisfy { "—–~～至到-、".contains($0) } ? "" : text
  }

  /// `2026年12月1日` → 2026, 12, 1; empty for what is not made of numbers and their signs.
  private static func numbers(_ text: String) -> [Int] {
    let signs = Set("年月日号./-")
    guard text.allSatisfy({ $0.isASCII && $0.isNumber || signs.contains($0) }) else { return [] }
    return text.split { signs.contains($0) }.compactMap { Int($0) }
  }

  // MARK: Title

  /// What the lines above a table say: `泉社区2026年十二月值班表`, `（2026年11月30日—12月6日）`.
  static func title(_ texts: [String]) -> Title {
    var title = Title()
    for written in texts where written.utf8.count <= 400 {
      let text = written.narrow.filter { !$0.isWhitespace }
      var year = title.year
      var dates: [CivilDate] = []
      var numbers: [Int] = []
      var digits = ""
      for character in text + " " {
        if character.isASCII, character.isNumber {
          digits.append(character)
          continue
        }
        let number = Int(digits) ?? HanMonth.number(endingWith: character, in: text)
        digits = ""
        switch (character, number) {
        case ("年", let number?) where (2000...2099).contains(number):
          year = number
          numbers = []
        case ("月", let number?) where (1...12).contains(number):
          title.month = title.month ?? number
          numbers = [number]
        case ("日", let number?), ("号", let number?):
          if numbers.isEmpty, let last = dates.last { numbers = [last.month] }
          guard let month = numbers.first, let own = year else { continue }
          let isNext = dates.last.map { month < $0.month } ?? false
          if let date = CivilDate(year: isNext ? own + 1 : own, month: month, day: number) { dates.append(date) }
          numbers = []
        default: break
        }
      }
      title.year = title.year ?? year
      if dates.count == 2, dates[0] <= dates[1], dates[1] - dates[0] < 7 { title.week = dates[0]...dates[1] }
    }
    return title
  }
}

/// `十二月` in a title.
private enum HanMonth {
  private static let names = ["十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "二", "一"]

  static func number(endingWith character: Character, in text: String) -> Int? {
    guard character == "月", let index = names.firstIndex(where: { text.contains($0 + "月") }) else { return nil }
    return 12 - index
  }
}

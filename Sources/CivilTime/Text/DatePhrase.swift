/// A date, a time or a repetition as people write it into a cell: `2026年11月21日（周六）下午3:00—4:30`, `2026/11/21 15:00`,
/// `每周三 16:30`, `上午9:00-11:00`.
///
/// Nothing is guessed: what is missing stays nil, and what can be read in two ways (`3点`, `11月21日` without a year, a weekday that is
/// not the date's) is a problem. Reading takes time in proportion to the text's length.
package struct DatePhrase: Sendable, Hashable {
  /// The day; with a rule, the day from which it holds.
  package var date: CivilDate?
  /// The weekday, where it stands without a date of its own and one is written beside the phrase.
  package var weekday: Weekday?
  /// 0…1439; 1440 for `24:00` in a phrase that is an end.
  package var startMinute: Int?
  /// The day on which it ends, where the phrase names it.
  package var endDate: CivilDate?
  /// 0…1440; counted from the end's day.
  package var endMinute: Int?
  /// `次日`: it ends on the day after it starts. Without an end, the one time given is that of the end.
  package var endsNextDay = false
  package var rule: RecurrenceRule?

  package init() {}

  /// Why a text is no phrase that can be followed.
  package enum Problem: Error, Sendable, Hashable {
    case empty
    /// From where on it can't be read.
    case unreadable(String)
    /// 2026年2月30日.
    case noSuchDay
    /// 25:00, 上午15:00.
    case noSuchTime
    /// A month and a day alone.
    case missingYear
    /// `周三` alone: every Wednesday, or the next?
    case missingDate
    /// `3点`: at night or in the afternoon?
    case ambiguousHour(Int)
    /// 上午12:30, 半夜12点: at noon, or at which end of the day?
    case ambiguousTwelve
    case wrongWeekday(stated: Weekday, actual: Weekday)
    case endsBeforeStart
  }

  /// Reads a whole phrase.
  ///
  /// - Parameters:
  ///   - isEnd: The phrase says when something ends, which may be at `24:00`.
  ///   - isBesideDate: The day is written elsewhere, so that a weekday needs none here.
  package static func parse(
    _ text: some StringProtocol, isEnd: Bool = false, isBesideDate: Bool = false
  ) throws(Problem) -> DatePhrase {
    var reader = PhraseReader(text, isEnd: isEnd, isBesideDate: isBesideDate)
    return try reader.read()
  }
}

/// The parts of a phrase in whatever order they come, each at most once.
private struct PhraseReader {
  private var cursor: PhraseCursor
  private var phrase = DatePhrase()
  private var weekday: Weekday?
  private let isEnd: Bool
  private let isBesideDate: Bool

  private static let nextDay = ["次日", "第二天", "翌日"]

  init(_ text: some StringProtocol, isEnd: Bool, isBesideDate: Bool) {
    cursor = PhraseCursor(text)
    self.isEnd = isEnd
    self.isBesideDate = isBesideDate
  }

  mutating func read() throws(DatePhrase.Problem) -> DatePhrase {
    cursor.skipSeparators()
    if cursor.isAtEnd { throw .empty }
    while !cursor.isAtEnd {
      guard try part() else { throw .unreadable(cursor.rest) }
      cursor.skipSeparators()
    }
    try checkTogether()
    return phrase
  }

  private mutating func part() throws(DatePhrase.Problem) -> Bool {
    if phrase.date == nil, let date = try DatePhrase.date(&cursor) {
      phrase.date = date
      // 2026-11-21T15:00
      if cursor.next == "t" { _ = cursor.skip("t") }
      // 2026年11月25日起
      _ = cursor.skip(anyOf: ["起", "开始"])
      return true
    }
    if phrase.rule == nil, let rule = try RecurrenceRule.phrase(&cursor) {
      phrase.rule = rule
      return true
    }
    if weekday == nil, let named = cursor.weekday() {
      weekday = named
      return true
    }
    if phrase.startMinute == nil, phrase.date == nil || cursor.next != "-", try times() { return true }
    if phrase.startMinute == nil, !phrase.endsNextDay, cursor.skip(anyOf: Self.nextDay) {
      phrase.endsNextDay = true
      return true
    }
    if cursor.skip(anyOf: ["从", "自"]) { return phrase.date == nil }
    return try end()
  }

  /// A time of day or a range of them.
  private mutating func times() throws(DatePhrase.Problem) -> Bool {
    if cursor.skip("全天") {
      phrase.startMinute = 0
      phrase.endMinute = 1440
      return true
    }
    guard let start = try ClockTime.read(&cursor) else { return false }
    phrase.startMinute = try start.minute(isEnd: isEnd)
    var ahead = cursor
    guard DatePhrase.skipRangeSign(&ahead) else { return true }
    let isNextDay = ahead.skip(anyOf: Self.nextDay)
    ahead.skipBlanks()
    guard var end = try ClockTime.read(&ahead) else { return true }
    cursor = ahead
    if end.isMarkedAfter, !start.isMarked { throw .ambiguousHour(start.hour) }
    end.inherit(start)
    phrase.endMinute = try end.minute(isEnd: true)
    phrase.endsNextDay = isNextDay
    return true
  }

  /// `至2026年12月30日`: the last day of a rule, or the day on which what began ends; `共10次`.
  private mutating func end() throws(DatePhrase.Problem) -> Bool {
    if var rule = phrase.rule, rule.end == .never, cursor.skip("共") {
      cursor.skipBlanks()
      guard let count = cursor.number(), count > 0 else { return false }
      cursor.skipBlanks()
      guard cursor.skip(anyOf: ["次", "场", "期"]) else { return false }
      rule.end = .count(count)
      phrase.rule = rule
      return true
    }
    guard DatePhrase.skipRangeSign(&cursor), let date = try DatePhrase.date(&cursor) else { return false }
    if var rule = phrase.rule, rule.end == .never {
      rule.end = .until(LocalDateTime(date, minuteOfDay: 1439))
      phrase.rule = rule
      _ = cursor.skip(anyOf: ["止", "为止"])
      return true
    }
    guard phrase.date != nil, phrase.endDate == nil else { return false }
    phrase.endDate = date
    cursor.skipSeparators()
    if phrase.startMinute != nil, phrase.endMinute == nil, let end = try ClockTime.read(&cursor) {
      phrase.endMinute = try end.minute(isEnd: true)
    }
    return true
  }

  private mutating func checkTogether() throws(DatePhrase.Problem) {
    if let weekday {
      if let date = phrase.date, date.weekday != weekday {
        throw .wrongWeekday(stated: weekday, actual: date.weekday)
      }
      if phrase.date == nil {
        guard isBesideDate, phrase.rule == nil else { throw .missingDate }
        phrase.weekday = weekday
      }
    }
    if let start = phrase.startMinute, let end = phrase.endMinute, end <= start, !phrase.endsNextDay,
      phrase.endDate == nil
    {
      throw .endsBeforeStart
    }
    if let date = phrase.date, let end = phrase.endDate, end < date { throw .endsBeforeStart }
  }
}

extension DatePhrase {
  /// `-`, `至`, `到`, with blanks around it; `——` is one.
  static func skipRangeSign(_ cursor: inout PhraseCursor) -> Bool {
    cursor.attempt { cursor in
      cursor.skipBlanks()
      guard cursor.skip(anyOf: ["直到", "截至", "截止", "至", "到", "--", "-"]) else { return nil }
      _ = cursor.skip("到")
      cursor.skipBlanks()
      return true
    } ?? false
  }

  /// `2026-11-21`, `2026/11/21`, `2026.11.21`, `2026年11月21日`, `20261121`; nil where no date stands.
  static func date(_ cursor: inout PhraseCursor) throws(Problem) -> CivilDate? {
    let parts = cursor.attempt { cursor -> (Int, Int, Int)? in
      if let whole = cursor.attempt({ cursor in cursor.digits(8).flatMap { $0 >= 1000_00_00 ? $0 : nil } }) {
        return (whole / 10_000, whole / 100 % 100, whole % 100)
      }
      guard let year = cursor.attempt({ $0.digits(4) }), year >= 1000 else { return nil }
      cursor.skipBlanks()
      let isNamed = cursor.skip("年")
      let sign = isNamed ? nil : ["-", "/", "."].first { cursor.skip($0) }
      guard isNamed || sign != nil else { return nil }
      cursor.skipBlanks()
      guard let month = cursor.digits(2) else { return nil }
      cursor.skipBlanks()
      guard sign.map({ cursor.skip($0) }) ?? cursor.skip("月") else { return nil }
      cursor.skipBlanks()
      guard let day = cursor.digits(2) else { return nil }
      if isNamed { _ = cursor.attempt { $0.skipDaySign() } }
      return (year, month, day)
    }
    guard let (year, month, day) = parts else {
      let hasMonth = cursor.attempt { $0.digits(2) != nil && $0.skip("月") ? true : nil } ?? false
      if hasMonth { throw .missingYear }
      return nil
    }
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDay }
    return date
  }
}

extension PhraseCursor {
  /// `日` or `号`, after blanks.
  fileprivate mutating func skipDaySign() -> Bool? {
    skipBlanks()
    return skip(anyOf: ["日", "号"]) ? true : nil
  }
}

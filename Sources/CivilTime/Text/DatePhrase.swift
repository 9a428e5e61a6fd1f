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
  /// What becomes of it on public holidays, where the phrase says so.
  package var onHolidays: OnHolidays?
  /// Its rule was said by working days (工作日), which public holidays are none of.
  package var isOnWorkdays = false

  package init() {}

  package enum OnHolidays: Sendable, Hashable {
    /// 节假日照常.
    case held
    /// 节假日除外.
    case leftOut
    /// 遇节假日顺延.
    case movedOn
  }

  /// Why a text is no phrase that can be followed.
  package enum Problem: Error, Sendable, Hashable {
    case empty
    /// From where on it can't be read.
    case unreadable(String)
    /// 2026年2月30日.
    case noSuchDay
    /// 05/06/2026: the month first, or the day?
    case ambiguousDay(monthFirst: CivilDate, dayFirst: CivilDate)
    /// 26-11-30, and the day that is most likely meant: a year has four digits.
    case shortYear(CivilDate?)
    /// 25:00, 上午15:00.
    case noSuchTime
    /// A month and a day alone.
    case missingYear
    /// A year and a month alone.
    case missingDay
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
  ///   - years: In which a date without a year may lie. It is taken where its weekday stands beside it and fits one of them only:
  ///     `12月5日（周六）`.
  package static func parse(
    _ text: some StringProtocol, isEnd: Bool = false, isBesideDate: Bool = false, years: Set<Int> = []
  ) throws(Problem) -> DatePhrase {
    var reader = PhraseReader(text, isEnd: isEnd, isBesideDate: isBesideDate, year: nil)
    do throws(Problem) {
      return try reader.read()
    } catch {
      guard error == .missingYear, !years.isEmpty else { throw error }
      return try inOneOf(years, text, isEnd: isEnd, isBesideDate: isBesideDate)
    }
  }

  private static func inOneOf(
    _ years: Set<Int>, _ text: some StringProtocol, isEnd: Bool, isBesideDate: Bool
  ) throws(Problem) -> DatePhrase {
    var found: [DatePhrase] = []
    var problem: Problem?
    for year in years.sorted() {
      var reader = PhraseReader(text, isEnd: isEnd, isBesideDate: isBesideDate, year: year)
      do throws(Problem) {
        let phrase = try reader.read()
        if reader.hasWeekday { found.append(phrase) }
      } catch {
        problem = error
      }
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty, years.count == 1, let problem { throw problem }
    throw .missingYear
  }
}

/// The parts of a phrase in whatever order they come, each at most once.
private struct PhraseReader {
  private var cursor: PhraseCursor
  private var phrase = DatePhrase()
  private var weekday: Weekday?
  /// The date is the one from which something holds.
  private var isFirstDay = false
  private let isEnd: Bool
  private let isBesideDate: Bool
  /// Of dates that have none.
  private let year: Int?

  private static let nextDay = ["次日", "第二天", "翌日", "隔天", "隔日"]

  var hasWeekday: Bool { weekday != nil }

  init(_ text: some StringProtocol, isEnd: Bool, isBesideDate: Bool, year: Int?) {
    self.year = year
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
    if let policy = DatePhrase.holidays(&cursor) {
      guard phrase.onHolidays == nil || phrase.onHolidays == policy else { return false }
      phrase.onHolidays = policy
      return true
    }
    if phrase.date == nil, let date = try DatePhrase.date(&cursor, year: year) {
      phrase.date = date
      // 2026-11-21T15:00
      if cursor.next == "t" { _ = cursor.skip("t") }
      // 2026年11月25日起
      isFirstDay = cursor.skip(anyOf: ["开始", "起"])
      return true
    }
    if phrase.rule == nil,
      let (rule, isWorkdays) = try RecurrenceRule.phrase(&cursor, isBare: phrase.date == nil || isFirstDay)
    {
      phrase.rule = rule
      phrase.isOnWorkdays = isWorkdays
      return true
    }
    // 每周一至周五 每天 16:30
    if let rule = phrase.rule, rule.frequency == .weekly, cursor.skip(anyOf: ["每天", "每日", "每次", "每场"]) { return true }
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
    guard DatePhrase.skipRangeSign(&ahead) else {
      // 9:00开始, 9:00起
      _ = cursor.skip(anyOf: ["开始", "起"])
      return true
    }
    let isNextDay = ahead.skip(anyOf: Self.nextDay)
    ahead.skipBlanks()
    guard var end = try ClockTime.read(&ahead) else { return true }
    cursor = ahead
    // 9:00-11:00（上午） is said of both.
    if end.isMarkedAfter, !start.isMarked { phrase.startMinute = try start.marked(like: end).minute(isEnd: false) }
    if isNextDay { end.beginsTheDay() } else { end.inherit(start) }
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
    let isRange = DatePhrase.skipRangeSign(&cursor)
    guard isRange, let date = try endDate() else { return false }
    if var rule = phrase.rule, rule.end == .never {
      rule.end = .until(LocalDateTime(date, minuteOfDay: 1439))
      phrase.rule = rule
      _ = cursor.skip(anyOf: ["止", "为止"])
      return true
    }
    guard phrase.date != nil, phrase.endDate == nil else { return false }
    _ = cursor.skip(anyOf: ["止", "为止", "结束"])
    phrase.endDate = date
    cursor.skipSeparators()
    if phrase.startMinute != nil, phrase.endMinute == nil, let end = try ClockTime.read(&cursor) {
      phrase.endMinute = try end.minute(isEnd: true)
    }
    return true
  }

  /// A whole date, or what of it differs from the first: `2026年11月25日至27日`, `至12月2日`.
  private mutating func endDate() throws(DatePhrase.Problem) -> CivilDate? {
    let start = phrase.date
    if let short = cursor.attempt({ DatePhrase.shortDate(&$0, after: start) }) {
      guard let date = short.date else { throw .noSuchDay }
      return date
    }
    return try DatePhrase.date(&cursor, year: year)
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

  /// `节假日除外`, `法定节假日休息`, `遇节假日顺延`, `节假日照常`.
  static func holidays(_ cursor: inout PhraseCursor) -> OnHolidays? {
    cursor.attempt { cursor in
      let excludes = cursor.skip(anyOf: ["除", "不含", "不包括"])
      _ = cursor.skip(anyOf: ["如遇", "逢", "遇"])
      _ = cursor.skip(anyOf: ["国家法定", "法定", "国家"])
      guard cursor.skip(anyOf: ["节假日", "公众假期", "公休日", "节日", "假日", "假期"]) else { return nil }
      _ = cursor.skip(anyOf: ["期间", "当天", "时"])
      cursor.skipBlanks()
      if excludes {
        _ = cursor.skip(anyOf: ["以外", "外"])
        return .leftOut
      }
      if cursor.skip(anyOf: [
        "除外", "休息", "停办", "停课", "不办", "不开放", "不举办", "不上课", "不开课", "暂停", "放假", "停止", "取消", "休",
      ]) {
        return .leftOut
      }
      if cursor.skip(anyOf: ["照常", "不休息", "不休", "正常", "不变"]) {
        _ = cursor.skip(anyOf: ["举行", "举办", "开放", "进行", "上课", "开课"])
        return .held
      }
      guard cursor.skip(anyOf: ["顺延", "往后顺延", "自动顺延"]) else { return nil }
      _ = cursor.skip(anyOf: ["至下一个工作日", "到下一个工作日", "至下一工作日", "到下一工作日", "一天"])
      return .movedOn
    }
  }

  /// The rest of a date whose beginning stands before: `27日`, `12月2日`; it lies after that.
  fileprivate static func shortDate(_ cursor: inout PhraseCursor, after start: CivilDate?) -> (date: CivilDate?, Bool)?
  {
    guard let start, let first = cursor.digits(2) else { return nil }
    if cursor.skip("月") {
      guard let day = cursor.digits(2), cursor.skipDaySign() != nil else { return nil }
      let same = CivilDate(year: start.year, month: first, day: day)
      // 12月30日至1月2日
      if let same, same < start { return (CivilDate(year: start.year + 1, month: first, day: day), true) }
      return (same, true)
    }
    guard cursor.skipDaySign() != nil else { return nil }
    return (CivilDate(year: start.year, month: start.month, day: first), true)
  }

  /// `2026-11-21`, `2026/11/21`, `2026.11.21`, `2026年11月21日`, `20261121`, and what `WrittenDay` reads; nil where no date stands.
  ///
  /// - Parameter year: of a date that has none, where it is known.
  static func date(_ cursor: inout PhraseCursor, year: Int? = nil) throws(Problem) -> CivilDate? {
    let parts = cursor.attempt { cursor -> (Int, Int, Int)? in
      if let whole = cursor.attempt({ cursor in cursor.digits(8).flatMap { $0 >= 1000_00_00 ? $0 : nil } }) {
        return (whole / 10_000, whole / 100 % 100, whole % 100)
      }
      if let year {
        let known = cursor.attempt { monthAndDay(&$0) } ?? cursor.attempt { WrittenDay.monthAndDay(&$0) }
        if let (month, day) = known { return (year, month, day) }
      }
      // 26年11月21日; no other short year is one for certain.
      if let short = cursor.attempt({ $0.shortYear() }), let (month, day) = cursor.attempt({ monthAndDay(&$0) }) {
        return (2000 + short, month, day)
      }
      guard let year = cursor.attempt({ $0.digits(4) }), year >= 1000 else { return nil }
      cursor.skipBlanks()
      let isNamed = cursor.skip("年")
      let sign = isNamed ? nil : ["-", "/", "."].first { cursor.skip($0) }
      guard isNamed || sign != nil else { return nil }
      cursor.skipBlanks()
      // 2026年十一月三十日
      if isNamed, let (month, day) = cursor.attempt({ WrittenDay.monthAndDay(&$0) }) { return (year, month, day) }
      guard let month = cursor.digits(2) else { return nil }
      cursor.skipBlanks()
      guard sign.map({ cursor.skip($0) }) ?? cursor.skip("月") else { return nil }
      cursor.skipBlanks()
      guard let day = cursor.digits(2) else { return nil }
      // 2026年11月 15:00 has no day.
      if isNamed, let next = cursor.next, ":点时".unicodeScalars.contains(next) { return nil }
      if isNamed { _ = cursor.attempt { $0.skipDaySign() } }
      return (year, month, day)
    }
    guard let (year, month, day) = parts else {
      if let written = try WrittenDay.read(&cursor) {
        guard let date = CivilDate(year: written.year, month: written.month, day: written.day) else { throw .noSuchDay }
        return date
      }
      if lacksYear(cursor) { throw .missingYear }
      var ahead = cursor
      if ahead.digits(4) ?? 0 >= 1000, ahead.skip("年"), ahead.digits(2) != nil, ahead.skip("月") { throw .missingDay }
      return nil
    }
    guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDay }
    return date
  }
}

extension DatePhrase {
  /// `11月30日`, `十一月三十日`, `11/30`.
  private static func lacksYear(_ cursor: PhraseCursor) -> Bool {
    var ahead = cursor
    if ahead.attempt({ WrittenDay.monthAndDay(&$0) }) != nil { return true }
    guard let month = ahead.digits(2) else { return false }
    if ahead.skip("月") { return true }
    guard (1...12).contains(month), ahead.skip("/"), let day = ahead.digits(2), (1...31).contains(day) else {
      return false
    }
    return ahead.isAtEnd || ahead.next == " "
  }

  /// `12月5日`; `12月5` before something else.
  private static func monthAndDay(_ cursor: inout PhraseCursor) -> (Int, Int)? {
    guard let month = cursor.digits(2) else { return nil }
    cursor.skipBlanks()
    guard cursor.skip("月") else { return nil }
    cursor.skipBlanks()
    guard let day = cursor.digits(2) else { return nil }
    _ = cursor.attempt { $0.skipDaySign() }
    return (month, day)
  }
}

extension PhraseCursor {
  /// `26年`.
  fileprivate mutating func shortYear() -> Int? {
    let start = index
    guard let year = digits(2), index == start + 2, skip("年") else { return nil }
    skipBlanks()
    return year
  }

  /// `日` or `号`, after blanks.
  fileprivate mutating func skipDaySign() -> Bool? {
    skipBlanks()
    return skip(anyOf: ["日", "号"]) ? true : nil
  }
}

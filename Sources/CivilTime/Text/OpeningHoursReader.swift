extension OpeningHours {
  /// nil where the text says something else than is understood: nothing is guessed.
  package init?(_ text: String) {
    guard let hours = try? Self.read(text) else { return nil }
    self = hours
  }

  /// - Throws: the first thing that is not understood, at its place.
  package static func read(_ text: String) throws(OpeningHoursProblem) -> OpeningHours {
    var reader = OpeningHoursReader(text)
    return OpeningHours(rules: try reader.rules())
  }
}

/// Reads the grammar of OpenStreetMap's opening_hours from left to right. Letters count in either case, and blanks may stand around dashes and
/// commas, as people write them.
private struct OpeningHoursReader {
  typealias Problem = OpeningHoursProblem

  /// Bytes: who writes more means something else.
  private static let longest = 500

  private let text: [Character]
  private let isTooLong: Bool
  private var index = 0

  init(_ text: String) {
    isTooLong = text.utf8.count > Self.longest
    self.text = isTooLong ? [] : Array(text)
  }

  // MARK: Rules

  mutating func rules() throws(Problem) -> [OpeningHours.Rule] {
    if isTooLong { throw Problem(reason: .tooLong, column: 1, found: "") }
    skipBlanks()
    guard !isAtEnd else { throw problem(.empty) }
    var rules = [try rule(isAdditional: false)]
    while true {
      skipBlanks()
      if isAtEnd { return rules }
      if skip(";") {
        skipBlanks()
        // One more at the end says nothing.
        if isAtEnd { return rules }
        rules.append(try rule(isAdditional: false))
      } else if text[index...].starts(with: "||") {
        throw problem(.unsupported)
      } else if skip(",") {
        skipBlanks()
        rules.append(try rule(isAdditional: true))
      } else {
        throw problem(.unexpected)
      }
    }
  }

  private mutating func rule(isAdditional: Bool) throws(Problem) -> OpeningHours.Rule {
    var rule = OpeningHours.Rule()
    rule.isAdditional = isAdditional
    let start = index
    if skip(word: "24/7") {
      skipBlanks()
    } else {
      try readYears(&rule)
      try readDates(&rule)
      try readWeeks(&rule)
      // `Nov 01-30: Mo 08:00-09:00`.
      if index > start, skip(":") { skipBlanks() }
      try readDays(&rule)
      try readTimes(&rule)
    }
    readState(&rule)
    rule.comment = try comment()
    guard index > start else { throw unknownWord() }
    return rule
  }

  private mutating func readState(_ rule: inout OpeningHours.Rule) {
    if skip(word: "off") || skip(word: "closed") {
      rule.state = .closed
    } else if skip(word: "unknown") {
      rule.state = .unknown
    } else if skip(word: "open") {
      rule.state = .open
    }
    skipBlanks()
  }

  private mutating func comment() throws(Problem) -> String? {
    guard text[safe: index] == "\"" else { return nil }
    guard let end = text[(index + 1)...].firstIndex(of: "\"") else { throw problem(.unexpected) }
    let comment = String(text[index + 1..<end])
    index = end + 1
    return comment.isEmpty ? nil : comment
  }

  // MARK: Years, dates, weeks

  /// `2026`, `2026-2028`, `2026-2036/2`, `2026+`; one before a month belongs to the date.
  private mutating func readYears(_ rule: inout OpeningHours.Rule) throws(Problem) {
    while let first = year() {
      let start = index
      index += 4
      var (last, step): (Int?, Int) = (first, 1)
      if skip("+") {
        last = nil
      } else if text[safe: index] == "-", let end = year(at: index + 1) {
        index += 5
        guard end >= first else { throw problem(.outOfRange, at: start) }
        last = end
        if skip("/") { step = try number(1...100) }
      }
      let afterYear = index
      skipBlanks()
      if first == last, step == 1, afterYear == start + 4, name(of: Self.months) != nil {
        index = start
        return
      }
      rule.years.append(.init(first: first, last: last, step: step))
      if !skip(",") { return }
      skipBlanks()
    }
  }

  /// `Nov`, `Nov-Mar`, `Jan 01`, `Oct 01-07`, `Dec 25-Jan 02`, `2027 Feb 06-12`, with commas between.
  private mutating func readDates(_ rule: inout OpeningHours.Rule) throws(Problem) {
    while isAtDate {
      let start = index
      let first = try date()
      var last = first
      if let afterDash = dash() {
        index = afterDash
        if isAtDate {
          last = try date()
          guard (first.day == nil) == (last.day == nil) else { throw problem(.unexpected, at: start) }
        } else if first.day != nil, !isAtTime {
          last = .init(year: first.year, month: first.month, day: try day(of: first.month))
        } else {
          throw problem(.unexpected)
        }
      }
      if text[safe: index] == "+" { throw problem(.unsupported, at: start) }
      try checkOrder(first, last, from: start)
      rule.dates.append(.init(first: first, last: last))
      skipBlanks()
      guard try skipListComma(before: \.isAtDate) else { return }
    }
  }

  private func checkOrder(
    _ first: OpeningHours.Dates.Day, _ last: OpeningHours.Dates.Day, from start: Int
  ) throws(Problem) {
    let (begin, end) = (first.month * 100 + (first.day ?? 1), last.month * 100 + (last.day ?? 31))
    if let year = last.year {
      guard let firstYear = first.year, (firstYear, begin) <= (year, end) else { throw problem(.outOfRange, at: start) }
    }
    // `2026 Oct-Feb`, `Nov 20-10`: which year, which month is meant is not said.
    let isReversed = begin > end && (first.month == last.month || first.year != nil && first.day == nil)
    if last.year == nil || last.year == first.year, isReversed { throw problem(.outOfRange, at: start) }
  }

  private mutating func date() throws(Problem) -> OpeningHours.Dates.Day {
    let year = year()
    if year != nil {
      index += 4
      skipBlanks()
    }
    if isAt(word: "easter") { throw problem(.unsupported) }
    guard let month = name(of: Self.months) else { throw problem(.unexpected) }
    index += 3
    let afterMonth = index
    skipBlanks()
    if isAtDigit, !isAtTime, self.year() == nil {
      return .init(year: year, month: month + 1, day: try day(of: month + 1))
    }
    index = afterMonth
    return .init(year: year, month: month + 1, day: nil)
  }

  private mutating func day(of month: Int) throws(Problem) -> Int {
    try number(1...[31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1])
  }

  private mutating func readWeeks(_ rule: inout OpeningHours.Rule) throws(Problem) {
    guard skip(word: "week") else { return }
    repeat {
      skipBlanks()
      let start = index
      let first = try number(1...53)
      var (last, step) = (first, 1)
      if skip("-") { last = try number(1...53) }
      if skip("/") { step = try number(1...26) }
      guard first <= last else { throw problem(.outOfRange, at: start) }
      rule.weeks.append(.init(first: first, last: last, step: step))
    } while skip(",")
    skipBlanks()
  }

  // MARK: Days

  /// `Mo-Fr`, `Sa,Su,PH`, `PH Mo-Fr`, `Mo[1,3]`, `Fr[-1] -1 day`, `PH +1 day`.
  private mutating func readDays(_ rule: inout OpeningHours.Rule) throws(Problem) {
    guard isAtDay else { return }
    while true {
      if isAt(word: "SH") { throw problem(.unsupported) }
      if skip(word: "PH") {
        rule.holidays.append(try shift())
      } else {
        rule.weekdays.append(try weekdays())
      }
      skipBlanks()
      if try skipListComma(before: \.isAtDay) { continue }
      if isAtDay, !rule.areHolidaysOnWeekdays, rule.holidays.isEmpty != rule.weekdays.isEmpty {
        rule.areHolidaysOnWeekdays = true
        continue
      }
      return
    }
  }

  private mutating func weekdays() throws(Problem) -> OpeningHours.Weekdays {
    let first = try weekday()
    var (last, places, shift) = (first, [Int](), 0)
    if skip("[") {
      repeat {
        let isFromEnd = skip("-")
        let place = try number(1...5)
        if !isFromEnd, skip("-") {
          let end = try number(place...5)
          places += place...end
        } else {
          places.append(isFromEnd ? -place : place)
        }
        skipBlanks()
      } while skip(",")
      guard skip("]") else { throw problem(.unexpected) }
      shift = try self.shift()
      // `Oct Su[-1]-Mar Su[1]`.
      if text[safe: index] == "-" { throw problem(.unsupported) }
    } else if text[safe: index] == "-" {
      index += 1
      last = try weekday()
    }
    return .init(first: first, last: last, places: places, shift: shift)
  }

  private mutating func weekday() throws(Problem) -> Weekday {
    guard let number = name(of: Self.weekdays), let weekday = Weekday(rawValue: number) else {
      throw problem(.unexpected)
    }
    index += 2
    return weekday
  }

  /// ` +1 day`, ` -2 days`; none is 0.
  private mutating func shift() throws(Problem) -> Int {
    let start = index
    skipBlanks()
    guard let sign = text[safe: index], sign == "+" || sign == "-", text[safe: index + 1]?.isASCIIDigit == true else {
      index = start
      return 0
    }
    index += 1
    let days = try number(1...31)
    skipBlanks()
    guard skip(word: "days") || skip(word: "day") else { throw problem(.unexpected) }
    return sign == "-" ? -days : days
  }

  // MARK: Times

  private mutating func readTimes(_ rule: inout OpeningHours.Rule) throws(Problem) {
    if isAtSun { throw problem(.unsupported) }
    guard isAtTime else { return }
    while true {
      rule.spans.append(try span())
      let here = index
      skipBlanks()
      if skip(",") {
        skipBlanks()
        if isAtTime { continue }
        if isAtSun { throw problem(.unsupported) }
        // The next rule's.
        index = here
        skipBlanks()
      }
      return
    }
  }

  /// `08:30-17:30`, `22:00-02:00`, `18:00-26:00`.
  private mutating func span() throws(Problem) -> Range<Int> {
    let start = index
    let from = try minute(most: 1439)
    if text[safe: index] == "+" { throw problem(.unsupported, at: start) }
    guard let afterDash = dash() else { throw problem(.unsupported, at: start) }
    index = afterDash
    if isAtSun { throw problem(.unsupported) }
    guard isAtTime else { throw problem(.unexpected) }
    var until = try minute(most: 2880)
    if text[safe: index] == "+" || text[safe: index] == "/" { throw problem(.unsupported, at: start) }
    if until <= from { until += 1440 }
    return from..<until
  }

  private mutating func minute(most: Int) throws(Problem) -> Int {
    let start = index
    let hour = digits()
    index += 1
    let minutes = text[index...].prefix { $0.isASCIIDigit }
    guard minutes.count == 2, let minute = Int(String(minutes)), let hour, minute < 60, hour * 60 + minute <= most
    else {
      throw problem(.outOfRange, at: start)
    }
    index += 2
    return hour * 60 + minute
  }

  // MARK: Characters

  private static let weekdays = ["mo", "tu", "we", "th", "fr", "sa", "su"]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private var isAtEnd: Bool { index >= text.count }
  private var isAtDigit: Bool { text[safe: index]?.isASCIIDigit == true }
  private var isAtSun: Bool {
    text[safe: index] == "(" || ["sunrise", "sunset", "dawn", "dusk"].contains { isAt(word: $0) }
  }
  private var isAtDay: Bool { name(of: Self.weekdays) != nil || isAt(word: "PH") || isAt(word: "SH") }
  private var isAtDate: Bool {
    if name(of: Self.months) != nil || isAt(word: "easter") { return true }
    guard year() != nil else { return false }
    var after = self
    after.index += 4
    after.skipBlanks()
    return after.name(of: Self.months) != nil || after.isAt(word: "easter")
  }

  /// One or two figures and a colon before another one.
  private var isAtTime: Bool {
    let figures = text[min(index, text.count)...].prefix { $0.isASCIIDigit }.count
    return (1...2).contains(figures) && text[safe: index + figures] == ":"
      && text[safe: index + figures + 1]?.isASCIIDigit == true
  }

  private func year(at place: Int? = nil) -> Int? {
    let figures = text[min(place ?? index, text.count)...].prefix { $0.isASCIIDigit }
    return figures.count == 4 && figures.first != "0" ? Int(String(figures)) : nil
  }

  /// Which of some names of one length stands here, and no letter behind it.
  private func name(of names: [String]) -> Int? {
    names.firstIndex { isAt(word: $0) }
  }

  private func isAt(word: String) -> Bool {
    let end = index + word.count
    guard end <= text.count, String(text[index..<end]).lowercased() == word.lowercased() else { return false }
    return text[safe: end]?.isLetter != true
  }

  private mutating func skip(word: String) -> Bool {
    guard isAt(word: word) else { return false }
    index += word.count
    return true
  }

  private mutating func skip(_ character: Character) -> Bool {
    guard text[safe: index] == character else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while text[safe: index] == " " { index += 1 }
  }

  /// Skips a comma that a further part of a list follows. A comma with a blank may begin the next rule; one without belongs to the list.
  private mutating func skipListComma(before isAtPart: KeyPath<Self, Bool>) throws(Problem) -> Bool {
    let start = index
    guard skip(",") else { return false }
    let hasBlank = text[safe: index] == " "
    skipBlanks()
    if self[keyPath: isAtPart] { return true }
    index = start
    if !hasBlank { throw problem(.unexpected) }
    return false
  }

  /// What stands behind a dash, which may have blanks around it.
  private func dash() -> Int? {
    var after = self
    after.skipBlanks()
    guard after.skip("-") else { return nil }
    after.skipBlanks()
    return after.index
  }

  private mutating func digits() -> Int? {
    let figures = text[min(index, text.count)...].prefix { $0.isASCIIDigit }
    index += figures.count
    return Int(String(figures))
  }

  private mutating func number(_ range: ClosedRange<Int>) throws(Problem) -> Int {
    let start = index
    guard let number = digits() else { throw problem(.unexpected, at: start) }
    guard range.contains(number) else { throw problem(.outOfRange, at: start) }
    return number
  }

  private func unknownWord() -> Problem { problem(isAt(word: "easter") ? .unsupported : .unexpected) }

  private func problem(_ reason: Problem.Reason, at place: Int? = nil) -> Problem {
    let start = min(place ?? index, text.count)
    let found = text[start...].prefix { $0 != " " && $0 != ";" }.prefix(20)
    return Problem(reason: reason, column: start + 1, found: String(found))
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
